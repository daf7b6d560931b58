package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {
    @TempDir
    private Path folder;

    private ExtractFolder extract;
    private Path out;

    @BeforeEach
    void writeExtract() {
        extract = ExtractFolder.in(folder.resolve("extract"));
        out = folder.resolve("pack");
    }

    private Run pack(Object... options) {
        return Run.of(Stream.concat(
                        Stream.of("pack", "--extract", extract.path(), "--as-at", "2025-03-31", "--out", out),
                        Stream.of(options))
                .toArray());
    }

    private String read(String file) throws IOException {
        return Files.readString(out.resolve(file));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(out)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void packIsAFolderOfFilesAndItsHeadlinesArePrinted() throws IOException {
        Run run = pack();

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("""
                        Board pack as at 31 March 2025
                        Open cases and other stocks are as at 31 March 2025, other figures over 1 April 2024 to 31 March 2025.
                        Measure\
                        """)
                .containsPattern("\nOpen cases +1 +1 +0 +0\\.0% +unchanged\n")
                .containsPattern("\nCases open 52 weeks or more +1 +0 +\\+1 +rose, worse\n")
                .containsPattern("\nMean duration \\(weeks\\) +26\\.1 +no value\n")
                .containsPattern("\nCases held on duty +not available +not available\n")
                .endsWith("\nWrote " + out + "\n");
        assertThat(files()).containsOnlyKeys("figures.csv", "figures.json", "pack.html", "pack.md", "set-aside.csv");
        assertThat(read("set-aside.csv")).isEqualTo("file,line,column,value,reason\n");
    }

    @Test
    void whatIsNoLongerThereIsZeroAndHasItsPast() throws IOException {
        extract.append("cases.csv", "C4,public,deprivation_of_liberty,A1,2023-05-01,2024-05-01\n");

        pack();

        assertThat(read("pack.md"))
                .contains("\n| Deprivation of liberty | 0 (was 1; fell, better) | 0 (was 0; unchanged) |")
                .contains("\n| Care (section 31) | 1 (was 1; unchanged) | 1 (was 0; rose, worse) |")
                .containsSubsequence("\n| Care (section 31) |", "\n| Deprivation of liberty |");
    }

    @Test
    void whatHasNoLawIsTold() throws IOException {
        extract.write(
                "feedback.csv",
                "feedback_id,kind,source,received_on,case_id\n"
                        + "F1,complaint,adult,2024-05-01,C1\nF2,complaint,adult,2024-05-01,\nF3,complaint,adult,2024-06-01,\n");

        pack();

        assertThat(read("pack.md"))
                .contains("| Complaints received | 1 (was 0; rose, worse) | 0 (was 0; unchanged) |")
                .contains("\nOf neither law, since they name no case: 2 in Complaints received.\n");
    }

    /** Without allocations nothing that the protocol watches has a value: that is no sign that all is well. */
    @Test
    void prioritisationIsNotToldWithoutWhatItWatches() throws IOException {
        pack();

        assertThat(read("pack.md"))
                .contains("Not told: the extract has no value of what the protocol prioritisation-2022 watches.")
                .doesNotContain("prioritisation is not needed")
                .contains("\n1 case with 2 children is open.")
                .doesNotContain("London family strategy");
    }

    @Test
    void aPackInTheMiddleOfAMonthChartsWholeMonths() throws IOException {
        extract.append("cases.csv", "C4,public,s31_care,A1,2025-03-03,\n");

        Run.of("pack", "--extract", extract.path(), "--as-at", "2025-03-17", "--out", out);

        assertThat(read("pack.md"))
                .contains("### Cases received\n\nFeb 2025: 0. ")
                .contains("| Cases received | 3 |")
                .doesNotContain("Mar 2025");
    }

    /** As at each month's end one case was open from the day it came: a chart of that has limits without reach. */
    @Test
    void monthsThatAreTooEvenTellNothing() throws IOException {
        pack();

        assertThat(read("pack.md"))
                .contains(
                        "### Cases open 52 weeks or more\n\nMar 2025: 1. Mean 0.1, limits 0.1 to 0.1. The months are too even for"
                                + " limits to tell anything.")
                .doesNotContain("- Cases open 52 weeks or more: above the limits");
    }

    @Test
    void closureDaysAreTold() throws IOException {
        Path closures =
                Files.writeString(folder.resolve("closures.txt"), "2024-12-27\n2024-12-30\n2023-12-27\n2024-12-28\n");

        pack("--closures", closures);

        assertThat(read("pack.md"))
                .contains(
                        "\nWorking days are Mondays to Fridays that are no bank holidays in England and Wales, nor closure days"
                                + " of the organisation, of which there are 3 in all; in P 27 December 2024, 30 December 2024.\n");
    }

    @Test
    void figuresAreTheWholeEverySingleBreakdownAndCountsByAreaAndLaw() throws IOException {
        pack("--compare", "none");

        List<String> lines = read("figures.csv").lines().toList();
        assertThat(lines.subList(1, lines.size())).isSorted();
        assertThat(lines.stream().filter(line -> line.startsWith("open-cases,")))
                .containsExactly(
                        "open-cases,cases,2025-03-31,2025-03-31,,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,application=s31_care,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,area=A1,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,area=A1;law=private,0,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,area=A1;law=public,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,area=A2,0,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,area=A2;law=private,0,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,area=A2;law=public,0,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,law=private,0,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,law=public,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,region=N,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,region=S,0,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,rule_16_4=false,1,,,,,ok",
                        "open-cases,cases,2025-03-31,2025-03-31,stage=after_first_hearing,1,,,,,ok");
        assertThat(lines.stream().filter(line -> line.startsWith("within-26-weeks-percent,") && line.contains(";")))
                .isEmpty();
        assertThat(lines.stream().filter(line -> line.startsWith("saturation-percent,")))
                .containsExactly("saturation-percent,percent,2025-03-31,2025-03-31,,,,,,,not_available");
    }

    @Test
    void aPackThatIsNotAskedToCompareShowsLastYearAndWritesItsOwnRowsAlone() throws IOException {
        pack();

        assertThat(read("figures.csv").lines().filter(line -> line.matches("cases-received,[^,]*,[^,]*,[^,]*,,.*")))
                .containsExactly("cases-received,cases,2024-04-01,2025-03-31,,2,,,,,ok");
        assertThat(read("pack.md")).contains("| Cases received | 2 | 1 | +1 | +100.0% | rose |");
    }

    @Test
    void aSchemeThatCameIntoEffectLaterThanTheMonthsShownIsNoErrorOfTheDayAskedFor() throws IOException {
        Path scheme = folder.resolve("scheme.json");
        Files.writeString(
                scheme,
                "{\"name\": \"own\", \"effective_from\": \"2025-03-31\", \"capacity_per_fte\": 100,"
                        + " \"ceilings\": {}, \"weights\": [{\"when\": {}, \"points\": 4}],"
                        + " \"bands\": {\"near\": 85, \"over\": 100}}");

        assertThat(pack("--scheme", scheme).status()).isZero();
    }

    @Test
    void comparedPeriodHasItsRowsToo() throws IOException {
        pack("--compare", "previous-year");

        assertThat(read("figures.csv").lines().filter(line -> line.matches("cases-received,[^,]*,[^,]*,[^,]*,,.*")))
                .containsExactly(
                        "cases-received,cases,2023-04-01,2024-03-31,,1,,,,,ok",
                        "cases-received,cases,2024-04-01,2025-03-31,,2,,,,,ok");
        assertThat(read("pack.md")).contains("| Cases received | 2 | 1 | +1 | +100.0% | rose |");
        assertThat(read("pack.html")).contains("Last year");
    }

    @Test
    void withoutAComparisonNothingIsSaidOfAnotherPeriod() throws IOException {
        Run run = pack("--compare", "none");

        assertThat(run.out()).doesNotContain("Last year", "rose");
        assertThat(read("pack.md")).doesNotContain("Last year", "(was ");
        assertThat(read("pack.html")).doesNotContain("Last year", "<small>was ");
    }

    @Test
    void shareStillOpenStandsBesideTheDurationsOfClosedCases() throws IOException {
        pack("--compare", "none");

        // two closed in the year, one open: a third
        assertThat(read("pack.md")).contains("| All | 2 | 26.1 | 26.1 | 26.1 | 50.0 | 1 | 33.3 |");
    }

    @Test
    void sameInputGivesTheSameBytesWhereverItRuns() throws IOException {
        pack();
        Map<String, String> first = files();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale("ar", "EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            pack();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        assertThat(files()).isEqualTo(first);
    }

    @Test
    void hostileNamesAreHarmless() throws IOException {
        extract.write("areas.csv", """
                        area_code,name,region
                        A1,"<script>alert(""x"")</script>",'=cmd|' /C calc'!A0'
                        A2,"=HYPERLINK(""http://example.org"")","a | b
                        c"
                        "a;b=c%",`*_[x](y),"=cmd|' /C calc'!A0"
                        """)
                .append("cases.csv", "C4,\"=1+1\",s31_care,A1,2024-01-15,\nC5,-1,s31_care,A1,2024-01-15,\n");

        assertThat(pack().status()).isZero();

        assertThat(read("figures.csv"))
                .contains(
                        "\nopen-cases,cases,2025-03-31,2025-03-31,area=a%3Bb%3Dc%25,0,,,,,ok\n",
                        "\nopen-cases,cases,2025-03-31,2025-03-31,region=%3Dcmd|' /C calc'!A0,0,,,,,ok\n",
                        "\nopen-cases,cases,2025-03-31,2025-03-31,\"region=a | b\nc\",0,,,,,ok\n");
        assertThat(read("set-aside.csv")).contains("cases,5,law,'=1+1,unknown_code\ncases,6,law,-1,unknown_code\n");
        assertThat(read("figures.json")).contains("\"region\":\"a | b\\nc\"");
        assertThat(read("pack.html"))
                .doesNotContain("<script", "alert(\"x\")")
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; (A1)");
        assertThat(read("pack.md"))
                .contains("| \\<script\\>alert(\"x\")\\</script\\> (A1) |", "| \\`\\*\\_\\[x\\](y) (a;b=c%) |");
    }

    @Test
    void rowsSetAsideAreTold() throws IOException {
        extract.append("cases.csv", "C4,public,s31_care,A1,15/01/2024,\n");

        Run run = pack();

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("cafcass: 1 row was set aside: cafcass validate says which\n");
        assertThat(read("set-aside.csv"))
                .isEqualTo("file,line,column,value,reason\ncases,5,received_on,15/01/2024,not_a_date\n");
        assertThat(read("pack.md")).contains("| cases | Not a date | 1 |");
    }

    @Test
    void anOutThatCannotBeWrittenIsOneLine() throws IOException {
        Files.writeString(out, "in the way");

        assertThat(pack()).isEqualTo(new Run(2, "", "cafcass: Cannot write " + out + ": a file is in its place\n"));
    }

    @Test
    void packIsWhatIsDoneWithoutACommand() throws IOException {
        Run run = Run.of("--extract", extract.path(), "--as-at", "2025-03-31", "--out", out);

        assertThat(run.status()).isZero();
        assertThat(files()).containsKey("pack.html");
    }

    @Test
    void whatIsPublishedHidesSmallCounts() throws IOException {
        extract.append("cases.csv", "=C4,public,care,A1,2024-01-15,\n");

        pack("--disclosure", "publish");

        assertThat(read("figures.csv"))
                .contains("\nopen-cases,cases,2025-03-31,2025-03-31,,,,,,,suppressed\n")
                .doesNotContainPattern("\n[^,]*,(cases|children|people),[^,]*,[^,]*,[^,]*,[1-5],");
        assertThat(read("set-aside.csv")).contains("cases,5,application,,unknown_code\n");
        assertThat(read("pack.md"))
                .contains(
                        "| Open cases | suppressed | suppressed |",
                        "\n| All | suppressed (was 0)" + " | suppressed".repeat(7) + " |");
    }

    @Test
    void anUnknownDisclosureControlIsTold() {
        assertThat(pack("--disclosure", "all"))
                .isEqualTo(new Run(2, "", "cafcass: Invalid disclosure control: all (none, publish)\n"));
    }

    @Test
    void aSchemeThatIsNoneIsTold() throws IOException {
        Path scheme = Files.writeString(folder.resolve("scheme.json"), "[]");

        assertThat(pack("--scheme", scheme))
                .isEqualTo(new Run(2, "", "cafcass: Cannot read weighting scheme: empty\n"));
    }
}
