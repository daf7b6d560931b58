package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cafcass.model.Allocation;
import org.cafcass.model.AllocationKind;
import org.cafcass.model.Employment;
import org.cafcass.model.Law;
import org.cafcass.model.Role;
import org.cafcass.model.Team;
import org.cafcass.model.extract.Extract;
import org.jspecify.annotations.Nullable;

/** Writes who held each case from its receipt to its closing, so that the holders on the days decided are those decided. */
final class Allocations {
    private final Scenario scenario;
    private final WorkingDays workingDays;
    private final Draw draw;
    private final Holdings holdings;
    private final Extract.Builder extract;
    private final List<List<List<AdviserFile>>> teams = new ArrayList<>();
    private final List<AdviserFile> helpers;
    private final boolean supportIsDecided;
    private final Map<CaseFile, List<AllocationRow>> rows = new LinkedHashMap<>();

    Allocations(
            Scenario scenario,
            WorkingDays workingDays,
            Draw draw,
            Holdings holdings,
            List<AdviserFile> advisers,
            Extract.Builder extract) {
        this.scenario = scenario;
        this.workingDays = workingDays;
        this.draw = draw;
        this.holdings = holdings;
        this.extract = extract;
        for (Team team : Team.values()) {
            List<List<AdviserFile>> byArea = new ArrayList<>();
            for (int area = 0; area < scenario.areas().size(); area++) {
                int here = area;
                byArea.add(advisers.stream()
                        .filter(file -> file.role == Role.FAMILY_COURT_ADVISER
                                && file.employment == Employment.PERMANENT
                                && file.team == team
                                && file.area == here)
                        .toList());
            }
            teams.add(byArea);
        }
        helpers = advisers.stream()
                .filter(file -> file.employment == Employment.ASSOCIATE || file.role == Role.PRACTICE_SUPERVISOR)
                .filter(file -> file.isEmployedAt(scenario.asAtDay()))
                .toList();
        supportIsDecided = scenario.heldElsewhere().stream()
                .anyMatch(held -> held.supervision().isPresent());
    }

    void write(List<CaseFile> cases) {
        for (CaseFile file : cases) {
            rows.put(file, new ArrayList<>());
            hold(file);
            if (scenario.waits().isEmpty()) {
                write(file, Objects.requireNonNull(rows.remove(file)));
            }
        }
        new Waits(scenario, workingDays, draw, holdings, rows).meet();
        rows.forEach(this::write);
    }

