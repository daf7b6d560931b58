package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A family court adviser (FCA), practice supervisor or service manager: a row of {@code advisers}. */
@Value.Immutable
@JsonSerialize(as = ImmutableAdviser.class)
@JsonDeserialize(as = ImmutableAdviser.class)
public abstract class Adviser {
    private static final BigDecimal MAXIMUM_FTE = new BigDecimal("1.5");

    Adviser() {}

    /** The identifier of the adviser. */
    @JsonProperty("adviser_id")
    public abstract AdviserId adviserId();

    /** The role. */
    @JsonProperty("role")
    public abstract Role role();

    /** How the adviser is employed. */
    @JsonProperty("employment")
    public abstract Employment employment();

    /** The team, as it stands. */
    @JsonProperty("team")
    public abstract Team team();

    /** The area that the adviser works in. */
    @JsonProperty("area_code")
    public abstract AreaCode areaCode();

    /** The full-time equivalent, above 0 and at most 1.5; arithmetic on it is exact. */
    @JsonProperty("fte")
    public abstract BigDecimal fte();

    /** The first day employed. */
    @JsonProperty("started_on")
    public abstract LocalDate startedOn();

    /** The first day no longer employed. */
    @JsonProperty("left_on")
    public abstract Optional<LocalDate> leftOn();

    /** An agreed personal ceiling in cases, above 0, for the adviser's actual hours; absent, the scheme's ceiling times fte. */
    @JsonProperty("ceiling")
    public abstract Optional<BigDecimal> ceiling();

    @Value.Check
    void check() {
        checkArgument(
                fte().signum() > 0 && fte().compareTo(MAXIMUM_FTE) <= 0,
                "Invalid adviser: fte %s is not above 0 and at most 1.5",
                fte());
        checkArgument(
                ceiling().map(ceiling -> ceiling.signum() > 0).orElse(true), "Invalid adviser: ceiling is not above 0");
        checkArgument(
                leftOn().map(day -> !day.isBefore(startedOn())).orElse(true), "Invalid adviser: left before started");
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Adviser}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableAdviser.Builder {
        Builder() {}
    }
}
