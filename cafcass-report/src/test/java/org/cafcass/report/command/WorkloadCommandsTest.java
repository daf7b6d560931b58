package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands {@code hubs}, {@code allocate} and {@code forecast}. */
class WorkloadCommandsTest {
    @TempDir
    private Path folder;

    private ExtractFolder extract;

    /* W1 leads C1. C4 is public law on duty; C5 waits in a hub after its safeguarding letter, its section 7 report due on 10 June; C6 is early. */
    @BeforeEach
    void writeExtract() {
        extract = ExtractFolder.in(folder.resolve("extract"))
                .append(
                        "advisers.csv",
                        "W2,family_court_adviser,permanent,after_first_hearing,A1,0.05,2020-01-01\n"
                                + "W3,family_court_adviser,permanent,after_first_hearing,A2,0.5,2025-01-01\n")
                .write("cases.csv", """
                        case_id,law,application,area_code,received_on,first_hearing_on,court_code
                        C1,public,s31_care,A1,2024-01-15,,
                        C4,public,s31_care,A1,2025-03-17,,
                        C5,private,s8_child_arrangements,A1,2025-01-06,2025-02-17,K1
                        C6,private,s8_child_arrangements,A2,2025-03-24,,K1
                        """)
                .write("children.csv", "child_id,case_id\nK1,C1\nK2,C1\nK3,C4\n")
                .write("allocations.csv", """
                        case_id,kind,adviser_id,from,to
                        C1,lead,W1,2024-01-16,
                        C4,duty,,2025-03-17,
                        C5,hub,,2025-03-20,
                        """)
                .write("reports.csv", """
                        report_id,case_id,kind,ordered_on,agreed_on,filed_on
                        R1,C5,safeguarding_letter,2025-01-06,,2025-02-03
                        R2,C5,section_7,2025-02-17,2025-06-10,
                        """)
                .write("hearings.csv", "case_id,kind,listed_on,hearing_on,vacated_on\n");
    }

    private Run run(String command, Object... arguments) {
        Object[] all = Stream.concat(
                        Stream.of(command, "--extract", extract.path(), "--as-at", "2025-03-31"), Stream.of(arguments))
                .toArray();
        return Run.of(all);
    }

    @Test
    void hubsListsWhoWaitsWithTheClockThatBinds() {
        assertThat(run("hubs", "--format", "csv")).isEqualTo(new Run(0, """
                                case_id,area,court,application,waits,since,rule,binding_clock,due,days_left,limit,limit_due,limit_days_left,post_assessment
                                C4,A1,,s31_care,on_duty,2025-03-17,public_law,not_to_wait,2025-03-17,-14,not_to_wait,2025-03-17,-14,false
                                C6,A2,K1,s8_child_arrangements,unallocated,2025-03-24,before_safeguarding_letter,not_to_wait,2025-03-24,-7,not_to_wait,2025-03-24,-7,false
                                C5,A1,K1,s8_child_arrangements,in_hub,2025-03-20,may_wait,review,2025-04-03,3,before_filing,2025-04-15,15,false
                                """, ""));
    }

    @Test
    void hubsTellsTheWeeksAheadAndACourtsList() {
        Run weeks = run("hubs", "--format", "csv", "--list", "weeks", "--weeks", "3");
        Run court = run("hubs", "--court", "K1");

        assertThat(weeks.out()).isEqualTo("""
                        first,last,limits_broken,longest_wait,before_filing,reviews_due
                        2025-04-01,2025-04-07,0,0,0,2
                        2025-04-08,2025-04-14,0,0,0,1
                        2025-04-15,2025-04-21,1,0,1,2
                        """);
        assertThat(court.out()).isEqualTo("""
                        As at 2025-03-31 2 cases wait for an adviser: 1 that may not wait, and 0 of
                          those that may past a limit.

                        cases
                        case                                                 binding      days
                        id    area  waits        rule                        clock        left
                        C6    A2    unallocated  before_safeguarding_letter  not_to_wait    -7
                        C5    A1    in_hub       may_wait                    review          3
                        """);
    }

