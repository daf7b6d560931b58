package org.cafcass.benchmarks;

/** What answers a question. */
public enum Implementation {
    /** This library. */
    CAFCASS,
    /** This library, figure by figure, where {@link #CAFCASS} asks for all at once. */
    ONE_BY_ONE,
    /** {@code java.util.stream} over the model's values: what a user writes first. */
    STREAMS,
    /** A plain loop. */
    LOOP,
    /** DuckDB in memory, with one thread. */
    DUCKDB,
    /** Tablesaw. */
    TABLESAW,
    /** DFLib. */
    DFLIB,
    /** Jackson's CSV reader, into objects. */
    JACKSON
}
