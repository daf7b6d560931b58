package org.cafcass.metrics.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedFiguresCheckTest {
    static Stream<Arguments> numbersOfOneFigure() {
        return Stream.of(
                arguments("cases", "27529", "", "-2725", "-9.0", Verdict.CONSISTENT),
                arguments("cases", "27529", "30254", "", "-9.0", Verdict.CONSISTENT),
                arguments("cases", "27529", "30254", "-2724", "", Verdict.INCONSISTENT),
                arguments("cases", "27529", "30254", "", "-9.1", Verdict.INCONSISTENT),
                arguments("cases", "9", "8", "1", "12.5", Verdict.CONSISTENT),
                arguments("cases", "9", "8", "1", "13", Verdict.CONSISTENT),
                arguments("cases", "9", "8", "1", "12", Verdict.INCONSISTENT),
                arguments("cases", "7", "8", "-1", "-13", Verdict.CONSISTENT),
                arguments("cases", "7", "8", "-1", "-12", Verdict.CONSISTENT),
                arguments("cases", "7", "8", "-1", "-11", Verdict.INCONSISTENT),
                arguments("cases", "", "", "5", "-3.0", Verdict.INCONSISTENT),
                arguments("cases", "", "", "5", "3.0", Verdict.UNDETERMINED),
                arguments("cases", "35,211", "30,257", "+4,954", "16.4%", Verdict.CONSISTENT),
                arguments("cases", "c56,000", "48,200", "~8000", "", Verdict.CONSISTENT),
                arguments("cases", "c56,000", "46,200", "~8000", "", Verdict.INCONSISTENT),
                arguments("weeks", "39", "44", "-4", "", Verdict.CONSISTENT),
                arguments("weeks", "39", "44", "-3", "", Verdict.INCONSISTENT),
                arguments("percent", "58.9", "56.2", "+2.7 pts", "", Verdict.CONSISTENT),
                arguments("percent", "58.9", "56.2", "2.8", "", Verdict.CONSISTENT),
                arguments("percent", "58.9", "56.2", "2.9", "", Verdict.INCONSISTENT),
                arguments("records; percent", "12; 6.0", "14", "-1 pt", "", Verdict.UNDETERMINED),
                arguments("records; percent", "12; 6.0", "14; 7.0", "-2 records; -1 pt", "", Verdict.CONSISTENT),
                arguments("records; percent", "12; 6.0", "14; 7.0", "-2 records; -3 pts", "", Verdict.INCONSISTENT),
                arguments("cases", "12", "0", "12", "100", Verdict.CONSISTENT),
                arguments("cases", "-3", "-5", "2", "-40", Verdict.CONSISTENT),
                arguments("", "35211", "30136", "4954", "16.4", Verdict.INCONSISTENT),
                arguments("", "", "", "", "", Verdict.UNDETERMINED));
    }

    @ParameterizedTest
    @MethodSource("numbersOfOneFigure")
    void judgesAFigureByItself(
            String unit, String value, String previous, String change, String percent, Verdict verdict) {
        PublishedFigure figure = figure("A", "open cases", "all", unit, value, previous, change, percent);

        assertThat(PublishedFiguresCheck.check(List.of(figure)))
                .extracting(CheckedFigure::verdict)
                .containsExactly(verdict);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                // parts add up
                arguments(rows("all cases 300", "law=public cases 100", "law=private cases 200"), "CCC"),
                arguments(rows("all cases 301", "law=public cases 100", "law=private cases 200"), "III"),
                arguments(rows("all children 480", "all cases 300", "law=public cases 301"), "UII"),
                arguments(rows("law=public cases 100", "law=public; area=A3 cases 101"), "II"),
                arguments(rows("law=public cases 100", "application=s31 care cases 101"), "II"),
                arguments(rows("law=public cases 100", "area=A3 cases 101"), "UU"),
                // what is no count has no parts
                arguments(rows("all weeks 30", "law=public weeks 100", "law=private weeks 20"), "UUU"),
                // the same figure twice
                arguments(rows("all cases 300", "all cases 300"), "CC"),
                arguments(rows("all cases 300", "all cases 310"), "II"),
                // a share and its count
                arguments(rows("200 case files percent 72.5", "200 case files records 145"), "CC"),
                arguments(rows("200 case files percent 72.5", "200 case files records 146"), "II"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void judgesFiguresTogether(List<PublishedFigure> figures, String verdicts) {
        assertThat(letters(figures)).isEqualTo(verdicts);
    }

    @Test
    void putsFailuresDownToTheFigureThatTheyHaveInCommon() {
        List<PublishedFigure> figures = List.of(
                figure("A", "open cases", "all", "cases", "300", "", "", ""),
                figure("B", "open cases", "law=public", "cases", "10", "", "", ""),
                figure("C", "open cases", "law=private", "cases", "200", "", "", ""),
                figure("D", "open 52 weeks or more", "law=public", "cases", "40", "", "", ""));

        assertThat(letters(figures)).isEqualTo("CICU");
    }

    @Test
    void blamesNobodyElseForAFigureThatContradictsItself() {
        List<PublishedFigure> figures = List.of(
                figure("A", "open cases", "all", "cases", "300", "290", "20", ""),
                figure("B", "open cases", "law=public", "cases", "100", "90", "10", ""),
                figure("C", "open cases", "law=private", "cases", "200", "190", "10", ""));

        assertThat(letters(figures)).isEqualTo("ICC");
    }

    @Test
    void holdsLongerDurationsWithinShorterOnes() {
        List<PublishedFigure> figures = List.of(
                figure("A", "open 52 weeks or more", "all", "cases", "100", "", "", ""),
                figure("B", "open 100 weeks or more", "all", "cases", "101", "", "", ""),
                figure("C", "share of advisers above 20", "all", "percent", "30.1", "", "", ""),
                figure("D", "share of advisers above 25", "all", "percent", "30.1", "", "", ""));

        assertThat(letters(figures)).isEqualTo("IICC");
    }

    @Test
    void holdsAPeriodWithinAnother() {
        List<PublishedFigure> figures = List.of(
                at("A", "2024-04-01/2025-03-31", "local audits completed", "audits", "100"),
                at("B", "2025-01-01/2025-03-31", "local audits completed", "audits", "101"),
                at("C", "2025-01-01/2025-03-31", "staff in post", "staff", "101"));

        assertThat(letters(figures)).isEqualTo("IIU");
    }

    @Test
    void keepsDocumentsApart() {
        PublishedFigure first = figure("A", "open cases", "all", "cases", "300", "", "", "");
        PublishedFigure second = new PublishedFigure(
                "B", "another paper", first.period(), "open cases", "all", "cases", "310", "", "", "", "");

        assertThat(letters(List.of(first, second))).isEqualTo("UU");
    }

    @Test
    void holdsAnEarlierValueAgainstThePreviousOne() {
        List<PublishedFigure> figures = List.of(
                new PublishedFigure(
                        "A", "paper", "2025-03-31", "open cases", "all", "cases", "300", "2024-03-31", "290", "", ""),
                at("B", "2024-03-31", "open cases", "cases", "291"));

        assertThat(PublishedFiguresCheck.check(figures))
                .extracting(CheckedFigure::finding)
                .containsOnly("previous of A (290) is not the value of B (291)");
    }

    @Test
    void findsAChildrenPerCaseRatioFarOffTheOthers() {
        List<PublishedFigure> figures = Stream.of(
                        "A3 1000 1600", "A4 1000 1700", "A5 1000 1500", "A6 1000 1150", "A7 10 11")
                .map(row -> row.split(" "))
                .flatMap(row -> Stream.of(
                        figure(row[0] + "-cases", "open cases", "area=" + row[0], "cases", row[1], "", "", ""),
                        figure(row[0] + "-children", "open cases", "area=" + row[0], "children", row[2], "", "", "")))
                .toList();

        assertThat(letters(figures)).isEqualTo("UUUUUUMMUU");
    }

    @Test
    void checksNothingOfNothing() {
        assertThat(PublishedFiguresCheck.check(List.of())).isEmpty();
    }

    /** One letter a figure: Consistent, Inconsistent, iMplausible, Undetermined. */
    private static String letters(List<PublishedFigure> figures) {
        StringBuilder letters = new StringBuilder();
        for (CheckedFigure figure : PublishedFiguresCheck.check(figures)) {
            letters.append(
                    figure.verdict() == Verdict.IMPLAUSIBLE
                            ? 'M'
                            : figure.verdict().name().charAt(0));
        }
        return letters.toString();
    }

    /** Figures of one measure, each written as breakdown, unit and value. */
    private static List<PublishedFigure> rows(String... rows) {
        return Arrays.stream(rows)
                .map(row -> {
                    int value = row.lastIndexOf(' ');
                    int unit = row.lastIndexOf(' ', value - 1);
                    return figure(
                            row,
                            "cases received",
                            row.substring(0, unit),
                            row.substring(unit + 1, value),
                            row.substring(value + 1),
                            "",
                            "",
                            "");
                })
                .toList();
    }

    private static PublishedFigure at(String id, String period, String measure, String unit, String value) {
        return new PublishedFigure(id, "paper", period, measure, "all", unit, value, "", "", "", "");
    }

    private static PublishedFigure figure(
            String id,
            String measure,
            String breakdown,
            String unit,
            String value,
            String previous,
            String change,
            String percent) {
        return new PublishedFigure(
                id, "paper", "2025-03-31", measure, breakdown, unit, value, "2024-03-31", previous, change, percent);
    }
}
