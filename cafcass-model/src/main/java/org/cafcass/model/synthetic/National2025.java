package org.cafcass.model.synthetic;

import static org.cafcass.model.Employment.ASSOCIATE;
import static org.cafcass.model.Employment.LOCUM;
import static org.cafcass.model.Employment.PERMANENT;
import static org.cafcass.model.Role.FAMILY_COURT_ADVISER;
import static org.cafcass.model.Role.PRACTICE_SUPERVISOR;
import static org.cafcass.model.Role.SERVICE_MANAGER;
import static org.cafcass.model.Team.AFTER_FIRST_HEARING;
import static org.cafcass.model.Team.TO_FIRST_HEARING;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cafcass.model.AuditScale;
import org.cafcass.model.synthetic.CaseFile.Listing;
import org.cafcass.model.synthetic.Scenario.AuditCover;
import org.cafcass.model.synthetic.Scenario.Caseload;
import org.cafcass.model.synthetic.Scenario.Cohort;
import org.cafcass.model.synthetic.Scenario.Engagement;
import org.cafcass.model.synthetic.Scenario.FeedbackYear;
import org.cafcass.model.synthetic.Scenario.FilingTarget;
import org.cafcass.model.synthetic.Scenario.HeldElsewhere;
import org.cafcass.model.synthetic.Scenario.Holding;
import org.cafcass.model.synthetic.Scenario.LocalAudits;
import org.cafcass.model.synthetic.Scenario.NationalAudit;
import org.cafcass.model.synthetic.Scenario.Pin;
import org.cafcass.model.synthetic.Scenario.Share;
import org.cafcass.model.synthetic.Scenario.Sickness;
import org.cafcass.model.synthetic.Scenario.Survey;
import org.cafcass.model.synthetic.Scenario.Year;

/** The figures of the board paper of May 2025, and the numbers chosen where it prints none. */
final class National2025 {
    private static final String NAME = "national-2025";
    private static final Year BEFORE = Year.of("2023-04-01", "2024-03-31");
    private static final Year NOW = Year.of("2024-04-01", "2025-03-31");

    private National2025() {}

