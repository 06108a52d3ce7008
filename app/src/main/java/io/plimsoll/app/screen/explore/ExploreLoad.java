package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.MatchedCost;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.Comparison;
import io.plimsoll.app.screen.CostQuestion;

/// Asks the workspace for what Explore shows. Away from the FX thread.
final class ExploreLoad {
    /// Layers of the chart beside the one for all others, at most; as many as there are colours.
    static final int LAYERS = 7;
    /// Groups of one level at most.
    static final int LISTED = 100;

    private final Billing billing;
    private final Filter filter;
    private final Cancellation cancellation;

    ExploreLoad(Billing billing, Filter filter, Cancellation cancellation) {
        this.billing = billing;
        this.filter = filter;
        this.cancellation = cancellation;
    }

    /// The chart over the filter's whole period; empty without charges.
    ///
    /// @param top layers beside the one for all others
    Optional<Layers> layers(int top) {
        return billing.span().map(span -> layers(span, top));
    }

    private Layers layers(BillingSpan span, int top) {
        CostQuery.Grain grain = CostQuestion.grain(filter);
        String[] by = filter.groupBy().stream().limit(1).toArray(String[]::new);
        CostTable grouped = ask(CostQuestion.of(filter, filter.period(), by).per(grain).first(top));
        CostTable totals = ask(CostQuestion.of(filter, filter.period()).per(grain));
        LocalDate from = filter.period().from().isBefore(span.first()) ? span.first() : filter.period().from();
        LocalDate to = filter.period().to().isAfter(span.last()) ? span.last() : filter.period().to();
        List<LocalDate> days = to.isBefore(from) ? List.of() : from.datesUntil(to.plusDays(1)).toList();
        return Layers.of(grouped, totals, grain, days);
    }

    /// The groups below `path`, which has fewer values than the filter has groupings.
    ///
    /// @param days the marked ones, or the filter's period
    Level level(List<String> path, Days days) {
        int depth = path.size();
        String[] by = filter.groupBy().stream().skip(depth).limit(1).toArray(String[]::new);
        CostTable table = ask(query(path, days, by).first(LISTED));
        BigDecimal whole = depth == 0 ? table.total() : ask(query(List.of(), days)).total();
        Filter looked = filter.withPeriod(days, filter.compare());
        Comparison comparison = billing.span().flatMap(span -> Comparison.of(looked, span)).orElse(null);
        List<String> values = table.rows().stream().map(ExploreLoad::value).toList();
        Map<String, BigDecimal> now = comparison == null
                ? Map.of()
                : costs(only(query(path, comparison.now(), by), by, values));
        Map<String, BigDecimal> before = comparison == null
                ? Map.of()
                : costs(only(query(path, comparison.before(), by), by, values));
        Map<String, double[]> lines = daily(only(query(path, days, by), by, values), days);
        List<GroupRow> rows = new ArrayList<>();
        for (CostTable.Row row : table.rows()) {
            String value = value(row);
            List<String> its = new ArrayList<>(path);
            its.add(value);
            rows.add(new GroupRow(List.copyOf(its), new Money(row.cost(), filter.currency()),
                    comparison == null ? null : now.getOrDefault(value, BigDecimal.ZERO),
                    comparison == null ? null : before.getOrDefault(value, BigDecimal.ZERO), share(row.cost(), whole),
                    lines.getOrDefault(value, new double[0]), depth + 1 >= filter.groupBy().size(), false));
        }
        if (table.residual().signum() != 0) {
            rows.add(GroupRow.rest(path, new Money(table.residual(), filter.currency()),
                    share(table.residual(), whole)));
        }
        return new Level(List.copyOf(rows), table.total(), table.residual(),
                comparison == null ? "" : comparison.against(), table.fromCube(), table.sql());
    }

    /// What of each listed group falls on measured workloads, by the path of its row.
    ///
    /// @param level the groups below `path` on these days
    Map<List<String>, MatchedCost> matched(List<String> path, Level level, Days days, WorkloadMap map) {
        String[] by = filter.groupBy().stream().skip(path.size()).limit(1).toArray(String[]::new);
        List<String> values = level.rows().stream().filter(row -> !row.rest()).map(GroupRow::value).toList();
        Map<List<String>, MatchedCost> found = new HashMap<>();
        if (!values.isEmpty()) {
            CostTable table = ask(MatchedCost.question(only(query(path, days, by), by, values)));
            MatchedCost.of(List.of(by), table, map).forEach((key, cost) -> {
                List<String> its = new ArrayList<>(path);
                its.add(key.isEmpty() ? "" : key.getFirst());
                found.put(List.copyOf(its), cost);
            });
        }
        return found;
    }

    /// Areas over `days` by the first two groupings that are still open.
    Areas areas(Days days) {
        List<String> by = Areas.open(filter);
        CostQuery query = query(List.of(), days, by.toArray(String[]::new)).first(Areas.MOST);
        return Areas.of(by, ask(query));
    }

    /// The charges of one group: the filter, and the values on the way to it.
    CostQuery query(List<String> path, Days days, String... by) {
        CostQuery query = CostQuestion.of(filter, days, by);
        for (int i = 0; i < path.size() && i < filter.groupBy().size(); i++) {
            query = query.where(CostFilter.is(filter.groupBy().get(i), path.get(i)));
        }
        return query;
    }

    private static CostQuery only(CostQuery query, String[] by, List<String> values) {
        return by.length == 0 ? query : query.where(new CostFilter(by[0], values, false));
    }

    private Map<String, BigDecimal> costs(CostQuery query) {
        Map<String, BigDecimal> costs = new HashMap<>();
        ask(query).rows().forEach(row -> costs.put(value(row), row.cost()));
        return costs;
    }

    private Map<String, double[]> daily(CostQuery query, Days days) {
        Map<String, double[]> lines = new HashMap<>();
        CostQuestion.daily(billing, filter, query, days, cancellation)
                .forEach((key, costs) -> lines.put(key.isEmpty() ? "" : key.getFirst(),
                        Arrays.stream(costs).mapToDouble(BigDecimal::doubleValue).toArray()));
        return lines;
    }

    private CostTable ask(CostQuery query) {
        return CostQuestion.answer(billing, filter, query, cancellation);
    }

    private static String value(CostTable.Row row) {
        return row.key().isEmpty() ? "" : row.key().values().iterator().next();
    }

    private static double share(BigDecimal part, @Nullable BigDecimal whole) {
        return whole == null || whole.signum() <= 0 ? Double.NaN : part.doubleValue() / whole.doubleValue();
    }
}
