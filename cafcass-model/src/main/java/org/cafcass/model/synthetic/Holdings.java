package org.cafcass.model.synthetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.synthetic.Scenario.Caseload;
import org.cafcass.model.synthetic.Scenario.HeldElsewhere;
import org.cafcass.model.synthetic.Scenario.Supervision;

/** Decides who holds each open case on the two days that the paper compares. */
final class Holdings {
    private static final double POINTS_TO_FIRST = 2.5;
    private static final double POINTS_AFTER = 4;
    private static final int SUPERVISED_FEW = 12;

    private final Scenario scenario;
    private final Scale scale;
    private final Draw draw;
    private final List<AdviserFile> advisers;
    private final List<List<Integer>> nearest;
    private final List<Map<CaseFile, Holder>> holders = new ArrayList<>();
    private final List<Map<CaseFile, AdviserFile>> supporters = new ArrayList<>();

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
            supporters.add(new IdentityHashMap<>());
            List<CaseFile> open = new ArrayList<>(
                    cases.stream().filter(file -> file.openAt(held.day())).toList());
            draw.shuffle(open);
            for (Caseload caseload : scenario.caseloads()) {
                if (caseload.day() == held.day()) {
                    leadByAdvisers(caseload, open, held);
                }
            }
            if (held.supervision().isPresent()) {
                holdWithManagers(held, held.supervision().get(), open);
            } else {
                holdElsewhere(held, open);
            }
        }
    }

    private Map<CaseFile, Holder> now() {
        return holders.get(holders.size() - 1);
    }

    /** Advisers keep what they led on the earlier day, then take cases of their own area, then of the next ones. */
    private void leadByAdvisers(Caseload target, List<CaseFile> open, HeldElsewhere held) {
        Map<AdviserFile, Integer> loads = new Caseloads(scale, draw).of(target, advisers);
        int lighter = lighterCases(target, held, loads);
        keep(loads, open, target);
        List<Deque<CaseFile>> waiting = new ArrayList<>();
        for (int area = 0; area < scenario.areas().size(); area++) {
            waiting.add(new ArrayDeque<>());
        }
        List<CaseFile> suitable = new ArrayList<>(
                open.stream().filter(file -> suits(file, target)).toList());
        suitable.sort(Comparator.comparingInt(file -> file.law() == Law.PUBLIC || file.highRisk ? 0 : 1));
        for (CaseFile file : open) {
            if (lighter > 0 && isSettled(file, target) && !suits(file, target) && !now().containsKey(file)) {
                waiting.get(file.area).add(file);
                lighter--;
            }
        }
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

    /** How many cases to first hearing the teams after it must hold for their load to be the paper's share of their capacity. */
    private int lighterCases(Caseload target, HeldElsewhere held, Map<AdviserFile, Integer> loads) {
        if (held.supervision().isEmpty() || target.team() != Team.AFTER_FIRST_HEARING) {
            return 0;
        }
        int tenths = 0;
        for (AdviserFile file : advisers) {
            if (file.role == Role.FAMILY_COURT_ADVISER
                    && file.team == target.team()
                    && file.isEmployedAt(target.day())) {
                tenths += file.tenths;
            }
        }
        int cases = loads.values().stream().mapToInt(Integer::intValue).sum();
        double wanted = 10.0 * tenths * held.supervision().get().saturationPercent() / 100;
        return Math.max(0, (int) Math.round((POINTS_AFTER * cases - wanted) / (POINTS_AFTER - POINTS_TO_FIRST)));
    }

    private static boolean isSettled(CaseFile file, Caseload target) {
        return file.received <= target.day() - 8 || file.law() == Law.PUBLIC;
    }

    private boolean suits(CaseFile file, Caseload target) {
        return isSettled(file, target)
                && file.toFirstHearingAt(target.day()) == (target.team() == Team.TO_FIRST_HEARING);
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

    /** Managers hold what the paper says; what is left waits in hubs, or with a lead who has left. */
    private void holdWithManagers(HeldElsewhere held, Supervision target, List<CaseFile> open) {
        List<AdviserFile> supervisors = new ArrayList<>(all(held.day(), Role.PRACTICE_SUPERVISOR));
        List<AdviserFile> managers = all(held.day(), Role.SERVICE_MANAGER);
        List<AdviserFile> hubs = employed(held.day(), Role.FAMILY_COURT_ADVISER, Team.HUB);
        int[] caseloads = supervised(target, supervisors.size());
        int leads =
                (int) Math.round(target.leadPercent() * Arrays.stream(caseloads).sum() / 100);
        Deque<AdviserFile> leading = turns(supervisors, Scale.shareOut(leads, caseloads));
        int duty = scale.of(held.duty());
        int dutyByManagers = scale.of(target.dutyByManagers());
        int managed = scale.of(held.managers());
        List<CaseFile> rest = new ArrayList<>(open.stream()
                .filter(file -> !now().containsKey(file) && file.received <= held.day() - 8)
                .toList());
        rest.sort(Comparator.comparingInt(file -> mayWait(file) ? 1 : 0));
        for (CaseFile file : rest) {
            if (!mayWait(file) && !leading.isEmpty() || duty == 0 && !leading.isEmpty()) {
                now().put(file, Holder.lead(leading.remove()));
            } else if (duty > 0) {
                now().put(file, new Holder(AllocationKind.DUTY, dutyByManagers > 0 ? near(managers, file) : null));
                dutyByManagers--;
                duty--;
            } else if (managed > 0) {
                now().put(file, Holder.lead(near(managers, file)));
                managed--;
            } else {
                now().put(file, new Holder(AllocationKind.HUB, near(hubs, file)));
            }
        }
        support(supervisors, caseloads, Scale.shareOut(leads, caseloads), open);
    }

    private static boolean mayWait(CaseFile file) {
        return file.law() == Law.PRIVATE && !file.highRisk;
    }

    /** How many cases each supervisor holds: the share above twelve, and the mean. */
    private int[] supervised(Supervision target, int supervisors) {
        int above = (int) Math.round(supervisors * target.above12Percent() / 100);
        int missing = (int) Math.round(supervisors * target.meanPerSupervisor());
        int[] caseloads = new int[supervisors];
        for (int i = 0; i < supervisors; i++) {
            caseloads[i] = i < above ? SUPERVISED_FEW + 1 + draw.below(12) : 4 + draw.below(SUPERVISED_FEW - 4);
            missing -= caseloads[i];
        }
        for (int tries = 400 * supervisors; tries > 0 && missing != 0; tries--) {
            int i = draw.below(supervisors);
            int load = caseloads[i] + Integer.signum(missing);
            if (i < above ? load > SUPERVISED_FEW && load < 3 * SUPERVISED_FEW : load > 1 && load <= SUPERVISED_FEW) {
                caseloads[i] = load;
                missing -= Integer.signum(missing);
            }
        }
        return caseloads;
    }

    private Deque<AdviserFile> turns(List<AdviserFile> some, int[] counts) {
        List<AdviserFile> turns = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            turns.addAll(Collections.nCopies(counts[i], some.get(i)));
        }
        draw.shuffle(turns);
        return new ArrayDeque<>(turns);
    }

    /** What supervisors hold and don't lead they support, each case for one of them. */
    private void support(List<AdviserFile> supervisors, int[] caseloads, int[] leads, List<CaseFile> open) {
        int[] supports = new int[caseloads.length];
        for (int i = 0; i < supports.length; i++) {
            supports[i] = caseloads[i] - leads[i];
        }
        Deque<AdviserFile> turns = turns(supervisors, supports);
        for (CaseFile file : open) {
            Holder lead = now().getOrDefault(file, Holder.NOBODY);
            boolean ledByAdviser = lead.kind() == AllocationKind.LEAD
                    && lead.adviser() != null
                    && lead.adviser().role == Role.FAMILY_COURT_ADVISER;
            if (ledByAdviser && !turns.isEmpty()) {
                supporters.get(supporters.size() - 1).put(file, turns.remove());
            }
        }
    }

    Optional<AdviserFile> supporter(CaseFile file, int day) {
        return Optional.ofNullable(supporters.get(day).get(file));
    }

    private List<AdviserFile> all(int day, Role role) {
        return advisers.stream()
                .filter(file -> file.role == role && file.isEmployedAt(day))
                .toList();
    }

    private List<AdviserFile> employed(int day, Role role, Team team) {
        List<AdviserFile> some = all(day, role);
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
