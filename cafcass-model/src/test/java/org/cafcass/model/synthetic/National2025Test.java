package org.cafcass.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cafcass.model.Application.S31_CARE;
import static org.cafcass.model.Application.S8_CHILD_ARRANGEMENTS;
import static org.cafcass.model.Law.PRIVATE;
import static org.cafcass.model.Law.PUBLIC;
import static org.cafcass.model.synthetic.PlainCount.afterFirstHearing;
import static org.cafcass.model.synthetic.PlainCount.application;
import static org.cafcass.model.synthetic.PlainCount.area;
import static org.cafcass.model.synthetic.PlainCount.closed;
import static org.cafcass.model.synthetic.PlainCount.law;
import static org.cafcass.model.synthetic.PlainCount.openAt;
import static org.cafcass.model.synthetic.PlainCount.openSince;
import static org.cafcass.model.synthetic.PlainCount.received;
import static org.cafcass.model.synthetic.PlainCount.rounded;
import static org.cafcass.model.synthetic.PlainCount.within26Weeks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.ReportKind;
import org.cafcass.model.extract.Extract;
import org.junit.jupiter.api.Test;

/** Holds the scenario to what the board paper of May 2025 prints; F numbers are those of the published figures. */
class National2025Test {
    private static final LocalDate D = LocalDate.of(2025, 3, 31);
    private static final LocalDate BEFORE = LocalDate.of(2024, 3, 31);
    private static final int WEEKS_52 = 364;
    private static final int WEEKS_100 = 700;
    private static final Predicate<ChildrensCase> YEAR = received(LocalDate.of(2024, 4, 1), D);
    private static final Predicate<ChildrensCase> YEAR_BEFORE = received(LocalDate.of(2023, 4, 1), BEFORE);
    private static final Predicate<ChildrensCase> QUARTER =
            closed(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 12, 31));
    private static final Predicate<ChildrensCase> QUARTER_BEFORE =
            closed(LocalDate.of(2023, 10, 1), LocalDate.of(2023, 12, 31));

    static final Extract EXTRACT = SyntheticExtract.scenario("national-2025")
            .seed(Long.getLong("cafcass.seed", 42))
            .extract();

    private final PlainCount count = new PlainCount(EXTRACT);

    private static String percent(double part, double whole) {
        return rounded(100 * part / whole, 1);
    }

    private String changePercent(Predicate<ChildrensCase> now, Predicate<ChildrensCase> before) {
        long previous = count.cases(before);
        return percent(count.cases(now) - previous, previous);
    }

    @Test
    void receivesWhatThePaperPrints() {
        // F065, F066
        assertThat(count.cases(YEAR)).isEqualTo(55_377);
        assertThat(count.cases(YEAR_BEFORE)).isEqualTo(55_377 + 167);
        assertThat(changePercent(YEAR, YEAR_BEFORE)).isEqualTo("-0.3");
        assertThat(count.children(YEAR)).isEqualTo(85_272);
        assertThat(count.children(YEAR_BEFORE)).isEqualTo(85_272 + 840);
        // F067 to F072
        assertReceived(law(PUBLIC), 117, "0.7", -151);
        assertReceived(application(S31_CARE), -46, "-0.4", -205);
        assertReceived(law(PRIVATE), -284, "-0.7", -689);
    }

    private void assertReceived(Predicate<ChildrensCase> some, long cases, String percent, long children) {
        assertThat(count.cases(YEAR.and(some)) - count.cases(YEAR_BEFORE.and(some)))
                .isEqualTo(cases);
        assertThat(changePercent(YEAR.and(some), YEAR_BEFORE.and(some))).isEqualTo(percent);
        assertThat(count.children(YEAR.and(some)) - count.children(YEAR_BEFORE.and(some)))
                .isEqualTo(children);
    }

    @Test
    void changesMostInTheAreasThatThePaperNames() {
        // F076 to F079
        assertThat(changePercent(YEAR.and(area("A10")), YEAR_BEFORE.and(area("A10"))))
                .isEqualTo("4.3");
        assertThat(changePercent(YEAR.and(area("A15B")), YEAR_BEFORE.and(area("A15B"))))
                .isEqualTo("3.7");
        assertThat(changePercent(YEAR.and(area("A5")), YEAR_BEFORE.and(area("A5"))))
                .isEqualTo("-7.0");
        assertThat(changePercent(YEAR.and(area("A9")), YEAR_BEFORE.and(area("A9"))))
                .isEqualTo("-4.9");
        assertThat(count.extract.areas()).hasSize(19).allSatisfy(area -> {
            Predicate<ChildrensCase> here = area(area.areaCode().value());
            assertThat(new BigDecimal(changePercent(YEAR.and(here), YEAR_BEFORE.and(here))))
                    .isBetween(new BigDecimal("-7.0"), new BigDecimal("4.3"));
        });
        assertThat(count.extract.areas().stream().map(area -> area.region()).distinct())
                .hasSize(8);
    }

    @Test
    void holdsWhatThePaperPrints() {
        // F109 to F114
        assertThat(count.cases(openAt(D))).isEqualTo(27_529);
        assertThat(count.children(openAt(D))).isEqualTo(44_216);
        assertThat(changePercent(openAt(D), openAt(BEFORE))).isEqualTo("-9.0");
        assertOpen(law(PUBLIC).or(law(PRIVATE)), -2_725, "-9.0", -4_525);
        assertOpen(law(PUBLIC), -829, "-7.0", -1_701);
        assertOpen(law(PRIVATE), -1_896, "-10.3", -2_824);
    }

    private void assertOpen(Predicate<ChildrensCase> some, long cases, String percent, long children) {
        assertThat(count.cases(openAt(D).and(some)) - count.cases(openAt(BEFORE).and(some)))
                .isEqualTo(cases);
        assertThat(changePercent(openAt(D).and(some), openAt(BEFORE).and(some))).isEqualTo(percent);
        assertThat(count.children(openAt(D).and(some))
                        - count.children(openAt(BEFORE).and(some)))
                .isEqualTo(children);
    }

    @Test
    void holdsLongRunningCasesAsThePaperPrints() {
        // F084 to F095
        assertOpenSince(WEEKS_52, law(PUBLIC).or(law(PRIVATE)), 4_790, 8_143, -2_767, "-25.4");
        assertOpenSince(WEEKS_52, law(PUBLIC), 1_408, 2_827, -974, "-25.6");
        assertOpenSince(WEEKS_52, law(PRIVATE), 3_382, 5_316, -1_793, "-25.2");
        assertOpenSince(WEEKS_100, law(PUBLIC), 217, 442, -170, "-27.8");
        assertOpenSince(WEEKS_100, law(PRIVATE), 1_137, 1_753, -1_019, "-36.8");
        assertThat(count.cases(openSince(D, WEEKS_100))).isEqualTo(1_354);
        assertThat(count.children(openSince(D, WEEKS_100))).isEqualTo(2_195);
    }

    private void assertOpenSince(
            int days, Predicate<ChildrensCase> some, long cases, long children, long change, String percent) {
        assertThat(count.cases(openSince(D, days).and(some))).isEqualTo(cases);
        assertThat(count.children(openSince(D, days).and(some))).isEqualTo(children);
        long before = count.children(openSince(BEFORE, days).and(some));
        assertThat(children - before).isEqualTo(change);
        assertThat(percent(children - before, before)).isEqualTo(percent);
    }

    @Test
    void closesWithin26WeeksAsThePaperPrints() {
        // F100
        Predicate<ChildrensCase> care = application(S31_CARE);
        assertThat(count.cases(QUARTER.and(care).and(within26Weeks()))).isEqualTo(1_246);
        assertThat(count.children(QUARTER.and(care).and(within26Weeks()))).isEqualTo(1_348);
        assertThat(within26WeeksPercent(QUARTER, care)).isEqualTo("34.6");
        assertThat(count.cases(QUARTER_BEFORE.and(care).and(within26Weeks()))).isEqualTo(1_246 - 185);
        assertThat(count.children(QUARTER_BEFORE.and(care).and(within26Weeks())))
                .isEqualTo(1_348 + 51);
        assertThat(within26WeeksPercent(QUARTER_BEFORE, care)).isEqualTo("30.1");
        // F102
        Predicate<ChildrensCase> s8 = application(S8_CHILD_ARRANGEMENTS);
        assertThat(within26WeeksPercent(QUARTER, s8)).isEqualTo("58.9");
        assertThat(within26WeeksPercent(QUARTER_BEFORE, s8)).isEqualTo("56.2");
        assertThat(count.cases(QUARTER.and(s8).and(within26Weeks()))
                        - count.cases(QUARTER_BEFORE.and(s8).and(within26Weeks())))
                .isEqualTo(-127);
        assertThat(count.children(QUARTER.and(s8).and(within26Weeks()))
                        - count.children(QUARTER_BEFORE.and(s8).and(within26Weeks())))
                .isEqualTo(-167);
        assertThat(count.cases(QUARTER.and(s8))).isLessThan(count.cases(QUARTER_BEFORE.and(s8)));
    }

    private String within26WeeksPercent(Predicate<ChildrensCase> quarter, Predicate<ChildrensCase> some) {
        return percent(count.cases(quarter.and(some).and(within26Weeks())), count.cases(quarter.and(some)));
    }

    @Test
    void takesAsLongAsThePaperPrints() {
        // F101, F103, F104
        assertThat(rounded(count.meanWeeks(QUARTER.and(application(S31_CARE))), 0))
                .isEqualTo("39");
        assertThat(rounded(count.meanWeeks(QUARTER_BEFORE.and(application(S31_CARE))), 0))
                .isEqualTo("44");
        Predicate<ChildrensCase> first = law(PRIVATE).and(afterFirstHearing().negate());
        assertThat(rounded(count.meanWeeks(QUARTER.and(first)), 0)).isEqualTo("10");
        assertThat(rounded(count.meanWeeks(QUARTER_BEFORE.and(first)), 0)).isEqualTo("12");
        assertThat(rounded(count.meanWeeks(QUARTER.and(afterFirstHearing())), 0))
                .isEqualTo("55");
        assertThat(rounded(count.meanWeeks(QUARTER_BEFORE.and(afterFirstHearing())), 0))
                .isEqualTo("59");
    }

    @Test
    void isCourtReadyAsThePaperPrints() {
        // F096 to F099
        Predicate<ChildrensCase> ready = count.reportFiledAndHearingAhead(D, days -> 0 <= days && days < 42);
        Predicate<ChildrensCase> ahead = count.reportFiledAndHearingAhead(D, days -> days >= 42);
        long open = count.cases(openAt(D).and(law(PRIVATE)));
        assertThat(count.cases(ready)).isEqualTo(3_904);
        assertThat(count.children(ready)).isEqualTo(5_966);
        assertThat(percent(count.cases(ready), open)).isEqualTo("23.7");
        assertThat(count.cases(ahead)).isEqualTo(1_453);
        assertThat(count.children(ahead)).isEqualTo(2_308);
        assertThat(percent(count.cases(ahead), open)).isEqualTo("8.8");
    }

    @Test
    void ordersReportsAsThePaperPrints() {
        // F073, F074
        LocalDate first = LocalDate.of(2024, 4, 1);
        LocalDate firstBefore = LocalDate.of(2023, 4, 1);
        long addenda = count.reportsOrdered(ReportKind.SECTION_7_ADDENDUM, first, D);
        long addendaBefore = count.reportsOrdered(ReportKind.SECTION_7_ADDENDUM, firstBefore, BEFORE);
        long all = addenda + count.reportsOrdered(ReportKind.SECTION_7, first, D);
        long allBefore = addendaBefore + count.reportsOrdered(ReportKind.SECTION_7, firstBefore, BEFORE);
        assertThat(addenda).isEqualTo(5_116);
        assertThat(addenda - addendaBefore).isEqualTo(-891);
        assertThat(percent(addenda - addendaBefore, addendaBefore)).isEqualTo("-14.8");
        assertThat(all).isEqualTo(18_187);
        assertThat(all - allBefore).isEqualTo(-1_815);
        assertThat(percent(all - allBefore, allBefore)).isEqualTo("-9.1");
    }
}
