package io.plimsoll.analysis.anomaly.cause;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the ranking of single dimensions stands to the combined elements, in words.
public final class Agreement {
    private Agreement() {
    }

    /// @param causes     combined elements
    /// @param dimensions ranked by themselves
    /// @return a sentence; empty where there is nothing to compare
    public static String sentence(List<Cause> causes, List<SingleDimension.Ranked> dimensions) {
        Optional<Cause> single = dimensions.stream().flatMap(each -> each.elements().stream().limit(1)).findFirst();
        if (causes.isEmpty()) {
            return single.isEmpty()
                    ? ""
                    : "No part stands out against the others: all of them moved by about the same "
                            + "share, so a dimension by itself only says how large its parts are.";
        }
        if (single.isEmpty()) {
            return "No dimension by itself says it.";
        }
        // As they are shown: the largest first.
        Cause largest = causes.stream().max(Comparator.comparing(each -> each.excess().abs())).orElseThrow();
        Map<String, String> first = largest.element();
        String alone = single.get().text();
        Map.Entry<String, String> best = single.get().element().entrySet().iterator().next();
        if (first.entrySet().contains(best)) {
            return first.size() == 1
                    ? "Single dimensions say the same: " + same(causes, dimensions, best.getKey()) + "."
                    : "Single dimensions see " + alone + " only; it moved where "
                            + rest(first, best.getKey()) + ", and not elsewhere.";
        }
        boolean elsewhere = causes.stream().anyMatch(each -> each.element().entrySet().contains(best));
        return elsewhere
                ? "Single dimensions put " + alone + " first, which is one of several parts that moved."
                : "Single dimensions put " + alone + " first, because it holds cells of "
                        + largest.text() + " and others that did not move by themselves.";
    }

    /// All parts of the dimension that both name.
    private static String same(List<Cause> causes, List<SingleDimension.Ranked> dimensions, String dimension) {
        return dimensions.stream().filter(each -> each.dimension().equals(dimension))
                .flatMap(each -> each.elements().stream())
                .filter(each -> causes.stream().anyMatch(cause -> cause.element().equals(each.element())))
                .map(Cause::text).collect(Collectors.joining(" and "));
    }

    private static String rest(Map<String, String> element, String without) {
        return element.entrySet().stream().filter(each -> !each.getKey().equals(without))
                .map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining(" and "));
    }
}
