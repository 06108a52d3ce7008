package io.plimsoll.analysis.store;

import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/// Some thousand rows of a result at once, column by column: for results of many millions of numbers, where a call a value is what
/// takes the time. Columns count from 1. Valid only inside the call that hands it over.
public final class Chunk {
    private final DuckDBDataChunkReader reader;

    Chunk(DuckDBDataChunkReader reader) {
        this.reader = reader;
    }

    public int rows() {
        return (int) reader.rowCount();
    }

    /// @param column of type BIGINT, without null
    /// @param into   as long as there are rows, or longer
    public void wholes(int column, long[] into) {
        DuckDBReadableVector vector = reader.vector(column - 1L);
        for (int i = 0, rows = rows(); i < rows; i++) {
            into[i] = vector.getLong(i);
        }
    }

    /// @param column of type DOUBLE, without null
    /// @param into   as long as there are rows, or longer
    public void numbers(int column, double[] into) {
        DuckDBReadableVector vector = reader.vector(column - 1L);
        for (int i = 0, rows = rows(); i < rows; i++) {
            into[i] = vector.getDouble(i);
        }
    }
}
