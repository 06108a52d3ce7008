package io.plimsoll.analysis.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// The current row of a result. Columns count from 1. Valid only inside the call that hands it over.
public interface Row {
    int columns();

    String name(int column);

    /// As the engine gives it, in its own type.
    @Nullable
    Object value(int column);

    /// Null as an empty text.
    String text(int column);

    @Nullable
    String textOrNull(int column);

    /// Null as zero.
    BigDecimal decimal(int column);

    /// Null as zero.
    long whole(int column);

    /// Null as `NaN`.
    double number(int column);

    boolean flag(int column);

    LocalDate day(int column);

    /// A `TIMESTAMP` column holds UTC.
    Instant time(int column);
}
