package org.cafcass.model.synthetic;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an extract is to show: the days and counts of one published paper. Its flow and area tables are resources named
 * after it.
 *
 * @param asAt the day the extract is made on
 * @param years the two years of the paper's comparisons, the later one last
 * @param closures working days on which the organisation was closed
 * @param flows how many cases and children came and went
 * @param areas the service areas
 * @param listings open private law cases with a filed report, by how the next hearing is listed
 * @param section7 reports ordered by year, addenda not included
 * @param addenda addendum reports ordered by year
 */
record Scenario(
        String name,
        LocalDate asAt,
        List<Year> years,
        List<LocalDate> closures,
        List<Flow> flows,
        List<AreaShare> areas,
        Map<CaseFile.Listing, Holding> listings,
        List<Integer> section7,
        List<Integer> addenda,
        Engagement engagement) {

    /** Of the children in open cases that are expected to have one, how many have an engagement record; of those, how many were seen in person. */
    record Engagement(double recordedPercent, double inPersonPercent) {}

    /** A stretch of epoch days, both in. */
    record Year(int first, int last) {
        static Year of(String first, String last) {
            return new Year((int) LocalDate.parse(first).toEpochDay(), (int)
                    LocalDate.parse(last).toEpochDay());
        }

        boolean contains(int day) {
            return first <= day && day <= last;
        }
    }

    /** So many cases with so many children. */
    record Holding(int cases, int children) {}

    private static final ImmutableMap<String, Scenario> ALL = ImmutableMap.of("national-2025", national2025());

    static List<String> names() {
        return ALL.keySet().asList();
    }

    static Scenario named(String name) {
        Scenario scenario = ALL.get(name);
        if (scenario == null) {
            throw new IllegalArgumentException(
                    "Invalid scenario: " + name + " is not one of " + String.join(", ", ALL.keySet()));
        }
        return scenario;
    }

    Holding listing(CaseFile.Listing listing) {
        return listings.getOrDefault(listing, new Holding(0, 0));
    }

    int asAtDay() {
        return (int) asAt.toEpochDay();
    }

    private static Scenario national2025() {
        String name = "national-2025";
        return new Scenario(
                name,
                LocalDate.of(2025, 3, 31),
                List.of(Year.of("2023-04-01", "2024-03-31"), Year.of("2024-04-01", "2025-03-31")),
                days(
                        "2022-12-28 2022-12-29 2022-12-30 2023-12-27 2023-12-28 2023-12-29 2024-12-27 2024-12-30 2024-12-31"),
                Flow.read(name),
                AreaShare.read(name),
                Map.of(
                        CaseFile.Listing.COURT_READY, new Holding(3904, 5966),
                        CaseFile.Listing.HEARING_AHEAD, new Holding(1453, 2308),
                        CaseFile.Listing.UNLISTED, new Holding(612, 940)),
                List.of(20_002 - 6_007, 18_187 - 5_116),
                List.of(6_007, 5_116),
                new Engagement(97, 93));
    }

    private static List<LocalDate> days(String text) {
        return List.of(text.split(" ")).stream().map(LocalDate::parse).toList();
    }
}
