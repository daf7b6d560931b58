package org.cafcass.model.synthetic;

import org.cafcass.model.Application;
import org.cafcass.model.Law;

/**
 * The kinds of case that the flow tables tell apart. How long a case of a kind takes follows a log-logistic density, which
 * needs sums and products alone and so gives the same days on every Java runtime.
 */
enum CaseKind {
    /** Care proceedings. */
    CARE(34, 3, 21),
    /** Any other public law. */
    PUBLIC(19, 3, 7),
    /** Child arrangements that end at the first hearing. */
    S8_FIRST(10, 4, 21),
    /** Child arrangements that go on after the first hearing. */
    S8_AFTER(48, 3, 42),
    /** Other private law that ends at the first hearing. */
    PRIVATE_FIRST(9.5, 4, 14),
    /** Other private law that goes on after the first hearing. */
    PRIVATE_AFTER(40, 3, 42);

    private static final Application[] OTHER_PUBLIC = {
        Application.PLACEMENT_ORDER, Application.PLACEMENT_ORDER, Application.PLACEMENT_ORDER,
        Application.DISCHARGE_OF_CARE_ORDER, Application.DISCHARGE_OF_CARE_ORDER, Application.EMERGENCY_PROTECTION,
        Application.SECURE_ACCOMMODATION, Application.DEPRIVATION_OF_LIBERTY, Application.ADOPTION,
        Application.S31_SUPERVISION, Application.OTHER_PUBLIC
    };
    private static final Application[] OTHER_PRIVATE = {
        Application.S8_SPECIFIC_ISSUE, Application.S8_SPECIFIC_ISSUE, Application.S8_SPECIFIC_ISSUE,
        Application.S8_PROHIBITED_STEPS, Application.S8_PROHIBITED_STEPS, Application.S8_PROHIBITED_STEPS,
        Application.ENFORCEMENT, Application.ENFORCEMENT, Application.SPECIAL_GUARDIANSHIP,
        Application.PARENTAL_ORDER, Application.OTHER_PRIVATE
    };

    private final double medianDays;
    private final int power;
    private final int leastDays;

    CaseKind(double medianWeeks, int power, int leastDays) {
        this.medianDays = 7 * medianWeeks;
        this.power = power;
        this.leastDays = leastDays;
    }

    Law law() {
        return this == CARE || this == PUBLIC ? Law.PUBLIC : Law.PRIVATE;
    }

    boolean goesOn() {
        return this == S8_AFTER || this == PRIVATE_AFTER;
    }

    int leastDays() {
        return leastDays;
    }

    /** How likely this many days are, up to a factor. */
    double density(int days) {
        double odds = odds(days);
        return odds * medianDays / days / ((1 + odds) * (1 + odds));
    }

    /** The share of cases that are still open after this many days. */
    double stillOpen(int days) {
        return 1 / (1 + odds(days));
    }

    private double odds(int days) {
        double part = days / medianDays;
        double odds = 1;
        for (int i = 0; i < power; i++) {
            odds *= part;
        }
        return odds;
    }

    /** One of the applications of this kind, by its share. */
    Application application(Draw draw) {
        return switch (this) {
            case CARE -> Application.S31_CARE;
            case PUBLIC -> OTHER_PUBLIC[draw.below(OTHER_PUBLIC.length)];
            case S8_FIRST, S8_AFTER -> Application.S8_CHILD_ARRANGEMENTS;
            case PRIVATE_FIRST, PRIVATE_AFTER -> OTHER_PRIVATE[draw.below(OTHER_PRIVATE.length)];
        };
    }
}
