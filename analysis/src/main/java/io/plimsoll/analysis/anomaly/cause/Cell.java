package io.plimsoll.analysis.anomaly.cause;

import java.math.BigDecimal;
import java.util.List;

/// One combination of dimension values with what it cost and what it was expected to cost.
///
/// @param values  one for each dimension, in the dimensions' order
/// @param real    cost
/// @param predict expected cost, same currency
public record Cell(List<String> values, BigDecimal real, BigDecimal predict) {
    public Cell {
        values = List.copyOf(values);
    }

    public BigDecimal excess() {
        return real.subtract(predict);
    }
}
