package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A safeguarding check: a row of {@code checks}. */
@Value.Immutable
@JsonSerialize(as = ImmutableCheck.class)
@JsonDeserialize(as = ImmutableCheck.class)
public abstract class Check {
    Check() {}

    /** The case that it is for. */
    @JsonProperty("case_id")
    public abstract CaseId caseId();

    /** The kind of check. */
    @JsonProperty("kind")
    public abstract CheckKind kind();

    /** The day on which it was requested. */
    @JsonProperty("requested_on")
    public abstract LocalDate requestedOn();

    /** The day on which it was returned. */
    @JsonProperty("returned_on")
    public abstract Optional<LocalDate> returnedOn();

    @Value.Check
    void check() {
        checkArgument(
                returnedOn().map(day -> !day.isBefore(requestedOn())).orElse(true),
                "Invalid check: returned before requested");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Check}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableCheck.Builder {
        Builder() {}
    }
}
