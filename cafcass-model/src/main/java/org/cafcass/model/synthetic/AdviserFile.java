package org.cafcass.model.synthetic;

import static org.cafcass.model.synthetic.CaseFile.NEVER;

import org.cafcass.model.AdviserId;
import org.cafcass.model.Employment;
import org.cafcass.model.Role;
import org.cafcass.model.Team;

/** An adviser while being made; days are epoch days, hours in tenths of a full-time equivalent. */
final class AdviserFile {
    final AdviserId id;
    final Role role;
    final Employment employment;
    final Team team;
    final int area;
    final int started;
    int left = NEVER;
    int tenths;

    AdviserFile(AdviserId id, Role role, Employment employment, Team team, int area, int started, int tenths) {
        this.id = id;
        this.role = role;
        this.employment = employment;
        this.team = team;
        this.area = area;
        this.started = started;
        this.tenths = tenths;
    }

    boolean isEmployedAt(int day) {
        return started <= day && left > day;
    }

    /** Whether employed on every day of the half-open range. */
    boolean isEmployedOver(int from, int to) {
        return started <= from && left >= to;
    }
}
