package io.plimsoll.analysis.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/// A `Row` over a JDBC result.
final class ResultRow implements Row {
    private final ResultSet result;

    ResultRow(ResultSet result) {
        this.result = result;
    }

    /// A read that may fail as JDBC does.
    private interface Read<T extends @Nullable Object> {
        T from(ResultSet result) throws SQLException;
    }

    private <T extends @Nullable Object> T read(Read<T> read) {
        try {
            return read.from(result);
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    @Override
    public int columns() {
        return read(r -> r.getMetaData().getColumnCount());
    }

    @Override
    public String name(int column) {
        return read(r -> r.getMetaData().getColumnName(column));
    }

    @Override
    public @Nullable Object value(int column) {
        return read(r -> r.getObject(column));
    }

    @Override
    public String text(int column) {
        String text = textOrNull(column);
        return text == null ? "" : text;
    }

    @Override
    public @Nullable String textOrNull(int column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    @Override
    public BigDecimal decimal(int column) {
        BigDecimal value = read(r -> r.getBigDecimal(column));
        return value == null ? BigDecimal.ZERO : value;
    }

    @Override
    public long whole(int column) {
        return read(r -> r.getLong(column));
    }

    @Override
    public double number(int column) {
        return read(r -> {
            double value = r.getDouble(column);
            return r.wasNull() ? Double.NaN : value;
        });
    }

    @Override
    public boolean flag(int column) {
        return read(r -> r.getBoolean(column));
    }

    @Override
    public LocalDate day(int column) {
        return read(r -> r.getObject(column, LocalDate.class));
    }

    @Override
    public Instant time(int column) {
        return read(r -> r.getObject(column, LocalDateTime.class)).toInstant(ZoneOffset.UTC);
    }
}
