/** Values, extracts and the working-day calendar of a family-court advisory service. */
module org.cafcass.model {
    requires com.google.common;
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires org.slf4j;
    requires static java.compiler;
    requires static transitive java.sql;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports org.cafcass.model;
    exports org.cafcass.model.calendar;
    exports org.cafcass.model.extract;
    exports org.cafcass.model.synthetic;

    opens org.cafcass.model to
            com.fasterxml.jackson.databind;
}
