package io.plimsoll.analysis.billing.cost;

import java.util.List;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Dialect;
import io.plimsoll.analysis.store.Sql;

/// Which dimensions the daily cube has.
public final class CubeColumns {
    /// Beside source, billing account, billing period and charge day.
    public static final List<FocusColumn> KEYS = List.of(FocusColumn.BILLING_CURRENCY, FocusColumn.CHARGE_CATEGORY,
            FocusColumn.CHARGE_CLASS, FocusColumn.COMMITMENT_DISCOUNT_STATUS, FocusColumn.SERVICE_PROVIDER_NAME,
            FocusColumn.SERVICE_NAME, FocusColumn.SERVICE_CATEGORY, FocusColumn.SUB_ACCOUNT_ID,
            FocusColumn.REGION_ID);
    /// Columns `tag_1` ... for the dimensions that are chosen: tag keys, and columns of `OPTIONAL`.
    public static final int SLOTS = 8;
    /// What may be chosen beside tags: columns with few values in most estates. Names and ids of single resources, charges and SKUs are
    /// not among them, as a cube with one of them would be as large as the rows.
    public static final List<FocusColumn> OPTIONAL = List.of(FocusColumn.ALLOCATED_METHOD_ID,
            FocusColumn.AVAILABILITY_ZONE, FocusColumn.BILLING_ACCOUNT_NAME, FocusColumn.BILLING_ACCOUNT_TYPE,
            FocusColumn.CAPACITY_RESERVATION_STATUS, FocusColumn.CHARGE_FREQUENCY,
            FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, FocusColumn.COMMITMENT_DISCOUNT_ID,
            FocusColumn.COMMITMENT_DISCOUNT_TYPE, FocusColumn.CONSUMED_UNIT, FocusColumn.HOST_PROVIDER_NAME,
            FocusColumn.INVOICE_ID, FocusColumn.INVOICE_ISSUER_NAME, FocusColumn.PRICING_CATEGORY,
            FocusColumn.PRICING_CURRENCY, FocusColumn.PRICING_UNIT, FocusColumn.REGION_NAME,
            FocusColumn.RESOURCE_TYPE, FocusColumn.SERVICE_SUBCATEGORY, FocusColumn.SKU_METER,
            FocusColumn.SUB_ACCOUNT_NAME, FocusColumn.SUB_ACCOUNT_TYPE);
    /// Before a tag's key in the name of its dimension.
    public static final String TAG = "tag:";
    /// A tag with more values than this would make the cube as large as the rows.
    public static final int MOST_VALUES = 200;
    /// The chosen dimensions by their names, in the order of their columns.
    public static final Sql CHOSEN = Sql.of("SELECT CASE kind WHEN 'tag' THEN 'tag:' || key ELSE key END FROM cube_tag "
            + "ORDER BY slot");

    private CubeColumns() {
    }

    /// Whether the cube has a column whatever is chosen.
    public static boolean isFixed(FocusColumn column) {
        return KEYS.contains(column) || column == FocusColumn.BILLING_ACCOUNT_ID
                || column == FocusColumn.BILLING_PERIOD_START;
    }

    /// A chosen dimension over the rows.
    public static String overRows(Dialect dialect, String dimension) {
        return dimension.startsWith(TAG)
                ? dialect.tag("Tags", dimension.substring(TAG.length()))
                : dialect.identifier(FocusColumn.find(dimension).orElseThrow().focusName());
    }

    /// The cube's column for a chosen dimension, counting from 0.
    public static String slotColumn(int slot) {
        return "tag_" + (slot + 1);
    }
}
