package io.plimsoll.analysis.billing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.store.Sql;

/// The one table that says which charges are for observability: `observability-rules.csv`. The first rule that matches holds.
/// Immutable, safe from any thread.
public final class ObservabilityRules {
    private static final int COLUMNS = 7;
    private static final ObservabilityRules SHIPPED = new ObservabilityRules(
            Sql.text(ObservabilityRules.class, "observability-rules.csv"));

    private final List<ObservabilityRule> all;

    /// @param csv lines of the table; what begins with `#` is a comment, the first other line is the header
    /// @throws IllegalArgumentException if a line isn't one
    ObservabilityRules(String csv) {
        this.all = csv.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1)
                .map(ObservabilityRules::rule).toList();
    }

    public static ObservabilityRules shipped() {
        return SHIPPED;
    }

    public List<ObservabilityRule> all() {
        return all;
    }

    /// The rule for a charge.
    ///
    /// @param vendors   names of provider, host and issuer, one after the other
    /// @param meters    all that the bill says of the meter, one after the other
    /// @param resources id and name
    public Optional<ObservabilityRule> of(String vendors, String service, String meters, String resources) {
        return all.stream().filter(each -> each.takes(vendors, service, meters, resources)).findFirst();
    }

    /// The rule for a slice of the bill: dimension to value. A slice of which only a part is observability has none.
    public Optional<ObservabilityRule> ofSlice(Map<String, String> dimensions) {
        return of(values(dimensions, "ServiceProviderName", "ProviderName", "HostProviderName", "PublisherName",
                "InvoiceIssuerName"), dimensions.getOrDefault("ServiceName", ""),
                values(dimensions, "SkuMeter", "x_UsageType", "x_Operation", "ChargeDescription", "ResourceType"),
                values(dimensions, "ResourceId", "ResourceName"));
    }

    /// Whether some charge of a service may be for observability.
    public boolean mayTake(String vendors, String service) {
        return all.stream().anyMatch(each -> each.mayTake(vendors, service));
    }

    /// The rules that may take a charge of a service, in their order.
    public List<ObservabilityRule> thatMayTake(String vendors, String service) {
        return all.stream().filter(each -> each.mayTake(vendors, service)).toList();
    }

    private static String values(Map<String, String> dimensions, String... names) {
        return Stream.of(names).map(dimensions::get).filter(Objects::nonNull).collect(Collectors.joining(" | "));
    }

    private static ObservabilityRule rule(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || cells[0].isEmpty() && cells[1].isEmpty()) {
            throw new IllegalArgumentException("Not a rule: " + line);
        }
        return new ObservabilityRule(pattern(cells[0]), pattern(cells[1]), pattern(cells[2]), pattern(cells[3]),
                TelemetrySignal.valueOf(cells[4].toUpperCase(Locale.ROOT)), cells[5], cells[6]);
    }

    private static @Nullable Pattern pattern(String text) {
        return text.isEmpty() ? null : Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }
}
