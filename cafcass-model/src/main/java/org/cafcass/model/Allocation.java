package org.cafcass.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** A stretch of days over which a children's case is held: a row of {@code allocations}. */
@Value.Immutable
@JsonSerialize(as = ImmutableAllocation.class)
@JsonDeserialize(as = ImmutableAllocation.class)
public abstract class Allocation {
    Allocation() {}

    /** The case that is held. */
    @JsonProperty("case_id")
    public abstract CaseId caseId();

    /** In what way it is held. */
    @JsonProperty("kind")
    public abstract AllocationKind kind();

    /** Who holds it; required for lead and support. */
    @JsonProperty("adviser_id")
    public abstract Optional<AdviserId> adviserId();

    /** The first day. */
    @JsonProperty("from")
    public abstract LocalDate from();

    /** The first day no longer held; one that is {@code from} holds on no day. */
    @JsonProperty("to")
    public abstract Optional<LocalDate> to();

    @Value.Check
    void check() {
        checkArgument(to().map(day -> !day.isBefore(from())).orElse(true), "Invalid allocation: to before from");
        if (adviserId().isEmpty() && kind() != AllocationKind.DUTY && kind() != AllocationKind.HUB) {
            throw new IllegalArgumentException("Invalid allocation: " + kind().code() + " without an adviser");
        }
    }

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Allocation}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableAllocation.Builder {
        Builder() {}
    }
}
