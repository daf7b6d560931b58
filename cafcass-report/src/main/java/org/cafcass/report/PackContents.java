package org.cafcass.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.model.Team;
import org.cafcass.model.extract.SetAsideReason;
import org.cafcass.model.extract.SetAsideRow;
import org.cafcass.report.PackBrief.Headline;
import org.cafcass.report.PackList.Item;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;
import org.cafcass.report.PackTable.Was;
import org.cafcass.report.PackTiles.Tile;

/** What stands in a board pack: its sections and tables, drawn from its figures. */
final class PackContents {
    private static final List<String> HEADLINES = List.of(
            "cases-received",
            "children-received",
            "open-cases",
            "open-children",
            "open-cases-52-weeks",
            "open-cases-100-weeks",
            "cases-closed",
            "duration-mean-weeks",
            "duration-median-weeks",
            "within-26-weeks-percent",
            "time-to-close-median-weeks",
            "filing-by-agreed-date-percent",
            "allocation-mean-working-days",
            "duty-cases",
            "unallocated-cases",
            "caseload-mean",
            "saturation-percent",
            "audit-good-or-outstanding-percent",
            "engagement-recorded-percent",
            "feedback-positive-percent",
            "complaints-received",
            "vacancy-rate-percent",
            "turnover-12-month-percent",
            "working-days-lost-per-fte");
    private static final List<String> TILES = List.of(
            "open-children",
            "open-cases",
            "cases-received",
            "open-cases-52-weeks",
            "within-26-weeks-percent",
            "caseload-mean",
            "audit-good-or-outstanding-percent",
            "engagement-recorded-percent");
    private static final List<String> LONG_RUNNING = List.of(
            "open-cases",
            "open-cases-52-weeks",
            "open-children-52-weeks",
            "open-cases-100-weeks",
            "open-children-100-weeks",
            "open-age-mean-weeks",
            "open-age-median-weeks");
    private static final List<String> CASELOADS = List.of(
            "caseload-mean",
            "caseload-mean-fte",
            "weighted-caseload-mean-fte",
            "saturation-percent",
            "caseload-above-20-percent",
            "caseload-above-25-percent",
            "duty-cases",
            "unallocated-cases");
    private static final List<String> AUDITS = List.of(
            "audits-completed",
            "audit-coverage-percent",
            "audits-per-adviser",
            "advisers-without-audit-percent",
            "audit-collaborative-percent",
            "audit-significant-learning-percent",
            "audit-feedback-percent",
            "audit-moderation-agreement",
            "audit-actions-missing");
    private static final List<String> WORKFORCE = List.of(
            "headcount",
            "fte",
            "joiners",
            "leavers",
            "locum-share-percent",
            "vacancy-rate-percent",
            "turnover-12-month-percent",
            "working-days-lost-per-fte",
            "working-days-lost-per-fte-3-month");

    /**
     * A percentage whose variation between areas is charted.
     *
     * @param name the name of the measure
     * @param counted what its denominator counts
     * @param parts the parts that are charted, each by itself, where areas differ in how much they have of each; none for all together
     */
    private record Varying(String name, String counted, List<Breakdown> parts) {}

    private static final List<Breakdown> LAWS = BreakdownKey.LAW.closedValues().stream()
            .map(law -> Breakdown.of(BreakdownKey.LAW, law))
            .toList();
    private static final List<Breakdown> AFTER_FIRST_HEARING =
            List.of(Breakdown.of(BreakdownKey.TEAM, Team.AFTER_FIRST_HEARING.code()));

    private static final List<Varying> VARIATION = List.of(
            new Varying("within-26-weeks-percent", "Cases closed", LAWS),
            new Varying("filing-by-agreed-date-percent", "Reports filed with an agreed date", LAWS),
            new Varying("filing-extended-percent", "Reports filed with a first agreed date", LAWS),
            new Varying("allocated-by-month-end-percent", "Cases received", LAWS),
            new Varying("engagement-recorded-percent", "Children in open cases", LAWS),
            new Varying("cases-returning-percent", "Cases received", LAWS),
            new Varying("audit-good-or-outstanding-percent", "Audits graded", List.of()),
            new Varying("caseload-above-25-percent", "Advisers", AFTER_FIRST_HEARING));

