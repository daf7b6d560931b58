package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A case file audit: a row of {@code audits}. */
@Value.Immutable
@JsonSerialize(as = ImmutableAudit.class)
@JsonDeserialize(as = ImmutableAudit.class)
public abstract class Audit {
    Audit() {}

    /** The identifier of the audit. */
    @JsonProperty("audit_id")
    public abstract AuditId auditId();

    /** The case whose file was audited. */
    @JsonProperty("case_id")
    public abstract Optional<CaseId> caseId();

    /** The adviser whose work was audited. */
    @JsonProperty("adviser_id")
    public abstract AdviserId adviserId();

    /** The day of the audit. */
    @JsonProperty("audited_on")
    public abstract LocalDate auditedOn();

    /** Who made it. */
    @JsonProperty("source")
    public abstract AuditSource source();

    /** The scale that its grades are of. */
    @JsonProperty("scale")
    public abstract AuditScale scale();

    /** The grade first given; absent when not graded. */
    @JsonProperty("grade")
    public abstract Optional<Grade> grade();

    /** Whether it was made together with the practitioner. */
    @JsonProperty("collaborative")
    public abstract Optional<Boolean> collaborative();

    /** Whether it has a child's feedback. */
    @JsonProperty("child_feedback")
    public abstract Optional<Boolean> childFeedback();

    /** Whether it has an adult's feedback. */
    @JsonProperty("adult_feedback")
    public abstract Optional<Boolean> adultFeedback();

    /** Whether the file shows a letter of introduction. */
    @JsonProperty("introduction_letter")
    public abstract Optional<Boolean> introductionLetter();

    /** Whether the file shows recommendations shared with the child. */
    @JsonProperty("recommendations_shared")
    public abstract Optional<Boolean> recommendationsShared();

    /** The day on which improvement actions were agreed. */
    @JsonProperty("improvement_agreed_on")
    public abstract Optional<LocalDate> improvementAgreedOn();

    /** The grade after moderation. */
    @JsonProperty("moderated_grade")
    public abstract Optional<Grade> moderatedGrade();

    /** Whether the audit found the most significant learning. */
    @JsonProperty("significant_learning")
    public abstract Optional<Boolean> significantLearning();

    @Value.Check
    void check() {
        checkGrade(grade());
        checkGrade(moderatedGrade());
    }

    private void checkGrade(Optional<Grade> grade) {
        checkArgument(
                grade.map(scale().grades()::contains).orElse(true),
                "Invalid audit: %s is not of the scale %s",
                grade.map(Grade::code).orElse(""),
                scale().code());
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Audit}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableAudit.Builder {
        Builder() {}
    }
}
