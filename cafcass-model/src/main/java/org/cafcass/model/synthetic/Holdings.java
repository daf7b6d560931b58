package org.cafcass.model.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.synthetic.Scenario.Caseload;
import org.cafcass.model.synthetic.Scenario.HeldElsewhere;

/** Decides who holds each open case on the two days that the paper compares. */
final class Holdings {
    private final Scenario scenario;
    private final Scale scale;
    private final Draw draw;
    private final List<AdviserFile> advisers;
    private final List<List<Integer>> nearest;
    private final List<Map<CaseFile, Holder>> holders = new ArrayList<>();

    Holdings(Scenario scenario, Scale scale, Draw draw, List<AdviserFile> advisers) {
        this.scenario = scenario;
        this.scale = scale;
        this.draw = draw;
        this.advisers = advisers;
        this.nearest = scenario.areas().stream().map(this::nearest).toList();
    }

    /** All areas: this one, those of its region, the others. */
    private List<Integer> nearest(AreaShare from) {
        List<AreaShare> areas = scenario.areas();
        return IntStream.range(0, areas.size())
                .boxed()
                .sorted(Comparator.comparingInt(i -> areas.get(i) == from
                        ? 0
                        : areas.get(i).area().region().equals(from.area().region()) ? 1 : 2))
                .toList();
    }

    /** Who holds the case on the first and on the second day; nobody where it isn't open. */
    Holder of(CaseFile file, int day) {
        return holders.get(day).getOrDefault(file, Holder.NOBODY);
    }

    /** The family court advisers, still employed, who lead a case on the second day. */
    List<AdviserFile> leads() {
        return holders.get(1).values().stream()
                .filter(holder -> holder.kind() == AllocationKind.LEAD)
                .map(Holder::adviser)
                .filter(Objects::nonNull)
                .filter(file -> file.role == Role.FAMILY_COURT_ADVISER && file.isEmployedAt(scenario.asAtDay()))
                .distinct()
                .toList();
    }

    void decide(List<CaseFile> cases) {
        for (HeldElsewhere held : scenario.heldElsewhere()) {
            holders.add(new IdentityHashMap<>());
            List<CaseFile> open = new ArrayList<>(
                    cases.stream().filter(file -> file.openAt(held.day())).toList());
            draw.shuffle(open);
            for (Caseload caseload : scenario.caseloads()) {
                if (caseload.day() == held.day()) {
                    leadByAdvisers(caseload, open);
                }
            }
            holdElsewhere(held, open);
        }
    }

    private Map<CaseFile, Holder> now() {
        return holders.get(holders.size() - 1);
    }

    /** Advisers keep what they led on the earlier day, then take cases of their own area, then of the next ones. */
    private void leadByAdvisers(Caseload target, List<CaseFile> open) {
        Map<AdviserFile, Integer> loads = new Caseloads(scale, draw).of(target, advisers);
        keep(loads, open, target);
        List<Deque<CaseFile>> waiting = new ArrayList<>();
        for (int area = 0; area < scenario.areas().size(); area++) {
            waiting.add(new ArrayDeque<>());
        }
        List<CaseFile> suitable = new ArrayList<>(
                open.stream().filter(file -> suits(file, target)).toList());
        suitable.sort(Comparator.comparingInt(file -> file.law() == Law.PUBLIC || file.highRisk ? 0 : 1));
        for (CaseFile file : suitable) {
            if (!now().containsKey(file)) {
                waiting.get(file.area).add(file);
            }
        }
        for (int distance = 0; distance < waiting.size(); distance++) {
            for (Map.Entry<AdviserFile, Integer> entry : loads.entrySet()) {
                AdviserFile adviser = entry.getKey();
                Deque<CaseFile> queue = waiting.get(nearest.get(adviser.area).get(distance));
                int left = entry.getValue();
                while (left > 0 && !queue.isEmpty()) {
                    now().put(queue.remove(), Holder.lead(adviser));
                    left--;
                }
                entry.setValue(left);
            }
        }
    }

    private boolean suits(CaseFile file, Caseload target) {
        boolean waits = file.received > target.day() - 8 && file.law() == Law.PRIVATE;
        return !waits && file.toFirstHearingAt(target.day()) == (target.team() == Team.TO_FIRST_HEARING);
    }

    private void keep(Map<AdviserFile, Integer> loads, List<CaseFile> open, Caseload target) {
        if (holders.size() < 2) {
            return;
        }
        for (CaseFile file : open) {
            Holder earlier = of(file, 0);
            Integer left = earlier.adviser() == null ? null : loads.get(earlier.adviser());
            if (earlier.kind() == AllocationKind.LEAD && left != null && left > 0 && suits(file, target)) {
                now().put(file, earlier);
                loads.put(earlier.adviser(), left - 1);
            }
        }
    }

    /** What advisers don't lead waits in hubs or on duty, or is led by managers; the newest cases aren't allocated yet. */
    private void holdElsewhere(HeldElsewhere held, List<CaseFile> open) {
        List<AdviserFile> supervisors = employed(held.day(), Role.PRACTICE_SUPERVISOR, Team.AFTER_FIRST_HEARING);
        List<AdviserFile> managers = employed(held.day(), Role.SERVICE_MANAGER, Team.AFTER_FIRST_HEARING);
        List<AdviserFile> hubs = employed(held.day(), Role.FAMILY_COURT_ADVISER, Team.HUB);
        List<AdviserFile> gone = advisers.stream()
                .filter(file -> file.role == Role.FAMILY_COURT_ADVISER
                        && file.employment == Employment.PERMANENT
                        && file.left <= held.day()
                        && file.left > held.day() - 60)
                .toList();
        int hub = scale.of(held.hub());
        int duty = scale.of(held.duty());
        int left = scale.of(held.leadHasLeft());
        int managed = scale.of(held.managers());
        for (CaseFile file : open) {
            if (now().containsKey(file)) {
                continue;
            }
            boolean mayWait = file.law() == Law.PRIVATE && !file.highRisk;
            boolean fresh = file.received > held.day() - 60;
            if (file.received > held.day() - 8) {
                continue;
            }
            if (hub > 0 && mayWait && (!fresh || duty == 0)) {
                now().put(file, new Holder(AllocationKind.HUB, near(hubs, file)));
                hub--;
            } else if (duty > 0 && mayWait) {
                now().put(file, new Holder(AllocationKind.DUTY, draw.happens(0.85) ? near(managers, file) : null));
                duty--;
            } else if (left > 0 && !gone.isEmpty() && !fresh) {
                now().put(file, Holder.lead(near(gone, file)));
                left--;
            } else if (managed > 0 && draw.happens(0.2)) {
                now().put(file, Holder.lead(near(managers, file)));
                managed--;
            } else {
                now().put(file, Holder.lead(near(supervisors, file)));
            }
        }
    }

    private List<AdviserFile> employed(int day, Role role, Team team) {
        List<AdviserFile> some = advisers.stream()
                .filter(file -> file.role == role && file.isEmployedAt(day))
                .toList();
        List<AdviserFile> ofTeam =
                some.stream().filter(file -> file.team == team).toList();
        return ofTeam.isEmpty() ? some : ofTeam;
    }

    /** One of the case's area where a few tries find one. */
    private AdviserFile near(List<AdviserFile> some, CaseFile file) {
        AdviserFile found = draw.of(some);
        for (int tries = 0; tries < 60 && found.area != file.area; tries++) {
            found = draw.of(some);
        }
        return found;
    }
}
