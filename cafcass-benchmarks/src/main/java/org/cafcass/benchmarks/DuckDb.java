package org.cafcass.benchmarks;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in memory, with one thread. */
final class DuckDb implements AutoCloseable {
    private final DuckDBConnection connection;

    private DuckDb(DuckDBConnection connection) {
        this.connection = connection;
    }

    static DuckDb open() throws SQLException {
        DuckDb duckDb = new DuckDb((DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:"));
        duckDb.execute("SET threads=1");
        return duckDb;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes a table of columns of ints. */
    DuckDb table(String name, Map<String, int[]> columns) throws SQLException {
        execute("CREATE TABLE " + name + " (" + String.join(" INTEGER, ", columns.keySet()) + " INTEGER)");
        int[][] values = columns.values().toArray(int[][]::new);
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, name)) {
            for (int row = 0; row < values[0].length; row++) {
                appender.beginRow();
                for (int[] column : values) {
                    appender.append(column[row]);
                }
                appender.endRow();
            }
        }
        return this;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** The rows of a query whose parameters are ints: each has the place of its values first, the others are left at 0. */
    static double[] ask(PreparedStatement statement, int places, int valuesOfAPlace, int... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setInt(i + 1, parameters[i]);
        }
        double[] answer = new double[places * valuesOfAPlace];
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                int place = rows.getInt(1) * valuesOfAPlace;
                for (int i = 0; i < valuesOfAPlace; i++) {
                    answer[place + i] = rows.getDouble(i + 2);
                }
            }
        }
        return answer;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
