package io.plimsoll.analysis.billing.price;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.Price;
import io.plimsoll.analysis.billing.PriceQuery;
import io.plimsoll.analysis.billing.PurchaseOption;
import io.plimsoll.analysis.unit.Money;

/// Carries Amazon's on-demand price of us-east-1 to another region by what the two cost against each other in the table of 2022: by
/// the type's own ratio, or, for a type that the region did not have then, by the median ratio of its series (the letters before
/// the generation), if at least 5 types have one and all lie within a tenth of each other. How close that comes is in decision 24.
final class RegionRatios {
    static final String BASE = "us-east-1";
    private static final String PROVIDER = "aws";
    private static final int FEWEST = 5;
    private static final BigDecimal WIDEST = new BigDecimal("0.1");
    private static final int DECIMALS = 6;
    private static final Pattern SERIES = Pattern.compile("[a-z]+");

    private final Catalogue catalogue;
    private final Map<String, Map<String, ListPrice>> byRegion = new HashMap<>();

    RegionRatios(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param base the type's price in us-east-1 on the day
    Optional<Price> estimate(PriceQuery query, ListPrice base) {
        if (!query.provider().equals(PROVIDER) || query.option() != PurchaseOption.ON_DEMAND || base.yearOnly()
                || query.region().equals(BASE)) {
            return Optional.empty();
        }
        Map<String, ListPrice> there = of2022(query.region());
        Map<String, ListPrice> here = of2022(BASE);
        return own(base, there, here).or(() -> ofSeries(base, there, here)).map(ratio -> priced(query, base, ratio));
    }

    private Map<String, ListPrice> of2022(String region) {
        return byRegion.computeIfAbsent(region, each -> catalogue.pricesOf2022(each).stream()
                .collect(Collectors.toMap(ListPrice::name, row -> row)));
    }

    private static Optional<Ratio> own(ListPrice base, Map<String, ListPrice> there, Map<String, ListPrice> here) {
        ListPrice far = there.get(base.name());
        ListPrice near = here.get(base.name());
        return far == null || near == null
                ? Optional.empty()
                : Optional.of(new Ratio(ratio(far, near), plain(far.price()) + " / " + plain(near.price())
                        + ", the type's prices there and in " + BASE + " in " + far.dated(), far.source()));
    }

    private static Optional<Ratio> ofSeries(ListPrice base, Map<String, ListPrice> there,
            Map<String, ListPrice> here) {
        String series = series(base.name());
        List<ListPrice> both = there.values().stream()
                .filter(row -> series(row.name()).equals(series) && here.containsKey(row.name())).toList();
        if (both.size() < FEWEST) {
            return Optional.empty();
        }
        List<BigDecimal> ratios = both.stream().map(row -> ratio(row, here.getOrDefault(row.name(), row))).sorted()
                .toList();
        BigDecimal lowest = ratios.getFirst();
        BigDecimal median = median(ratios);
        BigDecimal highest = ratios.getLast();
        if (highest.subtract(lowest).compareTo(median.multiply(WIDEST)) > 0) {
            return Optional.empty();
        }
        String how = "%s, the median of the %d types of the series %s there against %s in %s (%s to %s); whether the region has this type is not known"
                .formatted(median, ratios.size(), series, BASE, both.getFirst().dated(), brief(lowest), brief(highest));
        return Optional.of(new Ratio(median, how, both.getFirst().source()));
    }

    /// To the digits that the formula shows, so that who multiplies it gets the price.
    private static BigDecimal median(List<BigDecimal> sorted) {
        int size = sorted.size();
        return brief(sorted.get((size - 1) / 2).add(sorted.get(size / 2)).divide(BigDecimal.TWO));
    }

    private static Price priced(PriceQuery query, ListPrice base, Ratio ratio) {
        BigDecimal price = base.price().multiply(ratio.value()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return new Price(query.provider(), query.region(), query.type(), query.option(),
                new Money(price, base.currency()), base.unit(), base.dated(), Price.Basis.ESTIMATED,
                plain(base.price()) + " " + base.currency() + " of " + BASE + " on " + base.dated() + " x "
                        + ratio.how(),
                base.source() + ", " + ratio.source(), base.licence());
    }

    private static BigDecimal ratio(ListPrice far, ListPrice near) {
        return far.price().divide(near.price(), MathContext.DECIMAL128);
    }

    private static String series(String type) {
        Matcher letters = SERIES.matcher(type);
        return letters.lookingAt() ? letters.group() : type;
    }

    private static String plain(BigDecimal amount) {
        return new Money(amount, "").plain();
    }

    private static BigDecimal brief(BigDecimal ratio) {
        return ratio.setScale(4, RoundingMode.HALF_EVEN);
    }

    private record Ratio(BigDecimal value, String how, String source) {}
}