    static Scenario scenario() {
        return new Scenario(
                NAME,
                (int) LocalDate.of(2025, 3, 31).toEpochDay(),
                List.of(BEFORE, NOW),
                Scenario.days(
                        "2022-12-28 2022-12-29 2022-12-30 2023-12-27 2023-12-28 2023-12-29 2024-12-27 2024-12-30 2024-12-31"),
                Flow.read(NAME),
                AreaShare.read(NAME),
                Map.of(
                        Listing.COURT_READY, new Holding(3904, 5966),
                        Listing.HEARING_AHEAD, new Holding(1453, 2308),
                        Listing.UNLISTED, new Holding(612, 940)),
                List.of(20_002 - 6_007, 18_187 - 5_116),
                List.of(6_007, 5_116),
                List.of(new FilingTarget(BEFORE, 9.3, 4.3, 14.5, 35.9), new FilingTarget(NOW, 9.2, 4.1, 14.6, 29.8)),
                new Engagement(97, 93),
                cohorts(),
                -590,
                258,
                caseloads(),
                List.of(
                        new HeldElsewhere(BEFORE.last(), 3_900, 1_250, 60, 330, Optional.empty()),
                        new HeldElsewhere(NOW.last(), 3_300, 900, 60, 300, Optional.empty())),
                new AuditCover(Year.of("2025-01-01", "2025-03-31"), 1_208, 94.88),
                List.of(
                        new LocalAudits(
                                BEFORE,
                                AuditScale.SINCE_2022,
                                68.9,
                                new Share(960, 2_000),
                                new Share(1_186, 2_420),
                                new Share(936, 2_000),
                                new Share(1_672, 2_420),
                                new Share(62, 95),
                                new Share(62, 115)),
                        new LocalAudits(
                                NOW,
                                AuditScale.SINCE_2022,
                                70.6,
                                new Share(1_318, 2_150),
                                new Share(1_771, 2_647),
                                new Share(1_333, 2_150),
                                new Share(2_118, 2_647),
                                new Share(73, 97),
                                new Share(93, 127))),
                List.of(
                        new NationalAudit(
                                Year.of("2023-12-01", "2023-12-31"), AuditScale.SINCE_2022, List.of(14, 38, 119, 29)),
                        new NationalAudit(
                                Year.of("2024-12-01", "2024-12-31"), AuditScale.SINCE_2022, List.of(12, 43, 118, 27))),
                List.of(
                        new FeedbackYear(BEFORE, 4_863, 2_655, 1_093, 702),
                        new FeedbackYear(NOW, 5_211, 2_903, 1_047, 731)),
                sickness(),
                surveys(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static List<Cohort> cohorts() {
        return List.of(
                new Cohort(
                        FAMILY_COURT_ADVISER,
                        PERMANENT,
                        1_194,
                        List.of(190, 182),
                        List.of(203, 216),
                        List.of(
                                new Pin("A14", 60, List.of(11, 16), List.of(12, 20)),
                                new Pin("A6", 50, List.of(4, 1), List.of(5, 1)))),
                new Cohort(FAMILY_COURT_ADVISER, LOCUM, 70, List.of(41, 40), List.of(47, 52), List.of()),
                new Cohort(FAMILY_COURT_ADVISER, ASSOCIATE, 116, List.of(9, 6), List.of(17, 25), List.of()),
                new Cohort(
                        PRACTICE_SUPERVISOR,
                        PERMANENT,
                        278,
                        List.of(21, 36),
                        List.of(19, 17),
                        List.of(
                                new Pin("A14", 14, List.of(2, 1), List.of(2, 1)),
                                new Pin("A6", 12, List.of(1, 0), List.of(1, 0)))),
                new Cohort(
                        SERVICE_MANAGER,
                        PERMANENT,
                        139,
                        List.of(9, 16),
                        List.of(9, 8),
                        List.of(
                                new Pin("A14", 7, List.of(0, 1), List.of(0, 1)),
                                new Pin("A6", 5, List.of(0, 0), List.of(0, 0)))));
    }

    private static List<Caseload> caseloads() {
        int quarter = (int) LocalDate.of(2025, 1, 1).toEpochDay();
        int quarterBefore = (int) LocalDate.of(2024, 1, 1).toEpochDay();
        return List.of(
                new Caseload(AFTER_FIRST_HEARING, BEFORE.last(), 859, quarterBefore, 20, 18.8, 45.4, 9.2, 6, 20, true),
                new Caseload(TO_FIRST_HEARING, BEFORE.last(), 168, quarterBefore, 2, 37.7, 0, 0, 16, 56, true),
                new Caseload(AFTER_FIRST_HEARING, NOW.last(), 799, quarter, 20, 18.2, 36.7, 4.3, 6, 20, true),
                new Caseload(TO_FIRST_HEARING, NOW.last(), 180, quarter, 2, 32.4, 0, 0, 14, 48, true));
    }

    private static List<Sickness> sickness() {
        return List.of(
                new Sickness(Year.of("2023-04-01", "2023-06-30"), 11.9 / 4, false),
                new Sickness(Year.of("2023-07-01", "2023-09-30"), 11.2 / 4, false),
                new Sickness(Year.of("2023-10-01", "2023-12-31"), 13.4 / 4, false),
                new Sickness(Year.of("2024-01-01", "2024-03-31"), 13.9 / 4, false),
                new Sickness(Year.of("2024-04-01", "2024-06-30"), 12.3 / 4, false),
                new Sickness(Year.of("2024-07-01", "2024-09-30"), 11.4 / 4, false),
                new Sickness(Year.of("2024-10-01", "2024-12-31"), 12.8 / 4, false),
                new Sickness(Year.of("2025-01-01", "2025-03-31"), 12.1 / 4, false));
    }

    private static List<Survey> surveys() {
        Map<String, Double> questions = new LinkedHashMap<>();
        questions.put("supported_by_my_manager", 93.9);
        questions.put("supported_during_civil_unrest", 91.0);
        questions.put("valued_by_managers", 90.8);
        questions.put("learning_opportunities_provided", 90.3);
        questions.put("learning_opportunities_discussed", 89.3);
        questions.put("leaders_communicate_regularly", 89.3);
        questions.put("induction_positive", 86.7);
        questions.put("supported_in_managing_workload", 86.3);
        questions.put("connected_to_team", 85.5);
        questions.put("senior_leaders_visible", 78.7);
        return List.of(
                new Survey(
                        "colleague survey 2023",
                        LocalDate.of(2023, 11, 30),
                        2_121,
                        1_782,
                        Map.of("supported_by_my_manager", 92.4)),
                new Survey("colleague survey 2024", LocalDate.of(2024, 12, 15), 2_216, 1_416, questions));
    }
}
