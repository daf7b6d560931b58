package org.cafcass.metrics.statistics;

import java.util.OptionalDouble;

/**
 * How often one grader gave each grade and another each grade to the same work, and how far the two agree.
 *
 * <p>Grades are numbers from 0 in their order. Not thread-safe while it is added to: one for each part of the work, then
 * {@linkplain #combine combined}, gives what one for all would give.
 */
public final class GradeAgreement {
    private final long[][] counts;

    /**
     * Makes a table without counts.
     *
     * @param grades how many grades there are, 1 or more
     * @throws IllegalArgumentException if there is no grade
     */
    public GradeAgreement(int grades) {
        if (grades < 1) {
            throw new IllegalArgumentException("Invalid number of grades: " + grades);
        }
        counts = new long[grades][grades];
    }

    /** The number of grades. */
    public int grades() {
        return counts.length;
    }

    /**
     * Counts pieces of work that the first grader gave one grade and the second another or the same.
     *
     * @param first the first grader's grade
     * @param second the second grader's grade
     * @param count how many pieces of work, 0 or more
     * @throws IllegalArgumentException if one is no grade or the count is below 0
     */
    public void add(int first, int second, long count) {
        checkGrade(first);
        checkGrade(second);
        if (count < 0) {
            throw new IllegalArgumentException("Invalid count: " + count);
        }
        counts[first][second] += count;
    }

    /**
     * The pieces of work with these grades.
     *
     * @throws IllegalArgumentException if one is no grade
     */
    public long count(int first, int second) {
        checkGrade(first);
        checkGrade(second);
        return counts[first][second];
    }

    /**
     * Adds another's counts to these.
     *
     * @return this
     * @throws IllegalArgumentException if the other has not as many grades
     */
    public GradeAgreement combine(GradeAgreement other) {
        if (other.grades() != grades()) {
            throw new IllegalArgumentException("Cannot combine " + grades() + " grades: with " + other.grades());
        }
        for (int first = 0; first < grades(); first++) {
            for (int second = 0; second < grades(); second++) {
                counts[first][second] += other.counts[first][second];
            }
        }
        return this;
    }

    /**
     * Cohen's kappa with linear weights: {@code 1 - Σ|i - j| o(i, j) / Σ|i - j| e(i, j)} over all the grades, where {@code o}
     * counts the pieces of work with grades {@code i} and {@code j}, and {@code e = row(i) column(j) / n} what chance would
     * give. It is 1 when the two always agree, 0 when they agree as often as by chance, and may fall below 0.
     *
     * <p>Empty (0/0) when nothing is counted, and when all the work has one and the same grade from both.
     *
     * @see <a href="https://doi.org/10.1037/h0026256">Cohen, Weighted kappa (1968)</a>
     */
    public OptionalDouble weightedKappa() {
        long[] rows = new long[grades()];
        long[] columns = new long[grades()];
        long total = 0;
        double observed = 0;
        for (int first = 0; first < grades(); first++) {
            for (int second = 0; second < grades(); second++) {
                long count = counts[first][second];
                rows[first] += count;
                columns[second] += count;
                total += count;
                observed += (double) Math.abs(first - second) * count;
            }
        }
        double expected = 0;
        for (int first = 0; first < grades(); first++) {
            for (int second = 0; second < grades(); second++) {
                expected += (double) Math.abs(first - second) * rows[first] * columns[second];
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - observed * total / expected);
    }

    private void checkGrade(int grade) {
        if (grade < 0 || grade >= grades()) {
            throw new IllegalArgumentException("Invalid grade: " + grade + " of " + grades());
        }
    }
}
