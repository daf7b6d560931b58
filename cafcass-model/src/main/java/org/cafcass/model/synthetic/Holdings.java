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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.synthetic.Scenario.Caseload;
import org.cafcass.model.synthetic.Scenario.Growth;
import org.cafcass.model.synthetic.Scenario.HeldElsewhere;
import org.cafcass.model.synthetic.Scenario.Supervision;

/** Decides who holds each open case on the days that the paper compares. */
final class Holdings {
    private static final double POINTS_TO_FIRST = 2.5;
    private static final double POINTS_AFTER = 4;
    private static final int SUPERVISED_FEW = 12;

    /** How much more of the whole the areas above 90% lead than their part of the capacity. */
    private static final double PRESSED = 1.09;

    private static final double DUTY_PER_MANAGER_PRESSED = 21.5;
    private static final int DAYS_ON_DUTY = 45;

    private final Scenario scenario;
    private final Scale scale;
    private final Draw draw;
    private final List<AdviserFile> advisers;
    private final List<List<Integer>> nearest;
    private final List<Decided> decided = new ArrayList<>();
    private List<Integer> days = List.of();

    /** Who holds each case on a day, and who supports. */
    private record Decided(int day, Map<CaseFile, Holder> holders, Map<CaseFile, AdviserFile> supporters) {
        Decided(int day) {
            this(day, new IdentityHashMap<>(), new IdentityHashMap<>());
        }
    }

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

    /** The days on which it is decided, in order. */
    List<Integer> days() {
        return days;
    }

    /** Who holds the case on one of the days, by its number; nobody where it isn't open. */
    Holder of(CaseFile file, int day) {
        return decided.get(day).holders.getOrDefault(file, Holder.NOBODY);
    }

    /** The family court advisers, still employed, who lead a case on the last day. */
    List<AdviserFile> leads() {
        return now().values().stream()
                .filter(holder -> holder.kind() == AllocationKind.LEAD)
                .map(Holder::adviser)
                .filter(Objects::nonNull)
                .filter(file -> file.role == Role.FAMILY_COURT_ADVISER && file.isEmployedAt(scenario.asAtDay()))
                .distinct()
                .toList();
    }

