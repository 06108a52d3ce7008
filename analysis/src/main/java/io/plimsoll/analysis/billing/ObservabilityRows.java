package io.plimsoll.analysis.billing;

import java.util.List;

import io.plimsoll.analysis.billing.cost.ObservabilityCosts;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.unit.TablePage;

/// The charges behind what observability costs. Safe from any thread.
public final class ObservabilityRows {
    /// Of a page.
    public static final List<String> COLUMNS = List.of("File", "Line", "ChargePeriodStart", "ServiceName", "ResourceId",
            "ChargeDescription", "EffectiveCost", "Quantity", "Unit", "BillingCurrency");

    private final ObservabilityCosts costs;

    ObservabilityRows(Database database) {
        this.costs = new ObservabilityCosts(database, ObservabilityRules.shipped());
    }

    /// A page of charges, the largest amounts first, with `COLUMNS`.
    public TablePage page(ObservabilitySlice slice, long offset, int limit) {
        return costs.page(slice, offset, limit);
    }

    public long count(ObservabilitySlice slice) {
        return costs.count(slice);
    }

    /// The statement that sums them up by month and in all, its values written in. Columns: `month` (null for all), `currency`, `cost`,
    /// `quantity`, `charges`.
    public String sql(ObservabilitySlice slice) {
        return costs.sql(slice).shown();
    }
}