    private static final List<String> TRENDS = List.of(
            "cases-received",
            "cases-closed",
            "open-cases",
            "open-cases-52-weeks",
            "open-cases-100-weeks",
            "duration-mean-weeks",
            "within-26-weeks-percent",
            "filing-mean-working-weeks",
            "filing-by-agreed-date-percent",
            "allocation-mean-working-days",
            "duty-cases",
            "unallocated-cases",
            "caseload-mean",
            "saturation-percent",
            "engagement-recorded-percent",
            "fte");
    private static final int MONTHS_OF_TRENDS = 24;

    /** What the year before is called above its figures. */
    static final String LAST_YEAR = "Last year";

    private final PackFigures figures;
    private final Optional<PackFigures> before;
    private final String beforeInWords;
    private final List<Figure> trends;
    private final List<Figure> varying;
    private final PackScorecards scorecards;
    private final PackPrioritisation prioritisation;
    private final PartNames names;
    private final List<SetAsideRow> setAside;

    PackContents(
            PackFigures figures,
            Optional<PackFigures> before,
            String beforeInWords,
            List<Figure> trends,
            List<Figure> varying,
            PackScorecards scorecards,
            PackPrioritisation prioritisation,
            PartNames names,
            List<SetAsideRow> setAside) {
        this.figures = figures;
        this.before = before;
        this.beforeInWords = beforeInWords;
        this.trends = trends;
        this.varying = varying;
        this.scorecards = scorecards;
        this.prioritisation = prioritisation;
        this.names = names;
        this.setAside = setAside;
    }

    List<PackSection> sections() {
        PackSection variation = variation();
        PackSection trendsByMonth = trends();
        return List.of(
                brief(List.of(variation, trendsByMonth)),
                new PackSection(
                        "headlines",
                        "Headlines",
                        before.isPresent() ? "Changes are worked out before anything is rounded." : "",
                        List.of(headlines())),
                scorecards.section(),
                new PackSection("law", "By law", "", List.of(byLaw())),
                variation,
                trendsByMonth,
                longRunning(),
                durations(),
                charted(
                        "caseloads",
                        "Caseloads",
                        "Teams have different ceilings, and the figures of an area are of all its teams together: areas whose teams differ"
                                + " differ in them for that alone. The scorecard has the team after first hearing by itself.",
                        bars(List.of("caseload-mean", "saturation-percent", "caseload-above-25-percent")),
                        List.of(
                                whole("Caseloads, all areas", CASELOADS),
                                by("Caseloads by team", "Team", BreakdownKey.TEAM, CASELOADS),
                                byArea("Caseloads by area", CASELOADS))),
                prioritisation.section(),
                audits(),
                charted(
                        "workforce",
                        "Workforce",
                        "",
                        bars(List.of("vacancy-rate-percent", "locum-share-percent", "turnover-12-month-percent")),
                        List.of(whole("Workforce, all areas", WORKFORCE), byArea("Workforce by area", WORKFORCE))),
                setAside());
    }

    private static PackSection charted(
            String id, String title, String introduction, List<PackChart> charts, List<PackTable> tables) {
        List<PackBlock> blocks = new ArrayList<>(charts);
        blocks.addAll(tables);
        return new PackSection(id, title, introduction, blocks);
    }

    /* The figures that stand out, and what all of it comes to. */
    private PackSection brief(List<PackSection> charted) {
        List<Item> concerns = new ArrayList<>();
        scorecards.concern().ifPresent(concerns::add);
        prioritisation.concern().ifPresent(concerns::add);
        for (PackSection section : charted) {
            for (PackBlock block : section.blocks()) {
                if (block instanceof PackChart chart && !chart.concern().isEmpty()) {
                    concerns.add(
                            new Item(chart.title(), Optional.of(chart.measure().name()), chart.concern()));
                }
            }
        }
        List<Headline> headlines = new ArrayList<>();
        List<Tile> tiles = new ArrayList<>();
        for (Measure measure : measures(HEADLINES)) {
            for (Figure figure : figures.wholes(measure)) {
                figures.compared(figure, before)
                        .ifPresent(comparison -> headlines.add(new Headline(title(figure), comparison)));
            }
        }
        for (Measure measure : measures(TILES)) {
            for (Figure figure : figures.wholes(measure)) {
                tiles.add(new Tile(
                        figure, title(figure), figures.compared(figure, before).map(Was::of)));
            }
        }
        List<PackBlock> blocks = new ArrayList<>(List.of(new PackTiles(tiles)));
        String than = beforeInWords.equals(LAST_YEAR) ? "last year" : "the period before";
        blocks.addAll(PackBrief.blocks(headlines, than, concerns));
        String summary = (open() + " " + PackBrief.summary(headlines, than)).strip();
        return new PackSection("brief", "In brief", summary, blocks);
    }

