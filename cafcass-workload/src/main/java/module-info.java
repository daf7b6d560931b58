/** Case weighting, capacity, prioritisation, allocation and forecasting. */
module org.cafcass.workload {
    requires transitive org.cafcass.metrics;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports org.cafcass.workload;
    exports org.cafcass.workload.allocation;
    exports org.cafcass.workload.forecast;
    exports org.cafcass.workload.hubs;
    exports org.cafcass.workload.prioritisation;
    exports org.cafcass.workload.timestudy;
}
