package org.cafcass.report.command;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.cafcass.metrics.NearestName;
import org.cafcass.model.ChildrensCase;
import org.cafcass.model.extract.ExtractTable;
import org.cafcass.report.Listing;
import org.cafcass.report.Listings;
import org.cafcass.workload.hubs.ClockReading;
import org.cafcass.workload.hubs.Hubs;
import org.cafcass.workload.hubs.PostAssessmentCase;
import org.cafcass.workload.hubs.WaitingCase;
import org.cafcass.workload.hubs.WeekAhead;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the cases that wait for an adviser, with their clocks. */
@Command(
        name = "hubs",
        description =
                "Lists the cases that wait for an adviser, in hubs, on duty or unallocated: which may, and the clock that binds.")
final class HubsCommand implements Callable<Integer> {
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

    @Option(
            names = "--court",
            paramLabel = "CODE",
            description = "Only the cases of a court, the fewest days left first.")
    private @Nullable String court;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "How many weeks ahead are told, of all courts together; 12 unless said.")
    private @Nullable Integer weeks;

    @Override
    public Integer call() throws IOException {
        listing.format();
        int ahead = weeks == null ? 12 : weeks;
        if (ahead < 1 || ahead > 520) {
            throw new CommandException("Invalid number of weeks: " + ahead + " is not from 1 to 520");
        }
        if (court != null && weeks != null) {
            throw new CommandException("Cannot combine --court with --weeks: a court's list has no weeks ahead");
        }
        Records records = extract.read();
        LocalDate asAt = when.reporting(records).asAt();
        Hubs hubs = Hubs.of(records.extract(), asAt);
        List<WaitingCase> waiting = court == null ? hubs.waiting() : hubs.ofCourt(known(court, records));
        Listings listings = new Listings();
        listings.value("as_at", asAt);
        listings.value("waiting", waiting.size());
        long mayNot = waiting.stream().filter(one -> !one.rule().mayWait()).count();
        listings.value("waiting_that_may_not", mayNot);
        long broken = waiting.stream()
                .filter(one -> one.rule().mayWait() && one.limit().isBroken())
                .count();
        listings.value("limits_broken", broken);
        listings.sentence("As at " + asAt + " " + waiting.size() + " cases wait for an adviser: " + mayNot
                + " that may not wait, and " + broken + " of those that may past a limit.");
        listings.add(cases(waiting));
        if (court == null) {
            listings.sentence(hubs.postAssessment().size() + " cases are for a post-assessment hub, of which hubs hold "
                    + hubs.postAssessment().stream()
                            .filter(PostAssessmentCase::inHub)
                            .count()
                    + ".");
            listings.add(weeksAhead(hubs.weeksAhead(ahead)));
            listings.addForFiles(postAssessment(hubs));
        }
        listing.write("hubs", listings, spec);
        Output.tellOfRowsSetAside(records, spec);
        return 0;
    }

    private static String known(String courtCode, Records records) {
        List<String> courts = records.extract().columns(ExtractTable.CASES).texts("court_code");
        if (!courts.contains(courtCode)) {
            throw new CommandException(NearestName.unknown("court", courtCode, courts));
        }
        return courtCode;
    }

    private static Listing cases(List<WaitingCase> waiting) {
        Listing cases = new Listing(
                        "cases",
                        "case_id",
                        "area",
                        "court",
                        "application",
                        "waits",
                        "since",
                        "rule",
                        "binding_clock",
                        "due",
                        "days_left",
                        "limit",
                        "limit_due",
                        "limit_days_left",
                        "post_assessment")
                .notInTable(
                        "court",
                        "application",
                        "since",
                        "due",
                        "limit",
                        "limit_due",
                        "limit_days_left",
                        "post_assessment");
        for (WaitingCase one : waiting) {
            ChildrensCase childrensCase = one.childrensCase();
            ClockReading binding = one.binding();
            ClockReading limit = one.limit();
            cases.row(
                    childrensCase.caseId().value(),
                    childrensCase.areaCode().value(),
                    childrensCase.courtCode().orElse(""),
                    childrensCase.application(),
                    one.waits(),
                    one.since(),
                    one.rule(),
                    binding.clock(),
                    binding.due(),
                    binding.daysLeft(),
                    limit.clock(),
                    limit.due(),
                    limit.daysLeft(),
                    one.postAssessment());
        }
        return cases;
    }

    private static Listing weeksAhead(List<WeekAhead> weeks) {
        Listing ahead =
                new Listing("weeks", "first", "last", "limits_broken", "longest_wait", "before_filing", "reviews_due");
        for (WeekAhead week : weeks) {
            ahead.row(
                    week.first(), week.last(), week.broken(), week.longestWait(), week.beforeFiling(), week.reviews());
        }
        return ahead;
    }

    private static Listing postAssessment(Hubs hubs) {
        Listing assessed = new Listing("post-assessment", "case_id", "area", "next_hearing_on", "in_hub");
        for (PostAssessmentCase one : hubs.postAssessment()) {
            assessed.row(
                    one.childrensCase().caseId().value(),
                    one.childrensCase().areaCode().value(),
                    one.nextHearingOn().map(LocalDate::toString).orElse(""),
                    one.inHub());
        }
        return assessed;
    }
}