    @Test
    void allocateProposesWithReasonsAndABound() {
        Run csv = run("allocate", "--format", "csv");
        Run table = run("allocate");

        // W1 has 4 of 100 points, W2 5 points in all: 0% before, 80% with a case; so W1 takes both
        assertThat(csv).isEqualTo(new Run(0, """
                                case_id,area,rule,days_left,points,adviser_id,adviser_area,team,saturation_before,saturation_after,reason
                                C4,A1,public_law,-14,4,W1,A1,after_first_hearing,4,12,"public law is always allocated; most even spread over the 2 advisers with room of area A1, team after_first_hearing"
                                C5,A1,may_wait,15,4,W1,A1,after_first_hearing,4,12,"15 days left to wait (before_filing); most even spread over the 2 advisers with room of area A1, team after_first_hearing"
                                C6,A2,before_safeguarding_letter,-7,2.5,,,,,,"no adviser with capacity of area A2, team to_first_hearing"
                                """, ""));
        assertThat(table.out()).startsWith("""
                        As at 2025-03-31, by ceiling-2022: 2 cases given, 1 left over.
                        Saturation 3.8% with a standard deviation of 0.9 points over 2 advisers before,
                          11.4% with a standard deviation of 2.6 points over 2 advisers after.
                        At most 0% from the best spread, proven.
                        Left over: 1, as no adviser with capacity of area A2, team to_first_hearing.

                        cases
                        """);
    }

    /* Identifiers of nine characters, as those of a case system are. */
    @Test
    void tablesFitATerminalOf80Columns() throws IOException {
        for (String file : new String[] {"cases", "children", "allocations", "reports", "advisers"}) {
            Path path = extract.path().resolve(file + ".csv");
            Files.writeString(path, Files.readString(path).replaceAll("\\b([CW])([1-6])\\b", "$10000000$2"));
        }

        assertThat(run("hubs").out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run("allocate").out().lines())
                .contains("case id    area  rule                        left  points  id              after")
                .allMatch(line -> line.length() <= 80);
        assertThat(run("allocate", "--give", "C00000004=W00000002").out().lines())
                .allMatch(line -> line.length() <= 80);
        assertThat(run("forecast", "--by", "law,area").out().lines())
                .hasSizeGreaterThan(50)
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void allocateReachesFurtherWhenAskedTo() {
        Run run = run("allocate", "--out-of-team", "--format", "json");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "\"given\" : 3",
                        "\"left_over\" : 0",
                        "\"adviser_id\" : \"W3\"",
                        "\"scheme\" : \"ceiling-2022\"");
    }

    @Test
    void allocateTellsTheEffectOfGivingNamedCases() {
        assertThat(run("allocate", "--give", "C4=W2", "--give", "C5=W2", "--format", "csv")
                        .out())
                .isEqualTo("""
                        adviser_id,capacity,load_before,load_after,saturation_before,saturation_after,band_after,past_ceiling
                        W2,5,0,8,0,160,over,true
                        """);
        assertThat(run("allocate", "--give", "C9=W2"))
                .isEqualTo(new Run(2, "", "cafcass: Cannot give a case: no open case C9\n"));
    }

