package io.plimsoll.analysis.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.task.StepFailure;

/// Reads `--filter K=V`.
final class FilterOptions {
    private FilterOptions() {
    }

    /// Several values of one dimension: any of them.
    ///
    /// @throws StepFailure FILTER
    static List<CostFilter> of(List<String> filters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String filter : filters) {
            int sign = filter.indexOf('=');
            if (sign < 1) {
                throw StepFailure.wrongUsage("FILTER", "A filter is a dimension and a value: " + filter + ".",
                        "Write it as ServiceName=\"Amazon Simple Storage Service\".");
            }
            values.computeIfAbsent(filter.substring(0, sign), key -> new ArrayList<>()).add(filter.substring(sign + 1));
        }
        return values.entrySet().stream().map(each -> new CostFilter(each.getKey(), each.getValue(), false)).toList();
    }
}
