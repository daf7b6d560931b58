package org.cafcass.workload;

import java.util.List;
import org.cafcass.model.CaseId;

/**
 * What one open case adds to an adviser's load.
 *
 * @param caseId the case
 * @param kind what the scheme sees of it
 * @param points what it weighs
 * @param steps how that came about: the weight, then each adjustment that matched
 */
public record CaseLoad(CaseId caseId, CaseKind kind, Points points, List<Step> steps) {
    /** Takes a copy of the steps. */
    public CaseLoad {
        steps = List.copyOf(steps);
    }
}
