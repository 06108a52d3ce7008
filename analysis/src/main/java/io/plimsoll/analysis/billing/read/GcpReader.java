package io.plimsoll.analysis.billing.read;

/// Google Cloud's billing export, standard and detailed, as it comes out of BigQuery: JSON lines, Parquet, or CSV with dotted names.
///
/// Rows that a tool has kept in a flat shape (`sku_id`, `usage_amount`) are read under those names. Billed is the cost plus all
/// credits of the row. Committed use fees are not amortised: the effective cost is the billed one.
///
/// Source: Google, "Structure of Detailed data export".
public final class GcpReader implements BillingReader {
    @Override
    public String id() {
        return "gcp";
    }

    @Override
    public boolean recognises(Header header) {
        Columns columns = new Columns(header);
        return columns.has("cost") && columns.has("usage_start_time") && columns.find(GcpPlan.ACCOUNT).isPresent()
                && columns.find(GcpPlan.SKU).isPresent() && columns.find(GcpPlan.CURRENCY).isPresent();
    }

    @Override
    public ReadPlan plan(Header header, String file) {
        return new GcpPlan(new Columns(header), file).plan(id());
    }
}
