package io.plimsoll.analysis.billing.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.StepFailure;

/// Maps a Cost and Usage Report, in whichever spelling, to FOCUS. One line item is one charge.
final class CurPlan {
    /// Without these a row has no amount, no time or no place to be replaced in.
    private static final List<String> NEEDED = List.of("lineItem/LineItemType", "lineItem/UnblendedCost",
            "lineItem/CurrencyCode", "lineItem/UsageStartDate", "bill/BillingPeriodStartDate", "bill/PayerAccountId");
    private static final String SERVICES = services();

    private final Header header;
    private final CurColumns columns;
    private final CurLineItems items;

    /// @throws StepFailure MISSING_COLUMN, REPEATED_COLUMN
    CurPlan(Header header, String file) {
        this.header = header;
        this.columns = new CurColumns(header);
        this.items = new CurLineItems(columns);
        List<String> missing = NEEDED.stream().filter(name -> !columns.has(name)).toList();
        if (!missing.isEmpty()) {
            throw StepFailure.badInput("MISSING_COLUMN", file + " has no column " + String.join(", ", missing) + ".",
                    "Export the report again with these columns; in CUR 2.0 they are spelled like "
                            + CurColumns.snake(missing.getFirst()) + ".");
        }
        header.refuseRepeated(file, name -> true);
    }

    ReadPlan plan(String profile, String version) {
        Map<FocusColumn, String> expressions = new EnumMap<>(FocusColumn.class);
        money(expressions);
        charge(expressions);
        who(expressions);
        what(expressions);
        Map<String, String> tags = new LinkedHashMap<>();
        header.column("resource_tags").or(() -> header.column("tags")).ifPresentOrElse(
                map -> expressions.put(FocusColumn.TAGS, "user_tags(" + map + ")"),
                () -> tags.putAll(tagColumns()));
        // Whatever AWS bills comes in one delivery, marketplace sellers and AWS's other companies included.
        return new ReadPlan(profile, version, expressions, List.of("'AWS'"), extensions(), columns.foreign(),
                items.exclusions(), tags, items.remarks());
    }

    private void money(Map<FocusColumn, String> to) {
        to.put(FocusColumn.BILLED_COST, items.billedCost());
        to.put(FocusColumn.EFFECTIVE_COST, items.effectiveCost());
        to.put(FocusColumn.LIST_COST, columns.cell("pricing/publicOnDemandCost"));
        to.put(FocusColumn.CONTRACTED_COST, items.contractedCost());
        to.put(FocusColumn.LIST_UNIT_PRICE, columns.cell("pricing/publicOnDemandRate"));
        to.put(FocusColumn.CONTRACTED_UNIT_PRICE,
                columns.cell("lineItem/NetUnblendedRate", "lineItem/UnblendedRate"));
        to.put(FocusColumn.BILLING_CURRENCY, columns.cell("lineItem/CurrencyCode"));
        to.put(FocusColumn.PRICING_CURRENCY, columns.cell("pricing/currency"));
        String quantity = columns.cell("lineItem/UsageAmount");
        String unit = "usual_unit(" + columns.cell("pricing/unit") + ")";
        to.put(FocusColumn.PRICING_QUANTITY, items.priced(quantity));
        to.put(FocusColumn.PRICING_UNIT, items.priced(unit));
        to.put(FocusColumn.CONSUMED_QUANTITY, items.metered(quantity));
        to.put(FocusColumn.CONSUMED_UNIT, items.metered(unit));
    }

    private void charge(Map<FocusColumn, String> to) {
        to.put(FocusColumn.CHARGE_CATEGORY, items.category());
        to.put(FocusColumn.CHARGE_CLASS, items.chargeClass());
        to.put(FocusColumn.CHARGE_FREQUENCY, items.frequency());
        to.put(FocusColumn.CHARGE_DESCRIPTION, columns.cell("lineItem/LineItemDescription"));
        to.put(FocusColumn.CHARGE_PERIOD_START, columns.cell("lineItem/UsageStartDate"));
        to.put(FocusColumn.CHARGE_PERIOD_END, end("lineItem/UsageEndDate"));
        to.put(FocusColumn.BILLING_PERIOD_START, columns.cell("bill/BillingPeriodStartDate"));
        to.put(FocusColumn.BILLING_PERIOD_END, end("bill/BillingPeriodEndDate"));
        to.put(FocusColumn.PRICING_CATEGORY, items.pricingCategory());
        to.put(FocusColumn.COMMITMENT_DISCOUNT_ID, items.commitment());
        to.put(FocusColumn.COMMITMENT_DISCOUNT_CATEGORY, items.byCommitment("Spend", "Usage"));
        to.put(FocusColumn.COMMITMENT_DISCOUNT_TYPE, items.byCommitment("Savings Plan", "Reserved Instance"));
        to.put(FocusColumn.COMMITMENT_DISCOUNT_STATUS, items.commitmentStatus());
    }

    private String end(String name) {
        return "period_end(" + columns.cell(name) + ")";
    }