    @Test
    void forecastTellsOpenCasesAheadAndWhatTheyNeed() {
        Run csv = run("forecast", "--months", "1", "--inflow", "0", "--format", "csv", "--by", "law");
        Run fte = run(
                "forecast", "--months", "1", "--inflow=-100%", "--format", "csv", "--list", "fte", "--ceiling", "25,8");
        Run passing = run("forecast", "--months", "1", "--format", "csv", "--list", "passing", "--weeks", "26");

        assertThat(csv.out().lines())
                .hasSize(3)
                .contains("1,2025-04-30,public,,2,2,2,2,2,3,3,3,3,3", "1,2025-04-30,private,,2,2,2,2,2,0,0,0,0,0");
        assertThat(fte.out()).isEqualTo("""
                        as_at,ceiling,fte,lower_80,upper_80,lower_95,upper_95
                        2025-04-30,25,0.16,0.16,0.16,0.16,0.16
                        2025-04-30,8,0.5,0.5,0.5,0.5,0.5
                        """);
        assertThat(passing.out()).isEqualTo("""
                        case_id,weeks,passes_on,week,chance
                        C5,26,2025-07-08,15,1
                        C4,26,2025-09-16,25,1
                        C6,26,2025-09-23,26,1
                        """);
        assertThat(run("forecast", "--target", "3", "--inflow", "flat").out())
                .contains("No more than 3 open cases: not at this pace.");
    }

    @Test
    void oneListingIsWrittenInEveryFormat() throws IOException {
        Path out = folder.resolve("one");

        assertThat(run("hubs", "--list", "weeks", "--weeks", "1", "--format", "json")
                        .out())
                .isEqualTo("""
                        {
                          "as_at" : "2025-03-31",
                          "waiting" : 3,
                          "waiting_that_may_not" : 2,
                          "limits_broken" : 0,
                          "weeks" : [ {
                            "first" : "2025-04-01",
                            "last" : "2025-04-07",
                            "limits_broken" : 0,
                            "longest_wait" : 0,
                            "before_filing" : 0,
                            "reviews_due" : 2
                          } ]
                        }
                        """);
        assertThat(run("forecast", "--list", "passing", "--weeks", "15").out().lines())
                .contains("passing", "C5       26  2025-07-08    15     1.0")
                .doesNotContain("fte", "months", "weeks");
        assertThat(run("forecast", "--list", "fte", "--format", "csv", "--out", out)
                        .out())
                .isEqualTo("Wrote " + out.resolve("forecast-fte.csv") + "\n");
    }

    @Test
    void optionsThatWouldDoNothingBesideOthersAreRefused() {
        assertThat(run("hubs", "--court", "K1", "--weeks", "3").err())
                .isEqualTo("cafcass: Cannot combine --court with --weeks: a court's list has no weeks ahead\n");
        assertThat(run("allocate", "--give", "C4=W2", "--out-of-area", "--past-ceiling")
                        .err())
                .isEqualTo(
                        "cafcass: Cannot combine --give with --out-of-area, --past-ceiling: it gives the cases that it"
                                + " names, whatever the area, team and ceiling\n");
        assertThat(run("allocate", "--give", "C4=W2", "--give", "C4=W3").err())
                .isEqualTo("cafcass: Cannot give a case: C4 is given twice\n");
    }

