package org.cafcass.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cafcass.metrics.Breakdown;
import org.cafcass.metrics.BreakdownKey;
import org.cafcass.metrics.Comparison;
import org.cafcass.metrics.Figure;
import org.cafcass.metrics.FigureStatus;
import org.cafcass.metrics.Measure;
import org.cafcass.metrics.MetricsEngine;
import org.cafcass.metrics.Period;
import org.cafcass.metrics.ReportingPeriod;
import org.cafcass.metrics.scorecard.Cell;
import org.cafcass.metrics.scorecard.CellStatus;
import org.cafcass.metrics.scorecard.Colour;
import org.cafcass.metrics.scorecard.EnteredRatings;
import org.cafcass.metrics.scorecard.Indicator;
import org.cafcass.metrics.scorecard.Judged;
import org.cafcass.metrics.scorecard.RatedScorecard;
import org.cafcass.metrics.scorecard.RunRate;
import org.cafcass.metrics.scorecard.Scorecard;
import org.cafcass.metrics.scorecard.Trend;
import org.cafcass.model.Pillar;
import org.cafcass.model.Rating;
import org.cafcass.model.extract.Extract;
import org.cafcass.report.PackList.Item;
import org.cafcass.report.PackList.Tone;
import org.cafcass.report.PackTable.Heading;
import org.cafcass.report.PackTable.Row;
import org.cafcass.report.PackTable.Sign;
import org.cafcass.report.PackTable.Was;

/** The scorecards of a board pack, rated on figures that may be shown. */
final class PackScorecards {
    private static final List<Scorecard> SCORECARDS =
            Scorecard.shipped().stream().map(Scorecard::named).toList();
    private static final int MOST_AREAS_NAMED = 6;

    private final List<RatedScorecard> rated;
    private final Map<String, Measure> measures;
    private final PartNames names;
    private final boolean hasMonths;
    private final Optional<String> besideInWords;
    private final ReportingPeriod reporting;
    private final ReportingPeriod previous;
    private final Map<OfPart, Figure> byPart = new HashMap<>();

    private record OfPart(Measure measure, Period period, Breakdown part) {}

    private final List<Rating> entered;

    /**
     * Rates the scorecards.
     *
     * @param figures the figures of {@link #figures}, as they may be shown
     * @param months the months up to the as-at day from which variation and assurance come; none for neither
     * @param besideInWords what the previous period is called where figures are shown beside those of it
     * @param extract what the figures are of, with the ratings that people have entered
     */
    PackScorecards(
            List<Figure> figures,
            ReportingPeriod reporting,
            ReportingPeriod previous,
            List<ReportingPeriod> months,
            Optional<String> besideInWords,
            Extract extract,
            PartNames names) {
        this.besideInWords = besideInWords;
        this.reporting = reporting;
        this.previous = previous;
        for (Figure figure : figures) {
            Measure measure = figure.measure();
            if (figure.period().equals(measure.daysOf(reporting))
                    || figure.period().equals(measure.daysOf(previous))) {
                byPart.put(new OfPart(measure, figure.period(), figure.breakdown()), figure);
            }
        }
        this.rated = SCORECARDS.parallelStream()
                .filter(scorecard -> scorecard.regions().isEmpty()
                        || !names.areas(scorecard.regions()).isEmpty())
                .map(scorecard -> scorecard.rate(figures, reporting, previous, months, extract))
                .toList();
        this.measures = figures.stream()
                .map(Figure::measure)
                .distinct()
                .collect(Collectors.toMap(Measure::name, Function.identity()));
        this.names = names;
        this.hasMonths = !months.isEmpty();
        this.entered = EnteredRatings.of(extract.ratings(), reporting.asAt()).latest();
    }

    /** The figures that the scorecards are rated on. */
    static List<Figure> figures(
            MetricsEngine engine,
            Collection<Measure> catalogue,
            ReportingPeriod reporting,
            ReportingPeriod previous,
            List<ReportingPeriod> months) {
        Set<Figure> figures = new LinkedHashSet<>();
        SCORECARDS.forEach(
                scorecard -> figures.addAll(scorecard.figures(engine, reporting, previous, months, catalogue)));
        return List.copyOf(figures);
    }

