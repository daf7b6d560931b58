package org.cafcass.report.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cafcass.metrics.Decimals;
import org.cafcass.model.AreaCode;
import org.cafcass.model.Law;
import org.cafcass.report.Listing;
import org.cafcass.report.Listings;
import org.cafcass.workload.forecast.Clearance;
import org.cafcass.workload.forecast.Expected;
import org.cafcass.workload.forecast.Forecast;
import org.cafcass.workload.forecast.ForecastMonth;
import org.cafcass.workload.forecast.Inflow;
import org.cafcass.workload.forecast.Part;
import org.cafcass.workload.forecast.Passing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Forecasts open cases and children by month ahead. */
@Command(
        name = "forecast",
        description =
                "Forecasts open cases and children by month ahead, with 80%% and 95%% limits, and the FTE that they need.")
final class ForecastCommand implements Callable<Integer> {
    private static final List<BigDecimal> CEILINGS =
            List.of(new BigDecimal("25"), new BigDecimal("17.4"), new BigDecimal("16.5"));

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExtractOptions extract = new ExtractOptions();

    @Mixin
    private final AsAtOptions when = new AsAtOptions();

    @Mixin
    private final ListingOptions listing = new ListingOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(names = "--months", paramLabel = "N", description = "How many months ahead; 12 unless said.")
    private int months = 12;

    @Option(
            names = "--inflow",
            paramLabel = "SCENARIO",
            description =
                    "flat (the default), a change such as +10%% or -5%%, or the cases of each month, joined by commas.")
    private String inflow = "flat";

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the simulation; 1 unless said.")
    private long seed = 1;

    @Option(
            names = "--by",
            paramLabel = "KEY,...",
            description = "law, area or law,area; repeat it for more. The whole unless said.")
    private List<String> breakdowns = new ArrayList<>();

    @Option(
            names = "--ceiling",
            paramLabel = "CASES",
            split = ",",
            description = "Cases that a full-time adviser can hold, for the FTE needed; 25, 17.4 and 16.5 unless said.")
    private List<BigDecimal> ceilings = new ArrayList<>();

    @Option(names = "--target", paramLabel = "CASES", description = "Open cases to come down to: when, at this pace?")
    private @Nullable BigDecimal target;

