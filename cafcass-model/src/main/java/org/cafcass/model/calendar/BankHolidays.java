package org.cafcass.model.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The bank holidays of one range of days, first and last day both in.
 *
 * <p>Their text has comment lines beginning with {@code #}, of which one is {@code # known: FIRST/LAST}, then the header
 * {@code date,name}, then a row a bank holiday in order of time. Anything else fails, and so does a bank holiday on a
 * Saturday or Sunday (the law puts another day in its place) and a year with fewer than the eight that every year has had
 * since 1978: half a file must not pass for a calendar.
 */
record BankHolidays(LocalDate firstDay, LocalDate lastDay, List<LocalDate> days) {
    private static final String ENGLAND_AND_WALES = "bank-holidays-england-and-wales.csv";
    private static final String KNOWN = "# known: ";
    private static final String HEADER = "date,name";
    private static final int FEWEST_A_YEAR = 8;

    static BankHolidays englandAndWales() {
        InputStream stream = BankHolidays.class.getResourceAsStream(ENGLAND_AND_WALES);
        return parse(new InputStreamReader(Objects.requireNonNull(stream, ENGLAND_AND_WALES), StandardCharsets.UTF_8));
    }

    /**
     * Reads the text and closes it.
     *
     * @throws IllegalStateException if the text is not as the class describes, naming the line
     */
    static BankHolidays parse(Reader text) {
        try (BufferedReader reader = new BufferedReader(text)) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read bank holidays", e);
        }
    }

    private static BankHolidays parse(List<String> lines) {
        int header = 0;
        String[] known = {};
        for (; header < lines.size() && lines.get(header).startsWith("#"); header++) {
            if (lines.get(header).startsWith(KNOWN)) {
                known = lines.get(header).substring(KNOWN.length()).split("/", -1);
            }
        }
        check(known.length == 2, header, "no line '" + KNOWN + "FIRST/LAST' above it");
        check(header < lines.size() && lines.get(header).equals(HEADER), header, "not the header " + HEADER);
        LocalDate first = date(known[0], header);
        LocalDate last = date(known[1], header);

        List<LocalDate> days = new ArrayList<>();
        LocalDate previous = first.minusDays(1);
        for (int row = header + 1; row < lines.size(); row++) {
            LocalDate day = date(lines.get(row).split(",", 2)[0], row);
            check(day.isAfter(previous), row, day + " not after " + previous);
            check(!day.isAfter(last), row, day + " after " + last);
            check(day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0, row, day + " is a " + day.getDayOfWeek());
            days.add(day);
            previous = day;
        }
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            int wanted = year;
            long found = days.stream().filter(day -> day.getYear() == wanted).count();
            check(found >= FEWEST_A_YEAR, lines.size() - 1, found + " bank holidays in " + year);
        }
        return new BankHolidays(first, last, List.copyOf(days));
    }

    private static LocalDate date(String text, int line) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(message(line, "no date: " + text), e);
        }
    }

    private static void check(boolean kept, int line, String reason) {
        if (!kept) {
            throw new IllegalStateException(message(line, reason));
        }
    }

    private static String message(int line, String reason) {
        return "Cannot read bank holidays: line " + (line + 1) + ": " + reason;
    }
}
