package io.plimsoll.analysis.billing.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static io.plimsoll.analysis.billing.FocusColumn.*;

/// How one file of Google Cloud's export fills the columns of FOCUS.
final class GcpPlan {
    static final String[] ACCOUNT = {"billing_account_id", "cloud_account_id"};
    static final String[] SKU = {"sku.id", "sku_id"};
    static final String[] CURRENCY = {"currency"};
    private static final List<Map.Entry<String, String>> KEPT = List.of(Map.entry("cost", "x_CostBeforeCredits"),
            Map.entry("cost_type", "x_CostType"), Map.entry("currency_conversion_rate", "x_CurrencyConversionRate"),
            Map.entry("export_time", "x_ExportTime"), Map.entry("service.id", "x_ServiceId"),
            Map.entry("location.location", "x_Location"), Map.entry("project.number", "x_ProjectNumber"));

    private final Columns columns;
    private final String file;
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private final String cost;
    private final String credits;
    private final String start;
    private final String period;

    GcpPlan(Columns columns, String file) {
        this.columns = columns;
        this.file = file;
        this.cost = "cell(" + columns.need(file, "cost", "cost") + ")";
        Optional<String> found = columns.find("credits", "credits.list");
        this.credits = found.orElse("CAST(NULL AS VARCHAR)");
        if (found.isEmpty()) {
            remarks.put("rows come without credits: this export does not have them.", "true");
        }
        this.start = "cell(" + columns.need(file, "usage start", "usage_start_time") + ")";
        Optional<String> month = columns.first("invoice.month", "invoice_month");
        this.period = "coalesce(pacific_month(" + month.orElse("NULL") + "), pacific_month_of(" + start + "))";
        remarks.put("rows name no invoice month: the month of their usage in Pacific time stands for it.",
                month.map(column -> column + " IS NULL").orElse("true"));
    }

    ReadPlan plan(String profile) {
        amounts();
        periods();
        charge();
        parties();
        service();
        columns.put(TAGS,
                "'{' || concat_ws(',', " + members("labels", "") + ", " + members("project.labels", "project/")
                        + ", " + members("tags", "tag/") + ") || '}'");
        Map<String, String> extensions = new LinkedHashMap<>();
        KEPT.forEach(kept -> columns.find(kept.getKey()).ifPresent(column -> extensions.put(kept.getValue(), column)));
        columns.find("credits", "credits.list")
                .ifPresent(column -> extensions.put("x_Credits", "nullif(" + column + ", '[]')"));
        columns.refuseRepeated(file);
        return new ReadPlan(profile, columns.has("resource.name") ? "detailed export" : "standard export",
                columns.expressions(), List.of("'Google Cloud'"), extensions, columns.unread(), Map.of(), Map.of(),
                remarks, Set.of(ReadPlan.Trait.CURRENCY_OF_ACCOUNT));
    }

    private void amounts() {
        columns.put(BILLED_COST, "with_credits(" + cost + ", " + credits + ")");
        columns.put(EFFECTIVE_COST, "with_credits(" + cost + ", " + credits + ")");
        columns.put(LIST_COST, columns.find("cost_at_list"));
        String currency = columns.need(file, "currency", CURRENCY);
        columns.put(BILLING_CURRENCY, currency);
        remarks.put("rows state no currency: a billing account has only one, so they have that of its other rows.",
                "cell(" + currency + ") IS NULL");
        columns.put(CONSUMED_QUANTITY, columns.find("usage.amount", "usage_amount"));
        columns.put(CONSUMED_UNIT, columns.find("usage.unit", "usage_unit"));
        columns.put(PRICING_QUANTITY, columns.find("usage.amount_in_pricing_units", "usage_amount_in_pricing_units"));
        columns.put(PRICING_UNIT, columns.find("usage.pricing_unit", "usage_pricing_unit"));
        columns.put(LIST_UNIT_PRICE, columns.find("price.list_price"));
        columns.put(CONTRACTED_UNIT_PRICE, columns.find("price.effective_price"));
    }

    /// The invoice month begins and ends at midnight in Los Angeles.
    private void periods() {
        columns.put(CHARGE_PERIOD_START, start);
        columns.put(CHARGE_PERIOD_END, columns.find("usage_end_time"));
        columns.put(BILLING_PERIOD_START, period);
        columns.put(BILLING_PERIOD_END, "pacific_month_after(" + period + ")");
    }

