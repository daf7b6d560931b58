/** Measures of family-court work and the engine that computes them. */
module org.cafcass.metrics {
    requires transitive org.cafcass.model;
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports org.cafcass.metrics;
    exports org.cafcass.metrics.disclosure;
    exports org.cafcass.metrics.published;
    exports org.cafcass.metrics.scorecard;
    exports org.cafcass.metrics.statistics;
}
