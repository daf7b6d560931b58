package org.cafcass.workload.hubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cafcass.model.AllocationKind.DUTY;
import static org.cafcass.model.AllocationKind.HUB;
import static org.cafcass.model.AllocationKind.LEAD;
import static org.cafcass.model.AllocationKind.SUPPORT;
import static org.cafcass.workload.Extracts.MON_2025_03_31;
import static org.cafcass.workload.Extracts.WED_2025_01_01;
import static org.cafcass.workload.Extracts.adviser;
import static org.cafcass.workload.Extracts.allocation;
import static org.cafcass.workload.Extracts.inOneArea;
import static org.cafcass.workload.Extracts.privateLaw;
import static org.cafcass.workload.Extracts.publicLaw;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cafcass.model.CaseId;
import org.cafcass.model.Hearing;
import org.cafcass.model.HearingKind;
import org.cafcass.model.Law;
import org.cafcass.model.Report;
import org.cafcass.model.ReportId;
import org.cafcass.model.ReportKind;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.workload.Extracts.CaseRow;
import org.cafcass.workload.WorkloadException;
import org.junit.jupiter.api.Test;

class HubsTest {
    private static Extract.Builder extract() {
        return inOneArea()
                .present(ExtractTable.REPORTS)
                .present(ExtractTable.HEARINGS)
                .add(adviser("A", "N1", "1").build());
    }

    private static Report report(
            String caseId, ReportKind kind, Optional<LocalDate> agreedOn, Optional<LocalDate> filedOn) {
        return Report.builder()
                .reportId(new ReportId(caseId + "-" + kind))
                .caseId(new CaseId(caseId))
                .kind(kind)
                .orderedOn(WED_2025_01_01)
                .agreedOn(agreedOn)
                .filedOn(filedOn)
                .build();
    }

    private static Report letter(String caseId, LocalDate filedOn) {
        return report(caseId, ReportKind.SAFEGUARDING_LETTER, Optional.empty(), Optional.of(filedOn));
    }

    private static Hearing hearing(String caseId, LocalDate listedOn, LocalDate hearingOn) {
        return Hearing.builder()
                .caseId(new CaseId(caseId))
                .kind(HearingKind.FINAL)
                .listedOn(listedOn)
                .hearingOn(hearingOn)
                .build();
    }

