package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.ArrayList;
import java.util.List;
import org.cafcass.model.AllocationKind;
import org.jspecify.annotations.Nullable;

/** How a case is held over a half-open stretch of days. */
record AllocationRow(AllocationKind kind, @Nullable AdviserFile adviser, int from, int to) {
    private boolean isLead() {
        return kind == AllocationKind.LEAD;
    }

    /** The first day on which a case is led; {@link CaseFile#NEVER} for one that never is. */
    static int firstLed(List<AllocationRow> rows) {
        return rows.stream()
                .filter(AllocationRow::isLead)
                .mapToInt(AllocationRow::from)
                .min()
                .orElse(NEVER);
    }

    /** The last day up to another on which a case is led; -1 for one that isn't. */
    static int lastLed(List<AllocationRow> rows, int upTo) {
        return rows.stream()
                .filter(row -> row.isLead() && row.from <= upTo)
                .mapToInt(row -> Math.min(upTo, row.to - 1))
                .max()
                .orElse(-1);
    }

    static boolean isLedOn(List<AllocationRow> rows, int day) {
        return rows.stream().anyMatch(row -> row.isLead() && row.from <= day && day < row.to);
    }

    /** Holds a case on duty, with nobody named, where it was led before the day. */
    static void firstLedOn(List<AllocationRow> rows, int day) {
        List<AllocationRow> changed = new ArrayList<>();
        for (AllocationRow row : rows) {
            if (!row.isLead() || row.from >= day) {
                changed.add(row);
            } else {
                changed.add(new AllocationRow(AllocationKind.DUTY, null, row.from, Math.min(day, row.to)));
                if (row.to > day) {
                    changed.add(new AllocationRow(row.kind, row.adviser, day, row.to));
                }
            }
        }
        rows.clear();
        rows.addAll(changed);
    }
}
