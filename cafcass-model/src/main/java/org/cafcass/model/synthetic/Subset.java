package org.cafcass.model.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A choice of cases that have so many children between them. */
final class Subset {
    private Subset() {}

    /**
     * The first cases of the candidates, some exchanged for later ones that have a child more or less until the children
     * add up; as near as can be where they can't.
     */
    static List<CaseFile> of(List<CaseFile> candidates, int cases, int children) {
        int count = Math.min(cases, candidates.size());
        List<CaseFile> chosen = new ArrayList<>(candidates.subList(0, count));
        Map<Integer, Deque<Integer>> chosenBySize = new HashMap<>();
        Map<Integer, Deque<CaseFile>> othersBySize = new HashMap<>();
        int missing = children;
        for (int i = 0; i < count; i++) {
            int size = chosen.get(i).children;
            missing -= size;
            chosenBySize.computeIfAbsent(size, key -> new ArrayDeque<>()).add(i);
        }
        for (CaseFile other : candidates.subList(count, candidates.size())) {
            othersBySize
                    .computeIfAbsent(other.children, key -> new ArrayDeque<>())
                    .add(other);
        }
        int step = Integer.signum(missing);
        for (int size = 1; size <= 8 && missing != 0; size++) {
            Deque<Integer> out = chosenBySize.getOrDefault(size, new ArrayDeque<>());
            Deque<CaseFile> in = othersBySize.getOrDefault(size + step, new ArrayDeque<>());
            while (missing != 0 && !out.isEmpty() && !in.isEmpty()) {
                chosen.set(out.remove(), in.remove());
                missing -= step;
            }
        }
        return chosen;
    }
}
