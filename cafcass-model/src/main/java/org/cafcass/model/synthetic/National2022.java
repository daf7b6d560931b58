package org.cafcass.model.synthetic;

import static org.cafcass.model.Employment.LOCUM;
import static org.cafcass.model.Employment.PERMANENT;
import static org.cafcass.model.Role.FAMILY_COURT_ADVISER;
import static org.cafcass.model.Role.PRACTICE_SUPERVISOR;
import static org.cafcass.model.Role.SERVICE_MANAGER;
import static org.cafcass.model.Team.AFTER_FIRST_HEARING;
import static org.cafcass.model.Team.TO_FIRST_HEARING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cafcass.model.AuditScale;
import org.cafcass.model.synthetic.CaseFile.Listing;
import org.cafcass.model.synthetic.Scenario.AuditCover;
import org.cafcass.model.synthetic.Scenario.Caseload;
import org.cafcass.model.synthetic.Scenario.Cohort;
import org.cafcass.model.synthetic.Scenario.Engagement;
import org.cafcass.model.synthetic.Scenario.FeedbackYear;
import org.cafcass.model.synthetic.Scenario.FilingTarget;
import org.cafcass.model.synthetic.Scenario.Growth;
import org.cafcass.model.synthetic.Scenario.Guardians;
import org.cafcass.model.synthetic.Scenario.HeldElsewhere;
import org.cafcass.model.synthetic.Scenario.Holding;
import org.cafcass.model.synthetic.Scenario.LocalAudits;
import org.cafcass.model.synthetic.Scenario.Share;
import org.cafcass.model.synthetic.Scenario.Sickness;
import org.cafcass.model.synthetic.Scenario.Stage;
import org.cafcass.model.synthetic.Scenario.Supervision;
import org.cafcass.model.synthetic.Scenario.Survey;
import org.cafcass.model.synthetic.Scenario.Wait;
import org.cafcass.model.synthetic.Scenario.Year;

/**
 * The figures of the board paper of April 2022, and the numbers chosen where it prints none. Its figures are as at 14 to 20
 * April; from Good Friday the 15th to the bank holiday of the 18th nothing happens, and the extract ends there.
 */
final class National2022 {
    private static final String NAME = "national-2022";
    private static final Year BEFORE = Year.of("2020-04-01", "2021-03-31");
    private static final Year NOW = Year.of("2021-04-01", "2022-03-31");
    private static final int DAY = (int) LocalDate.of(2022, 4, 18).toEpochDay();
    private static final int JANUARY = (int) LocalDate.of(2022, 1, 31).toEpochDay();

    /** The areas that the paper names as prioritising; beside them one that has ceased to and one that is finely balanced. */
    private static final Set<String> PRIORITISED = Set.of("A12", "A13", "A3", "A4", "A14");

    private static final Set<String> WAITING_LONG = Set.of("A12", "A13", "A3", "A4", "A14", "A5", "A15B");

    private National2022() {}