    @Option(
            names = "--by-day",
            paramLabel = "DATE",
            description = "With --target: what it takes to be there by this day.")
    private @Nullable String byDay;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "Over how many weeks cases that pass 26, 52 and 100 weeks are listed; 4 unless said.")
    private int weeks = 4;

    private enum Key {
        LAW,
        AREA
    }

    @Override
    public Integer call() throws IOException {
        listing.format();
        Inflow scenario = scenario();
        if (scenario instanceof Inflow.Series series && series.casesByMonth().size() > months) {
            throw new CommandException(
                    "Invalid inflow: " + series.casesByMonth().size() + " months are given, and the forecast has "
                            + months + " (--months)");
        }
        List<Set<Key>> by = breakdowns();
        if (ceilings.isEmpty()
                && Objects.requireNonNull(spec, "spec")
                        .commandLine()
                        .getParseResult()
                        .hasMatchedOption("--ceiling")) {
            throw new CommandException("Invalid ceiling: none is given");
        }
        for (BigDecimal ceiling : ceilings) {
            if (ceiling.signum() <= 0) {
                throw new CommandException("Invalid ceiling: " + ceiling + " is not above 0");
            }
        }
        Optional<LocalDate> day = Optional.ofNullable(byDay)
                .map(text -> ExtractOptions.day(text)
                        .orElseThrow(() -> new CommandException("Invalid day: " + text + " (yyyy-MM-dd)")));
        if (day.isPresent() && target == null) {
            throw new CommandException("Missing option: --target CASES (what --by-day is for)");
        }
        if (weeks < 1 || weeks > 520) {
            throw new CommandException("Invalid number of weeks: " + weeks + " is not from 1 to 520");
        }
        Progress progress = Progress.of(spec);
        progress.says("Reading the records");
        Records records = extract.read();
        LocalDate asAt = when.reporting(records).asAt();
        progress.says("Simulating");
        Forecast forecast = Forecast.of(records.extract(), asAt)
                .months(months)
                .inflow(scenario)
                .seed(seed)
                .make();
        progress.ends();
        listing.write("forecast", listings(forecast, by, day), spec);
        Output.tellOfRowsSetAside(records, spec);
        return 0;
    }

    private Inflow scenario() {
        if (inflow.equals("flat")) {
            return Inflow.flat();
        }
        try {
            return inflow.endsWith("%")
                    ? Inflow.percent(new BigDecimal(inflow.substring(0, inflow.length() - 1)).doubleValue())
                    : Inflow.series(Arrays.stream(inflow.split(",", -1))
                            .map(cases -> Integer.valueOf(cases.strip()))
                            .toList());
        } catch (NumberFormatException e) {
            throw new CommandException(
                    "Invalid inflow: " + inflow + " (flat, a change such as +10%, or cases joined by commas)");
        }
    }

    private List<Set<Key>> breakdowns() {
        List<Set<Key>> by = new ArrayList<>();
        for (String breakdown : breakdowns) {
            Set<Key> keys = new LinkedHashSet<>();
            for (String key : breakdown.split(",", -1)) {
                keys.add(Arrays.stream(Key.values())
                        .filter(one -> one.name().equalsIgnoreCase(key.strip()))
                        .findFirst()
                        .orElseThrow(() ->
                                new CommandException("Cannot break down a forecast by " + key + ": it has area, law")));
            }
            by.add(keys);
        }
        return by.isEmpty() ? List.of(Set.of()) : by;
    }

    private Listings listings(Forecast forecast, List<Set<Key>> by, Optional<LocalDate> day) {
        Listings listings = new Listings();
        listings.value("as_at", forecast.asAt());
        listings.value("open_now", forecast.openNow(Part.WHOLE));
        listings.value("inflow", inflow);
        listings.sentence("As at " + forecast.asAt() + ": " + forecast.openNow(Part.WHOLE) + " open cases; inflow "
                + inflow + ".");
        target(listings, forecast, day);
        listings.add(ahead(forecast, by));
        listings.add(fteNeeded(forecast));
        List<Passing> passing = forecast.passings(weeks);
        listings.add(byWeek(passing, forecast.asAt()));
        listings.addForFiles(passings(passing));
        return listings;
    }

    private void target(Listings listings, Forecast forecast, Optional<LocalDate> day) {
        BigDecimal wanted = target;
        if (wanted == null) {
            return;
        }
        String met = forecast.dayMet(Part.WHOLE, wanted.doubleValue())
                .map(LocalDate::toString)
                .orElse("not at this pace");
        listings.value("target", wanted);
        listings.value("target_met", met);
        listings.sentence("No more than " + wanted.toPlainString() + " open cases: " + met + ".");
        day.ifPresent(by -> {
            Clearance clearance = forecast.clearance(Part.WHOLE, wanted.doubleValue(), by);
            listings.value("extra_closings", clearance.extraClosings());
            listings.value("extra_closings_per_month", clearance.extraClosingsPerMonth());
            listings.value("extra_percent", clearance.extraPercent());
            listings.value("extra_fte", clearance.fte());
            listings.sentence("By " + by + " that takes " + one(clearance.extraClosingsPerMonth())
                    + " more closings a month, " + one(clearance.extraPercent()) + "% more than expected or "
                    + one(clearance.fte()) + " FTE.");
        });
    }

    private static String one(double number) {
        return Decimals.rounded(number, 1).toPlainString();
    }

    private Listing ahead(Forecast forecast, List<Set<Key>> by) {
        Listing ahead = new Listing(
                        "months",
                        "month",
                        "as_at",
                        "law",
                        "area",
                        "cases",
                        "cases_lower_80",
                        "cases_upper_80",
                        "cases_lower_95",
                        "cases_upper_95",
                        "children",
                        "children_lower_80",
                        "children_upper_80",
                        "children_lower_95",
                        "children_upper_95")
                .notInTable(
                        "month", "children_lower_80", "children_upper_80", "children_lower_95", "children_upper_95");
        for (ForecastMonth month : forecast.months()) {
            Part part = month.part();
            boolean asked = by.stream()
                    .anyMatch(keys -> keys.contains(Key.LAW) == part.law().isPresent()
                            && keys.contains(Key.AREA) == part.area().isPresent());
            if (asked) {
                ahead.row(
                        month.month(),
                        month.asAt(),
                        part.law().map(Law::code).orElse(""),
                        part.area().map(AreaCode::value).orElse(""),
                        month.cases().value(),
                        month.cases().lower80(),
                        month.cases().upper80(),
                        month.cases().lower95(),
                        month.cases().upper95(),
                        month.children().value(),
                        month.children().lower80(),
                        month.children().upper80(),
                        month.children().lower95(),
                        month.children().upper95());
            }
        }
        return ahead;
    }

    private Listing fteNeeded(Forecast forecast) {
        Listing needed = new Listing("fte", "as_at", "ceiling", "fte", "lower_80", "upper_80", "lower_95", "upper_95");
        List<ForecastMonth> whole = forecast.months(Part.WHOLE);
        ForecastMonth last = whole.get(whole.size() - 1);
        for (BigDecimal ceiling : ceilings.isEmpty() ? CEILINGS : ceilings) {
            Expected fte = last.cases().dividedBy(ceiling.doubleValue());
            needed.row(last.asAt(), ceiling, fte.value(), fte.lower80(), fte.upper80(), fte.lower95(), fte.upper95());
        }
        return needed;
    }

    private static Listing passings(List<Passing> passing) {
        Listing passings = new Listing("passing", "case_id", "weeks", "passes_on", "week", "chance");
        for (Passing one : passing) {
            passings.row(one.caseId().value(), one.weeks(), one.passesOn(), one.week(), one.chance());
        }
        return passings;
    }

    /* Cases that pass an age in a week, and how many of them are expected to be open still. */
    private Listing byWeek(List<Passing> passing, LocalDate asAt) {
        Listing byWeek = new Listing(
                "weeks", "first", "last", "pass_26", "open_26", "pass_52", "open_52", "pass_100", "open_100");
        for (int week = 1; week <= weeks; week++) {
            List<Object> row = new ArrayList<>();
            row.add(asAt.plusDays(7L * week - 6));
            row.add(asAt.plusDays(7L * week));
            for (int age : new int[] {26, 52, 100}) {
                int cases = 0;
                double open = 0;
                for (Passing one : passing) {
                    if (one.week() == week && one.weeks() == age) {
                        cases++;
                        open += one.chance();
                    }
                }
                row.add(cases);
                row.add(open);
            }
            byWeek.row(row.toArray());
        }
        return byWeek;
    }
}
