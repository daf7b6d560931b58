package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** The answer to one question of an audit: a row of {@code answers}. */
@Value.Immutable
@JsonSerialize(as = ImmutableAnswer.class)
@JsonDeserialize(as = ImmutableAnswer.class)
public abstract class Answer {
    Answer() {}

    /** The audit. */
    @JsonProperty("audit_id")
    public abstract AuditId auditId();

    /** The question. */
    @JsonProperty("question")
    public abstract String question();

    /** The answer. */
    @JsonProperty("answer")
    public abstract AnswerCode answer();

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Answer}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableAnswer.Builder {
        Builder() {}
    }
}
