package org.cafcass.metrics;

import java.util.Optional;
import org.cafcass.model.Code;

/** The band of a question's agreement in a colleague survey, by the whole percent that it is rounded to (half up). */
public enum SurveyBand implements Code {
    /** 75 percent and over. */
    GOOD,
    /** 51 to 74 percent. */
    MODERATE,
    /** 50 percent and below. */
    POOR;

    private static final int LEAST_GOOD = 75;
    private static final int LEAST_MODERATE = 51;

    /** The band of a figure; empty where it has no value, and for a measure other than {@link Measures#SURVEY_AGREED_PERCENT}. */
    public static Optional<SurveyBand> of(Figure figure) {
        if (!figure.measure().equals(Measures.SURVEY_AGREED_PERCENT)
                || figure.value().isEmpty()) {
            return Optional.empty();
        }
        int percent = Decimals.rounded(figure.value().getAsDouble(), 0).intValueExact();
        return Optional.of(percent >= LEAST_GOOD ? GOOD : percent >= LEAST_MODERATE ? MODERATE : POOR);
    }
}
