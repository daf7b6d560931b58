package org.cafcass.workload.forecast;

import java.time.LocalDate;
import org.cafcass.model.CaseId;

/**
 * An open case that passes an age in a week ahead, unless it is closed before.
 *
 * @param caseId the case
 * @param weeks the age: 26, 52 or 100 weeks
 * @param passesOn the day: the first on which it is not within 26 weeks (183 days of age), or on which it is 52 (364) or 100 (700) weeks old
 * @param week which week ahead, from 1; the first begins on the day after the as-at day
 * @param chance the chance that it is still open then
 */
public record Passing(CaseId caseId, int weeks, LocalDate passesOn, int week, double chance) {}
