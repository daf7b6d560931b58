package org.cafcass.metrics;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Gives no property more tries than the system property {@code most.tries} says: mutation testing runs each many times. */
public final class FewerTries implements AroundPropertyHook {
    /** Made by jqwik. */
    public FewerTries() {}

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int most = Integer.getInteger("most.tries", Integer.MAX_VALUE);
        context.attributes()
                .setTries(Math.min(most, context.attributes().tries().orElse(1000)));
        return property.execute();
    }
}
