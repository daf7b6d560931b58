package org.cafcass.workload.hubs;

import java.time.LocalDate;

/**
 * What falls in a week if no waiting case is allocated.
 *
 * @param first the first day
 * @param last the last day
 * @param broken cases whose first limit, reviews aside, breaks in it
 * @param longestWait cases that have waited 20 weeks and break that limit in it
 * @param beforeFiling cases whose report comes within 8 weeks and break that limit in it
 * @param reviews reviews that are due in it
 */
public record WeekAhead(LocalDate first, LocalDate last, int broken, int longestWait, int beforeFiling, int reviews) {}