    private void write(CaseFile file, List<AllocationRow> held) {
        for (AllocationRow row : held) {
            extract.add(Allocation.builder()
                    .caseId(file.id)
                    .kind(row.kind())
                    .adviserId(Optional.ofNullable(row.adviser()).map(holder -> holder.id))
                    .from(LocalDate.ofEpochDay(row.from()))
                    .to(row.to() == NEVER ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(row.to())))
                    .build());
        }
    }

    private void hold(CaseFile file) {
        int end = file.closed;
        int change = Math.min(file.law() == Law.PUBLIC ? file.received : file.furtherWork, end);
        int cursor = Math.min(firstAllocated(file), change == file.received ? end : change);
        if (cursor > file.received && !holdsOnDayWithin(file.received, cursor) && draw.happens(0.4)) {
            write(file, AllocationKind.DUTY, null, file.received, cursor);
        }
        if (change > file.received) {
            cursor = hold(file, Team.TO_FIRST_HEARING, cursor, change);
        }
        if (change < end) {
            hold(file, Team.AFTER_FIRST_HEARING, Math.max(cursor, change), end);
        }
        writeSupport(file);
    }

    /** Supervisors support the cases decided; where nothing was decided, some cases have an associate's or supervisor's help. */
    private void writeSupport(CaseFile file) {
        for (int i = 0; i < holdings.days().size(); i++) {
            int day = holdings.days().get(i);
            int to = day == scenario.asAtDay() ? NEVER : Math.min(file.closed, day + 12);
            holdings.supporter(file, i)
                    .ifPresent(helper -> write(
                            file, AllocationKind.SUPPORT, helper, Math.max(file.received, day - draw.below(12)), to));
        }
        if (!supportIsDecided
                && file.closed == NEVER
                && file.received < scenario.asAtDay() - 60
                && draw.happens(0.03)) {
            AdviserFile helper = draw.of(helpers);
            int from = workingDays.any(file.received, scenario.asAtDay(), draw);
            write(file, AllocationKind.SUPPORT, helper, Math.max(from, helper.started), NEVER);
        }
    }

    /** A few working days after the receipt, but no later than a day on which it is known who holds the case. */
    private int firstAllocated(CaseFile file) {
        int first = workingDays.after(file.received, draw.below(file.law() == Law.PUBLIC ? 3 : 9));
        for (int i = 0; i < holdings.days().size(); i++) {
            int day = holdings.days().get(i);
            if (file.openAt(day) && holdings.of(file, i).kind() != null) {
                first = Math.min(first, day);
            }
        }
        return Math.min(first, scenario.asAtDay() + 1);
    }

    private boolean holdsOnDayWithin(int from, int to) {
        return holdings.days().stream().anyMatch(day -> from <= day && day < to);
    }

    /** Covers a stretch of days up to its end; on each of the two days that fall in it the decided holder holds the case. */
    private int hold(CaseFile file, Team team, int from, int end) {
        int cursor = from;
        Holder held = Holder.NOBODY;
        int heldFrom = from;
        for (int i = 0; i < holdings.days().size(); i++) {
            int day = holdings.days().get(i);
            if (day < file.received || day >= end || day < cursor) {
                continue;
            }
            Holder next = holdings.of(file, i);
            if (!next.equals(held) || next.kind() == null) {
                if (held.kind() != null) {
                    cursor = handOver(file, held, heldFrom, cursor, day);
                }
                heldFrom = takeOver(file, team, next, cursor, day);
                held = next;
            }
            cursor = day + 1;
        }
        if (held.kind() == null) {
            return fill(file, team, cursor, end);
        }
        int last = held.adviser() == null ? NEVER : held.adviser().left;
        int to = Math.min(end, last <= cursor - 1 ? NEVER : last);
        if (held.kind() != AllocationKind.LEAD && to != NEVER) {
            to = Math.min(to, cursor + draw.between(5, 70));
        }
        if (cursor > scenario.asAtDay()) {
            to = NEVER;
        }
        write(file, held.kind(), held.adviser(), heldFrom, to);
        return to >= end ? end : fill(file, team, to, end);
    }

    /** Ends a holding after the earlier day, before the later day. */
    private int handOver(CaseFile file, Holder held, int heldFrom, int cursor, int day) {
        int latest = held.adviser() == null || held.adviser().left <= cursor ? day : Math.min(day, held.adviser().left);
        int to = draw.between(cursor, latest);
        write(file, Objects.requireNonNull(held.kind()), held.adviser(), heldFrom, to);
        return to;
    }

    /** The first day of a holding that includes the day; what lies between the cursor and it is filled. */
    private int takeOver(CaseFile file, Team team, Holder next, int cursor, int day) {
        if (next.kind() == null) {
            return fill(file, team, cursor, Math.max(cursor, day - 5));
        }
        int earliest = cursor;
        if (next.adviser() != null) {
            earliest = Math.max(earliest, next.adviser().started);
        }
        if (next.kind() != AllocationKind.LEAD) {
            earliest = Math.max(earliest, day - (next.kind() == AllocationKind.HUB ? 130 : 40));
        }
        int from = next.kind() == AllocationKind.LEAD && draw.happens(0.8) ? earliest : draw.between(earliest, day);
        fill(file, team, cursor, from);
        return from;
    }

    /** Covers days on which it matters little who holds the case: advisers of its team one after the other, else duty. */
    private int fill(CaseFile file, Team team, int from, int to) {
        int end = Math.min(to, scenario.asAtDay() + 1);
        List<AdviserFile> team0 = teams.get(team.ordinal()).get(file.area);
        int cursor = from;
        while (cursor < end) {
            AdviserFile adviser = employed(team0, cursor, end);
            int until = adviser == null ? end : Math.min(end, adviser.left);
            write(file, adviser == null ? AllocationKind.DUTY : AllocationKind.LEAD, adviser, cursor, until);
            cursor = until;
        }
        return Math.max(cursor, from);
    }

    private @Nullable AdviserFile employed(List<AdviserFile> some, int from, int to) {
        AdviserFile found = null;
        for (int tries = 0; tries < 8 && !some.isEmpty(); tries++) {
            AdviserFile candidate = draw.of(some);
            if (candidate.isEmployedOver(from, to)) {
                return candidate;
            }
            if (candidate.isEmployedAt(from)) {
                found = candidate;
            }
        }
        return found;
    }

    private void write(CaseFile file, AllocationKind kind, @Nullable AdviserFile adviser, int from, int to) {
        if (from >= to) {
            return;
        }
        Objects.requireNonNull(rows.get(file)).add(new AllocationRow(kind, adviser, from, to));
    }
}
