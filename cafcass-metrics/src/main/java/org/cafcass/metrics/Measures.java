package org.cafcass.metrics;

import static org.cafcass.metrics.BreakdownKey.APPLICATION;
import static org.cafcass.metrics.BreakdownKey.AREA;
import static org.cafcass.metrics.BreakdownKey.COMPLETION;
import static org.cafcass.metrics.BreakdownKey.EMPLOYMENT;
import static org.cafcass.metrics.BreakdownKey.GRADE;
import static org.cafcass.metrics.BreakdownKey.HOLDER;
import static org.cafcass.metrics.BreakdownKey.LAW;
import static org.cafcass.metrics.BreakdownKey.QUESTION;
import static org.cafcass.metrics.BreakdownKey.REASON;
import static org.cafcass.metrics.BreakdownKey.REGION;
import static org.cafcass.metrics.BreakdownKey.REPORT;
import static org.cafcass.metrics.BreakdownKey.ROLE;
import static org.cafcass.metrics.BreakdownKey.RULE_16_4;
import static org.cafcass.metrics.BreakdownKey.SCALE;
import static org.cafcass.metrics.BreakdownKey.SOURCE;
import static org.cafcass.metrics.BreakdownKey.STAGE;
import static org.cafcass.metrics.BreakdownKey.TEAM;
import static org.cafcass.metrics.Direction.HIGHER_IS_BETTER;
import static org.cafcass.metrics.Direction.LOWER_IS_BETTER;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The catalogue of measures: each with its one definition, unit, direction, breakdowns and source.
 *
 * <p>In definitions P is the period and D its last day; for a stock and for a figure over the months up to D, D is the as-at day. Open,
 * received, closed and the other words are those of the extract's format.
 */
public final class Measures {
    private static final Set<BreakdownKey> CASE_KEYS = EnumSet.of(LAW, APPLICATION, REGION, AREA, RULE_16_4);
    private static final Set<BreakdownKey> OPEN_CASE_KEYS = with(CASE_KEYS, STAGE, HOLDER);
    private static final Set<BreakdownKey> CLOSED_CASE_KEYS = with(CASE_KEYS, COMPLETION);
    private static final Set<BreakdownKey> FLOW_KEYS = EnumSet.of(LAW, APPLICATION, REGION, AREA);
    private static final Set<BreakdownKey> REPORT_KEYS = with(CASE_KEYS, REPORT);
    private static final Set<BreakdownKey> CHECK_KEYS = FLOW_KEYS;
    private static final Set<BreakdownKey> FEEDBACK_KEYS = EnumSet.of(SOURCE, LAW, REGION, AREA);
    private static final Set<BreakdownKey> AUDIT_KEYS =
            EnumSet.of(SOURCE, TEAM, ROLE, EMPLOYMENT, LAW, APPLICATION, AREA, REGION);
    private static final Set<BreakdownKey> ANSWER_KEYS = EnumSet.of(SOURCE, LAW, AREA, REGION);
    private static final Set<BreakdownKey> ADVISER_KEYS = EnumSet.of(TEAM, EMPLOYMENT, AREA, REGION);
    private static final Set<BreakdownKey> STAFF_KEYS = EnumSet.of(TEAM, ROLE, EMPLOYMENT, AREA, REGION);
    private static final Set<BreakdownKey> ESTABLISHMENT_KEYS = EnumSet.of(TEAM, ROLE, AREA, REGION);

    private static final String MAY_2025 = "Cafcass board paper, 1 May 2025";
    private static final String APRIL_2022 = "Cafcass board paper, 28 April 2022";
    private static final String DASHBOARD = "Cafcass strategic dashboard, quarter 2 2019/20";
    private static final String QUALITY_ACCOUNT = "Cafcass quality account 2015/16";

    // -------------------------------------------------------------------------- demand

    /** Cases received. */
    public static final Measure CASES_RECEIVED = Measure.named("cases-received")
            .title("Cases received")
            .unit("cases")
            .definition("Cases with received_on in P.")
            .source(MAY_2025 + ": demand and performance headlines")
            .by(CASE_KEYS)
            .count(Tallies.CASES_RECEIVED);

    /** Children in cases received. */
    public static final Measure CHILDREN_RECEIVED = Measure.named("children-received")
            .title("Children in cases received")
            .unit("children")
            .definition(
                    "Children rows of the cases with received_on in P: a child in two cases counts twice, a case without children is a case.")
            .source(MAY_2025 + ": demand and performance headlines")
            .by(CASE_KEYS)
            .count(Tallies.CHILDREN_RECEIVED);

    /** Different children in cases received. */
    public static final Measure DISTINCT_CHILDREN_RECEIVED = Measure.named("distinct-children-received")
            .title("Different children in cases received")
            .unit("children")
            .definition("Children of the cases with received_on in P, each child_id once; parts need not add up.")
            .source(QUALITY_ACCOUNT + ": children worked with")
            .by(CASE_KEYS)
            .distribution(
                    Statistic.Distribution.distinct(), "number of different child_id", Tallies.CHILD_IDS_RECEIVED);

    /** Cases received that return. */
    public static final Measure CASES_RETURNING_PERCENT = Measure.named("cases-returning-percent")
            .title("Cases received that return")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Of cases received in P, those with a previous_case_id, known or not.")
            .source(APRIL_2022 + ": private law transformation, returning cases")
            .by(CASE_KEYS)
            .percent(Tallies.CASES_RETURNING, Tallies.CASES_RECEIVED);

    /** Cases received per working day. */
    public static final Measure CASES_RECEIVED_PER_WORKING_DAY = Measure.named("cases-received-per-working-day")
            .title("Cases received per working day")
            .unit("cases per working day")
            .definition("Cases received in P / working days in P.")
            .source(MAY_2025 + ": demand and performance headlines")
            .by(CASE_KEYS)
            .ratio(Tallies.CASES_RECEIVED, Tallies.WORKING_DAYS);

    /** Reports ordered. */
    public static final Measure REPORTS_ORDERED = Measure.named("reports-ordered")
            .title("Reports ordered")
            .unit("reports")
            .definition(
                    "Reports with ordered_on in P; report=section_7_all is section_7 and section_7_addendum together.")
            .source(MAY_2025 + ": demand and performance headlines")
            .by(REPORT_KEYS)
            .count(Tallies.REPORTS_ORDERED);

    // -------------------------------------------------------------------------- stock

