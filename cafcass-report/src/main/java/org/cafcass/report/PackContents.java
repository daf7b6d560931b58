package org.cafcass.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
import org.cafcass.metrics.statistics.FunnelChart;
import org.cafcass.model.Area;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.SetAsideReason;
import org.cafcass.model.extract.SetAsideRow;
import org.cafcass.report.PackTable.Cell;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;

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
    private static final List<String> SCORECARD = List.of(
            "open-cases",
            "open-cases-52-weeks",
            "open-cases-100-weeks",
            "duration-mean-weeks",
            "within-26-weeks-percent",
            "filing-by-agreed-date-percent",
            "duty-cases",
            "caseload-mean",
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
            "caseload-mean",
            "saturation-percent",
            "engagement-recorded-percent",
            "fte");
    private static final int MONTHS_OF_TRENDS = 24;

    /** The name of the one figure of the pack that is no measure's. */
    static final String SHARE_STILL_OPEN = "share-still-open";

    private final PackFigures figures;
    private final Optional<PackFigures> before;
    private final String beforeInWords;
    private final List<Figure> trends;
    private final Extract extract;
    private final List<SetAsideRow> setAside;

    PackContents(
            PackFigures figures,
            Optional<PackFigures> before,
            String beforeInWords,
            List<Figure> trends,
            Extract extract,
            List<SetAsideRow> setAside) {
        this.figures = figures;
        this.before = before;
        this.beforeInWords = beforeInWords;
        this.trends = trends;
        this.extract = extract;
        this.setAside = setAside;
    }

    List<PackSection> sections() {
        return List.of(
                PackSection.of("headlines", "Headlines", "", List.of(headlines())),
                PackSection.of("law", "By law", "", List.of(byLaw())),
                PackSection.of("areas", "By area", "", List.of(byArea("Scorecard by area", SCORECARD))),
                variation(),
                trends(),
                longRunning(),
                durations(),
                new PackSection(
                        "caseloads",
                        "Caseloads",
                        "",
                        bars(List.of("caseload-mean", "saturation-percent", "caseload-above-25-percent")),
                        List.of(whole("Caseloads", CASELOADS), byArea("Caseloads by area", CASELOADS))),
                audits(),
                new PackSection(
                        "workforce",
                        "Workforce",
                        "",
                        bars(List.of("vacancy-rate-percent", "locum-share-percent", "turnover-12-month-percent")),
                        List.of(whole("Workforce", WORKFORCE), byArea("Workforce by area", WORKFORCE))),
                setAside());
    }

    PackTable headlines() {
        return whole("Headlines", HEADLINES);
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
                "Areas differ by chance too, small ones more. Within the funnel an area is no different from all areas"
                        + " together; circles are within the 95% limits, diamonds outside them, triangles outside the 99.8%"
                        + " limits.",
                charts,
                List.of());
    }

    /* One chart, or one a scale. */
    private List<PackChart> variation(Measure measure, String counted) {
        Map<Breakdown, List<Figure>> byScale = new TreeMap<>(Comparator.comparing(Breakdown::toString));
        for (Figure figure : figures.by(measure, BreakdownKey.AREA)) {
            byScale.computeIfAbsent(withoutArea(figure.breakdown()), scale -> new ArrayList<>())
                    .add(figure);
        }
        List<PackChart> charts = new ArrayList<>();
        byScale.forEach((scale, ofScale) -> VariationChart.of(
                        measure,
                        scale.isWhole() ? measure.title() : measure.title() + ": " + label(scale),
                        counted,
                        inOrder(ofScale).stream().map(PackContents::point).toList())
                .ifPresent(charts::add));
        return charts;
    }

    private static FunnelChart.Point point(Figure figure) {
        return new FunnelChart.Point(
                figure.breakdown().value(BreakdownKey.AREA).orElseThrow(),
                Math.round(figure.numerator().orElse(0)),
                Math.round(figure.denominator().orElse(0)));
    }

    private static Breakdown withoutArea(Breakdown breakdown) {
        Map<BreakdownKey, String> values = breakdown.values();
        values.remove(BreakdownKey.AREA);
        return Breakdown.of(values);
    }

    private List<Figure> inOrder(List<Figure> byArea) {
        List<String> areas =
                extract.areas().stream().map(area -> area.areaCode().value()).toList();
        return byArea.stream()
                .sorted(Comparator.comparing(figure -> areas.indexOf(
                        figure.breakdown().value(BreakdownKey.AREA).orElse(""))))
                .toList();
    }

    /** The figures that the trends are drawn from: each month a period of its own, the last one up to the as-at day. */
    static List<Figure> trends(MetricsEngine engine, Collection<Measure> measures, LocalDate asAt) {
        List<ReportingPeriod> months = Period.months(MONTHS_OF_TRENDS, asAt).byMonth().stream()
                .filter(month -> month.first().getDayOfMonth() == 1)
                .map(ReportingPeriod::of)
                .toList();
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
                charts,
                List.of());
    }

    private List<PackChart> bars(List<String> names) {
        List<PackChart> charts = new ArrayList<>();
        for (Measure measure : measures(names)) {
            List<BarChart.Bar> bars = inOrder(figures.by(measure, BreakdownKey.AREA)).stream()
                    .map(figure -> new BarChart.Bar(label(figure.breakdown()), figure))
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
        return new PackSection(
                "long-running",
                "Long-running cases",
                "",
                bars(List.of("open-cases-52-weeks", "open-cases-100-weeks")),
                List.of(
                        by("Open cases by law", "Law", BreakdownKey.LAW, LONG_RUNNING),
                        by("Open cases by application", "Application", BreakdownKey.APPLICATION, LONG_RUNNING),
                        byArea("Open cases by area", LONG_RUNNING)));
    }

    private PackSection durations() {
        return PackSection.of(
                "durations",
                "Durations",
                "The durations of closed cases say nothing of those still open, so the share still open stands beside them:"
                        + " open cases, of them and the cases closed in the period. The time to close leaves neither out.",
                List.of(
                        durations("Durations by law", BreakdownKey.LAW),
                        durations("Durations by application", BreakdownKey.APPLICATION),
                        durations("Durations by area", BreakdownKey.AREA)));
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
        List<Heading> headings = new ArrayList<>(List.of(Heading.of(words(key.code()))));
        closed.forEach(measure -> headings.add(Heading.of(measure)));
        headings.add(new Heading("Share still open (percent)", Optional.of(SHARE_STILL_OPEN)));
        timeToClose.forEach(measure -> headings.add(Heading.of(measure)));
        List<Row> rows = new ArrayList<>();
        for (Breakdown part : parts(key)) {
            List<Cell> cells = new ArrayList<>(cells(closed, part));
            cells.add(shareStillOpen(part));
            cells.addAll(cells(timeToClose, part));
            rows.add(new Row(label(part), Optional.empty(), cells));
        }
        return new PackTable(caption, headings, rows);
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

    /* A part that has no figure has none of what is counted. */
    private OptionalDouble count(String measure, Breakdown part) {
        return figures.measure(measure)
                .flatMap(known -> figures.figure(known, part))
                .map(Figure::value)
                .orElse(OptionalDouble.of(0));
    }

    private PackSection audits() {
        List<PackTable> tables = new ArrayList<>();
        tables.add(whole("Audits", AUDITS));
        for (String name : List.of("audit-good-or-outstanding-percent", "audit-grade-percent")) {
            figures.measure(name).ifPresent(measure -> tables.add(grades(measure)));
        }
        figures.measure("audit-good-or-outstanding-percent").ifPresent(measure -> tables.add(gradesByArea(measure)));
        return new PackSection("audits", "Audits", "Limits are Wilson's, 95%.", gradesAsCharts(), tables);
    }

    private List<PackChart> gradesAsCharts() {
        List<PackChart> charts = new ArrayList<>();
        for (Measure measure : measures(List.of("audit-good-or-outstanding-percent"))) {
            for (Figure whole : figures.wholes(measure)) {
                List<BarChart.Bar> bars = inOrder(figures.by(measure, BreakdownKey.AREA)).stream()
                        .filter(figure -> withoutArea(figure.breakdown()).equals(whole.breakdown()))
                        .map(figure -> new BarChart.Bar(
                                area(figure.breakdown().value(BreakdownKey.AREA).orElseThrow()), figure))
                        .toList();
                BarChart.of(measure, measure.title() + ": " + label(whole.breakdown()), bars, whole.value())
                        .ifPresent(charts::add);
            }
        }
        return charts;
    }

    private PackTable grades(Measure measure) {
        List<Row> rows = figures.wholes(measure).stream()
                .map(figure -> new Row(label(figure.breakdown()), Optional.empty(), List.of(cell(figure))))
                .toList();
        return new PackTable(measure.title(), List.of(Heading.of("Scale and grade"), Heading.of(measure)), rows);
    }

    private PackTable gradesByArea(Measure measure) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<Figure>> byArea = figures.by(measure, BreakdownKey.AREA).stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.breakdown().value(BreakdownKey.AREA).orElseThrow()));
        for (Area area : extract.areas()) {
            for (Figure figure : byArea.getOrDefault(area.areaCode().value(), List.of())) {
                rows.add(new Row(label(figure.breakdown()), Optional.empty(), List.of(cell(figure))));
            }
        }
        return new PackTable(
                measure.title() + " by area", List.of(Heading.of("Area and scale"), Heading.of(measure)), rows);
    }

    private PackSection setAside() {
        Map<String, Map<SetAsideReason, Long>> counts = new TreeMap<>();
        for (SetAsideRow row : setAside) {
            counts.computeIfAbsent(row.table().fileName(), file -> new TreeMap<>())
                    .merge(row.reason(), 1L, Long::sum);
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((file, reasons) -> reasons.forEach((reason, count) -> rows.add(new Row(
                file,
                Optional.empty(),
                List.of(Cell.words(words(reason.code()), Optional.empty()), Cell.number(Shown.count(count)))))));
        String introduction = setAside.isEmpty()
                ? "Every row of the extract was read."
                : Shown.count(setAside.size())
                        + " rows of the extract broke a rule and count in no figure; set-aside.csv names each.";
        return PackSection.of(
                "set-aside",
                "Rows set aside",
                introduction,
                rows.isEmpty()
                        ? List.of()
                        : List.of(new PackTable(
                                "Rows set aside by file and reason",
                                List.of(Heading.of("File"), Heading.of("Reason"), Heading.of("Rows")),
                                rows)));
    }

    // --------------------------------------------------------------------------

    private List<Measure> measures(List<String> names) {
        return names.stream().flatMap(name -> figures.measure(name).stream()).toList();
    }

    /* One row a measure: its figure, the one before, the change and the direction. */
    private PackTable whole(String caption, List<String> names) {
        List<Heading> headings = new ArrayList<>(List.of(Heading.of("Measure"), Heading.of("Now")));
        if (before.isPresent()) {
            headings.addAll(List.of(
                    Heading.of(beforeInWords), Heading.of("Change"), Heading.of("Change, %"), Heading.of("Direction")));
        }
        List<Row> rows = new ArrayList<>();
        for (Measure measure : measures(names)) {
            for (Figure figure : figures.wholes(measure)) {
                rows.add(row(measure, figure));
            }
        }
        return new PackTable(caption, headings, rows);
    }

    private Row row(Measure measure, Figure figure) {
        String part = figure.breakdown().isWhole() ? "" : ": " + label(figure.breakdown());
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(figure)));
        if (before.isPresent()) {
            Optional<Comparison> compared = figures.compared(figure, before);
            cells.add(Cell.number(compared.map(comparison -> Shown.value(comparison.previous()))
                    .orElse("")));
            cells.add(Cell.number(compared.map(Shown::change).orElse("")));
            cells.add(Cell.number(compared.map(Shown::changePercent).orElse("")));
            cells.add(Cell.words(compared.map(Shown::direction).orElse(""), compared.flatMap(Shown::movement)));
        }
        return new Row(measure.title() + part + " (" + measure.unit() + ")", Optional.of(measure), cells);
    }

    /* One row a measure, one column a law. */
    private PackTable byLaw() {
        List<Measure> measures = measures(HEADLINES).stream()
                .filter(measure -> measure.keys().contains(BreakdownKey.LAW)
                        && measure.carriedKeys().isEmpty())
                .toList();
        List<Breakdown> laws =
                List.of(Breakdown.of(BreakdownKey.LAW, "public"), Breakdown.of(BreakdownKey.LAW, "private"));
        List<Row> rows = measures.stream()
                .map(measure -> new Row(
                        measure.title() + " (" + measure.unit() + ")",
                        Optional.of(measure),
                        laws.stream().map(law -> cell(measure, law)).toList()))
                .toList();
        return new PackTable(
                "Headlines by law",
                List.of(Heading.of("Measure"), Heading.of("Public law"), Heading.of("Private law")),
                rows);
    }

    private PackTable byArea(String caption, List<String> names) {
        return by(caption, "Area", BreakdownKey.AREA, names);
    }

    /* One row a value of the key, one column a measure. */
    private PackTable by(String caption, String heading, BreakdownKey key, List<String> names) {
        List<Measure> measures = measures(names).stream()
                .filter(measure ->
                        measure.keys().contains(key) && measure.carriedKeys().isEmpty())
                .toList();
        List<Heading> headings = new ArrayList<>(List.of(Heading.of(heading)));
        measures.forEach(measure -> headings.add(Heading.of(measure)));
        List<Row> rows = parts(key).stream()
                .map(part -> new Row(label(part), Optional.empty(), cells(measures, part)))
                .toList();
        return new PackTable(caption, headings, rows);
    }

    private List<Cell> cells(List<Measure> measures, Breakdown part) {
        return measures.stream().map(measure -> cell(measure, part)).toList();
    }

    private Cell cell(Measure measure, Breakdown part) {
        return figures.figure(measure, part)
                .or(() -> figures.figure(measure, Breakdown.whole())
                        .filter(whole -> whole.status() == FigureStatus.NOT_AVAILABLE))
                .map(this::cell)
                .orElse(PackFigures.isCount(measure) ? Cell.number("0") : Cell.NONE);
    }

    private Cell cell(Figure figure) {
        return figures.compared(figure, before).map(Cell::of).orElseGet(() -> Cell.of(figure));
    }

    /* The whole, then the parts: areas in the extract's order, others by code point. */
    private List<Breakdown> parts(BreakdownKey key) {
        Stream<String> values = key == BreakdownKey.AREA
                ? extract.areas().stream().map(area -> area.areaCode().value())
                : figures.values(key).stream();
        return Stream.concat(Stream.of(Breakdown.whole()), values.map(value -> Breakdown.of(key, value)))
                .toList();
    }

    private String label(Breakdown part) {
        return part.isWhole()
                ? "All"
                : part.values().entrySet().stream()
                        .map(entry ->
                                entry.getKey() == BreakdownKey.AREA ? area(entry.getValue()) : words(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String area(String code) {
        return extract.areas().stream()
                .filter(area -> area.areaCode().value().equals(code))
                .map(area -> area.name().equals(code) ? code : area.name() + " (" + code + ")")
                .findFirst()
                .orElse(code);
    }

    private static String words(String code) {
        String words = code.replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
