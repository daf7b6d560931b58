package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cafcass.model.ChildId;
import org.cafcass.model.Law;

/** Makes the children of the cases, and whether they were engaged. Everyone is born on the 15th of a month. */
final class Households {
    private final Scenario scenario;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final Identifiers identifiers;

    Households(Scenario scenario, WorkingDays workingDays, Draw draw) {
        this.scenario = scenario;
        this.workingDays = workingDays;
        this.draw = draw;
        this.identifiers = new Identifiers('c', draw);
    }

    void fill(List<CaseFile> cases) {
        List<ChildFile> expected = new ArrayList<>();
        for (CaseFile file : cases) {
            file.childFiles = childrenOf(file);
            for (ChildFile child : file.childFiles) {
                decideEligibility(child);
                if (file.openAt(scenario.asAtDay()) && child.eligible.orElse(true)) {
                    expected.add(child);
                } else if (file.closed != NEVER && draw.happens(0.9)) {
                    record(child, file.closed, draw.happens(0.9));
                }
            }
        }
        recordShares(expected);
    }

    private List<ChildFile> childrenOf(CaseFile file) {
        List<ChildFile> children = new ArrayList<>(file.children);
        for (int i = 0; i < file.children; i++) {
            CaseFile earlier = file.previous;
            if (earlier != null && i < earlier.children) {
                ChildFile known = earlier.childFiles.get(i);
                children.add(new ChildFile(file, known.id, known.born));
            } else {
                children.add(new ChildFile(file, new ChildId(identifiers.next()), born(file)));
            }
        }
        return children;
    }

    /** Children in public law are younger: the lower of two ages. */
    private int born(CaseFile file) {
        int months = 1 + draw.below(12 * 16);
        if (file.law() == Law.PUBLIC) {
            months = Math.min(months, 1 + draw.below(12 * 16));
        }
        return (int) LocalDate.ofEpochDay(file.received)
                .minusMonths(months)
                .withDayOfMonth(15)
                .toEpochDay();
    }

    private void decideEligibility(ChildFile child) {
        boolean waiting = child.file.toFirstHearingAt(Math.min(child.file.closed, scenario.asAtDay()));
        double share = draw.share();
        if (share < (waiting ? 0.5 : 0.04)) {
            child.eligible = Optional.of(false);
        } else if (share < 0.95) {
            child.eligible = Optional.of(true);
        }
    }

    /** Exactly the scenario's share of the eligible children in open cases has a record, and of those was seen in person. */
    private void recordShares(List<ChildFile> expected) {
        draw.shuffle(expected);
        int recorded = (int) Math.round(expected.size() * scenario.engagement().recordedPercent() / 100);
        int inPerson = (int) Math.round(recorded * scenario.engagement().inPersonPercent() / 100);
        for (int i = 0; i < recorded; i++) {
            record(expected.get(i), scenario.asAtDay() + 1, i < inPerson);
        }
    }

    private void record(ChildFile child, int before, boolean inPerson) {
        int received = child.file.received;
        int day = received + (int) draw.aroundMedian(35);
        child.recorded = day < before ? workingDays.onOrAfter(day) : received;
        if (child.recorded >= before) {
            child.recorded = received;
        }
        child.inPerson = inPerson;
    }
}