    static Scenario scenario() {
        return new Scenario(
                NAME,
                DAY,
                List.of(BEFORE, NOW),
                Scenario.days(
                        "2019-12-27 2019-12-30 2019-12-31 2020-12-29 2020-12-30 2020-12-31 2021-12-29 2021-12-30 2021-12-31"),
                Flow.read(NAME),
                AreaShare.read(NAME),
                Map.of(
                        Listing.COURT_READY, new Holding(4_020, 6_150),
                        Listing.HEARING_AHEAD, new Holding(2_130, 3_270),
                        Listing.UNLISTED, new Holding(1_010, 1_550)),
                List.of(20_760 - 5_000, 22_546 - 5_570),
                List.of(5_000, 5_570),
                List.of(new FilingTarget(BEFORE, 9.6, 3.9, 13.8, 33.1), new FilingTarget(NOW, 9.8, 4.2, 14.4, 36.7)),
                new Engagement(98, 80),
                cohorts(),
                540,
                120,
                caseloads(),
                List.of(
                        new HeldElsewhere(
                                JANUARY,
                                900,
                                1_116,
                                0,
                                330,
                                Optional.of(new Supervision(
                                        840,
                                        14.6,
                                        50,
                                        68,
                                        87.1,
                                        PRIORITISED,
                                        Map.of("A12", 170, "A13", 105, "A3", 150, "A4", 125, "A14", 120),
                                        1_770,
                                        1_450))),
                        new HeldElsewhere(
                                DAY,
                                650,
                                1_316,
                                0,
                                330,
                                Optional.of(new Supervision(
                                        1_310,
                                        15.9,
                                        57.9,
                                        69,
                                        86.2,
                                        PRIORITISED,
                                        Map.of(
                                                "A12", 190, "A13", 105, "A3", 170, "A4", 140, "A14", 130, "A5", 110,
                                                "A15B", 160),
                                        2_100,
                                        1_050)))),
                new AuditCover(Year.of("2022-01-21", "2022-04-18"), 1_540, 90.2),
                localAudits(),
                List.of(),
                List.of(
                        new FeedbackYear(BEFORE, 2_914, 1_633, 1_062, 688),
                        new FeedbackYear(NOW, 3_355, 1_846, 1_154, 645)),
                List.of(
                        new Sickness(Year.of("2015-04-01", "2016-03-31"), 7.5, false),
                        new Sickness(Year.of("2016-04-01", "2017-03-31"), 10, false),
                        new Sickness(Year.of("2017-04-01", "2018-03-31"), 8.7, false),
                        new Sickness(Year.of("2018-04-01", "2019-03-31"), 9.6, false),
                        new Sickness(Year.of("2019-04-01", "2020-03-31"), 9.9, false),
                        new Sickness(BEFORE, 8.6, false),
                        new Sickness(Year.of("2022-01-01", "2022-03-31"), 2.5 / 4, true),
                        new Sickness(Year.of("2022-01-01", "2022-03-31"), 11.4 / 4, false),
                        new Sickness(NOW, 10.8, false, Year.of("2021-04-01", "2021-12-31"))),
                List.of(new Survey(
                        "staff survey 2021",
                        LocalDate.of(2021, 10, 29),
                        2_044,
                        1_700,
                        Map.of("proud_to_work_here", 82.6))),
                List.of(new Stage(BEFORE.first() - 1, 7_576), new Stage(DAY, 8_773)),
                Optional.of(new Guardians(DAY - 4, 519, 773, 820, NOW, 620, 96)),
                Optional.of(new Growth(
                        BEFORE.first() - 1,
                        new Holding(2_100, 3_350),
                        new Holding(455, 700),
                        new Holding(1_800, 2_900),
                        new Holding(650, 1_050))),
                List.of(
                        new Wait(Year.of("2021-11-01", "2022-01-31"), 17.5, Set.of(), 0),
                        new Wait(Year.of("2022-02-01", "2022-04-18"), 20.8, WAITING_LONG, 25)));
    }

    private static List<Cohort> cohorts() {
        return List.of(
                new Cohort(FAMILY_COURT_ADVISER, PERMANENT, 1_330, List.of(175, 266), List.of(135, 180), List.of()),
                new Cohort(FAMILY_COURT_ADVISER, LOCUM, 26, List.of(30, 60), List.of(22, 40), List.of()),
                new Cohort(PRACTICE_SUPERVISOR, PERMANENT, 190, List.of(18, 30), List.of(12, 17), List.of()),
                new Cohort(SERVICE_MANAGER, PERMANENT, 82, List.of(8, 10), List.of(6, 10), List.of()));
    }

    private static List<Caseload> caseloads() {
        return List.of(
                new Caseload(TO_FIRST_HEARING, JANUARY, 122, JANUARY - 60, 4, 44.9, 0, 0, 20, 70, false),
                new Caseload(AFTER_FIRST_HEARING, JANUARY, 1_034, JANUARY - 60, 20, 21.8, 66.1, 27.2, 6, 20, false),
                new Caseload(TO_FIRST_HEARING, DAY, 122, DAY - 60, 4, 45.5, 0, 0, 20, 70, false),
                new Caseload(AFTER_FIRST_HEARING, DAY, 1_038, DAY - 60, 20, 21.7, 65.4, 23.5, 6, 20, false));
    }

    private static List<LocalAudits> localAudits() {
        return List.of(
                new LocalAudits(
                        BEFORE,
                        AuditScale.UNTIL_2022,
                        76.2,
                        new Share(310, 2_310),
                        new Share(389, 2_630),
                        new Share(612, 2_310),
                        new Share(1_044, 2_630),
                        new Share(44, 96),
                        new Share(39, 110)),
                new LocalAudits(
                        Year.of("2021-04-01", "2022-01-20"),
                        AuditScale.UNTIL_2022,
                        80.5,
                        new Share(402, 1_760),
                        new Share(471, 2_020),
                        new Share(585, 1_760),
                        new Share(931, 2_020),
                        new Share(51, 98),
                        new Share(43, 104)),
                new LocalAudits(
                        Year.of("2022-01-21", "2022-04-18"),
                        AuditScale.UNTIL_2022,
                        80.5,
                        new Share(214, 720),
                        new Share(266, 820),
                        new Share(263, 720),
                        new Share(402, 820),
                        new Share(55, 97),
                        new Share(47, 99)));
    }
}
