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
            "net-change",
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
     */
    private record Varying(String name, String counted) {}

    private static final List<Varying> VARIATION = List.of(
            new Varying("within-26-weeks-percent", "Cases closed"),
            new Varying("filing-by-agreed-date-percent", "Reports filed with an agreed date"),
            new Varying("filing-extended-percent", "Reports filed with a first agreed date"),
            new Varying("allocated-by-month-end-percent", "Cases received"),
            new Varying("engagement-recorded-percent", "Children in open cases"),
            new Varying("cases-returning-percent", "Cases received"),
            new Varying("audit-good-or-outstanding-percent", "Audits graded"),
            new Varying("caseload-above-25-percent", "Advisers"));

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

    private final PackFigures figures;
    private final Optional<PackFigures> before;
    private final String beforeInWords;
    private final List<Figure> trends;
    private final List<Figure> byAreaAndLaw;
    private final PackScorecards scorecards;
    private final PackPrioritisation prioritisation;
    private final PartNames names;
    private final List<SetAsideRow> setAside;

    PackContents(
            PackFigures figures,
            Optional<PackFigures> before,
            String beforeInWords,
            List<Figure> trends,
            List<Figure> byAreaAndLaw,
            PackScorecards scorecards,
            PackPrioritisation prioritisation,
            PartNames names,
            List<SetAsideRow> setAside) {
        this.figures = figures;
        this.before = before;
        this.beforeInWords = beforeInWords;
        this.trends = trends;
        this.byAreaAndLaw = byAreaAndLaw;
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
                        "",
                        bars(List.of("caseload-mean", "saturation-percent", "caseload-above-25-percent")),
                        List.of(whole("Caseloads, all areas", CASELOADS), byArea("Caseloads by area", CASELOADS))),
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
        blocks.addAll(PackBrief.blocks(headlines, beforeInWords, concerns));
        String summary = (open() + " " + PackBrief.summary(headlines, beforeInWords)).strip();
        return new PackSection("brief", "In brief", summary, blocks);
    }

    private String open() {
        Optional<Figure> cases = known("open-cases");
        Optional<Figure> children = known("open-children");
        return cases.isEmpty() || children.isEmpty()
                ? ""
                : Shown.value(cases.get()) + " cases with " + Shown.value(children.get()) + " children are open.";
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
            figures.measure(varying.name()).ifPresent(measure -> charts.addAll(variation(measure, varying.counted())));
        }
        return new PackSection(
                "variation",
                "Variation between areas",
                "Areas differ by chance too, small ones more. Within the funnel an area differs from all areas together"
                        + " by no more than chance explains. Figures of cases are charted for each law by itself, since areas differ in"
                        + " how much they have of each."
                        + " Circles are within the 95% limits (dashed), diamonds outside them, triangles outside the 99.8%"
                        + " limits (dotted).",
                List.copyOf(charts));
    }

    /* One chart, or one a law or scale. */
    private List<PackChart> variation(Measure measure, String counted) {
        List<Figure> byArea = isOfALaw(measure)
                ? byAreaAndLaw.stream()
                        .filter(figure -> figure.measure() == measure)
                        .toList()
                : figures.by(measure, BreakdownKey.AREA);
        Map<Breakdown, List<Figure>> byPart = byArea.stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.breakdown().without(Set.of(BreakdownKey.AREA)),
                        () -> new TreeMap<>(names::compare),
                        Collectors.toList()));
        List<PackChart> charts = new ArrayList<>();
        byPart.forEach((part, ofPart) -> figures.figure(measure, part)
                .flatMap(all -> VariationChart.of(
                        names.titled(measure.title(), part), counted, all, names.inOrder(ofPart), names))
                .ifPresent(charts::add));
        return charts;
    }

    /** The figures by area and law that variation is charted from, of the measures whose cases have a law. */
    static List<Figure> byAreaAndLaw(MetricsEngine engine, Collection<Measure> measures, ReportingPeriod reporting) {
        List<Measure> varying = measures.stream()
                .filter(measure -> isOfALaw(measure)
                        && VARIATION.stream().map(Varying::name).anyMatch(measure.name()::equals))
                .toList();
        return engine.figures(varying, reporting, List.of(Set.of(BreakdownKey.AREA, BreakdownKey.LAW))).stream()
                .filter(figure -> !figure.breakdown().isWhole())
                .toList();
    }

    private static boolean isOfALaw(Measure measure) {
        return measure.keys().contains(BreakdownKey.LAW)
                && measure.carriedKeys().isEmpty();
    }

    /** The months of the trends: each a period of its own, the last one up to the as-at day. */
    static List<ReportingPeriod> months(LocalDate asAt) {
        return Period.months(MONTHS_OF_TRENDS, asAt).byMonth().stream()
                .filter(month -> month.first().getDayOfMonth() == 1)
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
                "Two years by month, on process-control charts (XmR, Making Data Count). The line is the mean, the dashed"
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
        headings.add(new Heading("Share still open (percent)", Optional.of(PackDefinitions.SHARE_STILL_OPEN)));
        timeToClose.forEach(measure -> headings.add(Heading.of(measure)));
        List<Row> rows = new ArrayList<>();
        for (Breakdown part : parts(key)) {
            List<Cell> cells = new ArrayList<>(cells(closed, part));
            cells.add(shareStillOpen(part));
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
                        + " (Wilson's), the ends of the bars.",
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
        List<Breakdown> laws = BreakdownKey.LAW.closedValues().stream()
                .map(law -> Breakdown.of(BreakdownKey.LAW, law))
                .toList();
        List<Heading> headings = new ArrayList<>(List.of(Heading.of("Measure")));
        laws.forEach(law -> headings.add(Heading.of(names.of(law))));
        List<Row> rows = measures.stream()
                .map(measure -> new Row(
                        Shown.named(measure.title(), measure), Optional.of(measure.name()), cells(measure, laws)))
                .toList();
        return new PackTable("Headlines by law", ofNeitherLaw(measures, laws), headings, rows, false);
    }

    /* What is counted in all but has no law, so that the laws don't add up; nothing where one of them is hidden. */
    private String ofNeitherLaw(List<Measure> measures, List<Breakdown> laws) {
        List<String> said = new ArrayList<>();
        for (Measure measure : measures) {
            OptionalDouble all = value(measure, Breakdown.whole());
            List<OptionalDouble> byLaw =
                    laws.stream().map(law -> value(measure, law)).toList();
            if (PackFigures.isCount(measure)
                    && all.isPresent()
                    && byLaw.stream().allMatch(OptionalDouble::isPresent)) {
                double others = all.getAsDouble()
                        - byLaw.stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .sum();
                if (others != 0) {
                    said.add(measure.title() + ", " + Shown.value(measure, others));
                }
            }
        }
        return said.isEmpty() ? "" : "Of neither law, since they name no case: " + String.join("; ", said) + ".";
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
                .orElse(Cell.NONE);
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
