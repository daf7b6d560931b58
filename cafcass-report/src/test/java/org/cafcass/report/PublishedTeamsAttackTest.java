package org.cafcass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.DisclosureControl;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.Measures;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Adviser;
import org.cafcass.model.AdviserId;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Application;
import org.cafcass.model.Area;
import org.cafcass.model.AreaCode;
import org.cafcass.model.CaseId;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.cafcass.workload.WorkloadMeasures;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * A reader of published loads and counts by area and team, who knows that each public law case is 4 points, that everybody works full time
 * and is worth 100 points of capacity, and solves for what is hidden: each number that is shown is a sum of what the teams of the areas have.
 */
class PublishedTeamsAttackTest {
    private static final LocalDate MON_2025_03_31 = LocalDate.of(2025, 3, 31);
    private static final int POINTS = 4;
    private static final int CAPACITY = 100;
    private static final List<String> AREAS = List.of("A1", "A2", "A3", "A4");
    private static final List<Team> TEAMS = List.of(Team.TO_FIRST_HEARING, Team.AFTER_FIRST_HEARING, Team.HUB);
    private static final List<AllocationKind> OTHERWISE =
            List.of(AllocationKind.DUTY, AllocationKind.SUPPORT, AllocationKind.HUB);

    /** What is told apart of a team of an area. */
    private enum Counted {
        LED,
        HELD_OTHERWISE,
        WITH_CASES,
        FAMILY_COURT_ADVISERS,
        OTHER_STAFF
    }

    private static final int UNKNOWNS = AREAS.size() * TEAMS.size() * Counted.values().length;

    private final Extract.Builder extract = Extract.builder();
    private final double[] truth = new double[UNKNOWNS];
    private int advisers;
    private int cases;

    PublishedTeamsAttackTest() {
        for (String area : AREAS) {
            extract.add(Area.builder()
                    .areaCode(new AreaCode(area))
                    .name(area)
                    .region("North")
                    .build());
        }
    }

    /** Nobody of a team leads a case, and all that it holds are 12 cases on duty: its capacity of 300 points tells that it is three people. */
    @Test
    void theFewAdvisersOfATeamWithDutyCasesAloneAreNotToldByTheirCapacity() {
        for (String area : AREAS) {
            for (Team team : TEAMS) {
                boolean few = area.equals("A4") && team == Team.TO_FIRST_HEARING;
                team(area, team, few ? 3 : 10, 10, few ? 0 : 10, few ? 12 : 0);
            }
        }
        MetricsEngine engine = MetricsEngine.of(extract.build());

        assertThat(told(figures(engine))).contains("FAMILY_COURT_ADVISERS of A4 TO_FIRST_HEARING: 3");
        assertThat(told(DisclosureControl.of(engine).publish(figures(engine)))).isEmpty();
    }

    /** A team that leads nothing and holds two cases on duty: the loads of the area and of its other teams leave them. */
    @Test
    void theFewDutyCasesOfATeamAreNotToldByWhatTheOtherTeamsLeave() {
        for (String area : AREAS) {
            for (Team team : TEAMS) {
                boolean few = area.equals("A4") && team == Team.TO_FIRST_HEARING;
                team(area, team, 10, 10, few ? 0 : 10, few ? 2 : 8);
            }
        }
        MetricsEngine engine = MetricsEngine.of(extract.build());

        assertThat(told(figures(engine))).contains("HELD_OTHERWISE of A4 TO_FIRST_HEARING: 2");
        assertThat(told(DisclosureControl.of(engine).publish(figures(engine)))).isEmpty();
    }

    @RepeatedTest(60)
    void nothingSmallIsToldOfTeamsThatHoldFewCasesOrNone(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (String area : AREAS) {
            for (Team team : TEAMS) {
                boolean leads = random.nextInt(4) > 0;
                int staff = random.nextInt(5) == 0 ? 1 + random.nextInt(5) : 6 + random.nextInt(9);
                team(
                        area,
                        team,
                        staff,
                        random.nextInt(12),
                        leads ? random.nextInt(staff + 1) : 0,
                        random.nextInt(3) == 0 ? random.nextInt(4) : 6 + random.nextInt(20));
            }
        }
        MetricsEngine engine = MetricsEngine.of(extract.build());

        assertThat(told(figures(engine))).isNotEmpty();
        assertThat(told(DisclosureControl.of(engine).publish(figures(engine)))).isEmpty();
    }