    /** The measures that are rated. */
    Collection<Measure> measures() {
        return measures.values();
    }

    PackSection section() {
        List<PackBlock> blocks = new ArrayList<>();
        blocks.add(byArea(rated.get(0)));
        for (RatedScorecard scorecard : rated) {
            parts(scorecard).forEach(part -> blocks.add(whole(scorecard, part)));
            pillars(scorecard).ifPresent(blocks::add);
        }
        rated.stream().skip(1).map(this::byArea).map(PackTable::fold).forEach(blocks::add);
        rated.stream().map(this::whyByArea).map(PackTable::fold).forEach(blocks::add);
        if (!entered.isEmpty()) {
            blocks.add(ratingsEntered());
        }
        return new PackSection(
                "scorecards",
                "Scorecards",
                "Each number is rated by the thresholds of its scorecard, green, amber or red, on the rounding that is"
                        + " shown. A number without a colour has no thresholds at its level. "
                        + (hasMonths
                                ? "Beside it stands"
                                        + " what the last 24 months that are over tell on a process-control chart: \u25CF common cause,"
                                        + " \u25B2 improvement or \u25A0 concern; and how their limits lie to green: \u2713 pass, a month within"
                                        + " them is always green; ~ hit or miss, sometimes; \u2717 fail, never. With improvement or concern the"
                                        + " latest month has left what these limits tell of, so that its colour may be another. Nothing is told of"
                                        + " fewer than 13 months, of figures over 12 months, whose months overlap, and where the latest month"
                                        + " counts too few."
                                : "What two years by month tell is not published: months by area give small counts away."),
                blocks);
    }

    /** How many of an area's cells are red, of those that are rated. */
    private record Reds(String area, long red, long rated) {}

    /** Which areas have most red cells on the first scorecard; empty where none has one, or a cell is hidden that might be. */
    Optional<Item> concern() {
        List<Reds> byArea = new ArrayList<>();
        for (String area : names.areas()) {
            List<Cell> cells = rated.get(0).cells(area(area));
            if (hidden(cells) > 0) {
                return Optional.empty();
            }
            long colours =
                    cells.stream().filter(cell -> cell.colour().isPresent()).count();
            byArea.add(new Reds(names.area(area), reds(cells), colours));
        }
        List<Reds> byMost = byArea.stream()
                .filter(area -> area.red() > 0)
                .sorted(Comparator.comparing(area -> -area.red()))
                .toList();
        if (byMost.isEmpty()) {
            return Optional.empty();
        }
        /* Areas with as many are named together or not at all. */
        int named = Math.min(MOST_AREAS_NAMED, byMost.size());
        while (named > 0
                && named < byMost.size()
                && byMost.get(named).red() == byMost.get(named - 1).red()) {
            named--;
        }
        List<String> said = new ArrayList<>();
        byMost.subList(0, named).forEach(area -> said.add(area.area() + ", " + area.red() + " of " + area.rated()));
        if (named == 0) {
            long most = byMost.get(0).red();
            said.add(byMost.stream().filter(area -> area.red() == most).count() + " areas with " + most + " each");
        }
        return Optional.of(new Item("Areas with most red on the scorecard", Optional.empty(), String.join("; ", said)));
    }

    // --------------------------------------------------------------------------

    private PackTable byArea(RatedScorecard scorecard) {
        List<Indicator> indicators = scorecard.scorecard().indicators();
        List<Heading> headings = new ArrayList<>(List.of(Heading.of("Area"), Heading.of("Red cells")));
        indicators.forEach(indicator -> headings.add(heading(indicator)));
        List<Row> rows = new ArrayList<>();
        parts(scorecard).forEach(part -> rows.add(row(names.of(part), scorecard.cells(part), indicators)));
        names.areas(scorecard.scorecard().regions())
                .forEach(area -> rows.add(row(names.area(area), scorecard.cells(area(area)), indicators)));
        return new PackTable(scorecard.scorecard().title() + " by area", source(scorecard), headings, rows, false);
    }

