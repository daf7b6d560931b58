package org.cafcass.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a population that a figure is about: a value for each of some keys, or the whole.
 *
 * <p>This class is immutable. Its text form is {@code key=value} pairs sorted by key and joined by {@code ;}, where {@code %},
 * {@code ;} and {@code =} inside a value stand as {@code %25}, {@code %3B} and {@code %3D}; the whole is the empty text.
 */
public final class Breakdown {
    private static final Breakdown WHOLE = new Breakdown(Map.of());

    private final Map<BreakdownKey, String> values = new EnumMap<>(BreakdownKey.class);
    private final String text;

    private Breakdown(Map<BreakdownKey, String> values) {
        this.values.putAll(values);
        List<String> pairs = new ArrayList<>();
        values.forEach((key, value) -> pairs.add(key.code() + "=" + escape(Objects.requireNonNull(value, "value"))));
        Collections.sort(pairs);
        this.text = String.join(";", pairs);
    }

    /** The whole of the population. */
    public static Breakdown whole() {
        return WHOLE;
    }

    /** The part that has these values. */
    public static Breakdown of(Map<BreakdownKey, String> values) {
        return new Breakdown(values);
    }

    /** The part that has this value. */
    public static Breakdown of(BreakdownKey key, String value) {
        return of(Map.of(key, value));
    }

    /**
     * The part of a text form.
     *
     * @throws IllegalArgumentException if the text is none, or a key is unknown or stands twice
     */
    static Breakdown parse(String text) {
        if (text.isEmpty()) {
            return WHOLE;
        }
        Map<BreakdownKey, String> values = new EnumMap<>(BreakdownKey.class);
        for (String pair : text.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("breakdown: not key=value: " + pair);
            }
            String value = unescape(pair.substring(equals + 1));
            if (values.put(BreakdownKey.of(pair.substring(0, equals)), value) != null) {
                throw new IllegalArgumentException("breakdown: a key stands twice: " + text);
            }
        }
        return of(values);
    }

    /** The value of a key, empty where this breakdown doesn't have the key. */
    public Optional<String> value(BreakdownKey key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The values by key, in the order of the keys; not to be changed. */
    public Map<BreakdownKey, String> values() {
        return Collections.unmodifiableMap(values);
    }

    /** The part that has the values of this one, but for those of some keys. */
    public Breakdown without(Collection<BreakdownKey> keys) {
        if (Collections.disjoint(keys, values.keySet())) {
            return this;
        }
        Map<BreakdownKey, String> others = new EnumMap<>(values);
        others.keySet().removeAll(keys);
        return new Breakdown(others);
    }

    /** Whether this is the whole of the population. */
    public boolean isWhole() {
        return values.isEmpty();
    }

    /** The text form. */
    @Override
    public String toString() {
        return text;
    }

    private static String escape(String value) {
        return value.replace("%", "%25").replace(";", "%3B").replace("=", "%3D");
    }

    private static String unescape(String value) {
        return value.replace("%3D", "=").replace("%3B", ";").replace("%25", "%");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Breakdown that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
