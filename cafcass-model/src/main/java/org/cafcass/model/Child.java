package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A child in a children's case: a row of {@code children}. A child in two cases has two rows. */
@Value.Immutable
@JsonSerialize(as = ImmutableChild.class)
@JsonDeserialize(as = ImmutableChild.class)
public abstract class Child {
    Child() {}

    /** The identifier of the child. */
    @JsonProperty("child_id")
    public abstract ChildId childId();

    /** The case that the child is in. */
    @JsonProperty("case_id")
    public abstract CaseId caseId();

    /** The date of birth. */
    @Value.Redacted
    @JsonProperty("born_on")
    public abstract Optional<LocalDate> bornOn();

    /** Whether an engagement record is expected for the child. */
    @JsonProperty("engagement_eligible")
    public abstract Optional<Boolean> engagementEligible();

    /** The day on which engagement with the child was recorded. */
    @JsonProperty("engagement_recorded_on")
    public abstract Optional<LocalDate> engagementRecordedOn();

    /** How the child was engaged. */
    @JsonProperty("engagement_mode")
    public abstract Optional<EngagementMode> engagementMode();

    /** The day on which a letter of introduction was sent to the child. */
    @JsonProperty("introduction_letter_on")
    public abstract Optional<LocalDate> introductionLetterOn();

    /** The day on which recommendations were shared with the child. */
    @JsonProperty("recommendations_shared_on")
    public abstract Optional<LocalDate> recommendationsSharedOn();

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Child}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableChild.Builder {
        Builder() {}
    }
}
