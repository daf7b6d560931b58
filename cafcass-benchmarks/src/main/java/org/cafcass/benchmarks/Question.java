package org.cafcass.benchmarks;

import java.sql.SQLException;

/** A question made ready to be asked of one implementation, for one day after another. */
@FunctionalInterface
interface Question extends AutoCloseable {
    /** The answer as at a day, or over what ends on it. */
    double[] answer(int epochDay) throws Exception;

    @Override
    default void close() throws SQLException {}
}