    /** What a scorecard is for: the nation, or its regions. */
    private static List<Breakdown> parts(RatedScorecard scorecard) {
        List<String> regions = scorecard.scorecard().regions();
        return regions.isEmpty()
                ? List.of(Breakdown.whole())
                : regions.stream()
                        .map(region -> Breakdown.of(BreakdownKey.REGION, region))
                        .toList();
    }

    private static String source(RatedScorecard scorecard) {
        List<String> regions = scorecard.scorecard().regions();
        return "Thresholds: " + scorecard.scorecard().source() + "."
                + (regions.isEmpty()
                        ? ""
                        : " They are for " + String.join(" and ", regions)
                                + " alone, so other areas are neither rated nor shown here.");
    }

    private Row row(String label, List<Cell> ofPart, List<Indicator> indicators) {
        Map<Indicator, Cell> byIndicator =
                ofPart.stream().collect(Collectors.toMap(Cell::indicator, Function.identity()));
        List<PackTable.Cell> cells = new ArrayList<>();
        cells.add(PackTable.Cell.number(
                hidden(ofPart) == 0
                        ? Shown.count(reds(ofPart))
                        : reds(ofPart) == 0 ? "suppressed" : "at least " + Shown.count(reds(ofPart))));
        for (Indicator indicator : indicators) {
            Cell cell = byIndicator.get(indicator);
            cells.add(cell == null ? PackTable.Cell.NONE : shown(cell));
        }
        return Row.of(label, cells);
    }

    private PackTable whole(RatedScorecard scorecard, Breakdown part) {
        String of = part.isWhole() ? "all areas" : names.of(part);
        return explained(
                scorecard.scorecard().title() + ", " + of, source(scorecard), scorecard.cells(part), cell -> "");
    }

    private PackTable whyByArea(RatedScorecard scorecard) {
        List<Cell> cells = names.areas(scorecard.scorecard().regions()).stream()
                .flatMap(area -> scorecard.cells(area(area)).stream())
                .toList();
        return explained(
                scorecard.scorecard().title() + " by area: why", "", cells, cell -> names.of(cell.part()) + ": ");
    }

    private PackTable explained(String caption, String note, List<Cell> cells, Function<Cell, String> lead) {
        boolean hasTargets = cells.stream().anyMatch(cell -> cell.runRate().isPresent());
        boolean hasEntered = cells.stream().anyMatch(cell -> cell.entered().isPresent());
        List<Heading> headings = new ArrayList<>(List.of(
                Heading.of("Indicator"), Heading.of("Rated"), Heading.of("Why"), Heading.of("What would change it")));
        besideInWords.ifPresent(
                before -> headings.add(2, Heading.of("Figure, beside " + before.toLowerCase(Locale.ROOT))));
        if (hasTargets) {
            headings.add(Heading.of("Target"));
        }
        if (hasEntered) {
            headings.add(Heading.of("Rating entered"));
        }
        List<Row> rows = new ArrayList<>();
        for (Cell cell : cells) {
            List<PackTable.Cell> shown = new ArrayList<>(List.of(
                    shown(cell), PackTable.Cell.words(cell.why()), PackTable.Cell.words(cell.whatWouldChangeIt())));
            if (besideInWords.isPresent()) {
                shown.add(1, besidePrevious(cell));
            }
            if (hasTargets) {
                shown.add(PackTable.Cell.words(cell.runRate()
                        .map(rate -> target(rate, measureDecimals(cell.indicator())))
                        .orElse("")));
            }
            if (hasEntered) {
                shown.add(PackTable.Cell.words(cell.entered()
                        .map(rating -> entered(rating, cell.disagrees()))
                        .orElse("")));
            }
            Heading heading = heading(cell.indicator());
            rows.add(new Row(lead.apply(cell) + heading.text(), heading.defined(), shown));
        }
        return new PackTable(caption, note, headings, rows, false);
    }

