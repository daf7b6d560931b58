package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Posts of the funded establishment: a row of {@code posts}. */
@Value.Immutable
@JsonSerialize(as = ImmutablePost.class)
@JsonDeserialize(as = ImmutablePost.class)
public abstract class Post {
    Post() {}

    /** The area. */
    @JsonProperty("area_code")
    public abstract AreaCode areaCode();

    /** The role. */
    @JsonProperty("role")
    public abstract Role role();

    /** The team. */
    @JsonProperty("team")
    public abstract Team team();

    /** The full-time equivalent that is funded, 0 or more. */
    @JsonProperty("fte")
    public abstract BigDecimal fte();

    /** The first day. */
    @JsonProperty("from")
    public abstract LocalDate from();

    /** The first day no longer funded. */
    @JsonProperty("to")
    public abstract Optional<LocalDate> to();

    @Value.Check
    void check() {
        checkArgument(fte().signum() >= 0, "Invalid post: fte %s is below 0", fte());
        checkArgument(to().map(day -> !day.isBefore(from())).orElse(true), "Invalid post: to before from");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Post}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutablePost.Builder {
        Builder() {}
    }
}
