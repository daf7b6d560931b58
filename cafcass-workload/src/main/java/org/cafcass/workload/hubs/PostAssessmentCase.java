package org.cafcass.workload.hubs;

import java.time.LocalDate;
import java.util.Optional;
import org.cafcass.model.ChildrensCase;

/**
 * A case that a post-assessment hub can hold: private law that is not of high risk, a report other than a safeguarding letter filed, none
 * such under way, and no hearing listed or the next one 6 weeks ahead or more.
 *
 * @param childrensCase the case
 * @param nextHearingOn the day of the next hearing that stands; empty when none is listed
 * @param inHub whether a hub holds it already
 */
public record PostAssessmentCase(ChildrensCase childrensCase, Optional<LocalDate> nextHearingOn, boolean inHub) {}
