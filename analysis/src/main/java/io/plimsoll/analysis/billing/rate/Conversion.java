package io.plimsoll.analysis.billing.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.ConvertedCosts;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.ExchangeRate;
import io.plimsoll.analysis.billing.cost.Costs;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Answers a `CostQuery` in one currency.
public final class Conversion {
    private final Database database;

    public Conversion(Database database) {
        this.database = database;
    }

    /// As `Billing.rates`.
    public List<ExchangeRate> rates() {
        return Rates.all(database);
    }

    /// As `Billing.convertedCosts`.
    public Optional<ConvertedCosts> costs(CostQuery query, String currency, Cancellation cancellation) {
        List<CostTable> daily = new Costs(database).tables(query.per(CostQuery.Grain.DAY).first(0), cancellation);
        if (daily.isEmpty()) {
            return Optional.empty();
        }
        Sums sums = new Sums(query, Rates.into(currency, database), currency);
        daily.forEach(sums::add);
        sums.refuseMissing();
        return Optional.of(sums.answer(daily));
    }

    /// Amounts while they are added up.
    private static final class Sums {
        private final CostQuery query;
        private final Rates rates;
        private final String currency;
        private final Map<Cell, BigDecimal> cells = new LinkedHashMap<>();
        private final Map<Map<String, String>, BigDecimal> keys = new HashMap<>();
        private final List<ConvertedCosts.Part> parts = new ArrayList<>();
        private final Map<ExchangeRate, TreeSet<LocalDate>> used = new LinkedHashMap<>();
        private final SortedMap<String, TreeSet<LocalDate>> missing = new TreeMap<>();

        private record Cell(Map<String, String> key, Optional<LocalDate> period) {}

        Sums(CostQuery query, Rates rates, String currency) {
            this.query = query;
            this.rates = rates;
            this.currency = currency;
        }

        void add(CostTable table) {
            BigDecimal sum = BigDecimal.ZERO;
            for (CostTable.Row row : table.rows()) {
                LocalDate day = row.period();
                if (day == null) {
                    throw new IllegalStateException("A daily table has a row without a day");
                }
                BigDecimal cost = converted(row.cost(), table.currency(), day);
                cells.merge(new Cell(row.key(), period(day)), cost, BigDecimal::add);
                keys.merge(row.key(), cost, BigDecimal::add);
                sum = sum.add(cost);
            }
            parts.add(new ConvertedCosts.Part(table.currency(), table.total(), sum));
        }

        private BigDecimal converted(BigDecimal cost, String from, LocalDate day) {
            if (from.equalsIgnoreCase(currency)) {
                return cost;
            }
            Optional<ExchangeRate> rate = rates.on(day, from);
            if (rate.isEmpty()) {
                missing.computeIfAbsent(from, each -> new TreeSet<>()).add(day);
                return BigDecimal.ZERO;
            }
            used.computeIfAbsent(rate.get(), each -> new TreeSet<>()).add(day);
            return cost.multiply(rate.get().rate());
        }

        private Optional<LocalDate> period(LocalDate day) {
            return query.grain() == CostQuery.Grain.NONE
                    ? Optional.empty()
                    : Optional.of(query.grain().start(day));
        }

        /// A total without some of its charges would be a wrong number.
        ///
        /// @throws StepFailure RATE_MISSING
        void refuseMissing() {
            if (!missing.isEmpty()) {
                throw rates.missing(missing.firstKey(), List.copyOf(missing.get(missing.firstKey())));
            }
        }

        ConvertedCosts answer(List<CostTable> daily) {
            CostTable any = daily.getFirst();
            BigDecimal total = parts.stream().map(ConvertedCosts.Part::converted).reduce(BigDecimal.ZERO,
                    BigDecimal::add);
            List<CostTable.Row> rows = rows();
            BigDecimal shown = rows.stream().map(CostTable.Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            CostTable table = new CostTable(query.metric(), currency, any.from(), any.to(), any.incompleteFrom(), rows,
                    total, total.subtract(shown), any.fromCube(), any.sql());
            return new ConvertedCosts(table, parts, used.entrySet().stream()
                    .map(each -> new ConvertedCosts.Used(each.getKey().from(), each.getKey().date(),
                            each.getKey().rate(), each.getValue().size(), each.getKey().file(), each.getKey().line()))
                    .sorted(Comparator.comparing(ConvertedCosts.Used::from).thenComparing(ConvertedCosts.Used::date))
                    .toList());
        }

        /// By period, then the costliest first; of `top` keys only.
        private List<CostTable.Row> rows() {
            var kept = query.top() == 0
                    ? keys.keySet()
                    : keys.entrySet().stream()
                            .sorted(Map.Entry.<Map<String, String>, BigDecimal>comparingByValue().reversed()
                                    .thenComparing(each -> each.getKey().toString()))
                            .limit(query.top()).map(Map.Entry::getKey).collect(Collectors.toSet());
            return cells.entrySet().stream().filter(each -> kept.contains(each.getKey().key()))
                    .map(each -> new CostTable.Row(each.getKey().key(), each.getKey().period().orElse(null),
                            each.getValue()))
                    .sorted(Comparator
                            .comparing(CostTable.Row::period, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(CostTable.Row::cost, Comparator.reverseOrder())
                            .thenComparing(row -> row.key().toString()))
                    .toList();
        }
    }
}