    private String open() {
        Optional<Figure> cases = known("open-cases");
        Optional<Figure> children = known("open-children");
        return cases.isEmpty() || children.isEmpty()
                ? ""
                : several(cases.get(), "case") + " with " + several(children.get(), "child") + " "
                        + (isOne(cases.get()) ? "is" : "are") + " open.";
    }

    private static String several(Figure count, String one) {
        String many = one.equals("child") ? "children" : one + "s";
        return Shown.value(count) + " " + (isOne(count) ? one : many);
    }

    private static boolean isOne(Figure count) {
        return count.value().orElse(0) == 1;
    }

    private Optional<Figure> known(String measure) {
        return figures.measure(measure)
                .flatMap(known -> figures.figure(known, Breakdown.whole()))
                .filter(figure -> figure.value().isPresent());
    }

    private String title(Figure figure) {
        return names.titled(figure.measure().title(), figure.breakdown());
    }

    PackTable headlines() {
        return whole("Headlines, all areas", HEADLINES);
    }

    // --------------------------------------------------------------------------

    private PackSection variation() {
        List<PackChart> charts = new ArrayList<>();
        for (Varying varying : VARIATION) {
            figures.measure(varying.name()).ifPresent(measure -> charts.addAll(variation(measure, varying)));
        }
        return new PackSection(
                "variation",
                "Variation between areas",
                "Areas differ by chance too, small ones more. Within the funnel an area differs from all areas together"
                        + " by no more than chance explains. Figures of cases are charted for each law by itself, and caseloads for"
                        + " advisers after first hearing, since areas differ in how much they have of each."
                        + " Circles are within the 95% limits (dashed), diamonds outside them, triangles outside the 99.8%"
                        + " limits (dotted).",
                List.copyOf(charts));
    }