    private void who(Map<FocusColumn, String> to) {
        to.put(FocusColumn.BILLING_ACCOUNT_ID, columns.cell("bill/PayerAccountId"));
        to.put(FocusColumn.BILLING_ACCOUNT_NAME, columns.cell("bill/PayerAccountName"));
        to.put(FocusColumn.SUB_ACCOUNT_ID, columns.cell("lineItem/UsageAccountId"));
        to.put(FocusColumn.SUB_ACCOUNT_NAME, columns.cell("lineItem/UsageAccountName"));
        to.put(FocusColumn.INVOICE_ID, columns.cell("bill/InvoiceId"));
        to.put(FocusColumn.INVOICE_ISSUER_NAME, columns.cell("bill/InvoicingEntity"));
        to.put(FocusColumn.HOST_PROVIDER_NAME, columns.cell("lineItem/LegalEntity"));
        to.put(FocusColumn.SERVICE_PROVIDER_NAME, "CASE WHEN " + columns.cell("bill/BillingEntity")
                + " LIKE '%Marketplace%' THEN coalesce(" + columns.cell("lineItem/LegalEntity", "product/ProductName")
                + ", 'AWS Marketplace') ELSE 'AWS' END");
    }

    private void what(Map<FocusColumn, String> to) {
        String code = columns.cell("lineItem/ProductCode");
        to.put(FocusColumn.SERVICE_NAME, "coalesce(" + columns.cell("product/ProductName", "product/servicecode") + ", "
                + code + ")");
        to.put(FocusColumn.SERVICE_CATEGORY, "coalesce(" + SERVICES + "[" + code + "], 'Other')");
        to.put(FocusColumn.REGION_ID, columns.cell("product/region", "product/regionCode"));
        to.put(FocusColumn.AVAILABILITY_ZONE, columns.cell("lineItem/AvailabilityZone"));
        to.put(FocusColumn.RESOURCE_ID, columns.cell("lineItem/ResourceId"));
        to.put(FocusColumn.RESOURCE_NAME, columns.cell("resourceTags/user:Name"));
        to.put(FocusColumn.RESOURCE_TYPE, columns.cell("product/productFamily"));
        to.put(FocusColumn.SKU_ID, columns.cell("product/sku"));
        to.put(FocusColumn.SKU_PRICE_ID, columns.cell("pricing/RateCode", "pricing/RateId"));
        to.put(FocusColumn.SKU_METER, columns.cell("lineItem/UsageType"));
        to.put(FocusColumn.SKU_PRICE_DETAILS, skuPriceDetails());
    }

    /// Merging into an empty object drops what has no value.
    private String skuPriceDetails() {
        return "nullif(CAST(json_merge_patch('{}', json_object('InstanceType', " + columns.cell("product/instanceType")
                + ", 'CoreCount', TRY_CAST(" + columns.cell("product/vcpu") + " AS INTEGER), 'MemorySize', TRY_CAST("
                + "nullif(regexp_extract(replace(" + columns.cell("product/memory")
                + ", ',', ''), '^([0-9.]+) ?GiB$', 1), '') AS DOUBLE), 'OperatingSystem', "
                + columns.cell("product/operatingSystem") + ", 'StorageClass', " + columns.cell("product/storageClass")
                + ")) AS VARCHAR), '{}')";
    }

    /// AWS puts `user:` before the keys that users chose. Where that would make two keys one, both stay as they are.
    private Map<String, String> tagColumns() {
        Map<String, String> columnsByKey = columns.named("resourceTags");
        List<String> stripped = columnsByKey.keySet().stream().map(CurPlan::userKey).toList();
        Map<String, String> tags = new LinkedHashMap<>();
        columnsByKey.forEach((key, column) -> {
            String user = userKey(key);
            boolean single = stripped.stream().filter(user::equals).count() == 1;
            tags.put(single ? user : key, column);
        });
        return tags;
    }

    private static String userKey(String key) {
        return key.startsWith("user:") || key.startsWith("user_") ? key.substring("user:".length()) : key;
    }

    private Map<String, String> extensions() {
        Map<String, String> extensions = new LinkedHashMap<>();
        extensions.put("x_LineItemType", columns.cell("lineItem/LineItemType"));
        extensions.put("x_BillType", columns.cell("bill/BillType"));
        extensions.put("x_ServiceCode", columns.cell("lineItem/ProductCode"));
        extensions.put("x_UsageType", columns.cell("lineItem/UsageType"));
        extensions.put("x_Operation", columns.cell("lineItem/Operation"));
        if (columns.has("savingsPlan/EndTime") || columns.has("reservation/EndTime")) {
            extensions.put("x_CommitmentEnd", columns.cell("savingsPlan/EndTime", "reservation/EndTime"));
        }
        header.column("discount").ifPresent(map -> extensions.put("x_Discounts", "nullif(" + map + ", '{}')"));
        header.column("cost_category").ifPresentOrElse(
                map -> extensions.put("x_CostCategories", "nullif(" + map + ", '{}')"),
                () -> costCategories(extensions));
        return extensions;
    }

    private void costCategories(Map<String, String> extensions) {
        List<String> entries = new ArrayList<>();
        columns.named("costCategory").forEach((name, column) -> entries
                .add("{'k': " + Sql.literal(name) + ", 'v': nullif(" + column + ", '')}"));
        if (!entries.isEmpty()) {
            extensions.put("x_CostCategories", "nullif(CAST(to_json(map_from_entries(list_filter(["
                    + String.join(", ", entries) + "], lambda e: e.v IS NOT NULL))) AS VARCHAR), '{}')");
        }
    }

    private static String services() {
        return "MAP {" + Sql.text(CurPlan.class, "aws-services.csv").lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", 2))
                .map(parts -> Sql.literal(parts[0]) + ": " + Sql.literal(parts[1])).collect(Collectors.joining(", "))
                + "}";
    }
}
