package io.plimsoll.app.screen.repository;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.Sort;

/// Rows in memory, searched and sorted for a table. Pure; called away from the FX thread.
final class Ordered {
    private Ordered() {
    }

    /// @param orders by a column's id
    static <R> Page<R> page(List<R> rows, Map<String, Comparator<R>> orders, PageRequest request) {
        Sort sort = request.sort();
        Comparator<R> order = sort == null ? null : orders.get(sort.column());
        return sort == null || order == null
                ? Page.of(rows, request)
                : Page.of(rows.stream().sorted(sort.ascending() ? order : order.reversed()).toList(), request);
    }

    /// Rows whose text has all the words, whatever their case.
    static <R> Predicate<R> having(String words, Function<R, String> text) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty()).toList();
        return row -> {
            String own = wanted.isEmpty() ? "" : text.apply(row).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(own::contains);
        };
    }
}
