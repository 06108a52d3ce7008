package io.plimsoll.app.control;

import java.util.List;

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
}
