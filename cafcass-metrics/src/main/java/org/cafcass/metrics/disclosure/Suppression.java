package org.cafcass.metrics.disclosure;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Which counts of a publication are hidden, and what a reader can still derive of them.
 *
 * @param <K> the keys of the counts
 */
public final class Suppression<K> {
    private final Map<K, Supplier<DerivableRange>> hidden;
    private final Set<K> small;
    private final Set<K> exposed;

    Suppression(Map<K, Supplier<DerivableRange>> hidden, Collection<K> small, Collection<K> exposed) {
        this.hidden = new LinkedHashMap<>(hidden);
        this.small = Collections.unmodifiableSet(new LinkedHashSet<>(small));
        this.exposed = Collections.unmodifiableSet(new LinkedHashSet<>(exposed));
    }

    /** The hidden counts, in the order in which they were added. */
    public Set<K> hidden() {
        return Collections.unmodifiableSet(hidden.keySet());
    }

    /** Whether a count is hidden. */
    public boolean hides(K cell) {
        return hidden.containsKey(cell);
    }

    /** The counts that are hidden for being 1 to 5; the other hidden ones protect them. */
    public Set<K> small() {
        return small;
    }

    /**
     * The hidden counts that aren't protected: an earlier publication shows them or what they follow from, or no proof was found. Empty
     * where everything is protected.
     */
    public Set<K> exposed() {
        return exposed;
    }

    /**
     * What a reader can derive of a hidden count, in whole numbers; worked out at each call. Where the totals form no network, or very many counts hang together, the
     * range that is told may be narrower than the true one, never wider.
     *
     * @throws IllegalArgumentException if the count isn't hidden
     */
    public DerivableRange derivable(K cell) {
        Supplier<DerivableRange> range = hidden.get(cell);
        if (range == null) {
            throw new IllegalArgumentException("Cannot derive a range: the count is not hidden");
        }
        return range.get();
    }
}
