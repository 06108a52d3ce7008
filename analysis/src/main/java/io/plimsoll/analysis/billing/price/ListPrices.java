package io.plimsoll.analysis.billing.price;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.Price;
import io.plimsoll.analysis.billing.Price.Basis;
import io.plimsoll.analysis.billing.PriceQuery;

/// Answers from the catalogue for a few types whose rows were read at once. In this order: a published price near the day; the region's
/// price without a date, or one that was derived; an estimate from another region; a published price of another time.
public final class ListPrices {
    private final Map<String, List<ListPrice>> byType;
    private final RegionRatios ratios;

    /// @param types that will be asked for
    public ListPrices(Catalogue catalogue, Collection<String> types) {
        this.byType = catalogue.prices(types).stream().collect(Collectors.groupingBy(each -> key(each.name())));
        this.ratios = new RegionRatios(catalogue);
    }

    public Optional<Price> find(PriceQuery query) {
        List<ListPrice> rows = rows(query, query.region());
        return listed(rows, query).map(row -> row.answer(query, Basis.LISTED, "published for the region"))
                .or(() -> nearest(rows, query, row -> row.date() == null || row.derived() != null)
                        .map(row -> row.answer(query, Basis.ESTIMATED, unsure(row))))
                .or(() -> listed(rows(query, RegionRatios.BASE), query).flatMap(base -> ratios.estimate(query, base)))
                .or(() -> nearest(rows, query, row -> true).map(row -> row.answer(query, Basis.ESTIMATED,
                        "the price published for " + row.dated() + ", too far from " + query.day())));
    }

    /// A provider's own rows come before those that hold for any.
    private List<ListPrice> rows(PriceQuery query, String region) {
        return byType.getOrDefault(key(query.type()), List.of()).stream()
                .filter(row -> matches(row.provider(), query.provider()) && matches(row.region(), region)
                        && row.option().equals(query.option().id()))
                .sorted(Comparator.comparing((ListPrice row) -> row.provider().equals("*"))
                        .thenComparing(row -> row.region().equals("*")))
                .toList();
    }

    private static Optional<ListPrice> listed(List<ListPrice> rows, PriceQuery query) {
        return nearest(rows, query, row -> row.isListedOn(query.day()));
    }

    private static Optional<ListPrice> nearest(List<ListPrice> rows, PriceQuery query, Predicate<ListPrice> wanted) {
        return rows.stream().filter(wanted).min(Comparator.comparing((ListPrice row) -> row.daysFrom(query.day()))
                .thenComparing(row -> row.derived() != null));
    }

    private static String unsure(ListPrice row) {
        return row.derived() != null ? row.derived() : "a published price whose source bears no date";
    }

    private static boolean matches(String catalogue, String asked) {
        return catalogue.equals("*") || catalogue.equalsIgnoreCase(asked);
    }

    private static String key(String type) {
        return type.toLowerCase(Locale.ROOT);
    }
}
