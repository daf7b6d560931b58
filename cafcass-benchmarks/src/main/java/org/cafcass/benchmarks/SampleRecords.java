package org.cafcass.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.cafcass.model.Application;
import org.cafcass.model.AuditSource;
import org.cafcass.model.Grade;
import org.cafcass.model.Law;
import org.cafcass.model.ReportKind;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.extract.ExtractReader;
import org.cafcass.model.extract.ExtractTable;

/**
 * Made-up records of fifteen years as columns of ints, drawn from a seed: about 1 case in 25 is open at the end. The records
 * don't come from the library that is measured; it reads them as files, like those of any case system.
 */
final class SampleRecords {
    static final int NEVER = Integer.MAX_VALUE;
    static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 3, 31);
    static final int AREAS = 19;
    static final int LAWS = 2;

    private static final long SEED = 20_250_331;
    private static final int REGIONS = 8;
    private static final int ADVISERS = 1300;
    private static final int CASES_PER_AUDIT = 10;
    private static final int FIRST = (int) FIRST_DAY.toEpochDay();
    private static final int LAST = (int) LAST_DAY.toEpochDay();
    private static final LocalDate EMPLOYED_SINCE = LocalDate.of(2008, 1, 7);
    private static final int PUBLIC_APPLICATIONS = Application.S8_CHILD_ARRANGEMENTS.ordinal();

    final int cases;
    final int[] area;
    final int[] law;
    final int[] application;
    final int[] receivedOn;
    final int[] firstHearingOn;
    final int[] furtherWorkOrderedOn;
    final int[] rule164On;
    final int[] closedOn;
    final int[] children;

    final int reports;
    final int[] reportCase;
    final int[] reportKind;
    final int[] orderedOn;
    final int[] filedOn;

    final int allocations;
    final int[] allocatedCase;
    final int[] allocatedAdviser;
    final int[] allocatedFrom;

    final int advisers = ADVISERS;
    final int[] tenthsOfFte = new int[ADVISERS];

    final int audits;
    final int[] auditCase;
    final int[] auditAdviser;
    final int[] auditedOn;
    final int[] auditSource;
    final int[] grade;

    SampleRecords(int cases, RowOrder order) {
        SplittableRandom random = new SplittableRandom(SEED);
        this.cases = cases;
        receivedOn = random.ints(cases, FIRST, LAST + 1).toArray();
        if (order == RowOrder.RECEIVED) {
            Arrays.sort(receivedOn);
        }
        area = new int[cases];
        law = new int[cases];
        application = new int[cases];
        firstHearingOn = new int[cases];
        furtherWorkOrderedOn = new int[cases];
        rule164On = new int[cases];
        closedOn = new int[cases];
        children = new int[cases];
        for (int row = 0; row < cases; row++) {
            drawCase(row, random);
        }

        int[] ofCase = new int[cases];
        int drawn = 0;
        for (int row = 0; row < cases; row++) {
            ofCase[row] = random.nextInt(10) < 2 ? 0 : random.nextInt(10) < 8 ? 1 : 2;
            drawn += ofCase[row];
        }
        reports = drawn;
        reportCase = new int[reports];
        reportKind = new int[reports];
        orderedOn = new int[reports];
        filedOn = new int[reports];
        int report = 0;
        for (int row = 0; row < cases; row++) {
            for (int i = 0; i < ofCase[row]; i++) {
                drawReport(report++, row, random);
            }
        }

        for (int adviser = 0; adviser < ADVISERS; adviser++) {
            tenthsOfFte[adviser] = random.nextInt(4) == 0 ? 5 + random.nextInt(5) : 10;
        }
        allocations = cases;
        allocatedCase = new int[allocations];
        allocatedAdviser = new int[allocations];
        allocatedFrom = new int[allocations];
        for (int row = 0; row < cases; row++) {
            allocatedCase[row] = row;
            allocatedAdviser[row] = adviserOf(area[row], random);
            allocatedFrom[row] = Math.min(Math.min(closedOn[row], LAST), receivedOn[row] + random.nextInt(15));
        }

        audits = Math.max(200, cases / CASES_PER_AUDIT);
        auditCase = new int[audits];
        auditAdviser = new int[audits];
        auditedOn = random.ints(audits, FIRST, LAST + 1).toArray();
        auditSource = random.ints(audits, 0, AuditSource.values().length).toArray();
        grade = new int[audits];
        for (int row = 0; row < audits; row++) {
            auditCase[row] = random.nextInt(5) == 0 ? NEVER : random.nextInt(cases);
            auditAdviser[row] = random.nextInt(ADVISERS - 40);
            grade[row] = drawGrade(random);
        }
    }

    private void drawCase(int row, SplittableRandom random) {
        area[row] = Math.min(random.nextInt(AREAS), random.nextInt(AREAS + 4));
        law[row] = random.nextInt(100) < 35 ? Law.PUBLIC.ordinal() : Law.PRIVATE.ordinal();
        boolean isPublic = law[row] == Law.PUBLIC.ordinal();
        application[row] = isPublic
                ? Math.min(random.nextInt(PUBLIC_APPLICATIONS), random.nextInt(PUBLIC_APPLICATIONS))
                : PUBLIC_APPLICATIONS
                        + Math.min(
                                random.nextInt(Application.values().length - PUBLIC_APPLICATIONS),
                                random.nextInt(Application.values().length - PUBLIC_APPLICATIONS));
        int length = 20
                + (int) ((isPublic ? 190 : 150) * Math.exp(0.6 * random.nextGaussian() - 0.18))
                + (random.nextInt(20) == 0 ? random.nextInt(600) : 0);
        closedOn[row] = known(receivedOn[row] + length);
        int hearing = receivedOn[row] + 12 + random.nextInt(60);
        firstHearingOn[row] = hearing < closedOn[row] ? known(hearing) : NEVER;
        int furtherWork = hearing + random.nextInt(14);
        furtherWorkOrderedOn[row] =
                !isPublic && random.nextInt(100) < 40 && furtherWork < closedOn[row] ? known(furtherWork) : NEVER;
        rule164On[row] = random.nextInt(100) < 8 ? known(receivedOn[row] + 30 + random.nextInt(90)) : NEVER;
        children[row] = 1 + (random.nextInt(10) < 4 ? 1 + random.nextInt(3) : 0);
    }

    private void drawReport(int report, int row, SplittableRandom random) {
        reportCase[report] = row;
        reportKind[report] = random.nextInt(ReportKind.values().length);
        orderedOn[report] = Math.min(LAST, receivedOn[row] + random.nextInt(60));
        filedOn[report] = known(orderedOn[report] + 15 + random.nextInt(120));
    }

    /* An adviser of the area; their rows go round the areas. */
    private static int adviserOf(int area, SplittableRandom random) {
        return area + AREAS * random.nextInt((ADVISERS - 1 - area) / AREAS + 1);
    }

    private static int drawGrade(SplittableRandom random) {
        int drawn = random.nextInt(100);
        return drawn < 5
                ? NEVER
                : (drawn < 12
                                ? Grade.INADEQUATE
                                : drawn < 40 ? Grade.REQUIRES_IMPROVEMENT : drawn < 85 ? Grade.GOOD : Grade.OUTSTANDING)
                        .ordinal();
    }

    private static int known(int day) {
        return day <= LAST ? day : NEVER;
    }

    /** Days to ask a question for in turn, drawn from those on which as many cases are open as there will be on any. */
    static int[] someDays(int seed) {
        return new SplittableRandom(seed).ints(64, FIRST + 1000, LAST + 1).toArray();
    }

    int areaOfAdviser(int adviser) {
        return adviser % AREAS;
    }

    int areaOfAudit(int audit) {
        return auditCase[audit] == NEVER ? areaOfAdviser(auditAdviser[audit]) : area[auditCase[audit]];
    }

    /** The place of a case's area and law among those of all areas and both laws. */
    int cell(int row) {
        return area[row] * LAWS + law[row];
    }

    // --------------------------------------------------------------------------

    /** The records as the library reads them from a folder: the required tables, and those asked for. */
    Extract extract(Set<ExtractTable> optional) {
        try {
            Path folder = Files.createTempDirectory("cafcass-benchmarks");
            try {
                write(folder, optional);
                return ExtractReader.create().strict().read(folder).extract();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Writes the required tables, and those asked for, to a folder. */
    void write(Path folder, Set<ExtractTable> optional) throws IOException {
        write(
                folder,
                ExtractTable.AREAS,
                "area_code,name,region",
                AREAS,
                row -> areaCode(row) + ",Area " + row + ",Region " + row % REGIONS);
        write(
                folder,
                ExtractTable.ADVISERS,
                "adviser_id,role,employment,team,area_code,fte,started_on",
                advisers,
                row -> "A" + row + ",family_court_adviser,permanent,after_first_hearing,"
                        + areaCode(areaOfAdviser(row)) + ","
                        + (tenthsOfFte[row] == 10 ? "1" : "0." + tenthsOfFte[row]) + "," + EMPLOYED_SINCE);
        writeCases(folder);
        writeChildren(folder);
        if (optional.contains(ExtractTable.REPORTS)) {
            write(
                    folder,
                    ExtractTable.REPORTS,
                    "report_id,case_id,kind,ordered_on,filed_on",
                    reports,
                    row -> "R" + row + ",C" + reportCase[row] + "," + ReportKind.values()[reportKind[row]].code() + ","
                            + day(orderedOn[row]) + "," + day(filedOn[row]));
        }
        if (optional.contains(ExtractTable.ALLOCATIONS)) {
            write(
                    folder,
                    ExtractTable.ALLOCATIONS,
                    "case_id,kind,adviser_id,from,to",
                    allocations,
                    row -> "C" + allocatedCase[row] + ",lead,A" + allocatedAdviser[row] + "," + day(allocatedFrom[row])
                            + "," + day(closedOn[allocatedCase[row]]));
        }
        if (optional.contains(ExtractTable.AUDITS)) {
            write(
                    folder,
                    ExtractTable.AUDITS,
                    "audit_id,case_id,adviser_id,audited_on,source,scale,grade",
                    audits,
                    row -> "Q" + row + "," + (auditCase[row] == NEVER ? "" : "C" + auditCase[row]) + ",A"
                            + auditAdviser[row] + "," + day(auditedOn[row]) + ","
                            + AuditSource.values()[auditSource[row]].code() + ",since_2022,"
                            + (grade[row] == NEVER ? "" : Grade.values()[grade[row]].code()));
        }
    }

    /** Writes {@code cases}. */
    void writeCases(Path folder) throws IOException {
        write(
                folder,
                ExtractTable.CASES,
                "case_id,law,application,area_code,received_on,first_hearing_on,further_work_ordered_on,rule_16_4_on,closed_on",
                cases,
                row -> "C" + row + "," + Law.values()[law[row]].code() + ","
                        + Application.values()[application[row]].code() + "," + areaCode(area[row]) + ","
                        + day(receivedOn[row]) + "," + day(firstHearingOn[row]) + ","
                        + day(furtherWorkOrderedOn[row]) + "," + day(rule164On[row]) + "," + day(closedOn[row]));
    }

    private void writeChildren(Path folder) throws IOException {
        write(folder, ExtractTable.CHILDREN, "child_id,case_id", cases, row -> {
            StringBuilder rows = new StringBuilder();
            for (int child = 0; child < children[row]; child++) {
                rows.append(child == 0 ? "" : "\n")
                        .append('K')
                        .append(row)
                        .append('-')
                        .append(child)
                        .append(",C")
                        .append(row);
            }
            return rows.toString();
        });
    }

    private static void write(Path folder, ExtractTable table, String header, int rows, IntFunction<String> row)
            throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(table.fileName() + ".csv"))) {
            writer.write(header);
            writer.write('\n');
            for (int i = 0; i < rows; i++) {
                writer.write(row.apply(i));
                writer.write('\n');
            }
        }
    }

    static String areaCode(int area) {
        return area < 10 ? "A0" + area : "A" + area;
    }

    private static final String[] DAYS = days();

    private static String[] days() {
        String[] days = new String[LAST - FIRST + 1];
        Arrays.setAll(days, i -> FIRST_DAY.plusDays(i).toString());
        return days;
    }

    private static String day(int day) {
        return day == NEVER ? "" : DAYS[day - FIRST];
    }
}