    private static List<Figure> figures(MetricsEngine engine) {
        List<Measure> measures = Stream.concat(
                        WorkloadMeasures.all().stream(), Stream.of(Measures.CASELOAD_MEAN, Measures.HEADCOUNT))
                .toList();
        return engine.figures(
                measures,
                ReportingPeriod.of(new Period(MON_2025_03_31, MON_2025_03_31)),
                List.of(
                        Set.of(),
                        Set.of(BreakdownKey.AREA),
                        Set.of(BreakdownKey.TEAM),
                        Set.of(BreakdownKey.AREA, BreakdownKey.TEAM)));
    }

    // -------------------------------------------------------------------------- the reader

    /** The numbers from 1 to 5 that follow from the figures shown. */
    private List<String> told(List<Figure> figures) {
        List<double[]> known = new ArrayList<>();
        for (Figure figure : figures) {
            String area = figure.breakdown().value(BreakdownKey.AREA).orElse("");
            String team = figure.breakdown().value(BreakdownKey.TEAM).orElse("");
            switch (figure.measure().name()) {
                case "saturation-percent" -> {
                    shown(figure.numerator().isPresent(), known, area, team, Counted.LED, Counted.HELD_OTHERWISE);
                    shown(figure.denominator().isPresent(), known, area, team, Counted.FAMILY_COURT_ADVISERS);
                }
                case "weighted-caseload-mean-fte", "caseload-mean" -> {
                    shown(figure.numerator().isPresent(), known, area, team, Counted.LED);
                    shown(figure.denominator().isPresent(), known, area, team, Counted.WITH_CASES);
                }
                default ->
                    shown(
                            figure.value().isPresent(),
                            known,
                            area,
                            team,
                            Counted.FAMILY_COURT_ADVISERS,
                            Counted.OTHER_STAFF);
            }
            assertThatItIsAsKnown(figure, area, team);
        }
        List<double[]> reduced = reduced(known);
        List<String> told = new ArrayList<>();
        cells().forEach((cell, sum) -> {
            double number = number(sum);
            if (number >= 1 && number <= 5 && follows(sum, reduced)) {
                told.add(cell + ": " + (int) number);
            }
        });
        return told;
    }

    /* The reader's knowledge is right: a load that is shown is 4 points a case. */
    private void assertThatItIsAsKnown(Figure figure, String area, String team) {
        if (figure.measure().name().equals("saturation-percent")) {
            double[] held = sum(area, team, Counted.LED, Counted.HELD_OTHERWISE);
            double[] staff = sum(area, team, Counted.FAMILY_COURT_ADVISERS);
            figure.numerator().ifPresent(load -> assertThat(load).isEqualTo(POINTS * number(held)));
            figure.denominator().ifPresent(capacity -> assertThat(capacity).isEqualTo(CAPACITY * number(staff)));
        }
    }

    private double number(double[] sum) {
        return IntStream.range(0, UNKNOWNS).mapToDouble(i -> sum[i] * truth[i]).sum();
    }

    private static void shown(boolean isShown, List<double[]> known, String area, String team, Counted... counted) {
        if (isShown) {
            known.add(sum(area, team, counted));
        }
    }

    /** What is counted of each area and team, of the areas, of the teams and of all. */
    private static Map<String, double[]> cells() {
        Map<String, double[]> cells = new LinkedHashMap<>();
        for (Counted counted : Counted.values()) {
            for (String area : Stream.concat(AREAS.stream(), Stream.of("")).toList()) {
                for (Team team : TEAMS) {
                    cells.put(counted + " of " + area + " " + team, sum(area, team.code(), counted));
                }
                cells.put(counted + " of " + area, sum(area, "", counted));
            }
        }
        return cells;
    }