    /** Open cases. */
    public static final Measure OPEN_CASES = Measure.named("open-cases")
            .title("Open cases")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition("Cases open as at D: received_on <= D, and closed_on empty or > D.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.OPEN_CASES);

    /** Children in open cases. */
    public static final Measure OPEN_CHILDREN = Measure.named("open-children")
            .title("Children in open cases")
            .unit("children")
            .better(LOWER_IS_BETTER)
            .definition("Children rows of cases open as at D: received_on <= D, and closed_on empty or > D.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.OPEN_CHILDREN);

    /** Different children in open cases. */
    public static final Measure DISTINCT_OPEN_CHILDREN = Measure.named("distinct-open-children")
            .title("Different children in open cases")
            .unit("children")
            .better(LOWER_IS_BETTER)
            .definition("Children of the cases open as at D, each child_id once; parts need not add up.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .distribution(Statistic.Distribution.distinct(), "number of different child_id", Tallies.CHILD_IDS_OPEN);

    /** Cases open 52 weeks or more. */
    public static final Measure OPEN_CASES_52_WEEKS = Measure.named("open-cases-52-weeks")
            .title("Cases open 52 weeks or more")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition("Cases open as at D whose age (days from received_on to D) is 364 days or more.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.OPEN_CASES_52_WEEKS);

    /** Children in cases open 52 weeks or more. */
    public static final Measure OPEN_CHILDREN_52_WEEKS = Measure.named("open-children-52-weeks")
            .title("Children in cases open 52 weeks or more")
            .unit("children")
            .better(LOWER_IS_BETTER)
            .definition("Children rows of cases open as at D whose age is 364 days or more.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.OPEN_CHILDREN_52_WEEKS);

    /** Cases open 100 weeks or more. */
    public static final Measure OPEN_CASES_100_WEEKS = Measure.named("open-cases-100-weeks")
            .title("Cases open 100 weeks or more")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition("Cases open as at D whose age (days from received_on to D) is 700 days or more.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.OPEN_CASES_100_WEEKS);

    /** Children in cases open 100 weeks or more. */
    public static final Measure OPEN_CHILDREN_100_WEEKS = Measure.named("open-children-100-weeks")
            .title("Children in cases open 100 weeks or more")
            .unit("children")
            .better(LOWER_IS_BETTER)
            .definition("Children rows of cases open as at D whose age is 700 days or more.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.OPEN_CHILDREN_100_WEEKS);

    /** Mean age of open cases. */
    public static final Measure OPEN_AGE_MEAN_WEEKS = Measure.named("open-age-mean-weeks")
            .title("Mean age of open cases")
            .unit("weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Mean age of the cases open as at D, in days / 7.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .ratio(Tallies.OPEN_DAYS.dividedBy(7), Tallies.OPEN_CASES);

    /** Median age of open cases. */
    public static final Measure OPEN_AGE_MEDIAN_WEEKS = Measure.named("open-age-median-weeks")
            .title("Median age of open cases")
            .unit("weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Median age of the cases open as at D, in days / 7 (Hyndman and Fan type 7).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .distribution(Statistic.Distribution.quantile(50, 7), "median / 7", Tallies.OPEN_DAYS);

    /** Cases court-ready. */
    public static final Measure COURT_READY_CASES = Measure.named("court-ready-cases")
            .title("Cases court-ready")
            .unit("cases")
            .definition(
                    "Open private law cases with a report other than a safeguarding letter filed by D, none such ordered by D and unfiled as at D, and the next standing hearing is less than 42 days after D (standing: listed_on <= D, not vacated by D, hearing_on > D; the earliest).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.readyCases(
                    Moment.Readiness.COURT_READY, "the next standing hearing less than 42 days after D"));

    /** Children in cases court-ready. */
    public static final Measure COURT_READY_CHILDREN = Measure.named("court-ready-children")
            .title("Children in cases court-ready")
            .unit("children")
            .definition(
                    "Children rows of open private law cases with a report other than a safeguarding letter filed by D, none such ordered by D and unfiled as at D, and the next standing hearing is less than 42 days after D (standing: listed_on <= D, not vacated by D, hearing_on > D; the earliest).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.readyChildren(
                    Moment.Readiness.COURT_READY, "the next standing hearing less than 42 days after D"));

    /** Open private law cases court-ready. */
    public static final Measure COURT_READY_PERCENT = Measure.named("court-ready-percent")
            .title("Open private law cases court-ready")
            .unit("percent")
            .decimals(1)
            .definition("Of open private law cases as at D, those counted by court-ready-cases.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .percent(
                    Tallies.readyCases(
                            Moment.Readiness.COURT_READY, "the next standing hearing less than 42 days after D"),
                    Tallies.OPEN_PRIVATE_LAW_CASES);

    /** Cases with a report filed and a hearing six weeks or more ahead. */
    public static final Measure HEARING_AHEAD_CASES = Measure.named("hearing-ahead-cases")
            .title("Cases with a report filed and a hearing six weeks or more ahead")
            .unit("cases")
            .definition(
                    "Open private law cases with a report other than a safeguarding letter filed by D, none such ordered by D and unfiled as at D, and the next standing hearing is 42 days or more after D (standing: listed_on <= D, not vacated by D, hearing_on > D; the earliest).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.readyCases(
                    Moment.Readiness.HEARING_AHEAD, "the next standing hearing 42 days or more after D"));

    /** Children in cases with a report filed and a hearing six weeks or more ahead. */
    public static final Measure HEARING_AHEAD_CHILDREN = Measure.named("hearing-ahead-children")
            .title("Children in cases with a report filed and a hearing six weeks or more ahead")
            .unit("children")
            .definition(
                    "Children rows of open private law cases with a report other than a safeguarding letter filed by D, none such ordered by D and unfiled as at D, and the next standing hearing is 42 days or more after D (standing: listed_on <= D, not vacated by D, hearing_on > D; the earliest).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.readyChildren(
                    Moment.Readiness.HEARING_AHEAD, "the next standing hearing 42 days or more after D"));

    /** Open private law cases with a report filed and a hearing six weeks or more ahead. */
    public static final Measure HEARING_AHEAD_PERCENT = Measure.named("hearing-ahead-percent")
            .title("Open private law cases with a report filed and a hearing six weeks or more ahead")
            .unit("percent")
            .decimals(1)
            .definition("Of open private law cases as at D, those counted by hearing-ahead-cases.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .percent(
                    Tallies.readyCases(
                            Moment.Readiness.HEARING_AHEAD, "the next standing hearing 42 days or more after D"),
                    Tallies.OPEN_PRIVATE_LAW_CASES);

    /** Cases with a report filed and no hearing listed. */
    public static final Measure HEARING_UNLISTED_CASES = Measure.named("hearing-unlisted-cases")
            .title("Cases with a report filed and no hearing listed")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition(
                    "Open private law cases with a report other than a safeguarding letter filed by D, none such ordered by D and unfiled as at D, and there is no standing hearing (standing: listed_on <= D, not vacated by D, hearing_on > D; the earliest).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.readyCases(Moment.Readiness.HEARING_UNLISTED, "no standing hearing"));

    /** Children in cases with a report filed and no hearing listed. */
    public static final Measure HEARING_UNLISTED_CHILDREN = Measure.named("hearing-unlisted-children")
            .title("Children in cases with a report filed and no hearing listed")
            .unit("children")
            .better(LOWER_IS_BETTER)
            .definition(
                    "Children rows of open private law cases with a report other than a safeguarding letter filed by D, none such ordered by D and unfiled as at D, and there is no standing hearing (standing: listed_on <= D, not vacated by D, hearing_on > D; the earliest).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.readyChildren(Moment.Readiness.HEARING_UNLISTED, "no standing hearing"));

    // -------------------------------------------------------------------------- flow

    /** Cases closed. */
    public static final Measure CASES_CLOSED = Measure.named("cases-closed")
            .title("Cases closed")
            .unit("cases")
            .definition("Cases with closed_on in P.")
            .source(APRIL_2022 + ": the numbers")
            .by(CLOSED_CASE_KEYS)
            .count(Tallies.CASES_CLOSED);

    /** Children in cases closed. */
    public static final Measure CHILDREN_CLOSED = Measure.named("children-closed")
            .title("Children in cases closed")
            .unit("children")
            .definition("Children rows of the cases with closed_on in P.")
            .source(APRIL_2022 + ": the numbers")
            .by(CLOSED_CASE_KEYS)
            .count(Tallies.CHILDREN_CLOSED);

    /** Net change of open cases. */
    public static final Measure NET_CHANGE = Measure.named("net-change")
            .title("Net change of open cases")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition(
                    "Cases received in P less cases closed in P: open cases as at D less open cases the day before P.")
            .source(APRIL_2022 + ": the numbers")
            .by(FLOW_KEYS)
            .count(Tallies.CASES_RECEIVED.minus(Tallies.CASES_CLOSED));

    /** Clearance rate. */
    public static final Measure CLEARANCE_RATE_PERCENT = Measure.named("clearance-rate-percent")
            .title("Clearance rate")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Cases closed in P / cases received in P.")
            .source("NCSC CourTools, measure 2; CEPEJ, clearance rate")
            .by(FLOW_KEYS)
            .percent(Tallies.CASES_CLOSED, Tallies.CASES_RECEIVED);

    /** Disposition time. */
    public static final Measure DISPOSITION_TIME_DAYS = Measure.named("disposition-time-days")
            .title("Disposition time")
            .unit("days")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Cases open as at D / cases closed in P x days in P.")
            .source("CEPEJ, disposition time, with the period's own days for 365")
            .by(FLOW_KEYS)
            .ratio(Tallies.OPEN_CASES, Tallies.CASES_CLOSED, period -> Math.toIntExact(period.days()), "days in P x ");

    // -------------------------------------------------------------------------- duration

    /** Mean duration. */
    public static final Measure DURATION_MEAN_WEEKS = Measure.named("duration-mean-weeks")
            .title("Mean duration")
            .unit("weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Mean of the days from received_on to closed_on of cases closed in P, / 7.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .by(CLOSED_CASE_KEYS)
            .ratio(Tallies.DAYS_TO_CLOSE.dividedBy(7), Tallies.CASES_CLOSED);

    /** Median duration. */
    public static final Measure DURATION_MEDIAN_WEEKS = Measure.named("duration-median-weeks")
            .title("Median duration")
            .unit("weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Median of the days from received_on to closed_on of cases closed in P, / 7 (Hyndman and Fan type 7).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .by(CLOSED_CASE_KEYS)
            .distribution(Statistic.Distribution.quantile(50, 7), "median / 7", Tallies.DAYS_TO_CLOSE);

    /** 90th percentile of duration. */
    public static final Measure DURATION_P90_WEEKS = Measure.named("duration-p90-weeks")
            .title("90th percentile of duration")
            .unit("weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "90th percentile of the days from received_on to closed_on of cases closed in P, / 7 (Hyndman and Fan type 7).")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .by(CLOSED_CASE_KEYS)
            .distribution(Statistic.Distribution.quantile(90, 7), "90th percentile / 7", Tallies.DAYS_TO_CLOSE);

    /** Closed within 26 weeks. */
    public static final Measure WITHIN_26_WEEKS_PERCENT = Measure.named("within-26-weeks-percent")
            .title("Closed within 26 weeks")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of cases closed in P, those closed 182 days or fewer after received_on.")
            .source("Children Act 1989, section 32; " + MAY_2025 + ": objective one, timely outcomes")
            .by(CLOSED_CASE_KEYS)
            .percent(Tallies.CASES_WITHIN_26_WEEKS, Tallies.CASES_CLOSED);

    /** Cases closed within 26 weeks. */
    public static final Measure WITHIN_26_WEEKS_CASES = Measure.named("within-26-weeks-cases")
            .title("Cases closed within 26 weeks")
            .unit("cases")
            .better(HIGHER_IS_BETTER)
            .definition("Cases closed in P 182 days or fewer after received_on.")
            .source("Children Act 1989, section 32; " + MAY_2025 + ": objective one, timely outcomes")
            .by(CLOSED_CASE_KEYS)
            .count(Tallies.CASES_WITHIN_26_WEEKS);

    /** Children in cases closed within 26 weeks. */
    public static final Measure WITHIN_26_WEEKS_CHILDREN = Measure.named("within-26-weeks-children")
            .title("Children in cases closed within 26 weeks")
            .unit("children")
            .better(HIGHER_IS_BETTER)
            .definition("Children rows of cases closed in P 182 days or fewer after received_on.")
            .source("Children Act 1989, section 32; " + MAY_2025 + ": objective one, timely outcomes")
            .by(CLOSED_CASE_KEYS)
            .count(Tallies.CHILDREN_WITHIN_26_WEEKS);

    /** Median time to close at today's pace. */
    public static final Measure TIME_TO_CLOSE_MEDIAN_WEEKS = Measure.named("time-to-close-median-weeks")
            .title("Median time to close at today's pace")
            .unit("weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "What a case faces at today's pace, open cases not left out: Kaplan-Meier with delayed entry, over cases received by D and not closed before P. Time is age in whole days; a case is at risk at every age that it has on a day of P on which it was open at the day's start or received; closings come before censorings of the same age; open ones are censored at their age on D. Where S is 0.5 over a stretch the median is its midpoint. Limits: the ages at which the log-log limits of S reach 0.5. Shown in weeks, days / 7.")
            .source("Kaplan and Meier (1958); in R: Surv(entry - 0.5, exit, event)")
            .by(FLOW_KEYS)
            .distribution(Statistic.Distribution.survivalMedian(7), "median / 7", Tallies.AGES_UNDER_OBSERVATION);

    // -------------------------------------------------------------------------- filing

    /** Reports filed. */
    public static final Measure REPORTS_FILED = Measure.named("reports-filed")
            .title("Reports filed")
            .unit("reports")
            .definition("Reports with filed_on in P.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .by(REPORT_KEYS)
            .count(Tallies.REPORTS_FILED);

    /** Mean time to file. */
    public static final Measure FILING_MEAN_WORKING_WEEKS = Measure.named("filing-mean-working-weeks")
            .title("Mean time to file")
            .unit("working weeks")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Mean of the working days from ordered_on to filed_on of reports filed in P, / 5.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .by(REPORT_KEYS)
            .ratio(Tallies.WORKING_DAYS_TO_FILE.dividedBy(5), Tallies.REPORTS_FILED);

    /** Reports extended beyond the first agreed date. */
    public static final Measure FILING_EXTENDED_PERCENT = Measure.named("filing-extended-percent")
            .title("Reports extended beyond the first agreed date")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of reports filed in P with a first_agreed_on, those whose agreed_on is after it; an empty agreed_on is not extended.")
            .source(MAY_2025 + ": objective one, timely outcomes")
            .by(REPORT_KEYS)
            .leavingOut("no first agreed date", Tallies.REPORTS_WITHOUT_FIRST_AGREED_DATE)
            .percent(Tallies.REPORTS_EXTENDED, Tallies.REPORTS_WITH_FIRST_AGREED_DATE);

    /** Reports filed by the agreed date. */
    public static final Measure FILING_BY_AGREED_DATE_PERCENT = Measure.named("filing-by-agreed-date-percent")
            .title("Reports filed by the agreed date")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of reports filed in P with an agreed date (agreed_on, else first_agreed_on), those filed on or before it.")
            .source(QUALITY_ACCOUNT + ": key performance indicators")
            .by(REPORT_KEYS)
            .leavingOut("no agreed date", Tallies.REPORTS_WITHOUT_AGREED_DATE)
            .percent(Tallies.REPORTS_FILED_BY_AGREED_DATE, Tallies.REPORTS_WITH_AGREED_DATE);

    /** Child impact reports filed within 40 working days. */
    public static final Measure FILING_WITHIN_40_WORKING_DAYS_PERCENT = Measure.named(
                    "filing-within-40-working-days-percent")
            .title("Child impact reports filed within 40 working days")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of child_impact reports ordered in P whose limit of 40 working days has passed by D, those filed within it.")
            .source(MAY_2025 + ": pathfinder court update")
            .by(REPORT_KEYS)
            .leavingOut("limit not yet passed", Tallies.CHILD_IMPACT_REPORTS_NOT_YET_DUE)
            .percent(Tallies.CHILD_IMPACT_REPORTS_IN_TIME, Tallies.CHILD_IMPACT_REPORTS_DUE);

    /** Reports overdue. */
    public static final Measure REPORTS_OVERDUE = Measure.named("reports-overdue")
            .title("Reports overdue")
            .unit("reports")
            .better(LOWER_IS_BETTER)
            .definition(
                    "Reports of open cases ordered by D, unfiled as at D, whose agreed date (agreed_on, else first_agreed_on) is before D.")
            .source(QUALITY_ACCOUNT + ": key performance indicators")
            .asAtDay()
            .by(REPORT_KEYS)
            .count(Tallies.REPORTS_OVERDUE);

    // -------------------------------------------------------------------------- allocation

    /** Mean days to allocation. */
    public static final Measure ALLOCATION_MEAN_DAYS = Measure.named("allocation-mean-days")
            .title("Mean days to allocation")
            .unit("days")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Mean days from received_on to the first lead allocation, of whatever role, over cases whose first lead allocation begins in P.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .by(CASE_KEYS)
            .ratio(Tallies.DAYS_TO_ALLOCATION, Tallies.CASES_FIRST_ALLOCATED);

    /** Mean working days to allocation. */
    public static final Measure ALLOCATION_MEAN_WORKING_DAYS = Measure.named("allocation-mean-working-days")
            .title("Mean working days to allocation")
            .unit("working days")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Mean working days from received_on to the first lead allocation, of whatever role, over cases whose first lead allocation begins in P.")
            .source(QUALITY_ACCOUNT + ": key performance indicators")
            .by(CASE_KEYS)
            .ratio(Tallies.WORKING_DAYS_TO_ALLOCATION, Tallies.CASES_FIRST_ALLOCATED);

    /** Allocated by the end of the month. */
    public static final Measure ALLOCATED_BY_MONTH_END_PERCENT = Measure.named("allocated-by-month-end-percent")
            .title("Allocated by the end of the month")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of cases received in P, those with a lead allocation that began by the last day of the month they were received in, and by D.")
            .source(QUALITY_ACCOUNT + ": key performance indicators")
            .by(CASE_KEYS)
            .percent(Tallies.CASES_ALLOCATED_BY_MONTH_END, Tallies.CASES_RECEIVED);

    /** Cases held on duty. */
    public static final Measure DUTY_CASES = Measure.named("duty-cases")
            .title("Cases held on duty")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition("Cases open as at D and held on duty.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.casesHeld(Holder.DUTY, "cases open as at D, held on duty"));

    /** Children in cases held on duty. */
    public static final Measure DUTY_CHILDREN = Measure.named("duty-children")
            .title("Children in cases held on duty")
            .unit("children")
            .better(LOWER_IS_BETTER)
            .definition("Children rows of cases open as at D and held on duty.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.childrenHeld(Holder.DUTY, "children rows of cases open as at D, held on duty"));

    /** Cases held in a hub. */
    public static final Measure HUB_CASES = Measure.named("hub-cases")
            .title("Cases held in a hub")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition("Cases open as at D and held in a hub.")
            .source(APRIL_2022 + ": demand and pressures in context")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.casesHeld(Holder.HUB, "cases open as at D, held in a hub"));

    /** Cases that nobody holds. */
    public static final Measure UNALLOCATED_CASES = Measure.named("unallocated-cases")
            .title("Cases that nobody holds")
            .unit("cases")
            .better(LOWER_IS_BETTER)
            .definition("Cases open as at D with no lead, duty or hub allocation.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .count(Tallies.casesHeld(Holder.UNALLOCATED, "cases open as at D, with no lead, duty or hub allocation"));

    /** Duty cases per service manager. */
    public static final Measure DUTY_CASES_PER_SERVICE_MANAGER = Measure.named("duty-cases-per-service-manager")
            .title("Duty cases per service manager")
            .unit("cases per manager")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Open cases that service managers employed as at D hold on duty / those managers.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .asAtDay()
            .by(ADVISER_KEYS)
            .ratio(Tallies.DUTY_CASES_OF_SERVICE_MANAGERS, Tallies.SERVICE_MANAGERS);

    /** Mean caseload of practice supervisors. */
    public static final Measure SUPERVISOR_CASELOAD_MEAN = Measure.named("supervisor-caseload-mean")
            .title("Mean caseload of practice supervisors")
            .unit("cases per supervisor")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Open cases that practice supervisors employed as at D hold as lead, support or duty (a case once a supervisor) / those supervisors.")
            .source(APRIL_2022 + ": the numbers")
            .asAtDay()
            .by(ADVISER_KEYS)
            .ratio(Tallies.CASES_OF_SUPERVISORS, Tallies.PRACTICE_SUPERVISORS);

    /** Cases of practice supervisors that they lead. */
    public static final Measure SUPERVISOR_LEAD_PERCENT = Measure.named("supervisor-lead-percent")
            .title("Cases of practice supervisors that they lead")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Of the open cases that practice supervisors employed as at D hold, those held as lead.")
            .source(APRIL_2022 + ": the numbers")
            .asAtDay()
            .by(ADVISER_KEYS)
            .percent(Tallies.CASES_LED_BY_SUPERVISORS, Tallies.CASES_OF_SUPERVISORS);

    /** Practice supervisors above 12 cases. */
    public static final Measure SUPERVISORS_ABOVE_12_PERCENT = Measure.named("supervisors-above-12-percent")
            .title("Practice supervisors above 12 cases")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of practice supervisors employed as at D, those who hold more than 12 open cases as lead, support or duty (a case once).")
            .source(APRIL_2022 + ": balanced scorecard data")
            .asAtDay()
            .by(ADVISER_KEYS)
            .percent(Tallies.SUPERVISORS_ABOVE_12, Tallies.PRACTICE_SUPERVISORS);

    // -------------------------------------------------------------------------- caseload

    /** Mean caseload. */
    public static final Measure CASELOAD_MEAN = Measure.named("caseload-mean")
            .title("Mean caseload")
            .unit("cases per adviser")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Open cases held as lead by family court advisers employed as at D / the advisers who hold one or more.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .ratio(Tallies.CASES_OF_ADVISERS, Tallies.ADVISERS_WITH_CASES);

    /** Mean caseload by full-time equivalent. */
    public static final Measure CASELOAD_MEAN_FTE = Measure.named("caseload-mean-fte")
            .title("Mean caseload by full-time equivalent")
            .unit("cases per FTE")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Open cases held as lead by family court advisers employed as at D / the sum of the fte of the advisers who hold one or more.")
            .source(MAY_2025 + ": demand and performance headlines")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .ratio(Tallies.CASES_OF_ADVISERS, Tallies.FTE_OF_ADVISERS);

    /** Advisers above 20 cases. */
    public static final Measure CASELOAD_ABOVE_20_PERCENT = Measure.named("caseload-above-20-percent")
            .title("Advisers above 20 cases")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of family court advisers employed as at D who hold an open case as lead, those who hold more than 20.")
            .source(APRIL_2022 + ": the numbers")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .percent(Tallies.advisersAbove(20), Tallies.ADVISERS_WITH_CASES);

    /** Advisers above 25 cases. */
    public static final Measure CASELOAD_ABOVE_25_PERCENT = Measure.named("caseload-above-25-percent")
            .title("Advisers above 25 cases")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of family court advisers employed as at D who hold an open case as lead, those who hold more than 25.")
            .source(APRIL_2022 + ": the numbers")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .percent(Tallies.advisersAbove(25), Tallies.ADVISERS_WITH_CASES);

    /** Advisers above 40 cases. */
    public static final Measure CASELOAD_ABOVE_40_PERCENT = Measure.named("caseload-above-40-percent")
            .title("Advisers above 40 cases")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of family court advisers employed as at D who hold an open case as lead, those who hold more than 40.")
            .source(APRIL_2022 + ": the numbers")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .percent(Tallies.advisersAbove(40), Tallies.ADVISERS_WITH_CASES);

    /** Advisers with 20 or more cases by full-time equivalent. */
    public static final Measure CASELOAD_FTE_20_OR_MORE_PERCENT = Measure.named("caseload-fte-20-or-more-percent")
            .title("Advisers with 20 or more cases by full-time equivalent")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of family court advisers employed as at D who hold an open case as lead, those with cases / fte at or above 20.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .percent(Tallies.advisersAtOrAbovePerFte(20), Tallies.ADVISERS_WITH_CASES);

    /** Advisers with 25 or more cases by full-time equivalent. */
    public static final Measure CASELOAD_FTE_25_OR_MORE_PERCENT = Measure.named("caseload-fte-25-or-more-percent")
            .title("Advisers with 25 or more cases by full-time equivalent")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of family court advisers employed as at D who hold an open case as lead, those with cases / fte at or above 25.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(ADVISER_KEYS)
            .leavingOut("no case held as lead", Tallies.ADVISERS_WITHOUT_CASES)
            .percent(Tallies.advisersAtOrAbovePerFte(25), Tallies.ADVISERS_WITH_CASES);

    // -------------------------------------------------------------------------- audit

    /** Audits completed. */
    public static final Measure AUDITS_COMPLETED = Measure.named("audits-completed")
            .title("Audits completed")
            .unit("audits")
            .definition("Audits with audited_on in P.")
            .source(MAY_2025 + ": demand and performance headlines")
            .by(AUDIT_KEYS)
            .count(Tallies.AUDITS_COMPLETED);

    /** Grades of audits. */
    public static final Measure AUDIT_GRADE_PERCENT = Measure.named("audit-grade-percent")
            .title("Grades of audits")
            .unit("percent")
            .decimals(1)
            .definition(
                    "Of graded audits in P of a scale, those of a grade; the grade first given. Always by scale and grade.")
            .source(MAY_2025 + ": practice quality audit")
            .by(AUDIT_KEYS)
            .carrying(SCALE, GRADE)
            .inNumeratorOnly(GRADE)
            .leavingOut("not graded", Tallies.AUDITS_NOT_GRADED)
            .percent(Tallies.AUDITS_GRADED, Tallies.AUDITS_GRADED);

    /** Audits good or outstanding. */
    public static final Measure AUDIT_GOOD_OR_OUTSTANDING_PERCENT = Measure.named("audit-good-or-outstanding-percent")
            .title("Audits good or outstanding")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of graded audits in P of a scale, those graded good or outstanding; the grade first given. Always by scale. Limits: Wilson.")
            .source(MAY_2025 + ": practice quality audit")
            .by(AUDIT_KEYS)
            .carrying(SCALE)
            .limits(Limits.WILSON)
            .leavingOut("not graded", Tallies.AUDITS_NOT_GRADED)
            .percent(Tallies.AUDITS_GOOD_OR_OUTSTANDING, Tallies.AUDITS_GRADED);

    /** Advisers audited. */
    public static final Measure AUDIT_COVERAGE_PERCENT = Measure.named("audit-coverage-percent")
            .title("Advisers audited")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of eligible advisers (those of 'Caseload' as at D who were employed as at the first day of P too), those with an audit in P.")
            .source(MAY_2025 + ": demand and performance headlines")
            .by(ADVISER_KEYS)
            .leavingOut("not employed on the first day", Tallies.ADVISERS_EMPLOYED_SINCE)
            .percent(Tallies.ELIGIBLE_ADVISERS_WITH_AUDIT, Tallies.ELIGIBLE_ADVISERS);

    /** Audits per adviser. */
    public static final Measure AUDITS_PER_ADVISER = Measure.named("audits-per-adviser")
            .title("Audits per adviser")
            .unit("audits per adviser")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Audits in P of eligible advisers / eligible advisers.")
            .source(DASHBOARD + ": quality")
            .by(ADVISER_KEYS)
            .leavingOut("not employed on the first day", Tallies.ADVISERS_EMPLOYED_SINCE)
            .ratio(Tallies.AUDITS_OF_ELIGIBLE_ADVISERS, Tallies.ELIGIBLE_ADVISERS);

    /** Advisers without an audit in three months. */
    public static final Measure ADVISERS_WITHOUT_AUDIT_PERCENT = Measure.named("advisers-without-audit-percent")
            .title("Advisers without an audit in three months")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Of eligible advisers over the three months up to D, those without an audit in them.")
            .source(APRIL_2022 + ": balanced scorecard data")
            .overMonths(3)
            .by(ADVISER_KEYS)
            .leavingOut("not employed on the first day", Tallies.ADVISERS_EMPLOYED_SINCE)
            .percent(Tallies.ELIGIBLE_ADVISERS_WITHOUT_AUDIT, Tallies.ELIGIBLE_ADVISERS);

    /** Local audits that were collaborative. */
    public static final Measure AUDIT_COLLABORATIVE_PERCENT = Measure.named("audit-collaborative-percent")
            .title("Local audits that were collaborative")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of audits in P with source local, the collaborative ones; a blank is no.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .by(AUDIT_KEYS)
            .percent(Tallies.COLLABORATIVE_AUDITS, Tallies.LOCAL_AUDITS);

    /** Audit questions answered yes. */
    public static final Measure AUDIT_ANSWER_PERCENT = Measure.named("audit-answer-percent")
            .title("Audit questions answered yes")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of answers of audits in P other than not_applicable, those that are yes. Always by question.")
            .source(DASHBOARD + ": quality")
            .by(ANSWER_KEYS)
            .carrying(QUESTION)
            .leavingOut("not applicable", Tallies.ANSWERS_NOT_APPLICABLE)
            .percent(Tallies.YES_ANSWERS, Tallies.APPLICABLE_ANSWERS);

    /** Audits with most significant learning. */
    public static final Measure AUDIT_SIGNIFICANT_LEARNING_PERCENT = Measure.named("audit-significant-learning-percent")
            .title("Audits with most significant learning")
            .unit("percent")
            .decimals(1)
            .definition("Of audits in P where significant_learning was answered, those where it is true.")
            .source("Cafcass board questions, June 2021")
            .by(AUDIT_KEYS)
            .leavingOut(
                    "not answered",
                    Tallies.auditsNotAnswered("significant_learning", audits -> audits.significantLearning))
            .percent(
                    Tallies.auditsAnsweredTrue("significant_learning", audits -> audits.significantLearning),
                    Tallies.auditsAnswered("significant_learning", audits -> audits.significantLearning));

    /** Audited files with a letter of introduction. */
    public static final Measure AUDIT_INTRODUCTION_LETTER_PERCENT = Measure.named("audit-introduction-letter-percent")
            .title("Audited files with a letter of introduction")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of audits in P where introduction_letter was answered, those where it is true.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .by(AUDIT_KEYS)
            .leavingOut(
                    "not answered",
                    Tallies.auditsNotAnswered("introduction_letter", audits -> audits.introductionLetter))
            .percent(
                    Tallies.auditsAnsweredTrue("introduction_letter", audits -> audits.introductionLetter),
                    Tallies.auditsAnswered("introduction_letter", audits -> audits.introductionLetter));

    /** Audited files with recommendations shared. */
    public static final Measure AUDIT_RECOMMENDATIONS_SHARED_PERCENT = Measure.named(
                    "audit-recommendations-shared-percent")
            .title("Audited files with recommendations shared")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of audits in P where recommendations_shared was answered, those where it is true.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .by(AUDIT_KEYS)
            .leavingOut(
                    "not answered",
                    Tallies.auditsNotAnswered("recommendations_shared", audits -> audits.recommendationsShared))
            .percent(
                    Tallies.auditsAnsweredTrue("recommendations_shared", audits -> audits.recommendationsShared),
                    Tallies.auditsAnswered("recommendations_shared", audits -> audits.recommendationsShared));

    /** Audits with feedback. */
    public static final Measure AUDIT_FEEDBACK_PERCENT = Measure.named("audit-feedback-percent")
            .title("Audits with feedback")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of audits in P where child_feedback or adult_feedback was answered, those where one of them is true.")
            .source(APRIL_2022 + ": quality assurance and impact framework")
            .by(AUDIT_KEYS)
            .leavingOut("not answered", Tallies.AUDITS_FEEDBACK_NOT_ANSWERED)
            .percent(Tallies.AUDITS_WITH_FEEDBACK, Tallies.AUDITS_FEEDBACK_ANSWERED);

    /** Agreement of moderation. */
    public static final Measure AUDIT_MODERATION_AGREEMENT = Measure.named("audit-moderation-agreement")
            .title("Agreement of moderation")
            .unit("kappa")
            .better(HIGHER_IS_BETTER)
            .decimals(2)
            .definition(
                    "Weighted kappa, weights |i - j| over all the grades of the scale in their order, of grade and moderated_grade of audits in P where both are there. Always by scale.")
            .source("Cohen, Weighted kappa (1968); " + APRIL_2022 + ": quality assurance and impact framework")
            .by(AUDIT_KEYS)
            .carrying(SCALE)
            .leavingOut("not graded or not moderated", Tallies.AUDITS_NOT_MODERATED)
            .distribution(Statistic.Distribution.moderationAgreement(), "weighted kappa", Tallies.MODERATED_GRADES);

    /** Audits missing what the framework obliges. */
    public static final Measure AUDIT_ACTIONS_MISSING = Measure.named("audit-actions-missing")
            .title("Audits missing what the framework requires")
            .unit("audits")
            .better(LOWER_IS_BETTER)
            .definition(
                    "National audits in P without a grade, and audits in P of any source graded inadequate whose improvement_agreed_on is empty or after D; each once.")
            .source(APRIL_2022 + ": quality assurance and impact framework")
            .by(AUDIT_KEYS)
            .count(Tallies.AUDIT_ACTIONS_MISSING);

    // -------------------------------------------------------------------------- engagement, feedback, complaints,
    // checks

    /** Children with an engagement record. */
    public static final Measure ENGAGEMENT_RECORDED_PERCENT = Measure.named("engagement-recorded-percent")
            .title("Children with an engagement record")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of children rows in cases open as at D, engagement_eligible not false, those with engagement_recorded_on <= D. By report: of children in cases with such a report ordered by D.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .asAtDay()
            .by(with(OPEN_CASE_KEYS, REPORT))
            .leavingOut("not eligible", Tallies.CHILDREN_NOT_ELIGIBLE)
            .percent(Tallies.CHILDREN_RECORDED, Tallies.CHILDREN_ELIGIBLE);

    /** Children engaged in person. */
    public static final Measure ENGAGEMENT_IN_PERSON_PERCENT = Measure.named("engagement-in-person-percent")
            .title("Children engaged in person")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of the children rows with an engagement record, those engaged in_person.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .asAtDay()
            .by(OPEN_CASE_KEYS)
            .leavingOut("no engagement record", Tallies.CHILDREN_NOT_RECORDED)
            .percent(Tallies.CHILDREN_SEEN_IN_PERSON, Tallies.CHILDREN_RECORDED);

    /** Reflections received. */
    public static final Measure FEEDBACK_RECEIVED = Measure.named("feedback-received")
            .title("Reflections received")
            .unit("reflections")
            .better(HIGHER_IS_BETTER)
            .definition("Feedback of kind reflection with received_on in P.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .by(FEEDBACK_KEYS)
            .count(Tallies.REFLECTIONS);

    /** Positive reflections. */
    public static final Measure FEEDBACK_POSITIVE_PERCENT = Measure.named("feedback-positive-percent")
            .title("Positive reflections")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of reflections received in P with positive answered, the positive ones.")
            .source(MAY_2025 + ": objective three, experiences of children")
            .by(FEEDBACK_KEYS)
            .leavingOut("not answered", Tallies.REFLECTIONS_NOT_ANSWERED)
            .percent(Tallies.REFLECTIONS_POSITIVE, Tallies.REFLECTIONS_ANSWERED);

    /** Complaints received. */
    public static final Measure COMPLAINTS_RECEIVED = Measure.named("complaints-received")
            .title("Complaints received")
            .unit("complaints")
            .better(LOWER_IS_BETTER)
            .definition("Feedback of kind complaint with received_on in P.")
            .source(QUALITY_ACCOUNT + ": complaints and compliments")
            .by(FEEDBACK_KEYS)
            .count(Tallies.COMPLAINTS);

    /** Compliments received. */
    public static final Measure COMPLIMENTS_RECEIVED = Measure.named("compliments-received")
            .title("Compliments received")
            .unit("compliments")
            .better(HIGHER_IS_BETTER)
            .definition("Feedback of kind compliment with received_on in P.")
            .source(QUALITY_ACCOUNT + ": complaints and compliments")
            .by(FEEDBACK_KEYS)
            .count(Tallies.COMPLIMENTS);

    /** Complaints answered within 10 working days. */
    public static final Measure COMPLAINTS_ANSWERED_WITHIN_10_WORKING_DAYS_PERCENT = Measure.named(
                    "complaints-answered-within-10-working-days-percent")
            .title("Complaints answered within 10 working days")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of complaints received in P whose limit of 10 working days from received_on has passed by D, those answered (responded_on) within it.")
            .source(APRIL_2022 + ": children's complaints")
            .by(FEEDBACK_KEYS)
            .leavingOut("limit not yet passed", Tallies.complaintsNotYetDue(10))
            .percent(Tallies.complaintsAnsweredInTime(10), Tallies.complaintsDue(10));

    /** Complaints answered within 15 working days. */
    public static final Measure COMPLAINTS_ANSWERED_WITHIN_15_WORKING_DAYS_PERCENT = Measure.named(
                    "complaints-answered-within-15-working-days-percent")
            .title("Complaints answered within 15 working days")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of complaints received in P whose limit of 15 working days from received_on has passed by D, those answered (responded_on) within it.")
            .source(QUALITY_ACCOUNT + ": complaints and compliments")
            .by(FEEDBACK_KEYS)
            .leavingOut("limit not yet passed", Tallies.complaintsNotYetDue(15))
            .percent(Tallies.complaintsAnsweredInTime(15), Tallies.complaintsDue(15));

    /** Complaints answered within 20 working days. */
    public static final Measure COMPLAINTS_ANSWERED_WITHIN_20_WORKING_DAYS_PERCENT = Measure.named(
                    "complaints-answered-within-20-working-days-percent")
            .title("Complaints answered within 20 working days")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of complaints received in P whose limit of 20 working days from received_on has passed by D, those answered (responded_on) within it.")
            .source(APRIL_2022 + ": children's complaints")
            .by(FEEDBACK_KEYS)
            .leavingOut("limit not yet passed", Tallies.complaintsNotYetDue(20))
            .percent(Tallies.complaintsAnsweredInTime(20), Tallies.complaintsDue(20));

    /** Level 1 police checks returned within 2 working days. */
    public static final Measure POLICE_CHECKS_WITHIN_2_WORKING_DAYS_PERCENT = Measure.named(
                    "police-checks-within-2-working-days-percent")
            .title("Level 1 police checks returned within 2 working days")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of police_level_1 checks requested in P whose limit of 2 working days has passed by D, those returned within it.")
            .source(APRIL_2022 + ": project workstreams")
            .by(CHECK_KEYS)
            .leavingOut("limit not yet passed", Tallies.POLICE_CHECKS_NOT_YET_DUE)
            .percent(Tallies.POLICE_CHECKS_IN_TIME, Tallies.POLICE_CHECKS_DUE);

    // -------------------------------------------------------------------------- workforce and survey

    /** Headcount. */
    public static final Measure HEADCOUNT = Measure.named("headcount")
            .title("Headcount")
            .unit("people")
            .definition("Advisers employed as at D: started_on <= D, and left_on empty or > D.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(STAFF_KEYS)
            .count(Tallies.EMPLOYED);

    /** Full-time equivalent. */
    public static final Measure FTE = Measure.named("fte")
            .title("Full-time equivalent")
            .unit("FTE")
            .decimals(1)
            .definition("The sum of the fte of the advisers employed as at D.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .asAtDay()
            .by(STAFF_KEYS)
            .count(Tallies.FTE_EMPLOYED);

    /** Joiners. */
    public static final Measure JOINERS = Measure.named("joiners")
            .title("Joiners")
            .unit("people")
            .definition("Advisers with started_on in P.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .by(STAFF_KEYS)
            .count(Tallies.JOINERS);

    /** Leavers. */
    public static final Measure LEAVERS = Measure.named("leavers")
            .title("Leavers")
            .unit("people")
            .better(LOWER_IS_BETTER)
            .definition("Advisers with left_on in P.")
            .source(MAY_2025 + ": objective two, running efficiently")
            .by(STAFF_KEYS)
            .count(Tallies.LEAVERS);

    /** Share of locums. */
    public static final Measure LOCUM_SHARE_PERCENT = Measure.named("locum-share-percent")
            .title("Share of locums")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition("Locum headcount / headcount, as at D.")
            .source(MAY_2025 + ": workforce")
            .asAtDay()
            .by(ESTABLISHMENT_KEYS)
            .percent(Tallies.LOCUMS, Tallies.EMPLOYED);

    /** Vacancy rate. */
    public static final Measure VACANCY_RATE_PERCENT = Measure.named("vacancy-rate-percent")
            .title("Vacancy rate")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "(fte of the posts as at D - fte employed, of any employment) / fte of the posts; below 0 is shown as it is.")
            .source(APRIL_2022 + ": people")
            .asAtDay()
            .by(ESTABLISHMENT_KEYS)
            .percent(Tallies.FTE_OF_POSTS.minus(Tallies.FTE_EMPLOYED), Tallies.FTE_OF_POSTS);

    /** Turnover over 12 months. */
    public static final Measure TURNOVER_12_MONTH_PERCENT = Measure.named("turnover-12-month-percent")
            .title("Turnover over 12 months")
            .unit("percent")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Permanent leavers, of all roles, in the 12 months up to D / the mean of the permanent headcounts as at the day before those months and as at D.")
            .source(MAY_2025 + ": workforce")
            .overMonths(12)
            .by(ESTABLISHMENT_KEYS)
            .percent(Tallies.PERMANENT_LEAVERS, Tallies.MEAN_PERMANENT_HEADCOUNT);

    /** Working days lost per FTE over 12 months. */
    public static final Measure WORKING_DAYS_LOST_PER_FTE = Measure.named("working-days-lost-per-fte")
            .title("Working days lost per FTE over 12 months")
            .unit("days")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Each adviser's working days absent, while employed, in the 12 months up to D, a day once, whatever the reason, employment and hours / the mean of fte as at the day before those months and as at D. By reason: the days of that reason over the fte of all.")
            .source(APRIL_2022 + ": people")
            .overMonths(12)
            .by(with(STAFF_KEYS, REASON))
            .inNumeratorOnly(REASON)
            .ratio(Tallies.WORKING_DAYS_LOST, Tallies.MEAN_FTE);

    /** Working days lost per FTE over 3 months, a year. */
    public static final Measure WORKING_DAYS_LOST_PER_FTE_3_MONTH = Measure.named("working-days-lost-per-fte-3-month")
            .title("Working days lost per FTE over 3 months, at a yearly rate")
            .unit("days")
            .better(LOWER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Each adviser's working days absent, while employed, in the 3 months up to D, a day once, whatever the reason, employment and hours / the mean of fte as at the day before those months and as at D, x 4. By reason: the days of that reason over the fte of all.")
            .source(MAY_2025 + ": workforce")
            .overMonths(3)
            .by(with(STAFF_KEYS, REASON))
            .inNumeratorOnly(REASON)
            .ratio(Tallies.WORKING_DAYS_LOST, Tallies.MEAN_FTE, 4);

    /** Survey response rate. */
    public static final Measure SURVEY_RESPONSE_PERCENT = Measure.named("survey-response-percent")
            .title("Survey response rate")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition("Of surveys with closed_on in P: responses / invited. Always by question.")
            .source(MAY_2025 + ": colleague survey")
            .carrying(QUESTION)
            .percent(Tallies.SURVEY_RESPONSES, Tallies.SURVEY_INVITED);

    /** Survey agreement. */
    public static final Measure SURVEY_AGREED_PERCENT = Measure.named("survey-agreed-percent")
            .title("Survey agreement")
            .unit("percent")
            .better(HIGHER_IS_BETTER)
            .decimals(1)
            .definition(
                    "Of surveys with closed_on in P: agreed / responses. Always by question. Band after rounding to a whole percent: 75 and over good, 51 to 74 moderate, 50 and below poor.")
            .source(MAY_2025 + ": colleague survey")
            .carrying(QUESTION)
            .percent(Tallies.SURVEY_AGREED, Tallies.SURVEY_RESPONSES);

    private static final Map<String, Measure> BY_NAME = List.of(
                    CASES_RECEIVED,
                    CHILDREN_RECEIVED,
                    DISTINCT_CHILDREN_RECEIVED,
                    CASES_RETURNING_PERCENT,
                    CASES_RECEIVED_PER_WORKING_DAY,
                    REPORTS_ORDERED,
                    OPEN_CASES,
                    OPEN_CHILDREN,
                    DISTINCT_OPEN_CHILDREN,
                    OPEN_CASES_52_WEEKS,
                    OPEN_CHILDREN_52_WEEKS,
                    OPEN_CASES_100_WEEKS,
                    OPEN_CHILDREN_100_WEEKS,
                    OPEN_AGE_MEAN_WEEKS,
                    OPEN_AGE_MEDIAN_WEEKS,
                    COURT_READY_CASES,
                    COURT_READY_CHILDREN,
                    COURT_READY_PERCENT,
                    HEARING_AHEAD_CASES,
                    HEARING_AHEAD_CHILDREN,
                    HEARING_AHEAD_PERCENT,
                    HEARING_UNLISTED_CASES,
                    HEARING_UNLISTED_CHILDREN,
                    CASES_CLOSED,
                    CHILDREN_CLOSED,
                    NET_CHANGE,
                    CLEARANCE_RATE_PERCENT,
                    DISPOSITION_TIME_DAYS,
                    DURATION_MEAN_WEEKS,
                    DURATION_MEDIAN_WEEKS,
                    DURATION_P90_WEEKS,
                    TIME_TO_CLOSE_MEDIAN_WEEKS,
                    WITHIN_26_WEEKS_PERCENT,
                    WITHIN_26_WEEKS_CASES,
                    WITHIN_26_WEEKS_CHILDREN,
                    REPORTS_FILED,
                    FILING_MEAN_WORKING_WEEKS,
                    FILING_EXTENDED_PERCENT,
                    FILING_BY_AGREED_DATE_PERCENT,
                    FILING_WITHIN_40_WORKING_DAYS_PERCENT,
                    REPORTS_OVERDUE,
                    ALLOCATION_MEAN_DAYS,
                    ALLOCATION_MEAN_WORKING_DAYS,
                    ALLOCATED_BY_MONTH_END_PERCENT,
                    DUTY_CASES,
                    DUTY_CHILDREN,
                    HUB_CASES,
                    UNALLOCATED_CASES,
                    DUTY_CASES_PER_SERVICE_MANAGER,
                    SUPERVISOR_CASELOAD_MEAN,
                    SUPERVISOR_LEAD_PERCENT,
                    SUPERVISORS_ABOVE_12_PERCENT,
                    CASELOAD_MEAN,
                    CASELOAD_MEAN_FTE,
                    CASELOAD_ABOVE_20_PERCENT,
                    CASELOAD_ABOVE_25_PERCENT,
                    CASELOAD_ABOVE_40_PERCENT,
                    CASELOAD_FTE_20_OR_MORE_PERCENT,
                    CASELOAD_FTE_25_OR_MORE_PERCENT,
                    AUDITS_COMPLETED,
                    AUDIT_GRADE_PERCENT,
                    AUDIT_GOOD_OR_OUTSTANDING_PERCENT,
                    AUDIT_COVERAGE_PERCENT,
                    AUDITS_PER_ADVISER,
                    ADVISERS_WITHOUT_AUDIT_PERCENT,
                    AUDIT_COLLABORATIVE_PERCENT,
                    AUDIT_ANSWER_PERCENT,
                    AUDIT_SIGNIFICANT_LEARNING_PERCENT,
                    AUDIT_INTRODUCTION_LETTER_PERCENT,
                    AUDIT_RECOMMENDATIONS_SHARED_PERCENT,
                    AUDIT_FEEDBACK_PERCENT,
                    AUDIT_MODERATION_AGREEMENT,
                    AUDIT_ACTIONS_MISSING,
                    ENGAGEMENT_RECORDED_PERCENT,
                    ENGAGEMENT_IN_PERSON_PERCENT,
                    FEEDBACK_RECEIVED,
                    FEEDBACK_POSITIVE_PERCENT,
                    COMPLAINTS_RECEIVED,
                    COMPLIMENTS_RECEIVED,
                    COMPLAINTS_ANSWERED_WITHIN_10_WORKING_DAYS_PERCENT,
                    COMPLAINTS_ANSWERED_WITHIN_15_WORKING_DAYS_PERCENT,
                    COMPLAINTS_ANSWERED_WITHIN_20_WORKING_DAYS_PERCENT,
                    POLICE_CHECKS_WITHIN_2_WORKING_DAYS_PERCENT,
                    HEADCOUNT,
                    FTE,
                    JOINERS,
                    LEAVERS,
                    LOCUM_SHARE_PERCENT,
                    VACANCY_RATE_PERCENT,
                    TURNOVER_12_MONTH_PERCENT,
                    WORKING_DAYS_LOST_PER_FTE,
                    WORKING_DAYS_LOST_PER_FTE_3_MONTH,
                    SURVEY_RESPONSE_PERCENT,
                    SURVEY_AGREED_PERCENT)
            .stream()
            .collect(Collectors.toUnmodifiableMap(Measure::name, Function.identity()));

    private Measures() {}

    /** Every measure of the catalogue, sorted by name. */
    public static List<Measure> all() {
        return BY_NAME.values().stream()
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    /**
     * The measure of a name.
     *
     * @throws IllegalArgumentException if the catalogue has none; the message names the nearest
     */
    public static Measure named(String name) {
        return named(name, BY_NAME.values());
    }

    /**
     * The measure of a name among some measures: the catalogue's with those of your own, for example.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static Measure named(String name, Collection<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(NearestName.unknown(
                        "measure", name, measures.stream().map(Measure::name).toList())));
    }

    private static Set<BreakdownKey> with(Set<BreakdownKey> keys, BreakdownKey... more) {
        EnumSet<BreakdownKey> all = EnumSet.copyOf(keys);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
