package io.plimsoll.app.control;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Some rows of many.
///
/// @param rows  from the offset that was asked for, at most as many as the limit
/// @param total how many rows there are in all
public record Page<R>(List<R> rows, long total) {
    public Page {
        rows = List.copyOf(rows);
    }

    /// All of a list that is in memory anyway, cut to what was asked for; its order stays.
    public static <R> Page<R> of(List<R> all, PageRequest request) {
        int from = (int) Math.min(request.offset(), all.size());
        return new Page<>(all.subList(from, (int) Math.min((long) from + request.limit(), all.size())), all.size());
    }

    /// As `of`, in the order of the column that was asked for.
    ///
    /// @param orders by column; a column without one keeps the list's own order
    public static <R> Page<R> sorted(List<R> all, PageRequest request, Map<String, Comparator<R>> orders) {
        Sort sort = request.sort();
        Comparator<R> order = sort == null ? null : orders.get(sort.column());
        return sort == null || order == null
                ? of(all, request)
                : of(all.stream().sorted(sort.ascending() ? order : order.reversed()).toList(), request);
    }
}
