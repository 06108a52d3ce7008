package io.plimsoll.analysis.billing.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static io.plimsoll.analysis.billing.FocusColumn.*;

/// Oracle Cloud's cost report, the format before its FOCUS reports. Each tag is a column, and which there are changes from file to
/// file.
///
/// Oracle writes many files a day, each with new rows: those of one month are one delivery and are imported together.
///
/// Source: Oracle, "Cost and Usage Reports Overview", cost report schema.
public final class OciReader implements BillingReader {
    private static final String TAG = "tags/";

    @Override
    public String id() {
        return "oci";
    }

    @Override
    public boolean recognises(Header header) {
        return header.has("cost/myCost") && header.has("lineItem/intervalUsageStart");
    }

    @Override
    public ReadPlan plan(Header header, String file) {
        Columns columns = new Columns(header);
        amounts(columns, file);
        charge(columns, file);
        parties(columns, file);
        Map<String, String> tags = new LinkedHashMap<>();
        header.names().stream().filter(name -> name.startsWith(TAG) && name.length() > TAG.length())
                .forEach(name -> columns.find(name)
                        .ifPresent(column -> tags.putIfAbsent(name.substring(TAG.length()), column)));
        Map<String, String> extensions = new LinkedHashMap<>();
        columns.find("cost/myCostOverage").ifPresent(column -> extensions.put("x_CostOverage", column));
        columns.find("lineItem/referenceNo").ifPresent(column -> extensions.put("x_ReferenceNumber", column));
        columns.find("lineItem/backreferenceNo").ifPresent(column -> extensions.put("x_BackReferenceNumber", column));
        columns.find("cost/subscriptionId").ifPresent(column -> extensions.put("x_SubscriptionId", column));
        columns.refuseRepeated(file);
        return new ReadPlan(id(), "cost report", columns.expressions(), List.of("'Oracle'"), extensions,
                columns.unread(), Map.of(), tags, Map.of());
    }

    private static void amounts(Columns columns, String file) {
        String cost = columns.need(file, "cost", "cost/myCost");
        columns.put(BILLED_COST, cost);
        columns.put(EFFECTIVE_COST, cost);
        columns.put(BILLING_CURRENCY, columns.find("cost/currencyCode"));
        columns.put(LIST_UNIT_PRICE, columns.find("cost/unitPrice"));
        Optional<String> quantity = columns.find("usage/billedQuantity");
        Optional<String> unit = columns.first("cost/skuUnitDescription", "cost/billingUnitReadable");
        columns.put(CONSUMED_QUANTITY, quantity);
        columns.put(CONSUMED_UNIT, unit);
        columns.put(PRICING_QUANTITY, quantity);
        columns.put(PRICING_UNIT, unit);
    }

    /// The report names no billing period; its rows are invoiced by calendar month.
    private static void charge(Columns columns, String file) {
        String start = "cell(" + columns.need(file, "usage start", "lineItem/intervalUsageStart") + ")";
        columns.put(CHARGE_PERIOD_START, start);
        columns.put(CHARGE_PERIOD_END, columns.find("lineItem/intervalUsageEnd"));
        columns.put(BILLING_PERIOD_START, "month_of(" + start + ")");
        columns.put(BILLING_PERIOD_END, "next_month(" + start + ")");
        columns.put(CHARGE_CATEGORY, "'Usage'");
        columns.put(CHARGE_CLASS, columns.find("lineItem/isCorrection")
                .map(column -> "CASE WHEN lower(" + column + ") = 'true' THEN 'Correction' END"));
        columns.put(CHARGE_DESCRIPTION, columns.find("product/Description"));
        columns.put(SKU_ID, columns.find("cost/productSku"));
    }

    private static void parties(Columns columns, String file) {
        columns.put(BILLING_ACCOUNT_ID, columns.need(file, "tenancy", "lineItem/tenantId"));
        columns.put(BILLING_ACCOUNT_TYPE, "'Tenancy'");
        columns.put(SUB_ACCOUNT_ID, columns.find("product/compartmentId"));
        columns.put(SUB_ACCOUNT_NAME, columns.find("product/compartmentName"));
        columns.put(SUB_ACCOUNT_TYPE, columns.find("product/compartmentId")
                .map(column -> "CASE WHEN " + column + " <> '' THEN 'Compartment' END"));
        columns.put(SERVICE_NAME, columns.find("product/service"));
        columns.put(REGION_ID, columns.find("product/region"));
        columns.put(AVAILABILITY_ZONE, columns.find("product/availabilityDomain"));
        columns.put(RESOURCE_ID, columns.find("product/resourceId"));
        columns.put(SERVICE_PROVIDER_NAME, "'Oracle'");
        columns.put(HOST_PROVIDER_NAME, "'Oracle'");
        columns.put(INVOICE_ISSUER_NAME, "'Oracle'");
    }
}