    private static WaitingCase one(Extract.Builder extract, String id) {
        return Hubs.of(extract.build(), MON_2025_03_31).waiting().stream()
                .filter(waiting -> waiting.childrensCase().caseId().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void openCasesWithoutALeadWait() {
        Hubs hubs = Hubs.of(
                extract()
                        .add(publicLaw("led", "N1").build())
                        .add(publicLaw("closed", "N1").closedOn(MON_2025_03_31).build())
                        .add(publicLaw("not-yet", "N1")
                                .receivedOn(MON_2025_03_31.plusDays(1))
                                .build())
                        .add(publicLaw("on-duty", "N1").build())
                        .add(publicLaw("in-hub", "N1").build())
                        .add(publicLaw("supported", "N1").build())
                        .add(allocation("led", LEAD, "A").build())
                        .add(allocation("on-duty", DUTY).build())
                        .add(allocation("in-hub", HUB).build())
                        .add(allocation("supported", SUPPORT, "A").build())
                        .build(),
                MON_2025_03_31);

        assertThat(hubs.waiting())
                .extracting(waiting -> waiting.childrensCase().caseId().value(), WaitingCase::waits)
                .containsExactlyInAnyOrder(
                        tuple("on-duty", Waits.ON_DUTY),
                        tuple("in-hub", Waits.IN_HUB),
                        tuple("supported", Waits.UNALLOCATED));
    }

    @Test
    void onlyPrivateLawThatIsNotOfHighRiskMayWaitAfterItsSafeguardingLetter() {
        Extract.Builder extract = extract()
                .add(publicLaw("public", "N1").build())
                .add(privateLaw("high-risk", "N1").ofHighRisk().build())
                .add(privateLaw("before", "N1").build())
                .add(privateLaw("after", "N1").build())
                .add(letter("high-risk", WED_2025_01_01))
                .add(letter("before", MON_2025_03_31.plusDays(1)))
                .add(letter("after", MON_2025_03_31));

        assertThat(one(extract, "public").rule()).isEqualTo(WaitingRule.PUBLIC_LAW);
        assertThat(one(extract, "high-risk").rule()).isEqualTo(WaitingRule.HIGH_RISK);
        assertThat(one(extract, "before").rule()).isEqualTo(WaitingRule.BEFORE_SAFEGUARDING_LETTER);
        assertThat(one(extract, "after").rule()).isEqualTo(WaitingRule.MAY_WAIT);
        assertThat(one(extract, "public").binding().clock()).isEqualTo(Clock.NOT_TO_WAIT);
        assertThat(one(extract, "public").binding().daysLeft()).isEqualTo(-89);
        assertThat(Hubs.of(extract.build(), MON_2025_03_31).waiting())
                .extracting(waiting -> waiting.childrensCase().caseId().value())
                .containsExactly("public", "high-risk", "before", "after");
    }

    @Test
    void aWaitBeginsWithTheUnbrokenStretchInWhichTheCaseIsHeldSo() {
        LocalDate mar3 = LocalDate.of(2025, 3, 3);
        LocalDate mar17 = LocalDate.of(2025, 3, 17);
        Extract.Builder extract = extract()
                .add(privateLaw("moved-between-hubs", "N1").build())
                .add(privateLaw("duty-then-hub", "N1").build())
                .add(privateLaw("lead-ended", "N1").build())
                .add(privateLaw("never-held", "N1").build())
                .add(allocation("moved-between-hubs", HUB, "A")
                        .from(mar3)
                        .to(mar17)
                        .build())
                .add(allocation("moved-between-hubs", HUB).from(mar17).build())
                .add(allocation("duty-then-hub", HUB).from(mar17).build())
                .add(allocation("duty-then-hub", DUTY).from(mar3).to(mar17).build())
                .add(allocation("lead-ended", LEAD, "A").from(mar3).to(mar17).build());

        assertThat(one(extract, "moved-between-hubs").since()).isEqualTo(mar3);
        assertThat(one(extract, "duty-then-hub").since()).isEqualTo(mar17);
        assertThat(one(extract, "lead-ended").since()).isEqualTo(mar17);
        assertThat(one(extract, "never-held").since()).isEqualTo(WED_2025_01_01);
    }

    @Test
    void theClockWithTheFewestDaysLeftBinds() {
        // waits since 10 March: review on 7 April (24 March was held), 20 weeks on 28 July
        Extract.Builder extract = extract()
                .add(privateLaw("review", "N1").build())
                .add(privateLaw("filing", "N1").build())
                .add(letter("review", WED_2025_01_01))
                .add(letter("filing", WED_2025_01_01))
                .add(allocation("review", HUB).from(LocalDate.of(2025, 3, 10)).build())
                .add(allocation("filing", HUB).from(LocalDate.of(2025, 3, 10)).build())
                // due on 30 May, so allocated by 4 April
                .add(report("filing", ReportKind.SECTION_7, Optional.of(LocalDate.of(2025, 5, 30)), Optional.empty()))
                .add(report(
                        "filing",
                        ReportKind.SECTION_7_ADDENDUM,
                        Optional.of(LocalDate.of(2025, 6, 30)),
                        Optional.empty()));

        assertThat(one(extract, "review").binding())
                .isEqualTo(new ClockReading(Clock.REVIEW, LocalDate.of(2025, 4, 7), MON_2025_03_31));
        assertThat(one(extract, "review").limit())
                .isEqualTo(new ClockReading(Clock.LONGEST_WAIT, LocalDate.of(2025, 7, 28), MON_2025_03_31));
        assertThat(one(extract, "filing").binding())
                .isEqualTo(new ClockReading(Clock.BEFORE_FILING, LocalDate.of(2025, 4, 4), MON_2025_03_31));
        assertThat(one(extract, "filing").binding().daysLeft()).isEqualTo(4);
    }

    @Property(tries = 200)
    void reviewsComeEvery14Days(@ForAll @IntRange(min = 0, max = 89) int waited) {
        Extract.Builder extract = extract()
                .add(privateLaw("one", "N1").build())
                .add(letter("one", WED_2025_01_01))
                .add(allocation("one", HUB)
                        .from(MON_2025_03_31.minusDays(waited))
                        .build());

        ClockReading review = one(extract, "one").clocks().stream()
                .filter(reading -> reading.clock() == Clock.REVIEW)
                .findFirst()
                .orElseThrow();

        assertThat((waited + review.daysLeft()) % 14).isZero();
        assertThat(review.daysLeft()).isBetween(0L, waited == 0 ? 14L : 13L);
    }

    @Property(tries = 100)
    void publicLawAndHighRiskNeverMayWait(@ForAll long seed) {
        Random random = new Random(seed);
        Extract.Builder extract = extract();
        for (int i = 0; i < 12; i++) {
            CaseRow row = random.nextBoolean() ? publicLaw("C" + i, "N1") : privateLaw("C" + i, "N1");
            if (random.nextBoolean()) {
                row.ofHighRisk();
            }
            extract.add(row.build());
            if (random.nextBoolean()) {
                extract.add(letter("C" + i, MON_2025_03_31.plusDays(random.nextInt(3) - 1)));
            }
            if (random.nextBoolean()) {
                extract.add(
                        allocation("C" + i, random.nextBoolean() ? HUB : DUTY).build());
            }
        }

        for (WaitingCase waiting : Hubs.of(extract.build(), MON_2025_03_31).waiting()) {
            boolean always = waiting.childrensCase().law() == Law.PUBLIC
                    || waiting.childrensCase().highRisk();
            if (always) {
                assertThat(waiting.rule().mayWait()).isFalse();
                assertThat(waiting.limit().clock()).isEqualTo(Clock.NOT_TO_WAIT);
            }
        }
    }

    @Test
    void aLimitBreaksOnTheDayAfterItsLastDay() {
        LocalDate day = MON_2025_03_31;
        Extract.Builder extract = extract();
        // last days in time: yesterday, today, in 6 days, in 7 days
        for (int left : new int[] {-1, 0, 6, 7}) {
            extract.add(privateLaw("left" + left, "N1")
                            .receivedOn(LocalDate.of(2024, 1, 1))
                            .build())
                    .add(letter("left" + left, WED_2025_01_01))
                    .add(allocation("left" + left, HUB)
                            .from(day.minusDays(140).plusDays(left))
                            .build());
        }
        Hubs hubs = Hubs.of(extract.build(), day);

        assertThat(hubs.broken()).hasSize(1);
        List<WeekAhead> weeks = hubs.weeksAhead(2);
        // broken by tomorrow, and in 7 days; then in 8 days
        assertThat(weeks.get(0).first()).isEqualTo(day.plusDays(1));
        assertThat(weeks.get(0).last()).isEqualTo(day.plusDays(7));
        assertThat(weeks).extracting(WeekAhead::broken).containsExactly(2, 1);
        assertThat(weeks).extracting(WeekAhead::longestWait).containsExactly(2, 1);
        assertThat(weeks).extracting(WeekAhead::beforeFiling).containsExactly(0, 0);
        // 141, 140, 134 and 133 days waited: the 140th comes in 6 and in 7 days, the 154th in 13 and in 14
        assertThat(weeks).extracting(WeekAhead::reviews).containsExactly(2, 2);
    }

    @Test
    void assessedCasesWithNoHearingWithinSixWeeksAreForAPostAssessmentHub() {
        LocalDate in41 = MON_2025_03_31.plusDays(41);
        LocalDate in42 = MON_2025_03_31.plusDays(42);
        Extract.Builder extract = extract();
        for (String id : List.of("unlisted", "in-41", "in-42", "listed-later", "under-way", "letter-only")) {
            extract.add(privateLaw(id, "N1").build());
        }
        for (String id : List.of("unlisted", "in-41", "in-42", "listed-later", "under-way", "public", "high-risk")) {
            extract.add(report(id, ReportKind.SECTION_7, Optional.empty(), Optional.of(MON_2025_03_31)));
        }
        extract.add(publicLaw("public", "N1").build())
                .add(privateLaw("high-risk", "N1").ofHighRisk().build())
                .add(letter("letter-only", WED_2025_01_01))
                .add(report("under-way", ReportKind.SECTION_7_ADDENDUM, Optional.empty(), Optional.empty()))
                .add(hearing("in-41", WED_2025_01_01, in41))
                .add(hearing("in-42", WED_2025_01_01, in42))
                .add(hearing("listed-later", MON_2025_03_31.plusDays(1), in41))
                .add(allocation("in-42", HUB).build());

        assertThat(Hubs.of(extract.build(), MON_2025_03_31).postAssessment())
                .extracting(
                        one -> one.childrensCase().caseId().value(),
                        PostAssessmentCase::nextHearingOn,
                        PostAssessmentCase::inHub)
                .containsExactly(
                        tuple("in-42", Optional.of(in42), true),
                        tuple("listed-later", Optional.empty(), false),
                        tuple("unlisted", Optional.empty(), false));
    }

    @Test
    void aCourtsListHasItsWaitingCasesByTheClockThatBinds() {
        Extract.Builder extract = extract()
                .add(privateLaw("later", "N1").court("C1").build())
                .add(privateLaw("sooner", "N1").court("C1").build())
                .add(privateLaw("elsewhere", "N1").court("C2").build())
                .add(letter("later", WED_2025_01_01))
                .add(letter("sooner", WED_2025_01_01))
                .add(allocation("later", HUB).from(MON_2025_03_31.minusDays(1)).build())
                .add(allocation("sooner", HUB)
                        .from(MON_2025_03_31.minusDays(13))
                        .build());

        assertThat(Hubs.of(extract.build(), MON_2025_03_31).ofCourt("C1"))
                .extracting(one -> one.childrensCase().caseId().value())
                .containsExactly("sooner", "later");
    }

    @Test
    void whatIsMissingIsNamed() {
        Extract without = inOneArea().present(ExtractTable.REPORTS).build();

        assertThatThrownBy(() -> Hubs.of(without, MON_2025_03_31))
                .isInstanceOf(WorkloadException.class)
                .hasMessage("Cannot tell which cases may wait: missing: hearings");
    }
}
