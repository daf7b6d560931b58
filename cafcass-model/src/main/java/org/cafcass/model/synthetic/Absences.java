package org.cafcass.model.synthetic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cafcass.model.Absence;
import org.cafcass.model.extract.Extract;
import org.cafcass.model.synthetic.Scenario.Sickness;
import org.cafcass.model.synthetic.Scenario.Year;

/** Writes the days that staff were absent, so that each stretch loses as many working days per full-time equivalent as the scenario says. */
final class Absences {
    private static final int EARLIEST = (int) LocalDate.of(2015, 1, 1).toEpochDay();

    private final WorkingDays workingDays;
    private final Draw draw;
    private final List<AdviserFile> advisers;
    private final Extract.Builder extract;
    private final Map<AdviserFile, BitSet> taken = new HashMap<>();

    Absences(WorkingDays workingDays, Draw draw, List<AdviserFile> advisers, Extract.Builder extract) {
        this.workingDays = workingDays;
        this.draw = draw;
        this.advisers = advisers;
        this.extract = extract;
    }

    void write(Sickness absence) {
        int first = absence.stretch().first();
        int end = absence.stretch().last() + 1;
        List<AdviserFile> there = new ArrayList<>();
        for (AdviserFile file : advisers) {
            if (file.isEmployedOver(first, end)) {
                there.add(file);
            }
        }
        long days = Math.round(absence.daysPerFte() * tenths(absence.over()) / 20.0) - lost(absence.over());
        int before = workingDays.between(EARLIEST, first);
        int most = workingDays.between(first, end);
        while (days > 0 && !there.isEmpty()) {
            boolean longTerm = draw.happens(0.07);
            int length = (int) Math.min(days, longTerm ? draw.between(20, Math.min(most, 62)) : draw.between(1, 6));
            int from = draw.below(most - length + 1);
            AdviserFile file = draw.of(there);
            BitSet absent = taken.computeIfAbsent(file, some -> new BitSet());
            int next = absent.nextSetBit(before + from);
            if (next < 0 || next >= before + from + length) {
                absent.set(before + from, before + from + length);
                write(
                        file,
                        workingDays.after(first, from),
                        workingDays.after(first, from + length - 1),
                        longTerm,
                        absence);
                days -= length;
            }
        }
    }

    /** The tenths of full-time equivalents the day before some days and on the last of them, together. */
    private long tenths(Year over) {
        return advisers.stream()
                .mapToLong(file -> (file.isEmployedAt(over.first() - 1) ? file.tenths : 0)
                        + (file.isEmployedAt(over.last()) ? file.tenths : 0))
                .sum();
    }

    /** The working days lost so far on some days. */
    private long lost(Year over) {
        int from = workingDays.between(EARLIEST, over.first());
        int to = workingDays.between(EARLIEST, over.last() + 1);
        return taken.values().stream()
                .mapToLong(absent -> absent.get(from, to).cardinality())
                .sum();
    }

    private void write(AdviserFile file, int from, int to, boolean longTerm, Sickness absence) {
        String reason = absence.covid()
                ? "covid-19"
                : longTerm
                        ? draw.happens(0.5) ? "mental_health" : "musculoskeletal"
                        : draw.of(List.of("cold_flu", "stomach", "headache", "mental_health"));
        extract.add(Absence.builder()
                .adviserId(file.id)
                .from(LocalDate.ofEpochDay(from))
                .to(LocalDate.ofEpochDay(to))
                .reason(reason)
                .build());
    }
}
