package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cafcass.model.Law;
import org.cafcass.model.synthetic.CaseFile.Listing;

/** Decides how far each case has come: its first hearing, further work, rule 16.4, risk, and how its next hearing is listed. */
final class Proceedings {
    private static final int WEEKS_52 = 52 * 7;
    private static final int WEEKS_100 = 100 * 7;
    private static final int MEDIAN_DAYS_TO_FIRST_HEARING = 63;

    private final Scenario scenario;
    private final Scale scale;
    private final WorkingDays workingDays;
    private final Draw draw;

    Proceedings(Scenario scenario, Scale scale, WorkingDays workingDays, Draw draw) {
        this.scenario = scenario;
        this.scale = scale;
        this.workingDays = workingDays;
        this.draw = draw;
    }

    void decide(List<CaseFile> cases) {
        for (CaseFile file : cases) {
            file.firstHearing = firstHearing(file);
            if (file.kind.goesOn()) {
                file.furtherWork = file.firstHearing;
                decideRule164(file);
            }
            file.highRisk = draw.happens(file.law() == Law.PUBLIC ? 0.35 : 0.22);
        }
        scenario.stages().forEach(stage -> meetStage(stage, cases));
        scenario.guardians().ifPresent(target -> appointGuardians(target, cases));
        decideListings(cases);
    }

    /** Moves first hearings to the other side of a day until exactly so many private law cases wait for theirs on it. */
    private void meetStage(Scenario.Stage target, List<CaseFile> cases) {
        int day = target.day();
        List<CaseFile> open = new ArrayList<>(cases.stream()
                .filter(file -> file.law() == Law.PRIVATE && file.openAt(day))
                .toList());
        draw.shuffle(open);
        int missing = scale.of(target.cases());
        for (CaseFile file : open) {
            missing -= file.toFirstHearingAt(day) ? 1 : 0;
        }
        for (CaseFile file : open) {
            if (missing > 0 && !file.toFirstHearingAt(day) && file.firstHearing > day - 100 && file.closed > day + 25) {
                int later = workingDays.onOrAfter(day + 1 + draw.below(20));
                hear(file, later <= scenario.asAtDay() ? later : NEVER);
                missing--;
            } else if (missing < 0 && file.toFirstHearingAt(day) && file.received < day - 30) {
                hear(file, workingDays.lastBefore(day + 1 - draw.below(20)));
                missing++;
            }
        }
    }

    private static void hear(CaseFile file, int day) {
        file.firstHearing = day;
        file.furtherWork = file.kind.goesOn() ? day : NEVER;
    }

    /** Cases with a guardian under rule 16.4: so many open ones by age, and closed ones that took so long on average. */
    private void appointGuardians(Scenario.Guardians target, List<CaseFile> cases) {
        List<CaseFile> some = new ArrayList<>(cases.stream()
                .filter(file -> file.kind.goesOn() && file.furtherWork <= target.day() - 30)
                .toList());
        draw.shuffle(some);
        some.forEach(file -> file.rule164 = NEVER);
        int[] left = {scale.of(target.young()), scale.of(target.over52Weeks()), scale.of(target.over100Weeks())};
        for (CaseFile file : some) {
            if (file.openAt(target.day())) {
                int age = target.day() - file.received;
                int band = age >= WEEKS_100 ? 2 : age >= WEEKS_52 ? 1 : 0;
                if (left[band] > 0) {
                    left[band]--;
                    file.rule164 =
                            workingDays.lastBefore(file.furtherWork + 1 + draw.below(target.day() - file.furtherWork));
                }
            }
        }
        appointInClosed(target, some);
    }

    /** Takes cases that lasted longer or less long than the mean, whichever brings it nearer. */
    private void appointInClosed(Scenario.Guardians target, List<CaseFile> some) {
        int left = scale.of(target.closed());
        double balance = 0;
        for (CaseFile file : some) {
            if (left > 0 && target.year().contains(file.closed)) {
                double weeks = file.daysBy(file.closed) / 7.0 - target.closedMeanWeeks();
                if (weeks > -50 && (weeks > 0 ? balance <= 0 : balance >= 0)) {
                    balance += weeks;
                    left--;
                    file.rule164 = file.furtherWork;
                }
            }
        }
    }

    private int firstHearing(CaseFile file) {
        return file.closed == NEVER ? firstHearingOfOpen(file) : firstHearingOfClosed(file);
    }

    private int firstHearingOfClosed(CaseFile file) {
        return switch (file.kind) {
            case CARE, PUBLIC -> Math.min(workingDays.onOrAfter(file.received + draw.between(12, 22)), file.closed);
            case S8_FIRST, PRIVATE_FIRST -> workingDays.lastBefore(file.closed - draw.below(8));
            case S8_AFTER, PRIVATE_AFTER ->
                workingDays.lastBefore(
                        file.received + Math.min(daysToFirstHearing(), file.closed - file.received - 10));
        };
    }

    private int daysToFirstHearing() {
        return Math.max(30, (int) draw.aroundMedian(MEDIAN_DAYS_TO_FIRST_HEARING));
    }

    /** A first hearing that is still ahead is listed, but not held: the case has no day for it yet. */
    private int firstHearingOfOpen(CaseFile file) {
        int asAt = scenario.asAtDay();
        int age = asAt - file.received;
        int day = switch (file.kind) {
            case CARE, PUBLIC -> workingDays.onOrAfter(file.received + draw.between(12, 22));
            case S8_FIRST, PRIVATE_FIRST ->
                age > 200 || age > 40 && draw.happens(0.06) ? workingDays.lastBefore(asAt - draw.below(10)) : NEVER;
            case S8_AFTER, PRIVATE_AFTER ->
                workingDays.lastBefore(file.received + Math.min(daysToFirstHearing(), Math.max(age - 10, 180)));
        };
        return day <= asAt ? day : NEVER;
    }

    private void decideRule164(CaseFile file) {
        int end = Math.min(file.closed, scenario.asAtDay());
        if (file.furtherWork != NEVER && end - file.furtherWork > 200 && draw.happens(0.17)) {
            file.rule164 = workingDays.lastBefore(file.furtherWork + draw.between(60, 190));
        }
    }

    /** The longer the further work has gone on, the likelier that the report is filed. */
    private void decideListings(List<CaseFile> cases) {
        int asAt = scenario.asAtDay();
        Map<CaseFile, Integer> order = new IdentityHashMap<>();
        List<CaseFile> candidates = new ArrayList<>();
        for (CaseFile file : cases) {
            if (file.kind.goesOn() && file.openAt(asAt) && file.furtherWork <= asAt - 50) {
                candidates.add(file);
                order.put(file, file.furtherWork + draw.below(150));
            }
        }
        candidates.sort(Comparator.comparing(order::get));
        int wanted = scenario.listings().values().stream()
                .mapToInt(holding -> scale.of(holding.cases()))
                .sum();
        List<CaseFile> pool = new ArrayList<>(candidates.subList(0, Math.min(candidates.size(), wanted + wanted / 10)));
        draw.shuffle(pool);
        for (Listing listing : List.of(Listing.COURT_READY, Listing.HEARING_AHEAD, Listing.UNLISTED)) {
            Scenario.Holding holding = scenario.listing(listing);
            Set<CaseFile> chosen =
                    new HashSet<>(Subset.of(pool, scale.of(holding.cases()), scale.of(holding.children())));
            chosen.forEach(file -> file.listing = listing);
            pool.removeIf(chosen::contains);
        }
    }
}
