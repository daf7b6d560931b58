package org.cafcass.metrics.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cafcass.metrics.oracle.RandomExtracts.Sample;

/**
 * The measures that the engine looks up in running totals, over many stretches of days: before the records, from their first day, within
 * them, to their last and long after it. Short stretches are counted by a pass over the rows, long ones are looked up.
 */
class ManyDaysAgainstOracleTest {
    private static final Map<String, List<Set<String>>> ASKED = Map.ofEntries(
            Map.entry("cases-received", flows()),
            Map.entry("children-received", flows()),
            Map.entry("cases-closed", flows()),
            Map.entry("children-closed", flows()),
            Map.entry("net-change", flows()),
            Map.entry("open-cases", stocks()),
            Map.entry("open-children", stocks()),
            Map.entry("open-cases-52-weeks", stocks()),
            Map.entry("open-children-52-weeks", stocks()),
            Map.entry("open-cases-100-weeks", stocks()),
            Map.entry("open-children-100-weeks", stocks()),
            Map.entry("open-age-mean-weeks", stocks()),
            Map.entry("reports-filed", List.of(Set.of(), Set.of("report"), Set.of("area", "law"))),
            Map.entry("filing-mean-working-weeks", List.of(Set.of(), Set.of("report"), Set.of("region", "report"))),
            Map.entry("audits-completed", List.of(Set.of(), Set.of("source"), Set.of("team", "law"))),
            Map.entry("audit-grade-percent", List.of(Set.of(), Set.of("area"))),
            Map.entry("audit-good-or-outstanding-percent", List.of(Set.of(), Set.of("employment"))));

    private static List<Set<String>> flows() {
        return List.of(Set.of(), Set.of("law"), Set.of("area"), Set.of("region", "law"));
    }

    private static List<Set<String>> stocks() {
        return List.of(Set.of(), Set.of("stage"), Set.of("area", "law"), Set.of("region", "law", "stage"));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return RandomExtracts.samples();
    }

    @Property(tries = 6, seed = "20250331", edgeCases = EdgeCasesMode.NONE)
    void figuresOfAnyStretch(@ForAll("samples") Sample sample) {
        List<String> differences = new ArrayList<>();
        for (LocalDate[] stretch : stretches(sample)) {
            EngineAgainstOracle both =
                    new EngineAgainstOracle(sample.over(stretch[0], stretch[1]).asAt(stretch[1]));
            ASKED.forEach((measure, breakdowns) -> breakdowns.forEach(keys -> both.differences(measure, keys)
                    .forEach(difference -> differences.add(stretch[0] + "/" + stretch[1] + ": " + difference))));
        }
        assertThat(differences).isEmpty();
    }

    /* The totals of cases end 732 days after the last receipt; working days are known from 1995 to 2028. */
    private static List<LocalDate[]> stretches(Sample sample) {
        List<LocalDate> received = sample.extract().cases().stream()
                .map(one -> one.receivedOn())
                .sorted()
                .toList();
        List<LocalDate> filed = sample.extract().reports().stream()
                .flatMap(report -> report.filedOn().stream())
                .sorted()
                .toList();
        List<LocalDate> turns = new ArrayList<>();
        for (List<LocalDate> days : List.of(received, filed)) {
            if (!days.isEmpty()) {
                turns.add(days.get(0));
                turns.add(days.get(days.size() / 2));
                turns.add(days.get(days.size() - 1));
            }
        }
        if (!received.isEmpty()) {
            turns.add(received.get(received.size() - 1).plusDays(732));
        }
        List<LocalDate[]> stretches = new ArrayList<>();
        for (LocalDate turn : turns) {
            for (int last = -1; last <= 1; last++) {
                for (int days : new int[] {1, 90, 1200}) {
                    stretches.add(new LocalDate[] {turn.plusDays(last).minusDays(days - 1), turn.plusDays(last)});
                }
            }
            stretches.add(new LocalDate[] {turn, turn.plusDays(1200)});
        }
        return stretches;
    }
}
