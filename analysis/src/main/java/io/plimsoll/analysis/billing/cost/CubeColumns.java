package io.plimsoll.analysis.billing.cost;

import java.util.List;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Sql;

/// Which dimensions the daily cube has.
public final class CubeColumns {
    /// Beside source, billing account, billing period and charge day.
    public static final List<FocusColumn> KEYS = List.of(FocusColumn.BILLING_CURRENCY, FocusColumn.CHARGE_CATEGORY,
            FocusColumn.CHARGE_CLASS, FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.SERVICE_PROVIDER_NAME,
            FocusColumn.SERVICE_NAME, FocusColumn.SERVICE_CATEGORY, FocusColumn.SUB_ACCOUNT_ID,
            FocusColumn.REGION_ID);
    /// Columns `tag_1` ... for tag keys.
    public static final int SLOTS = 8;
    /// A tag with more values than this would make the cube as large as the rows.
    public static final int MOST_VALUES = 200;
    /// The tag keys that have a column, in its order.
    public static final Sql TAG_SLOTS = Sql.of("SELECT key FROM cube_tag ORDER BY slot");

    private CubeColumns() {
    }

    /// The cube's column for a tag slot, counting from 0.
    public static String tagColumn(int slot) {
        return "tag_" + (slot + 1);
    }
}
