package org.cafcass.report.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader who has two publications of one table: 53 cases received, 3 in A3, 20 in A4, 30 in A5. What is shown in either is known; a
 * hidden area is given away where it is the only one that neither shows.
 */
class EarlierPublicationTest {
    private static final String HEADER =
            "measure,unit,period_start,period_end,breakdown,value,numerator,denominator,lower,upper,status\n";
    private static final String RECEIVED = "cases-received,cases,2024-04-01,2025-03-31,";

    @TempDir
    private Path folder;

    @Test
    void withoutTheEarlierPublicationADifferenceGivesACountAway() throws Exception {
        Path earlier = earlier("area=A4,20,,,,,ok", ",53,,,,,ok");

        assertThat(unknown(publish(), earlier)).containsExactly("A3");
    }

    @Test
    void withItNoDifferenceGivesACountAway() throws Exception {
        Path earlier = earlier("area=A4,20,,,,,ok", ",53,,,,,ok");

        assertThat(unknown(publish("--published", earlier), earlier)).containsExactly("A3", "A5");
    }

    /** The earlier table is by region too, which the new one isn't: its total less A4 and A5 would be A3. */
    @Test
    void whatOnlyTheEarlierPublicationShowsIsKnownToo() throws Exception {
        Path earlier = earlier("region=North,53,,,,,ok");
        Path without = folder.resolve("without");
        Run.of(command(without, "--by", "area"));

        assertThat(unknown(
                        figures(command(folder.resolve("regions"), "--by", "area", "--published", earlier)), earlier))
                .containsExactly("A3", "A4");
    }

    @Test
    void aCountThatHasChangedSinceTellsNothing() throws Exception {
        Path earlier = earlier("area=A4,19,,,,,ok");

        assertThat(publish("--published", earlier)).isEqualTo(publish());
    }

    @Test
    void saysWhatIsHiddenInVain() throws Exception {
        Path earlier = earlier("area=A4,20,,,,,ok", "area=A5,30,,,,,ok", ",53,,,,,ok");

        Run run = Run.of(command(folder.resolve("vain"), "--by", "area", "--published", earlier));

        assertThat(run.status()).isZero();
        assertThat(run.err())
                .isEqualTo("cafcass: not proven to be protected, though hidden: 1 figure of cases-received\n");
    }

    @Test
    void packTakesIt() throws Exception {
        Path earlier = earlier("area=A4,20,,,,,ok", ",53,,,,,ok");
        Path pack = folder.resolve("pack");
        Run run = Run.of(
                "pack",
                "--extract",
                extract(),
                "--as-at",
                "2025-03-31",
                "--disclosure",
                "publish",
                "--published",
                earlier,
                "--out",
                pack);

        assertThat(run.status()).isZero();
        assertThat(unknown(Files.readAllLines(pack.resolve("figures.csv")), earlier))
                .containsExactly("A3", "A5");
    }

    @Test
    void badUsage() throws Exception {
        Path earlier = earlier("area=A4,20,,,,,ok");
        Path none = folder.resolve("none.csv");
        Path broken = Files.writeString(folder.resolve("broken.csv"), HEADER + RECEIVED + "area=A4,twenty,,,,,ok\n");
        Object[] internal = {"pack", "--extract", extract(), "--as-at", "2025-03-31", "--published", earlier};

        assertThat(Run.of(internal))
                .isEqualTo(new Run(2, "", "cafcass: Cannot use --published: it needs --disclosure publish\n"));
        assertThat(Run.of(command(folder, "--published", none)))
                .isEqualTo(new Run(2, "", "cafcass: Cannot read " + none + ": no such file\n"));
        assertThat(Run.of(command(folder, "--published", broken)))
                .isEqualTo(
                        new Run(2, "", "cafcass: Cannot read " + broken + ": line 2: value: not a number: twenty\n"));
    }

    private Path earlier(String... rows) throws Exception {
        String all = Stream.of(rows).map(row -> RECEIVED + row + "\n").collect(Collectors.joining());
        return Files.writeString(folder.resolve("earlier.csv"), HEADER + all);
    }

    private List<String> publish(Object... options) throws Exception {
        Object[] all = Stream.concat(Stream.of("--by", "region", "--by", "area"), Stream.of(options))
                .toArray();
        return figures(command(folder.resolve("new"), all));
    }

    private Object[] command(Path out, Object... options) throws Exception {
        return Stream.concat(
                        Stream.of(
                                "figures",
                                "--extract",
                                extract(),
                                "--as-at",
                                "2025-03-31",
                                "--measure",
                                "cases-received",
                                "--disclosure",
                                "publish",
                                "--format",
                                "csv",
                                "--out",
                                out),
                        Stream.of(options))
                .toArray();
    }

    private static List<String> figures(Object... command) throws Exception {
        Run run = Run.of(command);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return Files.readAllLines(((Path) command[12]).resolve("figures.csv"));
    }

    private static List<String> unknown(List<String> figures, Path earlier) throws Exception {
        Map<String, Boolean> known = new HashMap<>();
        List<String> lines = new ArrayList<>(figures);
        lines.addAll(Files.readAllLines(earlier));
        for (String line : lines) {
            if (line.startsWith(RECEIVED + "area=") && !line.contains(";")) {
                String[] cells = line.split(",", -1);
                known.merge(cells[4].substring("area=".length()), cells[10].equals("ok"), Boolean::logicalOr);
            }
        }
        return known.entrySet().stream()
                .filter(area -> !area.getValue())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Path extract() {
        ExtractFolder extract = ExtractFolder.in(folder.resolve("extract"));
        extract.write("areas.csv", "area_code,name,region\nA3,a,North\nA4,b,North\nA5,c,North\n");
        extract.write("advisers.csv", "adviser_id,role,employment,team,area_code,fte,started_on\n");
        extract.write("children.csv", "child_id,case_id\n");
        StringBuilder cases = new StringBuilder("case_id,law,application,area_code,received_on,closed_on\n");
        int number = 0;
        for (String area : "A3 "
                .repeat(3)
                .concat("A4 ".repeat(20))
                .concat("A5 ".repeat(30))
                .split(" ")) {
            cases.append("C" + number++ + ",public,s31_care," + area + ",2024-06-03,\n");
        }
        return extract.write("cases.csv", cases.toString()).path();
    }
}