    /* One chart, or one a part or scale. */
    private List<PackChart> variation(Measure measure, Varying by) {
        List<Figure> byArea = by.parts().isEmpty()
                ? figures.by(measure, BreakdownKey.AREA)
                : varying.stream().filter(figure -> figure.measure() == measure).toList();
        Map<Breakdown, List<Figure>> byPart = byArea.stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.breakdown().without(Set.of(BreakdownKey.AREA)),
                        () -> new TreeMap<>(names::compare),
                        Collectors.toList()));
        List<PackChart> charts = new ArrayList<>();
        byPart.forEach((part, ofPart) -> figures.figure(measure, part)
                .flatMap(all -> VariationChart.of(
                        names.titled(measure.title(), part), by.counted(), all, names.inOrder(ofPart), names))
                .ifPresent(charts::add));
        return charts;
    }

    /** The figures that variation is charted from, where it is of parts: by area and law, by area of a team. */
    static List<Figure> varying(MetricsEngine engine, Collection<Measure> measures, ReportingPeriod reporting) {
        List<Figure> varying = new ArrayList<>();
        for (BreakdownKey key : List.of(BreakdownKey.LAW, BreakdownKey.TEAM)) {
            List<Measure> ofKey = measures.stream()
                    .filter(measure -> VARIATION.stream()
                            .anyMatch(by -> by.name().equals(measure.name())
                                    && by.parts().stream()
                                            .anyMatch(part -> part.value(key).isPresent())))
                    .toList();
            engine.figures(ofKey, reporting, List.of(Set.of(BreakdownKey.AREA, key))).stream()
                    .filter(figure -> VARIATION.stream()
                            .anyMatch(by -> by.name().equals(figure.measure().name())
                                    && by.parts().contains(figure.breakdown().without(Set.of(BreakdownKey.AREA)))))
                    .forEach(varying::add);
        }
        return varying;
    }

    private static boolean isOfALaw(Measure measure) {
        return measure.keys().contains(BreakdownKey.LAW)
                && measure.carriedKeys().isEmpty();
    }

    /** The months of the trends, each a period of its own: the last ones that are over by the as-at day, since a few days are no month. */
    static List<ReportingPeriod> months(LocalDate asAt) {
        LocalDate over = asAt.plusDays(1).withDayOfMonth(1).minusDays(1);
        return Period.months(MONTHS_OF_TRENDS, over).byMonth().stream()
                .map(ReportingPeriod::of)
                .toList();
    }

    /** The figures that the trends are drawn from. */
    static List<Figure> trends(MetricsEngine engine, Collection<Measure> measures, List<ReportingPeriod> months) {
        return measures.stream()
                .filter(measure -> TRENDS.contains(measure.name()))
                .flatMap(measure -> engine.series(measure, months, List.of()).stream())
                .toList();
    }

    private PackSection trends() {
        Map<Measure, List<Figure>> byMeasure = trends.stream().collect(Collectors.groupingBy(Figure::measure));
        List<PackChart> charts = new ArrayList<>();
        for (Measure measure : measures(TRENDS)) {
            TrendChart.of(measure, byMeasure.getOrDefault(measure, List.of())).ifPresent(charts::add);
        }
        return new PackSection(
                "trends",
                "Trends",
                "The last 24 months that are over, on process-control charts (XmR, Making Data Count). The line is the mean, the dashed"
                        + " lines its limits. Circles are common cause variation; of special causes, triangles are improvement,"
                        + " squares concern, and diamonds neither, where neither way is better. The axes need not begin at 0.",
                List.copyOf(charts));
    }

    private List<PackChart> bars(List<String> listed) {
        List<PackChart> charts = new ArrayList<>();
        for (Measure measure : measures(listed)) {
            List<BarChart.Bar> bars = names.inOrder(figures.by(measure, BreakdownKey.AREA)).stream()
                    .map(figure -> new BarChart.Bar(names.of(figure.breakdown()), figure))
                    .toList();
            OptionalDouble all = figures.figure(measure, Breakdown.whole())
                    .filter(whole -> !PackFigures.isCount(measure))
                    .map(Figure::value)
                    .orElse(OptionalDouble.empty());
            BarChart.of(measure, measure.title() + " by area", bars, all).ifPresent(charts::add);
        }
        return charts;
    }

    private PackSection longRunning() {
        return charted(
                "long-running",
                "Long-running cases",
                "",
                bars(List.of("open-cases-52-weeks", "open-cases-100-weeks")),
                List.of(
                        by("Open cases by law", "Law", BreakdownKey.LAW, LONG_RUNNING),
                        byArea("Open cases by area", LONG_RUNNING),
                        by("Open cases by application", "Application", BreakdownKey.APPLICATION, LONG_RUNNING)
                                .fold()));
    }

    private PackSection durations() {
        return new PackSection(
                "durations",
                "Durations",
                "The durations of closed cases say nothing of those still open, so the share still open stands beside them:"
                        + " open cases, of them and the cases closed in the period. The time to close leaves neither out.",
                List.of(
                        durations("Durations by law", BreakdownKey.LAW),
                        durations("Durations by area", BreakdownKey.AREA),
                        durations("Durations by application", BreakdownKey.APPLICATION)
                                .fold()));
    }

    private PackTable durations(String caption, BreakdownKey key) {
        List<Measure> closed = measures(List.of(
                "cases-closed",
                "duration-mean-weeks",
                "duration-median-weeks",
                "duration-p90-weeks",
                "within-26-weeks-percent",
                "open-cases"));
        List<Measure> timeToClose = measures(List.of("time-to-close-median-weeks"));
        List<Heading> headings = new ArrayList<>(List.of(Heading.of(PartNames.words(key.code()))));
        closed.forEach(measure -> headings.add(Heading.of(measure)));
        boolean hasShare = figures.measure("open-cases").isPresent()
                && figures.measure("cases-closed").isPresent();
        if (hasShare) {
            headings.add(new Heading("Share still open (%)", Optional.of(PackDefinitions.SHARE_STILL_OPEN)));
        }
        timeToClose.forEach(measure -> headings.add(Heading.of(measure)));
        List<Row> rows = new ArrayList<>();
        for (Breakdown part : parts(key)) {
            List<Cell> cells = new ArrayList<>(cells(closed, part));
            if (hasShare) {
                cells.add(shareStillOpen(part));
            }
            cells.addAll(cells(timeToClose, part));
            rows.add(Row.of(names.of(part), cells));
        }
        return PackTable.of(caption, headings, rows);
    }

    private Cell shareStillOpen(Breakdown part) {
        OptionalDouble open = count("open-cases", part);
        OptionalDouble closed = count("cases-closed", part);
        if (open.isEmpty() || closed.isEmpty()) {
            return Cell.number(Shown.words(FigureStatus.SUPPRESSED));
        }
        double all = open.getAsDouble() + closed.getAsDouble();
        return all == 0 ? Cell.NONE : Cell.number(Shown.decimal(100 * open.getAsDouble() / all, 1));
    }

    private OptionalDouble count(String measure, Breakdown part) {
        return figures.measure(measure).map(known -> value(known, part)).orElse(OptionalDouble.empty());
    }

    private PackSection audits() {
        List<PackTable> tables = new ArrayList<>();
        tables.add(whole("Audits, all areas", AUDITS));
        for (String name : List.of("audit-good-or-outstanding-percent", "audit-grade-percent")) {
            figures.measure(name).ifPresent(measure -> tables.add(grades(measure)));
        }
        figures.measure("audit-good-or-outstanding-percent")
                .ifPresent(measure -> tables.add(gradesByArea(measure).fold()));
        return charted(
                "audits",
                "Audits",
                "Audits look at some of the practice only: the share in all of it lies, 19 times in 20, between the 95% limits"
                        + " (Wilson's), the ends of the lines.",
                gradesAsCharts(),
                tables);
    }

    private List<PackChart> gradesAsCharts() {
        List<PackChart> charts = new ArrayList<>();
        for (Measure measure : measures(List.of("audit-good-or-outstanding-percent"))) {
            for (Figure whole : figures.wholes(measure)) {
                List<BarChart.Bar> bars = names.inOrder(figures.by(measure, BreakdownKey.AREA)).stream()
                        .filter(figure -> figure.breakdown()
                                .without(Set.of(BreakdownKey.AREA))
                                .equals(whole.breakdown()))
                        .map(figure -> new BarChart.Bar(
                                names.area(figure.breakdown()
                                        .value(BreakdownKey.AREA)
                                        .orElseThrow()),
                                figure))
                        .toList();
                BarChart.of(measure, title(whole), bars, whole.value()).ifPresent(charts::add);
            }
        }
        return charts;
    }

    private PackTable grades(Measure measure) {
        List<Row> rows = names.inOrder(figures.wholes(measure)).stream()
                .map(figure -> Row.of(names.of(figure.breakdown()), List.of(cell(figure))))
                .toList();
        return PackTable.of(measure.title(), List.of(Heading.of("Scale and grade"), Heading.of(measure)), rows);
    }

    private PackTable gradesByArea(Measure measure) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<Figure>> byArea = figures.by(measure, BreakdownKey.AREA).stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.breakdown().value(BreakdownKey.AREA).orElseThrow()));
        for (String area : names.areas()) {
            for (Figure figure : byArea.getOrDefault(area, List.of())) {
                rows.add(Row.of(names.of(figure.breakdown()), List.of(cell(figure))));
            }
        }
        return PackTable.of(
                measure.title() + " by area", List.of(Heading.of("Area and scale"), Heading.of(measure)), rows);
    }

    private PackSection setAside() {
        Map<String, Map<SetAsideReason, Long>> counts = new TreeMap<>();
        for (SetAsideRow row : setAside) {
            counts.computeIfAbsent(row.table().fileName(), file -> new TreeMap<>())
                    .merge(row.reason(), 1L, Long::sum);
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((file, reasons) -> reasons.forEach((reason, count) -> rows.add(
                Row.of(file, List.of(Cell.words(PartNames.words(reason.code())), Cell.number(Shown.count(count)))))));
        String introduction = setAside.isEmpty()
                ? "Every row of the extract was read."
                : Shown.count(setAside.size())
                        + " rows of the extract broke a rule and count in no figure; set-aside.csv names each.";
        return new PackSection(
                "set-aside",
                "Rows set aside",
                introduction,
                rows.isEmpty()
                        ? List.of()
                        : List.of(PackTable.of(
                                "Rows set aside by file and reason",
                                List.of(Heading.of("File"), Heading.of("Reason"), Heading.of("Rows")),
                                rows)));
    }

    // --------------------------------------------------------------------------

    private List<Measure> measures(List<String> listed) {
        return listed.stream().flatMap(name -> figures.measure(name).stream()).toList();
    }

    /* One row a measure: its figure, the one before, the change and the direction. */
    private PackTable whole(String caption, List<String> listed) {
        List<Heading> headings = new ArrayList<>(List.of(Heading.of("Measure"), Heading.of("Now")));
        if (before.isPresent()) {
            headings.addAll(List.of(
                    Heading.of(beforeInWords), Heading.of("Change"), Heading.of("Change, %"), Heading.of("Direction")));
        }
        List<Row> rows = new ArrayList<>();
        for (Measure measure : measures(listed)) {
            for (Figure figure : figures.wholes(measure)) {
                rows.add(row(measure, figure));
            }
        }
        return PackTable.of(caption, headings, rows);
    }

    private Row row(Measure measure, Figure figure) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(figure)));
        if (before.isPresent()) {
            Optional<Comparison> compared = figures.compared(figure, before);
            cells.add(Cell.number(compared.map(comparison -> Shown.value(comparison.previous()))
                    .orElse("")));
            cells.add(Cell.number(compared.map(Shown::change).orElse("")));
            cells.add(Cell.number(compared.map(Shown::changePercent).orElse("")));
            cells.add(Cell.direction(compared.map(Shown::direction).orElse(""), compared.flatMap(Shown::movement)));
        }
        return new Row(Shown.named(title(figure), measure), Optional.of(measure.name()), cells);
    }

    /* One row a measure, one column a law. */
    private PackTable byLaw() {
        List<Measure> measures =
                measures(HEADLINES).stream().filter(PackContents::isOfALaw).toList();
        List<Heading> headings = new ArrayList<>(List.of(Heading.of("Measure")));
        LAWS.forEach(law -> headings.add(Heading.of(names.of(law))));
        List<Row> rows = measures.stream()
                .map(measure -> new Row(
                        Shown.named(measure.title(), measure), Optional.of(measure.name()), cells(measure, LAWS)))
                .toList();
        return new PackTable("Headlines by law", ofNeitherLaw(measures), headings, rows, false);
    }

    /* What is counted in all but has no law, so that the laws don't add up; nothing where one of them is hidden. */
    private String ofNeitherLaw(List<Measure> measures) {
        List<String> said = new ArrayList<>();
        for (Measure measure : measures) {
            OptionalDouble all = counted(measure, Breakdown.whole());
            List<OptionalDouble> byLaw =
                    LAWS.stream().map(law -> counted(measure, law)).toList();
            if (all.isPresent() && byLaw.stream().allMatch(OptionalDouble::isPresent)) {
                long others = Math.round(all.getAsDouble()
                        - byLaw.stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .sum());
                if (others != 0) {
                    said.add(Shown.count(others) + " in " + measure.title());
                }
            }
        }
        return said.isEmpty() ? "" : "Of neither law, since they name no case: " + String.join("; ", said) + ".";
    }

    /* What a count counts, or what a share is of. */
    private OptionalDouble counted(Measure measure, Breakdown part) {
        return PackFigures.isCount(measure)
                ? value(measure, part)
                : figures.figure(measure, part).map(Figure::denominator).orElse(OptionalDouble.empty());
    }

    private OptionalDouble value(Measure measure, Breakdown part) {
        return figures.figure(measure, part).map(Figure::value).orElse(OptionalDouble.empty());
    }

    private PackTable byArea(String caption, List<String> listed) {
        return by(caption, "Area", BreakdownKey.AREA, listed);
    }

    /* One row a value of the key, one column a measure. */
    private PackTable by(String caption, String heading, BreakdownKey key, List<String> listed) {
        List<Measure> measures = measures(listed).stream()
                .filter(measure ->
                        measure.keys().contains(key) && measure.carriedKeys().isEmpty())
                .toList();
        List<Heading> headings = new ArrayList<>(List.of(Heading.of(heading)));
        measures.forEach(measure -> headings.add(Heading.of(measure)));
        List<Row> rows = parts(key).stream()
                .map(part -> Row.of(names.of(part), cells(measures, part)))
                .toList();
        return PackTable.of(caption, headings, rows);
    }

    private List<Cell> cells(Measure measure, List<Breakdown> parts) {
        return parts.stream().map(part -> cell(measure, part)).toList();
    }

    private List<Cell> cells(List<Measure> measures, Breakdown part) {
        return measures.stream().map(measure -> cell(measure, part)).toList();
    }

    private Cell cell(Measure measure, Breakdown part) {
        return figures.figure(measure, part)
                .or(() -> figures.figure(measure, Breakdown.whole())
                        .filter(whole -> whole.status() == FigureStatus.NOT_AVAILABLE))
                .map(this::cell)
                .orElse(Cell.number(Shown.words(FigureStatus.EMPTY)));
    }

    private Cell cell(Figure figure) {
        return figures.compared(figure, before).map(Cell::of).orElseGet(() -> Cell.of(figure));
    }

    /* The whole, then the parts in order. */
    private List<Breakdown> parts(BreakdownKey key) {
        List<String> values = key == BreakdownKey.AREA ? names.areas() : figures.values(key);
        return Stream.concat(
                        Stream.of(Breakdown.whole()),
                        values.stream().map(value -> Breakdown.of(key, value)).sorted(names::compare))
                .toList();
    }
}
