package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import org.immutables.value.Value;

/** The outcome of one question of a staff survey: a row of {@code survey}. */
@Value.Immutable
@JsonSerialize(as = ImmutableSurveyQuestion.class)
@JsonDeserialize(as = ImmutableSurveyQuestion.class)
public abstract class SurveyQuestion {
    SurveyQuestion() {}

    /** The survey. */
    @JsonProperty("survey")
    public abstract String survey();

    /** The question. */
    @JsonProperty("question")
    public abstract String question();

    /** The day on which the survey closed. */
    @JsonProperty("closed_on")
    public abstract LocalDate closedOn();

    /** How many were invited. */
    @JsonProperty("invited")
    public abstract int invited();

    /** How many responded. */
    @JsonProperty("responses")
    public abstract int responses();

    /** How many of those agreed. */
    @JsonProperty("agreed")
    public abstract int agreed();

    @Value.Check
    void check() {
        checkArgument(
                0 <= agreed() && agreed() <= responses() && responses() <= invited(),
                "Invalid survey question: agreed %s, responses %s, invited %s",
                agreed(),
                responses(),
                invited());
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link SurveyQuestion}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableSurveyQuestion.Builder {
        Builder() {}
    }
}
