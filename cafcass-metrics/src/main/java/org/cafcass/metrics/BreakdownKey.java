package org.cafcass.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A key by which the figures of a measure can be broken down; which keys a measure has, its population says. */
public enum BreakdownKey {
    /** Public or private law. */
    LAW,
    /** The kind of application. */
    APPLICATION,
    /** The region of the area. */
    REGION,
    /** The code of the operational service area. */
    AREA,
    /** Whether a guardian had been appointed under rule 16.4 by the last day that the figure is about. */
    RULE_16_4,
    /** Whether an open case is to first hearing or after it. */
    STAGE,
    /** Who holds an open case. */
    HOLDER,
    /** Whether a private law case that was closed completed at its first hearing or after it. */
    COMPLETION,
    /** The kind of report. */
    REPORT,
    /** Where an audit or a piece of feedback comes from. */
    SOURCE,
    /** The team of the adviser. */
    TEAM,
    /** The role of the adviser. */
    ROLE,
    /** How the adviser is employed. */
    EMPLOYMENT,
    /** The reason of an absence. */
    REASON,
    /** The scale of an audit's grade. */
    SCALE,
    /** The grade of an audit. */
    GRADE,
    /** The question of an audit or a survey. */
    QUESTION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The key as it is written in figures: {@code rule_16_4}. */
    public String code() {
        return code;
    }

    /**
     * The key that is written so.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static BreakdownKey of(String code) {
        return Arrays.stream(values())
                .filter(key -> key.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(NearestName.unknown(
                        "breakdown",
                        code,
                        Arrays.stream(values()).map(BreakdownKey::code).collect(Collectors.toList()))));
    }
}
