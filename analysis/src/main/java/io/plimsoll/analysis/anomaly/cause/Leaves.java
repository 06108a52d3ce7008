package io.plimsoll.analysis.anomaly.cause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.task.StepFailure;

/// Cells as arrays: a code for each value of each dimension.
final class Leaves {
    final List<String> dimensions;
    final List<Cell> cells;
    final int[][] codes;
    final int[] sizes;
    final List<List<String>> names = new ArrayList<>();
    final double[] real;
    final double[] predict;

    /// @throws StepFailure CAUSE_COLUMNS if a cell has another number of values than there are dimensions
    Leaves(List<String> dimensions, List<Cell> cells) {
        this.dimensions = List.copyOf(dimensions);
        this.cells = cells;
        int n = cells.size();
        codes = new int[dimensions.size()][n];
        sizes = new int[dimensions.size()];
        real = new double[n];
        predict = new double[n];
        List<Map<String, Integer>> known = new ArrayList<>();
        dimensions.forEach(each -> {
            known.add(new HashMap<>());
            names.add(new ArrayList<>());
        });
        for (int i = 0; i < n; i++) {
            Cell cell = cells.get(i);
            if (cell.values().size() != dimensions.size()) {
                throw StepFailure.badInput("CAUSE_COLUMNS", "Cell " + (i + 1) + " has " + cell.values().size()
                        + " values for " + dimensions.size() + " dimensions.", "Give one value for each dimension.");
            }
            real[i] = cell.real().doubleValue();
            predict[i] = cell.predict().doubleValue();
            for (int d = 0; d < codes.length; d++) {
                codes[d][i] = code(cell.values().get(d), known.get(d), names.get(d));
            }
        }
        for (int d = 0; d < sizes.length; d++) {
            sizes[d] = names.get(d).size();
        }
    }

    private static int code(String value, Map<String, Integer> known, List<String> names) {
        Integer code = known.get(value);
        if (code == null) {
            code = names.size();
            known.put(value, code);
            names.add(value);
        }
        return code;
    }

    int size() {
        return real.length;
    }

    /// Numbers the elements of a cuboid by first appearance: `group[i]` for each leaf.
    ///
    /// @return how many elements there are
    int group(int[] cuboid, int[] group) {
        Map<Long, Integer> numbers = new HashMap<>();
        int[] dense = product(cuboid) <= 1 << 20 ? new int[(int) product(cuboid)] : new int[0];
        int count = 0;
        for (int i = 0; i < real.length; i++) {
            long key = 0;
            for (int d : cuboid) {
                key = key * sizes[d] + codes[d][i];
            }
            int number = dense.length > 0 ? dense[(int) key] : numbers.getOrDefault(key, 0);
            if (number == 0) {
                number = ++count;
                if (dense.length > 0) {
                    dense[(int) key] = number;
                } else {
                    numbers.put(key, number);
                }
            }
            group[i] = number - 1;
        }
        return count;
    }

    private double product(int[] cuboid) {
        double product = 1;
        for (int d : cuboid) {
            product *= sizes[d];
        }
        return product;
    }
}
