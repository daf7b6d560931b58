/** Board pack and command line. */
module org.cafcass.report {
    requires transitive org.cafcass.workload;
    requires info.picocli;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports org.cafcass.report;

    opens org.cafcass.report.command to
            info.picocli;
}
