package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;

/// Which slices of the bill are watched: services, and inside them accounts, tags, meters and resources, the costliest first.
///
/// Effective cost of usage only: taxes, credits, purchases and corrections are no behaviour of anything.
public final class SeriesPlan {
    /// So many slices a level at most; what lies below them is seen in the levels above.
    private static final int MOST = 400;
    private static final String SERVICE = "ServiceName";
    private static final String COMMITMENT = "CommitmentDiscountStatus";
    private static final List<String> INSIDE = List.of("SubAccountId", "SkuMeter", "SkuId", "ResourceName",
            "ResourceId");

    private final Billing billing;

    public SeriesPlan(Billing billing) {
        this.billing = billing;
    }

    /// The levels that the loaded bill can be cut into.
    public List<List<String>> levels() {
        List<Dimension> known = billing.dimensions();
        Set<String> names = known.stream().map(Dimension::name).collect(Collectors.toSet());
        List<List<String>> levels = new ArrayList<>();
        levels.add(List.of());
        levels.add(List.of(SERVICE));
        INSIDE.stream().filter(names::contains).forEach(name -> levels.add(List.of(SERVICE, name)));
        known.stream().filter(each -> each.kind() == Dimension.Kind.TAG && each.inCube())
                .forEach(tag -> levels.add(List.of(SERVICE, tag.name())));
        return levels;
    }

    public List<CostSeries> series(Cancellation cancellation) {
        Map<String, CostSeries> series = new LinkedHashMap<>();
        boolean committed = billing.dimensions().stream().anyMatch(each -> each.name().equals(COMMITMENT));
        for (List<String> level : levels()) {
            List<String> by = new ArrayList<>(level);
            if (committed) {
                by.add(COMMITMENT);
            }
            List<KeyedSeries> parts = billing.daily(
                    costliest(level, CostQuery.by(CostMetric.EFFECTIVE, by.toArray(String[]::new)), cancellation)
                            .onlyUsage(),
                    cancellation);
            add(series, whole(parts, level), level);
            if (committed && !level.isEmpty()) {
                add(series, parts, by);
            }
        }
        return List.copyOf(series.values());
    }

    /// Narrows a question to what may be among the costliest slices of a level: a bill names hundreds of thousands of resources, whose
    /// days would all be held only to be dropped.
    private CostQuery costliest(List<String> level, CostQuery query, Cancellation cancellation) {
        if (level.size() < 2) {
            return query;
        }
        String name = level.getLast();
        CostQuery named = CostQuery.by(CostMetric.EFFECTIVE, level.toArray(String[]::new)).onlyUsage().first(MOST);
        for (String each : level) {
            named = named.where(CostFilter.not(each, ""));
        }
        List<CostTable> tables = billing.costs(named, cancellation);
        if (tables.stream().allMatch(table -> table.rows().size() < MOST)) {
            return query;
        }
        Set<String> values = new TreeSet<>();
        tables.forEach(table -> table.rows().forEach(row -> values.add(row.key().getOrDefault(name, ""))));
        return query.where(CostFilter.is(name, values.toArray(String[]::new)));
    }

    /// Puts together what commitments split. A quantity is known only if it is known of every part in one unit.
    private static Collection<KeyedSeries> whole(List<KeyedSeries> parts, List<String> level) {
        Map<List<String>, KeyedSeries> whole = new LinkedHashMap<>();
        for (KeyedSeries part : parts) {
            List<String> name = new ArrayList<>(List.of(part.currency()));
            level.forEach(dimension -> name.add(part.key().getOrDefault(dimension, "")));
            Map<String, String> key = new LinkedHashMap<>(part.key());
            key.keySet().retainAll(level);
            whole.merge(name,
                    new KeyedSeries(key, part.currency(), part.start(), part.cost(), part.quantity(), part.unit()),
                    SeriesPlan::sum);
        }
        return whole.values();
    }

    private static KeyedSeries sum(KeyedSeries one, KeyedSeries other) {
        BigDecimal[] cost = new BigDecimal[one.cost().length];
        double[] quantity = new double[cost.length];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = one.cost()[i].add(other.cost()[i]);
            quantity[i] = one.quantity()[i] + other.quantity()[i];
        }
        String unit = one.unit().equals(other.unit()) ? one.unit() : "";
        return new KeyedSeries(one.key(), one.currency(), one.start(), cost, quantity, unit);
    }

    private static void add(Map<String, CostSeries> all, Collection<KeyedSeries> slices, List<String> level) {
        slices.stream().filter(each -> named(each, level))
                .sorted(Comparator.comparing(SeriesPlan::total).reversed()).limit(MOST).forEach(each -> {
                    CostSeries series = series(each);
                    all.putIfAbsent(series.currency() + "\n" + series.key().text(), series);
                });
    }

    /// What lies in two slices, asked of the bill, once for each pair. For one thread.
    public Crossing crossing(Cancellation cancellation) {
        Map<String, CostSeries> asked = new HashMap<>();
        return (one, other, currency) -> {
            SortedMap<String, String> both = new TreeMap<>(one.dimensions());
            both.putAll(other.dimensions());
            SeriesKey key = new SeriesKey(both);
            return Optional.of(asked.computeIfAbsent(currency + "\n" + key.text(),
                    pair -> shared(key, currency, cancellation)));
        };
    }

    private CostSeries shared(SeriesKey key, String currency, Cancellation cancellation) {
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE).onlyUsage().where(key.dimensions());
        return billing.daily(query, cancellation).stream().filter(each -> each.currency().equals(currency))
                .map(SeriesPlan::series).findFirst().orElseGet(() -> new CostSeries(key,
                        billing.span().orElseThrow().first(), new BigDecimal[]{BigDecimal.ZERO}, null, currency));
    }

    /// A slice without a name (no tag, no resource) is what the level above already shows. Only a commitment may be absent.
    private static boolean named(KeyedSeries series, List<String> level) {
        return level.stream().noneMatch(name -> series.key().getOrDefault(name, "").isEmpty());
    }

    private static CostSeries series(KeyedSeries each) {
        boolean measured = !each.unit().isEmpty();
        return new CostSeries(new SeriesKey(each.key()), each.start(), each.cost(), measured ? each.quantity() : null,
                each.currency());
    }

    private static BigDecimal total(KeyedSeries series) {
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal cost : series.cost()) {
            total = total.add(cost);
        }
        return total;
    }
}
