package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// Charges for observability that are alike, summed over a month.
///
/// @param rule       that took them
/// @param month      first day of the charge month
/// @param provider   `ServiceProviderName`
/// @param service    `ServiceName`
/// @param meter      `SkuMeter`, else the provider's own usage type, else the charge's description
/// @param resourceId empty without one
/// @param resource   the resource's name, else its id
/// @param account    `SubAccountId`, empty without one
/// @param unit       of the quantity, empty without one
/// @param quantity   of usage, null where the bill does not tell
/// @param effective  effective cost
/// @param rows       charges
public record ObservabilityCharge(ObservabilityRule rule, LocalDate month, String provider, String service,
        String meter, String resourceId, String resource, String account, Map<String, String> tags, String currency,
        String unit, @Nullable BigDecimal quantity, BigDecimal effective, long rows) {
    /// Tags that name a team, the better ones first; a prefix before a slash does not matter, nor does the case.
    public static final List<String> TEAM_TAGS = List.of("team", "owner", "squad", "cost-center", "costcenter");

    public ObservabilityCharge {
        tags = Map.copyOf(tags);
    }

    /// Whose it is by its tags; empty without one that tells.
    public String team() {
        return TEAM_TAGS.stream().flatMap(this::named).findFirst().orElse("");
    }

    private Stream<String> named(String name) {
        return tags.entrySet().stream().filter(tag -> {
            String key = tag.getKey().toLowerCase(Locale.ROOT);
            return key.equals(name) || key.endsWith("/" + name);
        }).map(Map.Entry::getValue);
    }
}
