package org.cafcass.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** An operational service area: a row of {@code areas}. */
@Value.Immutable
@JsonSerialize(as = ImmutableArea.class)
@JsonDeserialize(as = ImmutableArea.class)
public abstract class Area {
    Area() {}

    /** The code of the area. */
    @JsonProperty("area_code")
    public abstract AreaCode areaCode();

    /** The name of the area. */
    @JsonProperty("name")
    public abstract String name();

    /** The region that the area belongs to. */
    @JsonProperty("region")
    public abstract String region();

    /** A builder that has no attribute set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A builder of {@link Area}; {@code build()} throws an {@link IllegalArgumentException} that names the attribute that is
     * missing or the rule that is broken.
     */
    public static final class Builder extends ImmutableArea.Builder {
        Builder() {}
    }
}