    /* A forecast of what stands still for want of records would be wrong in silence. */
    @Test
    void aForecastNeedsRecordsOfTheYearBefore() {
        Object[] late = {"forecast", "--extract", extract.path(), "--as-at", "2099-12-31"};

        assertThat(Run.of(late))
                .isEqualTo(new Run(
                        2,
                        "",
                        "cafcass: Cannot forecast: no case was received or closed in the 365 days up to 2099-12-31\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31", "-9999-01-01", "2025-3-31", "2025-02-30", "31/03/2025"})
    void aDayOutOfRangeIsOneLineAndStatus2(String day) {
        assertThat(Run.of("hubs", "--extract", extract.path(), "--as-at=" + day))
                .isEqualTo(new Run(2, "", "cafcass: Invalid day: " + day + " (yyyy-MM-dd)\n"));
    }

    @Test
    void theNameOfASchemeDoesNotSteerTheTerminal() throws IOException {
        Path file = Files.writeString(
                folder.resolve("scheme.json"), scheme("2025-01-01", "{}", "").replace("own", "\\u001b[31mred"));

        assertThat(run("allocate", "--scheme", file).out()).startsWith("As at 2025-03-31, by ?[31mred: ");
    }

    @Test
    void listingsAreWrittenToAFolder() throws IOException {
        Path out = folder.resolve("out");

        assertThat(run("hubs", "--out", out, "--format", "csv").out())
                .isEqualTo("Wrote " + out.resolve("hubs-cases.csv") + "\nWrote " + out.resolve("hubs-weeks.csv")
                        + "\nWrote " + out.resolve("hubs-post-assessment.csv") + "\n");
        assertThat(Files.readString(out.resolve("hubs-post-assessment.csv")))
                .isEqualTo("case_id,area,next_hearing_on,in_hub\n");
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                arguments(
                        scheme("2025-04-01", "{}", ""),
                        "Cannot use weighting scheme own: not in effect on 2025-03-31, effective from 2025-04-01"),
                arguments(
                        scheme("2025-03-31", "{\"law\": \"private\"}", ""),
                        "Cannot weigh a case: weighting scheme own has no weight for public s31_care after_first_hearing,"
                                + " lead, 2 children"),
                arguments(scheme("2025-03-31", "{}", ", \"extra\": 1"), "Invalid weighting scheme: extra: unknown"));
    }

    private static String scheme(String effectiveFrom, String when, String more) {
        return "{\"name\": \"own\", \"effective_from\": \"" + effectiveFrom + "\", \"capacity_per_fte\": 100,"
                + " \"ceilings\": {\"to_first_hearing\": 40}, \"weights\": [{\"when\": " + when + ", \"points\": 4}],"
                + " \"bands\": {\"near\": 85, \"over\": 100}" + more + "}";
    }

    /* W1 leads C1. Of the 155 points of 1.55 FTE a public law case takes 4 by ceiling-2022, 31 by the own scheme. */
    @Test
    void saturationIsThatOfTheSchemeAskedFor() throws IOException {
        Path file = Files.writeString(
                folder.resolve("scheme.json"),
                scheme("2025-03-31", "{}", "").replace("\"points\": 4", "\"points\": 31"));

        Run byDefault = run("figures", "--measure", "saturation-percent", "--by", "area", "--format", "csv");
        Run own = run("figures", "--measure", "saturation-percent", "--scheme", file, "--format", "csv");

        assertThat(byDefault.out()).isEqualTo("""
                        measure,unit,period_start,period_end,breakdown,value,numerator,denominator,lower,upper,status
                        saturation-percent,percent,2025-03-31,2025-03-31,area=A1,3.8095238095238093,4,105,,,ok
                        saturation-percent,percent,2025-03-31,2025-03-31,area=A2,0,0,50,,,ok
                        """);
        assertThat(own.out()).isEqualTo("""
                        measure,unit,period_start,period_end,breakdown,value,numerator,denominator,lower,upper,status
                        saturation-percent,percent,2025-03-31,2025-03-31,,20,31,155,,,ok
                        """);
        Path out = folder.resolve("pack");
        assertThat(run("pack", "--scheme", file, "--out", out).status()).isZero();
        assertThat(Files.readString(out.resolve("figures.csv")).lines())
                .contains(own.out().lines().toList().get(1));
    }

    @Test
    void aPackIsMadeWhereNobodyIsInTheTeamThatTheProtocolWatches() throws IOException {
        extract.write(
                "advisers.csv",
                "adviser_id,role,employment,team,area_code,fte,started_on\n"
                        + "W1,family_court_adviser,permanent,to_first_hearing,A1,1.0,2020-01-01\n");
        Path out = folder.resolve("pack");

        assertThat(run("pack", "--out", out).status()).isZero();
        assertThat(Files.readString(out.resolve("pack.md"))).contains("4 triggers have held for 2 months in a row.");
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aSchemeThatCannotBeUsedIsOneLineAndStatus2(String scheme, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("scheme.json"), scheme);

        assertThat(run("allocate", "--scheme", file)).isEqualTo(new Run(2, "", "cafcass: " + message + "\n"));
        assertThat(run("figures", "--measure", "saturation-percent", "--scheme", file))
                .isEqualTo(new Run(2, "", "cafcass: " + message + "\n"));
    }

