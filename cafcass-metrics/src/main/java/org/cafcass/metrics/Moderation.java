package org.cafcass.metrics;

import java.util.List;
import org.cafcass.model.AuditScale;
import org.cafcass.model.Grade;

/** A grade and its moderation, as their places on the audit's scale, packed into the amount that an audit adds to a tally. */
final class Moderation {
    private static final AuditScale[] SCALES = AuditScale.values();
    private static final Grade[] GRADES = Grade.values();

    /** How many grades every scale has. */
    static final int GRADES_OF_A_SCALE = 4;

    private Moderation() {}

    static long of(int scale, int grade, int moderatedGrade) {
        List<Grade> grades = SCALES[scale].grades();
        return (long) grades.indexOf(GRADES[grade]) * GRADES_OF_A_SCALE + grades.indexOf(GRADES[moderatedGrade]);
    }

    static int grade(long moderation) {
        return (int) (moderation / GRADES_OF_A_SCALE);
    }

    static int moderatedGrade(long moderation) {
        return (int) (moderation % GRADES_OF_A_SCALE);
    }
}
