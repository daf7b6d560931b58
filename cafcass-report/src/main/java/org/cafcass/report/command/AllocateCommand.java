package org.cafcass.report.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.cafcass.metrics.Decimals;
import org.cafcass.model.AdviserId;
import org.cafcass.model.CaseId;
import org.cafcass.model.extract.Extract;
import org.cafcass.report.Listing;
import org.cafcass.report.Listings;
import org.cafcass.workload.WeightingScheme;
import org.cafcass.workload.allocation.AllocationPlan;
import org.cafcass.workload.allocation.Bound;
import org.cafcass.workload.allocation.LeftOverCase;
import org.cafcass.workload.allocation.Permission;
import org.cafcass.workload.allocation.ProposedAllocation;
import org.cafcass.workload.allocation.Spread;
import org.cafcass.workload.allocation.WhatIf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proposes which adviser should take which waiting case, or tells the effect of giving named cases. */
@Command(
        name = "allocate",
        description =
                "Proposes which adviser should take which waiting case; with --give, tells the effect of giving named ones.")
final class AllocateCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ExtractOptions extract = new ExtractOptions();

    @Mixin
    private final AsAtOptions when = new AsAtOptions();

    @Mixin
    private final SchemeOptions scheme = new SchemeOptions();

    @Mixin
    private final ListingOptions listing = new ListingOptions();

    @Mixin
    private final HelpOption help = new HelpOption();

    @Option(names = "--out-of-area", description = "Cases may go to advisers of other areas.")
    private boolean outOfArea;

    @Option(names = "--out-of-team", description = "Cases may go to advisers of other teams.")
    private boolean outOfTeam;

    @Option(names = "--past-ceiling", description = "Advisers may be given more than their capacity.")
    private boolean pastCeiling;

    @Option(
            names = "--give",
            paramLabel = "CASE=ADVISER",
            description = "Tell the effect of giving this case to this adviser; repeat it for more.")
    private List<String> give = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        listing.format();
        if (!give.isEmpty() && !permissions().isEmpty()) {
            throw new CommandException("Cannot combine --give with "
                    + permissions().stream()
                            .map(permitted -> "--" + permitted.code().replace('_', '-'))
                            .collect(Collectors.joining(", "))
                    + ": it gives the cases that it names, whatever the area, team and ceiling");
        }
        Records records = extract.read();
        LocalDate asAt = when.reporting(records).asAt();
        WeightingScheme weighing = scheme.inEffect(asAt);
        Listings listings =
                give.isEmpty() ? plan(records.extract(), weighing, asAt) : whatIf(records.extract(), weighing, asAt);
        listing.write("allocate", listings, spec);
        Output.tellOfRowsSetAside(records, spec);
        return 0;
    }

    private Set<Permission> permissions() {
        Set<Permission> permitted = EnumSet.noneOf(Permission.class);
        if (outOfArea) {
            permitted.add(Permission.OUT_OF_AREA);
        }
        if (outOfTeam) {
            permitted.add(Permission.OUT_OF_TEAM);
        }
        if (pastCeiling) {
            permitted.add(Permission.PAST_CEILING);
        }
        return permitted;
    }

    private Listings plan(Extract records, WeightingScheme weighing, LocalDate asAt) {
        AllocationPlan plan = AllocationPlan.of(records, weighing, asAt, permissions());
        Listings listings = new Listings();
        listings.value("as_at", asAt);
        listings.value("scheme", weighing.name());
        listings.value("given", plan.proposals().size());
        listings.value("left_over", plan.leftOver().size());
        spread(listings, plan.before(), plan.after());
        Bound bound = plan.bound();
        listings.value("deviation_at_least", bound.leastDeviation());
        listings.value("gap_percent", bound.gapPercent());
        listings.value("left_over_uncertain", bound.uncertain());
        listings.sentence("As at " + asAt + ", by " + weighing.name() + ": "
                + plan.proposals().size() + " cases given, " + plan.leftOver().size() + " left over.");
        listings.sentence("Saturation " + shown(plan.before()) + " before, " + shown(plan.after()) + " after.");
        listings.sentence("At most "
                + Decimals.shortest(Math.ceil(bound.gapPercent() * 1000) / 1000).toPlainString()
                + "% from the best spread, proven"
                + (bound.uncertain() == 0
                        ? "."
                        : "; " + bound.uncertain() + " of those left over might have been given."));
        Map<String, Integer> reasons = new TreeMap<>();
        plan.leftOver().forEach(one -> reasons.merge(one.reason(), 1, Integer::sum));
        reasons.forEach((reason, number) -> listings.sentence("Left over: " + number + ", as " + reason + "."));
        Listing cases = new Listing(
                        "cases",
                        "case_id",
                        "area",
                        "rule",
                        "days_left",
                        "points",
                        "adviser_id",
                        "adviser_area",
                        "team",
                        "saturation_before",
                        "saturation_after",
                        "reason")
                .notInTable("adviser_area", "team", "saturation_before", "reason");
        for (ProposedAllocation one : plan.proposals()) {
            cases.row(
                    one.waiting().childrensCase().caseId().value(),
                    one.waiting().childrensCase().areaCode().value(),
                    one.waiting().rule(),
                    one.waiting().limit().daysLeft(),
                    one.points(),
                    one.adviser().adviserId().value(),
                    one.adviser().areaCode().value(),
                    one.adviser().team(),
                    one.saturationBefore(),
                    one.saturationAfter(),
                    String.join("; ", one.reasons()));
        }
        for (LeftOverCase one : plan.leftOver()) {
            cases.row(
                    one.waiting().childrensCase().caseId().value(),
                    one.waiting().childrensCase().areaCode().value(),
                    one.waiting().rule(),
                    one.waiting().limit().daysLeft(),
                    one.points(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    one.reason());
        }
        listings.add(cases);
        return listings;
    }

    private Map<CaseId, AdviserId> given() {
        Map<CaseId, AdviserId> given = new LinkedHashMap<>();
        for (String one : give) {
            String[] caseAndAdviser = one.split("=", 2);
            if (caseAndAdviser.length < 2) {
                throw new CommandException("Cannot give a case: " + one + " is not CASE=ADVISER");
            }
            if (given.put(new CaseId(caseAndAdviser[0]), new AdviserId(caseAndAdviser[1])) != null) {
                throw new CommandException("Cannot give a case: " + caseAndAdviser[0] + " is given twice");
            }
        }
        return given;
    }

    private Listings whatIf(Extract records, WeightingScheme weighing, LocalDate asAt) {
        WhatIf effect = WhatIf.of(records, weighing, asAt, given());
        Listings listings = new Listings();
        listings.value("as_at", asAt);
        listings.value("scheme", weighing.name());
        spread(listings, effect.before(), effect.after());
        listings.sentence("As at " + asAt + ", by " + weighing.name() + ": saturation " + shown(effect.before())
                + " before, " + shown(effect.after()) + " after.");
        Listing advisers = new Listing(
                "advisers",
                "adviser_id",
                "capacity",
                "load_before",
                "load_after",
                "saturation_before",
                "saturation_after",
                "band_after",
                "past_ceiling");
        for (WhatIf.Change change : effect.changes()) {
            advisers.row(
                    change.adviserId().value(),
                    change.after().capacity(),
                    change.before().load().central(),
                    change.after().load().central(),
                    change.before().percent().<Object>map(percent -> percent).orElse(""),
                    change.after().percent().<Object>map(percent -> percent).orElse(""),
                    change.after().band(),
                    change.isPastCeiling());
        }
        listings.add(advisers);
        return listings;
    }

    private static void spread(Listings listings, Spread before, Spread after) {
        listings.value("advisers", after.advisers());
        if (after.advisers() > 0) {
            listings.value("saturation_before", before.mean().orElseThrow());
            listings.value("saturation_after", after.mean().orElseThrow());
            listings.value("deviation_before", before.deviation().orElseThrow());
            listings.value("deviation_after", after.deviation().orElseThrow());
        }
    }

    private static String shown(Spread spread) {
        return spread.advisers() == 0
                ? "of no adviser"
                : Decimals.rounded(spread.mean().orElseThrow(), 1) + "% with a standard deviation of "
                        + Decimals.rounded(spread.deviation().orElseThrow(), 1) + " points over " + spread.advisers()
                        + " advisers";
    }
}
