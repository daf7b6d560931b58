package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A reflection, compliment or complaint: a row of {@code feedback}. */
@Value.Immutable
@JsonSerialize(as = ImmutableFeedback.class)
@JsonDeserialize(as = ImmutableFeedback.class)
public abstract class Feedback {
    Feedback() {}

    /** The identifier of the feedback. */
    @JsonProperty("feedback_id")
    public abstract FeedbackId feedbackId();

    /** The kind of feedback. */
    @JsonProperty("kind")
    public abstract FeedbackKind kind();

    /** Who gave it. */
    @JsonProperty("source")
    public abstract FeedbackSource source();

    /** The day on which it was received. */
    @JsonProperty("received_on")
    public abstract LocalDate receivedOn();

    /** The case that it is about. */
    @JsonProperty("case_id")
    public abstract Optional<CaseId> caseId();

    /** Whether it is positive. */
    @JsonProperty("positive")
    public abstract Optional<Boolean> positive();

    /** The day on which it was acknowledged. */
    @JsonProperty("acknowledged_on")
    public abstract Optional<LocalDate> acknowledgedOn();

    /** The day on which it was answered. */
    @JsonProperty("responded_on")
    public abstract Optional<LocalDate> respondedOn();

    @Value.Check
    void check() {
        checkArgument(
                respondedOn().map(day -> !day.isBefore(receivedOn())).orElse(true),
                "Invalid feedback: responded before received");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Feedback}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableFeedback.Builder {
        Builder() {}
    }
}
