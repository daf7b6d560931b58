package org.cafcass.workload;

import java.time.LocalDate;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;

/**
 * What a weighting scheme sees of a case that an adviser holds, as at a day: two cases of one kind weigh the same.
 *
 * @param law public or private law
 * @param application the kind of application
 * @param stage to first hearing or after it
 * @param allocation in what way the adviser holds it
 * @param rule164 whether a guardian had been appointed under rule 16.4
 * @param highRisk whether it is of high risk
 * @param hub whether it is in a hub, whoever holds it there
 * @param children the number of its children rows
 */
public record CaseKind(
        Law law,
        Application application,
        Stage stage,
        AllocationKind allocation,
        boolean rule164,
        boolean highRisk,
        boolean hub,
        int children) {

    /**
     * The stage of a case as at a day: private law is to first hearing until one is held or further work is ordered; every other case is after
     * first hearing.
     */
    public static Stage stage(ChildrensCase childrensCase, LocalDate asAt) {
        boolean toFirstHearing = childrensCase.law() == Law.PRIVATE
                && childrensCase.firstHearingOn().map(asAt::isBefore).orElse(true)
                && childrensCase.furtherWorkOrderedOn().map(asAt::isBefore).orElse(true);
        return toFirstHearing ? Stage.TO_FIRST_HEARING : Stage.AFTER_FIRST_HEARING;
    }

    /** The children beyond the first. */
    public int furtherChildren() {
        return Math.max(0, children - 1);
    }

    /** The kind in the extract's code words: {@code public s31_care after_first_hearing, lead, 2 children}. */
    @Override
    public String toString() {
        return law.code() + " " + application.code() + " " + stage.code() + ", " + allocation.code()
                + (rule164 ? ", rule 16.4" : "")
                + (highRisk ? ", high risk" : "")
                + (hub ? ", in a hub" : "")
                + (children == 1 ? ", 1 child" : ", " + children + " children");
    }
}
