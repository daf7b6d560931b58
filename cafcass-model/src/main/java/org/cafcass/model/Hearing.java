package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A hearing in a children's case: a row of {@code hearings}. */
@Value.Immutable
@JsonSerialize(as = ImmutableHearing.class)
@JsonDeserialize(as = ImmutableHearing.class)
public abstract class Hearing {
    Hearing() {}

    /** The case that is heard. */
    @JsonProperty("case_id")
    public abstract CaseId caseId();

    /** The kind of hearing. */
    @JsonProperty("kind")
    public abstract HearingKind kind();

    /** The day on which the listing became known. */
    @JsonProperty("listed_on")
    public abstract LocalDate listedOn();

    /** The day of the hearing. */
    @JsonProperty("hearing_on")
    public abstract LocalDate hearingOn();

    /** The day from which on the listing stands no more. */
    @JsonProperty("vacated_on")
    public abstract Optional<LocalDate> vacatedOn();

    @Value.Check
    void check() {
        checkArgument(
                vacatedOn().map(day -> !day.isBefore(listedOn())).orElse(true),
                "Invalid hearing: vacated before listed");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Hearing}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableHearing.Builder {
        Builder() {}
    }
}
