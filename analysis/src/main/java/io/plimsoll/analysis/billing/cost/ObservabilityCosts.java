package io.plimsoll.analysis.billing.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.ObservabilityCharge;
import io.plimsoll.analysis.billing.ObservabilityRule;
import io.plimsoll.analysis.billing.ObservabilityRules;
import io.plimsoll.analysis.billing.ObservabilitySlice;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;

/// Finds the charges that are for observability.
public final class ObservabilityCosts {
    private static final String BETWEEN = " | ";
    private static final int LAST_VENDOR = 3;
    private static final int SERVICE = 4;
    private static final int FIRST_METER = 5;
    private static final int LAST_METER = 9;

    private static final Sql SERVICES = Sql.of("SELECT DISTINCT coalesce(\"ServiceProviderName\", ''), "
            + "coalesce(\"HostProviderName\", ''), coalesce(\"InvoiceIssuerName\", ''), "
            + "coalesce(\"ServiceName\", '') FROM charge");

    private final Database database;
    private final ObservabilityRules rules;

    public ObservabilityCosts(Database database, ObservabilityRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /// As `Billing.observability`.
    public List<ObservabilityCharge> charges(Days days, Cancellation cancellation) {
        List<String> services = services(cancellation);
        if (services.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object> bindings = new ArrayList<>();
        bindings.add(days.from().atStartOfDay());
        bindings.add(days.to().plusDays(1).atStartOfDay());
        bindings.addAll(services);
        String only = " AND coalesce(\"ServiceName\", '') IN ("
                + String.join(", ", Collections.nCopies(services.size(), "?")) + ")";
        Sql sql = new Sql(Sql.text(ObservabilityCosts.class, "observability.sql").replace("-- SERVICES", only),
                bindings);
        List<ObservabilityCharge> charges = new ArrayList<>();
        database.each(sql, row -> rule(row).ifPresent(rule -> charges.add(charge(row, rule))), cancellation);
        return List.copyOf(charges);
    }

    /// As `ObservabilityRows.page`.
    public TablePage page(ObservabilitySlice slice, long offset, int limit) {
        return database.page(of(slice).page(), offset, limit);
    }

    /// As `ObservabilityRows.count`.
    public long count(ObservabilitySlice slice) {
        return database.single(of(slice).count(), row -> row.whole(1));
    }

    /// As `ObservabilityRows.sql`, with its values bound.
    public Sql sql(ObservabilitySlice slice) {
        return of(slice).months();
    }

    /// Only the rules that the bill's services can meet, so that the statement can be read.
    private ObservabilitySql of(ObservabilitySlice slice) {
        Set<ObservabilityRule> met = new HashSet<>();
        database.each(SERVICES, row -> met.addAll(rules.thatMayTake(texts(row, 1, LAST_VENDOR), row.text(SERVICE))),
                Cancellation.never());
        return new ObservabilitySql(slice, rules.all().stream().filter(met::contains).toList());
    }

    /// Few have a rule at all, so that most charges need not be grouped by what only few tell apart.
    private List<String> services(Cancellation cancellation) {
        return database.query(SERVICES,
                row -> rules.mayTake(texts(row, 1, LAST_VENDOR), row.text(SERVICE))
                        ? Optional.of(row.text(SERVICE))
                        : Optional.<String>empty(),
                cancellation).stream().flatMap(Optional::stream).distinct().toList();
    }

    private Optional<ObservabilityRule> rule(Row row) {
        return rules.of(texts(row, 1, LAST_VENDOR), row.text(SERVICE), texts(row, FIRST_METER, LAST_METER),
                texts(row, 10, 11));
    }

    private static ObservabilityCharge charge(Row row, ObservabilityRule rule) {
        String meter = !row.text(5).isEmpty() ? row.text(5) : !row.text(6).isEmpty() ? row.text(6) : row.text(8);
        String resource = row.text(11).isEmpty() ? row.text(10) : row.text(11);
        Map<String, String> tags = Catalog.tags(row.text(13));
        BigDecimal quantity = row.value(17) == null ? null : row.decimal(17);
        return new ObservabilityCharge(rule, row.day(15), row.text(1), row.text(SERVICE), meter, row.text(10), resource,
                row.text(12), tags, row.text(14), row.text(16), quantity, row.decimal(18), row.whole(19));
    }

    private static String texts(Row row, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(row::text).collect(Collectors.joining(BETWEEN));
    }
}
