package org.cafcass.workload.prioritisation;

import java.util.OptionalDouble;

/**
 * What a trigger says in a month.
 *
 * @param trigger the trigger
 * @param value the value observed; empty when there was none, and the trigger stays as it was
 * @param holds whether the trigger holds
 */
public record Evidence(Trigger trigger, OptionalDouble value, boolean holds) {}
