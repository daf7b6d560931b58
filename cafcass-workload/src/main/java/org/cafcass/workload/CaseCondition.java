package org.cafcass.workload;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Law;
import org.cafcass.model.Stage;
import org.cafcass.workload.json.JsonFields;

/**
 * Which kinds of case a weight or an adjustment is for: all that is given must hold; with nothing given it holds for every case.
 *
 * @param law the law
 * @param application the kind of application
 * @param stage the stage
 * @param allocation in what way the adviser holds the case
 * @param rule164 whether a guardian had been appointed under rule 16.4
 * @param highRisk whether the case is of high risk
 * @param hub whether the case is in a hub
 * @param childrenAbove the number that its children are above
 */
public record CaseCondition(
        Optional<Law> law,
        Optional<Application> application,
        Optional<Stage> stage,
        Optional<AllocationKind> allocation,
        Optional<Boolean> rule164,
        Optional<Boolean> highRisk,
        Optional<Boolean> hub,
        Optional<Integer> childrenAbove) {

    /** Whether it holds for a kind of case. */
    public boolean matches(CaseKind kind) {
        return is(law, kind.law())
                && is(application, kind.application())
                && is(stage, kind.stage())
                && is(allocation, kind.allocation())
                && is(rule164, kind.rule164())
                && is(highRisk, kind.highRisk())
                && is(hub, kind.hub())
                && childrenAbove.map(number -> kind.children() > number).orElse(true);
    }

    private static <T> boolean is(Optional<T> wanted, T value) {
        return wanted.map(value::equals).orElse(true);
    }

    static CaseCondition read(JsonFields fields) {
        return new CaseCondition(
                fields.optional("law", name -> fields.code(name, Law.class)),
                fields.optional("application", name -> fields.code(name, Application.class)),
                fields.optional("stage", name -> fields.code(name, Stage.class)),
                fields.optional("allocation", name -> fields.code(name, AllocationKind.class)),
                fields.optional("rule_16_4", fields::truth),
                fields.optional("high_risk", fields::truth),
                fields.optional("hub", fields::truth),
                fields.optional("children_above", name -> fields.whole(name, 0)));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        law.ifPresent(value -> tree.put("law", value.code()));
        application.ifPresent(value -> tree.put("application", value.code()));
        stage.ifPresent(value -> tree.put("stage", value.code()));
        allocation.ifPresent(value -> tree.put("allocation", value.code()));
        rule164.ifPresent(value -> tree.put("rule_16_4", value));
        highRisk.ifPresent(value -> tree.put("high_risk", value));
        hub.ifPresent(value -> tree.put("hub", value));
        childrenAbove.ifPresent(value -> tree.put("children_above", value));
        return tree;
    }

    /** The condition as it is written in a scheme: {@code stage=after_first_hearing, law=public}; {@code any case} for none. */
    @Override
    public String toString() {
        return Conditions.words(tree(), "any case");
    }
}