    private void charge() {
        String type = columns.first("cost_type").map(column -> "lower(" + column + ")").orElse("NULL");
        String description = columns.first("sku.description", "sku").orElse("''");
        String fee = "starts_with(coalesce(" + description + ", ''), 'Commitment v')";
        columns.put(CHARGE_CATEGORY,
                "CASE coalesce(" + type + ", 'regular') WHEN 'tax' THEN 'Tax' WHEN 'regular' THEN CASE WHEN "
                        + fee + " THEN 'Purchase' WHEN is_zero(" + cost + ") AND len(credit_amounts(" + credits
                        + ")) > 0 THEN 'Credit' ELSE 'Usage' END ELSE 'Adjustment' END");
        Optional<String> adjusted = columns.first("adjustment_info.mode", "adjustment_info.type");
        columns.put(CHARGE_CLASS,
                adjusted.map(column -> "CASE WHEN " + column + " IS NOT NULL AND utc(" + start + ") < utc("
                        + period + ") THEN 'Correction' END"));
        columns.put(CHARGE_DESCRIPTION, columns.first("sku.description", "sku"));
        String commitment = "commitment_credit(" + credits + ")";
        columns.put(COMMITMENT_DISCOUNT_ID, commitment);
        columns.put(COMMITMENT_DISCOUNT_STATUS, "CASE WHEN " + commitment + " IS NOT NULL THEN 'Used' END");
        columns.put(PRICING_CATEGORY, "CASE WHEN " + commitment + " IS NOT NULL OR " + fee
                + " THEN 'Committed' WHEN regexp_matches(coalesce(" + description
                + ", ''), '\\b(Spot|Preemptible)\\b') THEN 'Dynamic' WHEN " + description
                + " <> '' THEN 'Standard' END");
        columns.put(SKU_ID, columns.find(SKU));
        columns.put(
                SKU_PRICE_DETAILS, columns.find("system_labels")
                        .map(column -> "machine_details(" + label(column, "machine_spec")
                                + ", " + label(column, "cores") + ", " + label(column, "memory") + ")")
                        .or(this::flatDetails));
    }

    private Optional<String> flatDetails() {
        String prefix = "system_tags.compute.googleapis.com/";
        return columns.find(prefix + "machine_spec").map(spec -> "machine_details(" + spec + ", "
                + columns.find(prefix + "cores").orElse("NULL") + ", " + columns.find(prefix + "memory").orElse("NULL")
                + ")");
    }

    private static String label(String column, String key) {
        return "label_value(" + column + ", 'compute.googleapis.com/" + key + "')";
    }

    private void parties() {
        columns.put(BILLING_ACCOUNT_ID, columns.need(file, "billing account", ACCOUNT));
        if (!columns.has(ACCOUNT[0])) {
            remarks.put("rows name no billing account: their cloud account stands for it.", "true");
        }
        Optional<String> project = columns.find("project.id");
        columns.put(SUB_ACCOUNT_ID, project);
        columns.put(SUB_ACCOUNT_NAME, columns.find("project.name"));
        columns.put(SUB_ACCOUNT_TYPE, project.map(column -> "CASE WHEN " + column + " <> '' THEN 'Project' END"));
        columns.put(SERVICE_PROVIDER_NAME, "'Google Cloud'");
        columns.put(INVOICE_ISSUER_NAME, "'Google Cloud'");
        columns.put(HOST_PROVIDER_NAME,
                "coalesce(" + columns.first("seller_name").orElse("NULL") + ", 'Google Cloud')");
    }

    private void service() {
        Optional<String> service = columns.first("service.description", "service");
        columns.put(SERVICE_NAME, service);
        remarks.put("rows name no service: they are loaded with cost, account, resource and time only.",
                service.map(column -> column + " IS NULL").orElse("true"));
        columns.put(REGION_ID, columns.first("location.region", "region", "location.location"));
        columns.put(AVAILABILITY_ZONE, columns.find("location.zone"));
        columns.put(RESOURCE_ID,
                columns.first("resource.global_name", "resource.name", "resource_id", "resource_hash"));
        columns.put(RESOURCE_NAME, columns.find("resource.name"));
    }

    private String members(String name, String prefix) {
        return columns.find(name).map(column -> "label_members(" + column + ", '" + prefix + "')").orElse("NULL");
    }
}