    private static double[] sum(String area, String team, Counted... counted) {
        double[] sum = new double[UNKNOWNS];
        for (String each : area.isEmpty() ? AREAS : List.of(area)) {
            for (Team of : TEAMS) {
                if (team.isEmpty() || of.code().equals(team)) {
                    for (Counted count : counted) {
                        sum[unknown(each, of, count)] = 1;
                    }
                }
            }
        }
        return sum;
    }

    private static int unknown(String area, Team team, Counted counted) {
        return (AREAS.indexOf(area) * TEAMS.size() + TEAMS.indexOf(team)) * Counted.values().length + counted.ordinal();
    }

    /** Each sum less what those before it tell of it, beginning with its greatest part (Gauss). */
    private static List<double[]> reduced(List<double[]> sums) {
        List<double[]> reduced = new ArrayList<>();
        for (double[] sum : sums) {
            double[] left = left(sum, reduced);
            if (!isNothing(left)) {
                reduced.add(left);
            }
        }
        return reduced;
    }

    private static boolean follows(double[] sum, List<double[]> reduced) {
        return isNothing(left(sum, reduced));
    }

    private static double[] left(double[] sum, List<double[]> reduced) {
        double[] left = sum.clone();
        for (double[] known : reduced) {
            int pivot = greatest(known);
            double factor = left[pivot] / known[pivot];
            for (int i = 0; i < left.length; i++) {
                left[i] -= factor * known[i];
            }
        }
        return left;
    }

    private static int greatest(double[] sum) {
        int greatest = 0;
        for (int i = 1; i < sum.length; i++) {
            greatest = Math.abs(sum[i]) > Math.abs(sum[greatest]) ? i : greatest;
        }
        return greatest;
    }

    private static boolean isNothing(double[] sum) {
        return Math.abs(sum[greatest(sum)]) < 1e-6;
    }

    // -------------------------------------------------------------------------- the records

    /** A team of an area, of whose advisers some lead a case each, and which holds some cases otherwise. */
    private void team(String area, Team team, int staff, int others, int leads, int otherwise) {
        int first = advisers;
        staff(area, team, Role.FAMILY_COURT_ADVISER, staff);
        staff(area, team, Role.PRACTICE_SUPERVISOR, others);
        for (int i = 0; i < leads; i++) {
            held(area, first + i, AllocationKind.LEAD);
        }
        for (int i = 0; i < otherwise; i++) {
            held(area, first + i % staff, OTHERWISE.get(i % OTHERWISE.size()));
        }
        truth[unknown(area, team, Counted.LED)] = leads;
        truth[unknown(area, team, Counted.WITH_CASES)] = leads;
        truth[unknown(area, team, Counted.HELD_OTHERWISE)] = otherwise;
        truth[unknown(area, team, Counted.FAMILY_COURT_ADVISERS)] = staff;
        truth[unknown(area, team, Counted.OTHER_STAFF)] = others;
    }

    private void staff(String area, Team team, Role role, int number) {
        for (int i = 0; i < number; i++) {
            extract.add(Adviser.builder()
                    .adviserId(new AdviserId("E" + advisers++))
                    .areaCode(new AreaCode(area))
                    .team(team)
                    .role(role)
                    .employment(Employment.PERMANENT)
                    .fte(BigDecimal.ONE)
                    .startedOn(LocalDate.of(2020, 1, 1))
                    .build());
        }
    }

    private void held(String area, int adviser, AllocationKind kind) {
        CaseId id = new CaseId("C" + cases++);
        extract.add(ChildrensCase.builder()
                .caseId(id)
                .law(Application.S31_CARE.law())
                .application(Application.S31_CARE)
                .areaCode(new AreaCode(area))
                .receivedOn(LocalDate.of(2025, 3, 3))
                .build());
        extract.add(Allocation.builder()
                .caseId(id)
                .adviserId(new AdviserId("E" + adviser))
                .kind(kind)
                .from(LocalDate.of(2025, 3, 3))
                .build());
    }
}
