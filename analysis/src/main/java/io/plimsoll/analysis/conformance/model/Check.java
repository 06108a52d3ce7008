package io.plimsoll.analysis.conformance.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// What a rule asks, or the condition under which it does. Columns go by their FOCUS 1.2 names.
public sealed interface Check {
    /// The columns that it reads, each once.
    default List<String> columns() {
        return reads().distinct().toList();
    }

    /// The columns that it reads.
    Stream<String> reads();

    /// The column stands in the header.
    record Present(String column) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(column);
        }
    }

    /// The column's values are of a type or in a format.
    record Shape(String column, Kind kind) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(column);
        }
    }

    /// What `Shape` can ask.
    enum Kind {
        TYPE_STRING, TYPE_DECIMAL, TYPE_TIME, FORMAT_STRING, FORMAT_NUMERIC, FORMAT_TIME, FORMAT_UNIT, FORMAT_KEY_VALUE,
        FORMAT_CURRENCY, NATIONAL_CURRENCY
    }

    /// The column has, or has not, this text; null stands for no value.
    record Text(String column, @Nullable String value, boolean equal) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(column);
        }
    }

    /// The column has, or has not, this number.
    record Number(String column, BigDecimal value, boolean equal) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(column);
        }
    }

    /// The column's number is not smaller.
    record AtLeast(String column, BigDecimal value) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(column);
        }
    }

    /// Two columns have, or have not, the same text.
    record Same(String left, String right, boolean equal) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(left, right);
        }
    }

    /// The product of two columns is a third one.
    record Product(String left, String right, String result) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(left, right, result);
        }
    }

    /// Every value of a column comes with so many different values of another one.
    record DistinctCount(String of, String counted, long expected) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.of(of, counted);
        }
    }

    /// Another rule holds.
    record Rule(String id) implements Check {
        @Override
        public Stream<String> reads() {
            return Stream.empty();
        }
    }

    /// All of them hold; true without any.
    record All(List<Check> items) implements Check {
        @Override
        public Stream<String> reads() {
            return items.stream().flatMap(Check::reads);
        }
    }

    /// At least one of them holds.
    record Any(List<Check> items) implements Check {
        @Override
        public Stream<String> reads() {
            return items.stream().flatMap(Check::reads);
        }
    }

    /// Holds always: a rule without a condition has this one.
    Check ALWAYS = new All(List.of());
}