    @Test
    void aPersonalCeilingWithoutOneOfTheTeamIsOneLineAndStatus2() throws IOException {
        extract.write(
                "advisers.csv",
                "adviser_id,role,employment,team,area_code,fte,started_on,ceiling\n"
                        + "W1,family_court_adviser,permanent,after_first_hearing,A1,1.0,2020-01-01,20\n");
        Path file = Files.writeString(folder.resolve("scheme.json"), scheme("2025-01-01", "{}", ""));

        assertThat(run("figures", "--measure", "saturation-percent", "--scheme", file))
                .isEqualTo(new Run(
                        2,
                        "",
                        "cafcass: Cannot work out a capacity: weighting scheme own has no ceiling for team"
                                + " after_first_hearing\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubs", "allocate"})
    void aMissingTableIsOneLineAndStatus2(String command) {
        extract.delete("allocations.csv");

        assertThat(run(command))
                .isEqualTo(new Run(2, "", "cafcass: Cannot tell which cases may wait: missing: allocations\n"));
    }

    static Stream<Arguments> badOptions() {
        return Stream.of(
                arguments("hubs", "--weeks", "0", "Invalid number of weeks: 0 is not from 1 to 520"),
                arguments("hubs", "--format", "xml", "Invalid format: xml (csv, json, table)"),
                arguments("forecast", "--months", "0", "Invalid number of months ahead: 0 is not from 1 to 60"),
                arguments(
                        "forecast",
                        "--inflow",
                        "more",
                        "Invalid inflow: more (flat, a change such as +10%, or cases joined by commas)"),
                arguments("forecast", "--inflow", "5", "Cannot forecast month 2: the inflow ends with month 1"),
                arguments(
                        "forecast",
                        "--inflow",
                        "5,5,5,5,5,5,5,5,5,5,5,5,5",
                        "Invalid inflow: 13 months are given, and the forecast has 12 (--months)"),
                arguments("forecast", "--ceiling", ",", "Invalid ceiling: none is given"),
                arguments("forecast", "--by", "team", "Cannot break down a forecast by team: it has area, law"),
                arguments(
                        "forecast", "--by-day", "2026-03-31", "Missing option: --target CASES (what --by-day is for)"),
                arguments("forecast", "--ceiling", "0", "Invalid ceiling: 0 is not above 0"),
                arguments(
                        "hubs",
                        "--list",
                        "week",
                        "Unknown listing: week. Maybe weeks? (cases, weeks, post-assessment)"),
                arguments("allocate", "--list", "case", "Unknown listing: case. Maybe cases? (cases)"),
                arguments(
                        "forecast",
                        "--list",
                        "month",
                        "Unknown listing: month. Maybe months? (months, fte, weeks, passing)"),
                arguments("hubs", "--court", "K2", "Unknown court: K2. Maybe K1?"),
                arguments("hubs", "--compare", "none", "Unknown option: --compare. Maybe --court?"),
                arguments("allocate", "--give", "C4", "Cannot give a case: C4 is not CASE=ADVISER"),
                arguments(
                        "forecast",
                        "--target",
                        "1e400000000",
                        "Invalid value for option '--target': 1e400000000 is not a number such as 25 or 17.4"),
                arguments(
                        "forecast",
                        "--target",
                        "-5",
                        "Invalid value for option '--target': -5 is not a number such as 25 or 17.4"));
    }

    @ParameterizedTest
    @MethodSource("badOptions")
    void badOptionsAreOneLineAndStatus2(String command, String option, String value, String message) {
        assertThat(run(command, option, value)).isEqualTo(new Run(2, "", "cafcass: " + message + "\n"));
    }
}
