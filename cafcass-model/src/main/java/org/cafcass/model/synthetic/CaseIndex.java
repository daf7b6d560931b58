package org.cafcass.model.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.model.Law;
import org.jspecify.annotations.Nullable;

/** The cases by area and law, to find one that somebody worked on about a day. */
final class CaseIndex {
    private final List<List<CaseFile>> lists = new ArrayList<>();
    private final List<CaseFile> all;

    CaseIndex(int areas, List<CaseFile> cases) {
        all = cases;
        for (int i = 0; i < areas * Law.values().length; i++) {
            lists.add(new ArrayList<>());
        }
        cases.forEach(file -> list(file.area, file.law()).add(file));
    }

    private List<CaseFile> list(int area, Law law) {
        return lists.get(area * Law.values().length + law.ordinal());
    }

    /** A case that was open on the day where a few tries find one; nothing where the area has no case of the law by then. */
    @Nullable
    CaseFile about(int area, Law law, int day, Draw draw) {
        return about(list(area, law), day, draw);
    }

    @Nullable
    CaseFile about(int day, Draw draw) {
        return about(all, day, draw);
    }

    private static @Nullable CaseFile about(List<CaseFile> some, int day, Draw draw) {
        CaseFile found = null;
        for (int tries = 0; tries < 40 && !some.isEmpty(); tries++) {
            CaseFile file = draw.of(some);
            if (file.openAt(day)) {
                return file;
            }
            found = file.received <= day ? file : found;
        }
        return found;
    }
}