    /* The figure behind what is rated, and what it was: a change in percent does not tell it. */
    private PackTable.Cell besidePrevious(Cell cell) {
        Map<BreakdownKey, String> part = new EnumMap<>(BreakdownKey.class);
        part.putAll(cell.indicator().breakdown());
        part.putAll(cell.part().values());
        Optional<Figure> now = figure(cell.indicator(), reporting, part);
        Optional<Figure> before = figure(cell.indicator(), previous, part);
        if (now.isEmpty()) {
            return PackTable.Cell.NONE;
        }
        PackTable.Cell alone = PackTable.Cell.number(Shown.value(now.get()));
        return before.map(figure -> alone.with(
                        cell.status() == CellStatus.TOO_SMALL
                                ? Was.alone(figure)
                                : Was.of(new Comparison(now.get(), figure))))
                .orElse(alone);
    }

    private Optional<Figure> figure(Indicator indicator, ReportingPeriod of, Map<BreakdownKey, String> part) {
        return Optional.ofNullable(measures.get(indicator.measure()))
                .map(measure -> byPart.get(new OfPart(measure, measure.daysOf(of), Breakdown.of(part))));
    }

    /** Every rating that people have entered, by scale and subject, also of what no scorecard rates. */
    private PackTable ratingsEntered() {
        List<Row> rows = new ArrayList<>();
        List<Rating> byArea = entered.stream()
                .sorted(Comparator.comparing(Rating::scale)
                        .thenComparing(Rating::subject)
                        .thenComparing(rating -> rating.areaCode()
                                .map(code -> names.areas().indexOf(code.value()))
                                .orElse(-1)))
                .toList();
        for (Rating rating : byArea) {
            String area = rating.areaCode()
                    .map(code -> ", " + names.area(code.value()))
                    .orElse("");
            rows.add(Row.of(
                    rating.subject() + area,
                    List.of(
                            PackTable.Cell.words(PartNames.words(rating.scale().code())),
                            PackTable.Cell.words(PartNames.words(rating.rating().code())),
                            PackTable.Cell.words(Shown.day(rating.ratedOn())),
                            PackTable.Cell.words(rating.pillar()
                                    .map(pillar -> PartNames.words(pillar.code()))
                                    .orElse("")))));
        }
        return new PackTable(
                "Ratings entered by people",
                "The latest of each subject up to the as-at day, as they were entered. Nothing is computed here.",
                List.of(
                        Heading.of("Subject"),
                        Heading.of("Scale"),
                        Heading.of("Rating"),
                        Heading.of("Rated on"),
                        Heading.of("Pillar")),
                rows,
                false);
    }

    private static Optional<PackList> pillars(RatedScorecard scorecard) {
        List<Item> items = new ArrayList<>();
        for (Pillar pillar : Pillar.values()) {
            List<String> said = new ArrayList<>();
            scorecard
                    .colour(pillar)
                    .ifPresent(colour ->
                            said.add(colour.code() + ", the worst of " + indicators(scorecard, pillar, true)));
            String others = indicators(scorecard, pillar, false);
            if (!others.isEmpty()) {
                said.add("not rated: " + others);
            }
            scorecard
                    .entered(pillar)
                    .ifPresent(rating -> said.add(
                            "entered: " + rating.subject() + ", " + entered(rating, scorecard.disagrees(pillar))));
            if (!said.isEmpty()) {
                items.add(new Item(PartNames.words(pillar.code()), Optional.empty(), String.join("; ", said)));
            }
        }
        boolean hasPillars = scorecard.scorecard().indicators().stream()
                .anyMatch(indicator -> indicator.pillar().isPresent());
        return hasPillars && !items.isEmpty()
                ? Optional.of(new PackList(scorecard.scorecard().title() + " by pillar", Tone.PLAIN, items))
                : Optional.empty();
    }

