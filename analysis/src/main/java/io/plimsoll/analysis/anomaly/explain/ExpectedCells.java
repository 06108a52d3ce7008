package io.plimsoll.analysis.anomaly.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.plimsoll.analysis.anomaly.cause.Cell;

/// Divides what the detector expected of a slice among its cells, so that the cells' excess adds up to the impact to the last digit.
final class ExpectedCells {
    private static final Comparator<List<String>> ORDER = Comparator.comparing(values -> String.join("\0", values));

    private ExpectedCells() {
    }

    /// @param real   cost of each cell
    /// @param past   cost of each cell on days before that were alike, on whatever number of them
    /// @param impact cost over expectation of the whole slice
    static List<Cell> of(Map<List<String>, BigDecimal> real, Map<List<String>, BigDecimal> past, BigDecimal impact) {
        BigDecimal expected = total(real).subtract(impact);
        Map<List<String>, BigDecimal> weights = total(past).signum() > 0 ? past : real;
        BigDecimal whole = total(weights);
        Set<List<String>> keys = new TreeSet<>(ORDER);
        keys.addAll(real.keySet());
        keys.addAll(past.keySet());
        List<Cell> cells = new ArrayList<>();
        BigDecimal left = expected;
        int largest = 0;
        for (List<String> key : keys) {
            BigDecimal part = whole.signum() == 0
                    ? BigDecimal.ZERO
                    : weights.getOrDefault(key, BigDecimal.ZERO).multiply(expected).divide(whole,
                            MathContext.DECIMAL128);
            left = left.subtract(part);
            cells.add(new Cell(key, real.getOrDefault(key, BigDecimal.ZERO), part));
            largest = part.abs().compareTo(cells.get(largest).predict().abs()) > 0 ? cells.size() - 1 : largest;
        }
        if (left.signum() != 0 && !cells.isEmpty()) {
            Cell cell = cells.get(largest);
            cells.set(largest, new Cell(cell.values(), cell.real(), cell.predict().add(left)));
        }
        return cells;
    }

    private static BigDecimal total(Map<List<String>, BigDecimal> sums) {
        return sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