    void decide(List<CaseFile> cases) {
        for (HeldElsewhere held : scenario.heldElsewhere()) {
            decided.add(new Decided(held.day()));
            List<CaseFile> open = open(cases, held.day());
            held.supervision().ifPresent(target -> holdOnDuty(held, target, open));
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
        scenario.growth().ifPresent(growth -> holdBefore(growth, open(cases, growth.day())));
        days = decided.stream().map(Decided::day).toList();
    }

    private List<CaseFile> open(List<CaseFile> cases, int day) {
        List<CaseFile> open =
                new ArrayList<>(cases.stream().filter(file -> file.openAt(day)).toList());
        draw.shuffle(open);
        return open;
    }

    private Map<CaseFile, Holder> now() {
        return decided.get(decided.size() - 1).holders;
    }

    /** Advisers keep what they led on the earlier day, then take others. */
    private void leadByAdvisers(Caseload target, List<CaseFile> open, HeldElsewhere held) {
        int[] capacity = capacity(target);
        Map<AdviserFile, Integer> loads =
                new Caseloads(scale, draw).of(target, advisers, partsOfTheWhole(target, held, capacity));
        int[] lighter = Scale.shareOut(lighterCases(target, held, loads, capacity), withPrivateLaw(capacity));
        handOut(lighter(target, open, lighter), loads);
        keep(loads, open, target);
        List<CaseFile> suitable = new ArrayList<>(open.stream()
                .filter(file -> suits(file, target) && !now().containsKey(file))
                .toList());
        suitable.sort(Comparator.comparingInt(file -> file.law() == Law.PUBLIC || file.highRisk ? 0 : 1));
        handOut(suitable, loads);
    }

    /** Some cases of the other stage: so many of each area, and what an area has too few of from any. */
    private List<CaseFile> lighter(Caseload target, List<CaseFile> open, int... byArea) {
        List<CaseFile> lighter = new ArrayList<>();
        List<CaseFile> others = new ArrayList<>();
        for (CaseFile file : open) {
            if (isSettled(file, target) && !suits(file, target) && !now().containsKey(file)) {
                if (byArea[file.area] > 0) {
                    byArea[file.area]--;
                    lighter.add(file);
                } else {
                    others.add(file);
                }
            }
        }
        int lacking = Math.min(Arrays.stream(byArea).sum(), others.size());
        lighter.addAll(others.subList(0, lacking));
        return lighter;
    }

    /** Advisers take cases of their own area, then of the next ones, until they have as many as they are to lead. */
    private void handOut(List<CaseFile> cases, Map<AdviserFile, Integer> loads) {
        List<Deque<CaseFile>> waiting = new ArrayList<>();
        scenario.areas().forEach(area -> waiting.add(new ArrayDeque<>()));
        cases.forEach(file -> waiting.get(file.area).add(file));
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
    private int lighterCases(Caseload target, HeldElsewhere held, Map<AdviserFile, Integer> loads, int[] capacity) {
        if (held.supervision().isEmpty() || target.team() != Team.AFTER_FIRST_HEARING) {
            return 0;
        }
        int tenths = Arrays.stream(capacity).sum();
        int cases = loads.values().stream().mapToInt(Integer::intValue).sum();
        double wanted = 10.0 * tenths * held.supervision().get().saturationPercent() / 100;
        return Math.max(0, (int) Math.round((POINTS_AFTER * cases - wanted) / (POINTS_AFTER - POINTS_TO_FIRST)));
    }

    /** The tenths of full-time advisers that a team has in each area. */
    private int[] capacity(Caseload target) {
        int[] tenths = new int[scenario.areas().size()];
        for (AdviserFile file : advisers) {
            if (file.role == Role.FAMILY_COURT_ADVISER
                    && file.team == target.team()
                    && file.isEmployedAt(target.day())) {
                tenths[file.area] += file.tenths;
            }
        }
        return tenths;
    }

    /** How much of the whole the advisers of each area are to lead, where some areas are to be above 90% and the others below. */
    private double[] partsOfTheWhole(Caseload target, HeldElsewhere held, int... capacity) {
        if (held.supervision().isEmpty() || target.team() != Team.AFTER_FIRST_HEARING) {
            return new double[0];
        }
        Set<String> pressed = held.supervision().get().pressed();
        double[] parts = new double[capacity.length];
        double of = 0;
        for (int area = 0; area < parts.length; area++) {
            of += isOneOf(pressed, area) ? capacity[area] : 0;
        }
        double others = Arrays.stream(capacity).sum() - of;
        for (int area = 0; area < parts.length; area++) {
            parts[area] = capacity[area] * (isOneOf(pressed, area) ? PRESSED : 1 - (PRESSED - 1) * of / others);
        }
        return parts;
    }

    private boolean isOneOf(Set<String> codes, int area) {
        return codes.contains(scenario.areas().get(area).area().areaCode().value());
    }

    private int[] withPrivateLaw(int... capacity) {
        int[] some = capacity.clone();
        for (int area = 0; area < some.length; area++) {
            some[area] = scenario.areas().get(area).received(Law.PRIVATE, 1) > 0 ? some[area] : 0;
        }
        return some;
    }

    private static boolean isSettled(CaseFile file, Caseload target) {
        return file.received <= target.day() - 8 || file.law() == Law.PUBLIC;
    }

    private boolean suits(CaseFile file, Caseload target) {
        return isSettled(file, target)
                && file.toFirstHearingAt(target.day()) == (target.team() == Team.TO_FIRST_HEARING);
    }

    private void keep(Map<AdviserFile, Integer> loads, List<CaseFile> open, Caseload target) {
        if (decided.size() < 2) {
            return;
        }
        for (CaseFile file : open) {
            Holder earlier = of(file, 0);
            Integer left = earlier.adviser() == null ? null : loads.get(earlier.adviser());
            if (earlier.kind() == AllocationKind.LEAD
                    && left != null
                    && left > 0
                    && suits(file, target)
                    && !now().containsKey(file)) {
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

    /** Cases that may wait are on duty, first those whose further work is new: so many of each area, with so many children. */
    private void holdOnDuty(HeldElsewhere held, Supervision target, List<CaseFile> open) {
        List<CaseFile> onDuty = new ArrayList<>();
        int[] cases = dutyByArea(held, target);
        int casesLeft = Arrays.stream(cases).sum();
        int childrenLeft = scale.of(target.dutyChildren());
        for (int area = 0; area < cases.length; area++) {
            int here = area;
            List<CaseFile> candidates = open.stream()
                    .filter(file -> file.area == here && mayWait(file) && file.received <= held.day() - 8)
                    .sorted(Comparator.comparing((CaseFile file) -> file.toFirstHearingAt(held.day()))
                            .thenComparing(file -> file.furtherWork <= held.day() - DAYS_ON_DUTY))
                    .toList();
            int children = casesLeft == 0 ? 0 : (int) Math.round((double) childrenLeft * cases[area] / casesLeft);
            List<CaseFile> chosen = Subset.of(candidates, cases[area], children);
            onDuty.addAll(chosen);
            casesLeft -= cases[area];
            childrenLeft -= chosen.stream().mapToInt(file -> file.children).sum();
        }
        draw.shuffle(onDuty);
        List<Deque<AdviserFile>> managers = dutyManagers(held, target);
        for (CaseFile file : onDuty) {
            AdviserFile own = managers.get(file.area).poll();
            now().put(file, new Holder(AllocationKind.DUTY, own));
        }
        Deque<AdviserFile> others = new ArrayDeque<>();
        managers.forEach(others::addAll);
        for (CaseFile file : onDuty) {
            if (of(file, decided.size() - 1).adviser() == null && !others.isEmpty()) {
                now().put(file, new Holder(AllocationKind.DUTY, others.remove()));
            }
        }
    }

    private int[] dutyByArea(HeldElsewhere held, Supervision target) {
        int[] weights = scenario.areas().stream()
                .mapToInt(area ->
                        target.dutyByArea().containsKey(area.area().areaCode().value())
                                ? 0
                                : area.received(Law.PRIVATE, 1))
                .toArray();
        int rest = scale.of(held.duty());
        for (int count : target.dutyByArea().values()) {
            rest -= scale.of(count);
        }
        int[] cases = Scale.shareOut(Math.max(0, rest), weights);
        target.dutyByArea().forEach((code, count) -> cases[scenario.areaIndex(code)] = scale.of(count));
        return cases;
    }

    /** By area its service managers, each as often as they hold a case on duty. */
    private List<Deque<AdviserFile>> dutyManagers(HeldElsewhere held, Supervision target) {
        List<List<AdviserFile>> managers = new ArrayList<>();
        scenario.areas().forEach(area -> managers.add(new ArrayList<>()));
        all(held.day(), Role.SERVICE_MANAGER)
                .forEach(manager -> managers.get(manager.area).add(manager));
        int[] weights = new int[managers.size()];
        int[] turns = new int[managers.size()];
        int rest = scale.of(target.dutyByManagers());
        for (int area = 0; area < turns.length; area++) {
            int here = managers.get(area).size();
            if (isOneOf(target.pressed(), area)) {
                turns[area] = Math.min(rest, (int) Math.ceil(DUTY_PER_MANAGER_PRESSED * here * scale.factor()));
                rest -= turns[area];
            } else {
                weights[area] = here;
            }
        }
        int[] others = Scale.shareOut(rest, weights);
        List<Deque<AdviserFile>> all = new ArrayList<>();
        for (int area = 0; area < turns.length; area++) {
            Deque<AdviserFile> holding = new ArrayDeque<>();
            List<AdviserFile> here = managers.get(area);
            for (int i = 0; i < turns[area] + others[area] && !here.isEmpty(); i++) {
                holding.add(here.get(i % here.size()));
            }
            all.add(holding);
        }
        return all;
    }

    /** Managers and hubs hold what the paper says; what is left is led by the advisers of the other teams. */
    private void holdWithManagers(HeldElsewhere held, Supervision target, List<CaseFile> open) {
        List<AdviserFile> supervisors = new ArrayList<>(all(held.day(), Role.PRACTICE_SUPERVISOR));
        List<AdviserFile> managers = all(held.day(), Role.SERVICE_MANAGER);
        List<AdviserFile> hubs = employed(held.day(), Role.FAMILY_COURT_ADVISER, Team.HUB);
        List<AdviserFile> others = all(held.day(), Role.FAMILY_COURT_ADVISER).stream()
                .filter(file -> file.team == Team.HUB || file.team == Team.IMPROVEMENT)
                .toList();
        int[] caseloads = supervised(target, supervisors.size());
        int leads =
                (int) Math.round(target.leadPercent() * Arrays.stream(caseloads).sum() / 100);
        Deque<AdviserFile> leading = turns(supervisors, Scale.shareOut(leads, caseloads));
        int managed = scale.of(held.managers());
        List<CaseFile> rest = new ArrayList<>(open.stream()
                .filter(file -> !now().containsKey(file) && file.received <= held.day() - 8)
                .toList());
        List<CaseFile> waiting = rest.stream().filter(Holdings::mayWait).toList();
        for (CaseFile file : Subset.of(waiting, scale.of(held.hub()), scale.of(target.hubChildren()))) {
            now().put(file, new Holder(AllocationKind.HUB, near(hubs, file)));
        }
        rest.removeIf(now()::containsKey);
        for (CaseFile file : rest) {
            if (!leading.isEmpty()) {
                now().put(file, Holder.lead(leading.remove()));
            } else if (managed > 0) {
                now().put(file, Holder.lead(near(managers, file)));
                managed--;
            } else {
                now().put(file, Holder.lead(near(others, file)));
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
                decided.get(decided.size() - 1).supporters.put(file, turns.remove());
            }
        }
    }

    Optional<AdviserFile> supporter(CaseFile file, int day) {
        return Optional.ofNullable(decided.get(day).supporters.get(file));
    }

    /** On the day before the growth each kind of holder had so many cases and children fewer; whose cases those were is drawn. */
    private void holdBefore(Growth growth, List<CaseFile> open) {
        Decided last = decided.get(decided.size() - 1);
        Decided before = new Decided(growth.day());
        List<CaseFile> left = new ArrayList<>(open);
        left.sort(Comparator.comparingInt(file -> file.received > growth.day() - 8 ? 1 : 0));
        List<AdviserFile> managing = new ArrayList<>(all(growth.day(), Role.PRACTICE_SUPERVISOR));
        managing.addAll(all(growth.day(), Role.SERVICE_MANAGER));
        List<AdviserFile> advising = all(growth.day(), Role.FAMILY_COURT_ADVISER);
        List<AdviserFile> locums = advising.stream()
                .filter(file -> file.employment == Employment.LOCUM)
                .toList();
        List<AdviserFile> permanent = advising.stream()
                .filter(file -> file.employment == Employment.PERMANENT)
                .toList();
        take(left, before, last, growth.hubs(), holder -> holder.kind() == AllocationKind.HUB, List.of());
        take(left, before, last, growth.managersAndDuty(), Holdings::isManagedOrOnDuty, managing);
        take(left, before, last, growth.locums(), holder -> isLedBy(holder, Employment.LOCUM), locums);
        take(
                left,
                before,
                last,
                growth.permanentAdvisers(),
                holder -> isLedBy(holder, Employment.PERMANENT),
                permanent);
        decided.add(0, before);
    }

    private static boolean isManagedOrOnDuty(Holder holder) {
        return holder.kind() == AllocationKind.DUTY
                || holder.kind() == AllocationKind.LEAD
                        && holder.adviser() != null
                        && holder.adviser().role != Role.FAMILY_COURT_ADVISER;
    }

    private static boolean isLedBy(Holder holder, Employment employment) {
        return holder.kind() == AllocationKind.LEAD
                && holder.adviser() != null
                && holder.adviser().role == Role.FAMILY_COURT_ADVISER
                && holder.adviser().employment == employment;
    }

    /** Gives some advisers as many cases and children as holders of a kind have on the last day, less the growth. */
    private void take(
            List<CaseFile> left,
            Decided before,
            Decided last,
            Scenario.Holding growth,
            Predicate<Holder> kind,
            List<AdviserFile> some) {
        int cases = -scale.of(growth.cases());
        int children = -scale.of(growth.children());
        for (Map.Entry<CaseFile, Holder> entry : last.holders.entrySet()) {
            if (kind.test(entry.getValue())) {
                cases++;
                children += entry.getKey().children;
            }
        }
        if (cases <= 0 || some.isEmpty()) {
            return;
        }
        Set<CaseFile> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.addAll(Subset.of(left, cases, children));
        left.removeIf(chosen::contains);
        List<List<AdviserFile>> byArea = new ArrayList<>();
        for (int area = 0; area < scenario.areas().size(); area++) {
            int here = area;
            List<AdviserFile> ofArea =
                    some.stream().filter(file -> file.area == here).toList();
            byArea.add(ofArea.isEmpty() ? some : ofArea);
        }
        int[] turn = new int[byArea.size()];
        for (CaseFile file : inOrder(chosen)) {
            List<AdviserFile> here = byArea.get(file.area);
            before.holders.put(file, Holder.lead(here.get(turn[file.area]++ % here.size())));
        }
    }

    private static List<CaseFile> inOrder(Set<CaseFile> some) {
        return some.stream()
                .sorted(Comparator.comparing(file -> file.id.value()))
                .toList();
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
