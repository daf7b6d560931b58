package org.cafcass.workload.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.Role;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.AdviserWorkload;
import org.cafcass.workload.Points;
import org.cafcass.workload.Saturation;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.Workload;
import org.cafcass.workload.WorkloadException;

/**
 * The effect of giving named cases to named advisers, exactly as the extract would then be weighed: whoever leads such a case now, or holds
 * it on duty or in a hub, no longer does.
 *
 * @param changes the advisers whose load changes, in the order of the extract
 * @param before the spread of saturation over all family court advisers employed, as they stand
 * @param after the same, once the cases are given
 */
public record WhatIf(List<Change> changes, Spread before, Spread after) {
    /**
     * What changes for an adviser.
     *
     * @param adviserId the adviser
     * @param before the load against the capacity as it stands
     * @param after the load against the capacity once the cases are given
     */
    public record Change(AdviserId adviserId, Saturation before, Saturation after) {
        /** Whether the adviser would hold more than the capacity. */
        public boolean isPastCeiling() {
            return after.load().central().compareTo(after.capacity()) > 0;
        }
    }

    /**
     * The effect of giving cases.
     *
     * @param given by case, the adviser who is to lead it
     * @throws WorkloadException if a case is not open, an adviser is not employed on the day, or the scheme lacks a weight or a ceiling
     */
    public static WhatIf of(Extract extract, WeightingScheme scheme, LocalDate asAt, Map<CaseId, AdviserId> given) {
        Workload now = Workload.of(extract, scheme, asAt);
        Map<CaseId, Optional<AdviserId>> toAdvisers = new HashMap<>();
        given.forEach((caseId, adviserId) -> {
            if (!now.adviser(adviserId).map(AdviserWorkload::isEmployed).orElse(false)) {
                throw new WorkloadException(
                        "Cannot give a case: adviser " + adviserId.value() + " is not employed on " + asAt);
            }
            toAdvisers.put(caseId, Optional.of(adviserId));
        });
        Workload then = now.ifGiven(toAdvisers);
        Set<AdviserId> everyone = new LinkedHashSet<>();
        now.advisers().forEach(one -> everyone.add(one.adviser().adviserId()));
        List<Change> changes = new ArrayList<>();
        for (AdviserId id : everyone) {
            AdviserWorkload as = now.adviser(id).orElseThrow();
            Saturation before = as.saturation();
            Saturation after = then.adviser(id)
                    .map(AdviserWorkload::saturation)
                    .orElse(new Saturation(Points.ZERO, as.capacity().points(), scheme.bands()));
            if (before.load().central().compareTo(after.load().central()) != 0) {
                changes.add(new Change(id, before, after));
            }
        }
        return new WhatIf(List.copyOf(changes), spread(now), spread(then));
    }

    private static Spread spread(Workload workload) {
        return Spread.of(workload.advisers().stream()
                .filter(one -> one.isEmployed() && one.adviser().role() == Role.FAMILY_COURT_ADVISER)
                .toList());
    }
}
