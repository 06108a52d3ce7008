package io.plimsoll.analysis.store;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Adds rows whose values come in the table's column order.
public final class RowAppender {
    private final DuckDBAppender appender;

    RowAppender(DuckDBAppender appender) {
        this.appender = appender;
    }

    public void row(@Nullable Object... values) {
        try {
            appender.beginRow();
            for (Object value : values) {
                append(value);
            }
            appender.endRow();
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        }
    }

    private void append(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Integer number -> appender.append(number.intValue());
            case Long number -> appender.append(number.longValue());
            case Double number -> appender.append(number.doubleValue());
            case Boolean flag -> appender.append(flag.booleanValue());
            case BigDecimal decimal -> appender.append(decimal);
            case LocalDate day -> appender.append(day);
            case Instant time -> appender.append(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            default -> throw new IllegalArgumentException("Can't append a " + value.getClass().getName());
        }
    }
}
