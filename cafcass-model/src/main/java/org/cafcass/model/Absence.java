package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A stretch of days on which an adviser was absent: a row of {@code absences}. */
@Value.Immutable
@JsonSerialize(as = ImmutableAbsence.class)
@JsonDeserialize(as = ImmutableAbsence.class)
public abstract class Absence {
    Absence() {}

    /** The adviser. */
    @JsonProperty("adviser_id")
    public abstract AdviserId adviserId();

    /** The first day absent. */
    @JsonProperty("from")
    public abstract LocalDate from();

    /** The last day absent (an HR system's habit). */
    @JsonProperty("to")
    public abstract LocalDate to();

    /** The reason. */
    @JsonProperty("reason")
    public abstract Optional<String> reason();

    @Value.Check
    void check() {
        checkArgument(!to().isBefore(from()), "Invalid absence: to before from");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Absence}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableAbsence.Builder {
        Builder() {}
    }
}