    private static String indicators(RatedScorecard scorecard, Pillar pillar, boolean rated) {
        return scorecard.cells(Breakdown.whole()).stream()
                .filter(cell -> cell.indicator().pillar().equals(Optional.of(pillar)))
                .filter(cell -> cell.colour().isPresent() == rated)
                .map(cell -> cell.indicator().name())
                .collect(Collectors.joining(", "));
    }

    private static String target(RunRate rate, int decimals) {
        String target = Shown.decimal(rate.value(), decimals) + " by " + Shown.day(rate.by()) + ": ";
        if (rate.left() == 0) {
            return target + "met";
        }
        String left = Shown.signed(rate.left(), decimals);
        return rate.perWeek().isPresent()
                ? target + left + " to go, " + Shown.signed(rate.perWeek().getAsDouble(), decimals + 1) + " a week"
                : target + left + " short";
    }

    private static String entered(Rating rating, boolean disagrees) {
        return rating.rating().code().replace('_', ' ') + " on " + Shown.day(rating.ratedOn())
                + (disagrees ? ", differs from the computed one" : "");
    }

    private Heading heading(Indicator indicator) {
        Optional<Measure> measure = Optional.ofNullable(measures.get(indicator.measure()));
        String name = indicator.name();
        return new Heading(
                indicator.judged() == Judged.CHANGE_PERCENT
                        ? name + " (change, %)"
                        : measure.map(known -> Shown.named(name, known)).orElse(name),
                measure.map(Measure::name));
    }

    private PackTable.Cell shown(Cell cell) {
        if (cell.status() == CellStatus.NOT_APPLICABLE && cell.reading().value().isPresent()) {
            return PackTable.Cell.number(
                            Shown.decimal(cell.reading().value().getAsDouble(), measureDecimals(cell.indicator())))
                    .with(signs(cell.trend()));
        }
        if (cell.judged().isEmpty() || cell.colour().isEmpty()) {
            return PackTable.Cell.number(words(cell.status()));
        }
        double number = cell.judged().getAsDouble();
        int decimals = decimals(cell.indicator());
        return PackTable.Cell.number(
                        cell.indicator().judged() == Judged.CHANGE_PERCENT
                                ? Shown.signed(number, decimals)
                                : Shown.decimal(number, decimals))
                .rated(cell.colour().get())
                .with(signs(cell.trend()));
    }

    /* The shapes of the points on the charts of trends. */
    private static List<Sign> signs(Trend trend) {
        List<Sign> signs = new ArrayList<>();
        trend.variation()
                .map(variation -> switch (variation) {
                    case COMMON_CAUSE -> new Sign("\u25CF", "common cause");
                    case IMPROVEMENT -> new Sign("\u25B2", "improvement");
                    case CONCERN -> new Sign("\u25A0", "concern");
                })
                .ifPresent(signs::add);
        trend.assurance()
                .map(assurance -> switch (assurance) {
                    case PASS -> new Sign("\u2713", "pass");
                    case HIT_OR_MISS -> new Sign("~", "hit or miss");
                    case FAIL -> new Sign("\u2717", "fail");
                })
                .ifPresent(signs::add);
        return signs;
    }

    private int decimals(Indicator indicator) {
        return indicator.decimals().orElse(measureDecimals(indicator));
    }

    private int measureDecimals(Indicator indicator) {
        Measure measure = measures.get(indicator.measure());
        return measure == null ? 0 : measure.decimals();
    }

    private static String words(CellStatus status) {
        return switch (status) {
            case HIDDEN -> Shown.words(FigureStatus.SUPPRESSED);
            case MISSING -> "nothing to rate";
            default -> status.code().replace('_', ' ');
        };
    }

    private static long reds(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.colour().equals(Optional.of(Colour.RED)))
                .count();
    }

    private static long hidden(List<Cell> cells) {
        return cells.stream().filter(cell -> cell.status() == CellStatus.HIDDEN).count();
    }

    private static Breakdown area(String code) {
        return Breakdown.of(BreakdownKey.AREA, code);
    }
}
