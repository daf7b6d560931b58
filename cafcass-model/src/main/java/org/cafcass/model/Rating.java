package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A rating that a person has entered: a row of {@code ratings}. */
@Value.Immutable
@JsonSerialize(as = ImmutableRating.class)
@JsonDeserialize(as = ImmutableRating.class)
public abstract class Rating {
    Rating() {}

    /** What is rated. */
    @JsonProperty("subject")
    public abstract String subject();

    /** The scale that the rating is of. */
    @JsonProperty("scale")
    public abstract RatingScale scale();

    /** The rating. */
    @JsonProperty("rating")
    public abstract RatingCode rating();

    /** The day of the rating. */
    @JsonProperty("rated_on")
    public abstract LocalDate ratedOn();

    /** The pillar of the strategic plan. */
    @JsonProperty("pillar")
    public abstract Optional<Pillar> pillar();

    /** The area, where it is about one. */
    @JsonProperty("area_code")
    public abstract Optional<AreaCode> areaCode();

    /** The reason given. */
    @JsonProperty("reason")
    public abstract Optional<String> reason();

    @Value.Check
    void check() {
        checkArgument(
                scale().ratings().contains(rating()),
                "Invalid rating: %s is not of the scale %s",
                rating().code(),
                scale().code());
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Rating}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableRating.Builder {
        Builder() {}
    }
}
