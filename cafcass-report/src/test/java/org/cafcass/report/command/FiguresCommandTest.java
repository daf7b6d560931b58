package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresCommandTest {
    private static final String HEADER =
            "measure,unit,period_start,period_end,breakdown,value,numerator,denominator,lower,upper,status\n";

    @TempDir
    private Path folder;

    private Path extract;

    @BeforeEach
    void writeExtract() {
        extract = ExtractFolder.in(folder.resolve("extract")).path();
    }

    private Run figures(Object... arguments) {
        Object[] all = Stream.concat(Stream.of("figures", "--extract", extract), Stream.of(arguments))
                .toArray();
        return Run.of(all);
    }

    @Test
    void rangeOfTheCalendarIsToldBesideCsv() {
        Run run = figures(
                "--as-at",
                "2030-03-31",
                "--measure",
                "cases-received-per-working-day",
                "--measure",
                "open-cases",
                "--format",
                "csv");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "cases-received-per-working-day,cases per working day,2029-04-01,2030-03-31,,,,,,,not_available\n")
                .contains("open-cases,cases,2030-03-31,2030-03-31,,");
        assertThat(run.err())
                .isEqualTo("cafcass: cases-received-per-working-day is not available: Cannot count working days from"
                        + " 2029-04-01 to 2030-04-01: known from 1995-01-01 to 2028-12-31\n");
    }

    @Test
    void helpSaysHowSeveralMeasuresAreNamed() {
        assertThat(Run.of("figures", "--help").out())
                .contains("--measure=NAME,...")
                .contains("A measure, or several (open-cases,net-change);");
    }

    @Test
    void csvHasOneRowAFigure() {
        Run run = figures(
                "--as-at",
                "2025-03-31",
                "--measure",
                "within-26-weeks-percent,open-cases",
                "--by",
                "area",
                "--format",
                "csv");

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        HEADER
                                + "open-cases,cases,2025-03-31,2025-03-31,area=A1,1,,,,,ok\n"
                                + "open-cases,cases,2025-03-31,2025-03-31,area=A2,0,,,,,ok\n"
                                + "within-26-weeks-percent,percent,2024-04-01,2025-03-31,area=A1,,0,0,,,empty\n"
                                + "within-26-weeks-percent,percent,2024-04-01,2025-03-31,area=A2,50,1,2,,,ok\n",
                        ""));
    }

    @Test
    void csvHasThePeriodThatIsComparedWithToo() {
        Run run = figures(
                "--as-at", "2025-03-31", "--measure", "open-cases", "--compare", "previous-year", "--format", "csv");

        assertThat(run.out())
                .isEqualTo(HEADER
                        + "open-cases,cases,2024-03-31,2024-03-31,,1,,,,,ok\n"
                        + "open-cases,cases,2025-03-31,2025-03-31,,1,,,,,ok\n");
    }

    @Test
    void jsonHasTheSameNames() {
        Run run = figures(
                "--as-at",
                "2025-03-31",
                "--measure",
                "within-26-weeks-percent",
                "--by",
                "area,law",
                "--format",
                "json");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEqualTo("""
                        [
                        {"measure":"within-26-weeks-percent","unit":"percent","period_start":"2024-04-01","period_end":"2025-03-31","breakdown":{"area":"A1","law":"private"},"value":null,"numerator":0,"denominator":0,"lower":null,"upper":null,"status":"empty","conventions":{"duration":"elapsed_weeks","quantile":"interpolated","children":"case_rows"}},
                        {"measure":"within-26-weeks-percent","unit":"percent","period_start":"2024-04-01","period_end":"2025-03-31","breakdown":{"area":"A1","law":"public"},"value":null,"numerator":0,"denominator":0,"lower":null,"upper":null,"status":"empty","conventions":{"duration":"elapsed_weeks","quantile":"interpolated","children":"case_rows"}},
                        {"measure":"within-26-weeks-percent","unit":"percent","period_start":"2024-04-01","period_end":"2025-03-31","breakdown":{"area":"A2","law":"private"},"value":50,"numerator":1,"denominator":2,"lower":null,"upper":null,"status":"ok","conventions":{"duration":"elapsed_weeks","quantile":"interpolated","children":"case_rows"}},
                        {"measure":"within-26-weeks-percent","unit":"percent","period_start":"2024-04-01","period_end":"2025-03-31","breakdown":{"area":"A2","law":"public"},"value":null,"numerator":0,"denominator":0,"lower":null,"upper":null,"status":"empty","conventions":{"duration":"elapsed_weeks","quantile":"interpolated","children":"case_rows"}}
                        ]
                        """);
    }

    @Test
    void tableShowsRoundedValuesAndTheirChange() {
        Run run = figures(
                "--period",
                "2024-25",
                "--measure",
                "cases-closed",
                "--measure",
                "duration-mean-weeks,open-cases-52-weeks,cases-received",
                "--compare",
                "previous-year");

        assertThat(run).isEqualTo(new Run(0, """
                                 value  previous  change           direction
                        cases-closed (cases), 1 April 2024 to 31 March 2025
                          whole      2         0      +2
                        cases-received (cases), 1 April 2024 to 31 March 2025
                          whole      2         1      +1  +100.0%
                        duration-mean-weeks (weeks), 1 April 2024 to 31 March 2025
                          whole   26.1     empty
                        open-cases-52-weeks (cases), as at 31 March 2025
                          whole      1         0      +1           worse
                        """, ""));
    }

    @Test
    void tableShowsTheBandOfASurveysAgreement() {
        ExtractFolder.in(folder.resolve("extract"))
                .write(
                        "survey.csv",
                        "survey,question,closed_on,invited,responses,agreed\n"
                                + "2024,valued,2024-12-15,10,8,6\n2024,plan,2024-12-15,10,0,0\n");

        assertThat(figures("--as-at", "2025-03-31", "--measure", "survey-agreed-percent")
                        .out())
                .isEqualTo("""
                                           value
                        survey-agreed-percent (percent), 1 April 2024 to 31 March 2025
                          question=plan    empty
                          question=valued   75.0  good
                        """);
    }

    @Test
    void aBreakdownThatIsLeftOutForWantOfAFileIsTold() {
        Run run = figures(
                "--as-at",
                "2025-03-31",
                "--measure",
                "open-cases",
                "--by",
                "holder",
                "--by",
                "law,holder",
                "--format",
                "csv");

        assertThat(run).isEqualTo(new Run(0, HEADER, "cafcass: Cannot break down by holder: missing: allocations\n"));
    }

    @Test
    void severalBreakdownsAreEachOnTheirOwn() {
        Run run = figures(
                "--as-at",
                "2025-03-31",
                "--measure",
                "open-children",
                "--by",
                "law",
                "--by",
                "area",
                "--format",
                "csv");

        assertThat(run.out())
                .isEqualTo(HEADER
                        + "open-children,children,2025-03-31,2025-03-31,area=A1,2,,,,,ok\n"
                        + "open-children,children,2025-03-31,2025-03-31,area=A2,0,,,,,ok\n"
                        + "open-children,children,2025-03-31,2025-03-31,law=private,0,,,,,ok\n"
                        + "open-children,children,2025-03-31,2025-03-31,law=public,2,,,,,ok\n");
    }

    @Test
    void asAtDayAndPeriodAreEachTheirOwn() {
        Run run = figures(
                "--as-at",
                "2024-10-30",
                "--period",
                "2024-05",
                "--measure",
                "open-cases,cases-received",
                "--format",
                "csv");

        assertThat(run.out())
                .isEqualTo(HEADER
                        + "cases-received,cases,2024-05-01,2024-05-31,,2,,,,,ok\n"
                        + "open-cases,cases,2024-10-30,2024-10-30,,2,,,,,ok\n");
    }

    @Test
    void everyMeasureIsMeantUnlessSaid() {
        Run run = figures("--as-at", "2025-03-31", "--format", "csv");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines().filter(line -> line.startsWith("open-cases,")))
                .hasSize(1);
        assertThat(run.out().lines().filter(line -> line.startsWith("reports-ordered,")))
                .containsExactly("reports-ordered,reports,2024-04-01,2025-03-31,,,,,,,not_available");
    }

    @Test
    void keysThatAMeasureAlwaysCarriesMayBeAskedFor() throws Exception {
        Files.writeString(
                extract.resolve("survey.csv"),
                "survey,question,closed_on,invited,responses,agreed\nS1,Q1,2024-11-30,7,5,3\n");

        Run run = figures(
                "--as-at", "2025-03-31", "--measure", "survey-agreed-percent", "--by", "question", "--format", "csv");

        assertThat(run.out())
                .isEqualTo(HEADER + "survey-agreed-percent,percent,2024-04-01,2025-03-31,question=Q1,60,3,5,,,ok\n");
    }

    @Test
    void outIsAFolder() throws Exception {
        Path out = folder.resolve("deep/out");

        Run run = figures("--as-at", "2025-03-31", "--measure", "open-cases", "--format", "csv", "--out", out);

        assertThat(run).isEqualTo(new Run(0, "Wrote " + out.resolve("figures.csv") + "\n", ""));
        assertThat(Files.readString(out.resolve("figures.csv")))
                .isEqualTo(HEADER + "open-cases,cases,2025-03-31,2025-03-31,,1,,,,,ok\n");
    }

    @Test
    void closureDaysAreNoWorkingDays() throws Exception {
        Path closures =
                Files.writeString(folder.resolve("closures.txt"), "\uFEFF2025-03-03\r\n\n2025-03-04\n2025-03-08\n");
        List<String> options =
                List.of("--period", "2025-03", "--measure", "cases-received-per-working-day", "--format", "csv");

        assertThat(figures(options.toArray()).out()).endsWith(",,0,0,21,,,ok\n");
        assertThat(figures(Stream.concat(options.stream(), Stream.of("--closures", closures))
                                .toArray())
                        .out())
                .endsWith(",,0,0,19,,,ok\n");
    }

    @Test
    void rowsSetAsideAreTold() {
        ExtractFolder.in(extract).append("cases.csv", "C4,public,s31_care,A1,15/01/2024,\n");

        Run run = figures("--as-at", "2025-03-31", "--measure", "open-cases", "--format", "csv");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("cafcass: 1 row was set aside: cafcass validate says which\n");
    }

    @Test
    void strictFailsWhereARowBreaksARule() {
        ExtractFolder.in(extract).append("cases.csv", "C4,public,s31_care,A1,15/01/2024,\n");

        assertThat(figures("--as-at", "2025-03-31", "--strict"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "cafcass: Cannot read the extract: 1 row breaks a rule: cases line 5: received_on: not_a_date"
                                + " (not_a_date 1)\n"));
    }

    static Stream<Arguments> badUsage() {
        return Stream.of(
                arguments("", "Missing option: --as-at DATE or --period PERIOD (what the figures are about)"),
                arguments("--as-at 2025-02-30", "Invalid day: 2025-02-30 (yyyy-MM-dd)"),
                arguments("--as-at", "Missing required parameter for option '--as-at' (DATE)"),
                arguments("--period 2024-26", "Invalid period: 2024-26"),
                arguments(
                        "--period 2025-04-01/2024-03-31",
                        "Invalid period: 2025-04-01/2024-03-31 (its last day is before its first)"),
                arguments("--as-at 2025-03-31 --measure open-case", "Unknown measure: open-case. Maybe open-cases?"),
                arguments("--as-at 2025-03-31 --by aera", "Unknown breakdown: aera. Maybe area?"),
                arguments(
                        "--as-at 2025-03-31 --by law --measure caseload-mean",
                        "Cannot break down caseload-mean by law: it has area, employment, region, team"),
                arguments(
                        "--as-at 2025-03-31 --by stage --by law --measure cases-received",
                        "Cannot break down any of the measures by stage"),
                arguments("--as-at 2025-03-31 --format xls", "Invalid format: xls (csv, json, table)"),
                arguments(
                        "--as-at 2025-03-31 --compare last",
                        "Invalid comparison: last (previous-year, previous-period, none)"),
                arguments("--asat 2025-03-31", "Unknown option: --asat. Maybe --as-at?"),
                arguments("--messure open-cases", "Unknown option: --messure. Maybe --measure?"),
                arguments("--as-at 2025-03-31 open-cases", "Unknown argument: open-cases"),
                arguments("--as-at 2025-03-31 --closures nowhere.txt", "Cannot read nowhere.txt: no such file"));
    }

    @ParameterizedTest
    @MethodSource("badUsage")
    void badUsageIsOneLine(String options, String message) {
        Object[] arguments = options.isEmpty() ? new Object[0] : options.split(" ");

        assertThat(figures(arguments)).isEqualTo(new Run(2, "", "cafcass: " + message + "\n"));
    }

    @Test
    void aClosureThatIsNoDayIsTold() throws Exception {
        Path closures = Files.writeString(folder.resolve("closures.txt"), "2025-03-03\n2025-13-01\n");

        assertThat(figures("--as-at", "2025-03-31", "--closures", closures))
                .isEqualTo(new Run(2, "", "cafcass: Invalid closure day: 2025-13-01 (" + closures + " line 2)\n"));
    }

    @Test
    void aLineOfAnotherFileIsNotShownAsAClosure() throws Exception {
        Path children = Files.writeString(folder.resolve("children.csv"), "child-17,case-4,2015-06-07\n");

        assertThat(figures("--as-at", "2025-03-31", "--closures", children))
                .isEqualTo(new Run(2, "", "cafcass: Invalid closure day: 26 characters (" + children + " line 1)\n"));
    }
}
