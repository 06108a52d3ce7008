package io.plimsoll.analysis.billing.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static io.plimsoll.analysis.billing.FocusColumn.*;

/// How one Azure file fills the columns of FOCUS. What the file does not state is left empty, above all costs: EA has no list cost,
/// and price times quantity would be an estimate.
final class AzurePlan {
    static final String[] COST = {"CostInBillingCurrency", "PreTaxCost", "Cost"};
    static final String[] DATE = {"Date", "UsageDateTime", "UsageDate"};
    static final String[] SUBSCRIPTION = {"SubscriptionId", "SubscriptionGuid"};
    private static final List<String> KEPT = List.of("MeterSubCategory", "ServiceFamily", "CostCenter",
            "PublisherType", "ProductOrderName", "AdditionalInfo", "CostAllocationRuleName");

    private final Columns columns;
    private final String file;
    private final Map<String, String> remarks = new LinkedHashMap<>();
    private final boolean customerAgreement;
    /// Conditions over a row.
    private final String usage;
    private final String unused;
    private final String purchase;
    private final String committed;

    AzurePlan(Columns columns, String file) {
        this.columns = columns;
        this.file = file;
        this.customerAgreement = columns.has("PricingCurrency") || columns.has("CostInPricingCurrency");
        String type = columns.find("ChargeType").map(AzurePlan::lower).orElse("'usage'");
        this.unused = "(" + type + " IN ('unusedreservation', 'unusedsavingsplan'))";
        this.purchase = "(" + type + " IN ('purchase', 'refund'))";
        this.usage = "(" + type + " = 'usage' OR " + unused + ")";
        String model = columns.find("PricingModel").map(AzurePlan::lower).orElse("''");
        String benefit = columns.first("BenefitId", "ReservationId").orElse("NULL");
        this.committed = "(" + model + " IN ('reservation', 'savingsplan') OR (" + model + " = '' AND " + benefit
                + " IS NOT NULL))";
    }

    ReadPlan plan() {
        amounts();
        periods();
        charge();
        commitment();
        parties();
        resource();
        columns.put(TAGS, columns.find("Tags").map(tags -> "braced(" + tags + ")"));
        Map<String, String> extensions = new LinkedHashMap<>();
        KEPT.forEach(name -> columns.find(name).ifPresent(column -> extensions.put("x_" + name, column)));
        columns.find("ResourceGroup", "ResourceGroupName")
                .ifPresent(column -> extensions.put("x_ResourceGroupName", column));
        columns.find("InvoiceSectionName", "InvoiceSection")
                .ifPresent(column -> extensions.put("x_InvoiceSectionName", column));
        columns.refuseRepeated(file);
        return new ReadPlan(AzureReader.ID, version(), columns.expressions(), List.of("'Microsoft'"), extensions,
                columns.unread(), Map.of(), Map.of(), remarks, Set.of(ReadPlan.Trait.ONE_COST_VIEW));
    }

    private String version() {
        return customerAgreement ? "MCA" : columns.has("BillingAccountId") ? "EA" : "pay-as-you-go";
    }

    /// Covered usage and unused commitment were billed when the commitment was bought; a purchase of one has its cost where it is
    /// used. One rule serves both views: the amounts that it sets to 0 are 0 already in the other view.
    private void amounts() {
        String cost = columns.need(file, "cost", COST);
        if (cost.equals(columns.find("PreTaxCost").orElse(""))) {
            remarks.put("rows have costs before tax: this export has no other.", "true");
        }
        columns.put(BILLED_COST, "CASE WHEN " + committed + " AND " + usage + " THEN '0' ELSE " + cost + " END");
        columns.put(EFFECTIVE_COST, "CASE WHEN " + committed + " AND " + purchase + " THEN '0' ELSE " + cost + " END");
        remarks.put(
                "rows buy or refund a commitment: the effective cost of what it covers is in the amortized file only.",
                committed + " AND " + purchase);
        columns.put(LIST_COST, columns.find("PaygCostInBillingCurrency"));
        Optional<String> currency = columns.first("BillingCurrencyCode", "BillingCurrency", "CurrencyCode", "Currency");
        columns.put(BILLING_CURRENCY, currency);
        Optional<String> pricing = columns.find("PricingCurrency", "PricingCurrencyCode");
        columns.put(PRICING_CURRENCY, pricing.or(() -> currency));
        columns.put(LIST_UNIT_PRICE,
                columns.find("PayGPrice").map(price -> inBillingCurrency(price, pricing, currency)));
        columns.put(CONTRACTED_UNIT_PRICE, columns.find("UnitPrice")
                .map(price -> inBillingCurrency(price, pricing, currency)));
        Optional<String> quantity = columns.find("Quantity", "UsageQuantity");
        Optional<String> unit = columns.find("UnitOfMeasure");
        columns.put(CONSUMED_QUANTITY, quantity.map(q -> "CASE WHEN " + usage + " THEN " + q + " END"));
        columns.put(CONSUMED_UNIT, unit.map(u -> "CASE WHEN " + usage + " THEN block_unit(" + u + ") END"));
        columns.put(PRICING_QUANTITY, quantity.flatMap(q -> unit.map(u -> "blocks(" + q + ", " + u + ")")));
        columns.put(PRICING_UNIT, unit);
    }

    /// MCA states unit prices in the pricing currency.
    private static String inBillingCurrency(String price, Optional<String> pricing, Optional<String> billing) {
        return pricing.isEmpty() || billing.isEmpty()
                ? price
                : "CASE WHEN " + pricing.get() + " = " + billing.get() + " THEN " + price + " END";
    }

    /// The last day of a period is part of it. A day is the finest that Azure states.
    private void periods() {
        String day = "mdy(cell(" + columns.need(file, "date", DATE) + "))";
        columns.put(CHARGE_PERIOD_START, day);
        columns.put(CHARGE_PERIOD_END, "day_after(" + day + ")");
        Optional<String> start = columns.find("BillingPeriodStartDate", "BillingPeriodStart");
        Optional<String> end = columns.find("BillingPeriodEndDate", "BillingPeriodEnd");
        String from = "coalesce(" + start.map(column -> "mdy(cell(" + column + "))").orElse("NULL") + ", month_of("
                + day
                + "))";
        columns.put(BILLING_PERIOD_START, from);
        columns.put(BILLING_PERIOD_END, "coalesce("
                + end.map(column -> "day_after(mdy(cell(" + column + ")))").orElse("NULL") + ", next_month(" + from
                + "))");
        remarks.put("rows name no billing period: the calendar month of their day stands for it.",
                start.map(column -> "cell(" + column + ") IS NULL").orElse("true"));
    }

    private void charge() {
        Optional<String> type = columns.find("ChargeType");
        columns.put(CHARGE_CATEGORY, type.map(column -> "CASE WHEN " + column + " IS NULL THEN NULL WHEN " + usage
                + " THEN 'Usage' ELSE CASE " + lower(column)
                + " WHEN 'purchase' THEN 'Purchase' WHEN 'refund' THEN 'Purchase'"
                + " WHEN 'credit' THEN 'Credit' WHEN 'tax' THEN 'Tax' ELSE 'Adjustment' END END").orElse("'Usage'"));
        if (type.isEmpty()) {
            remarks.put("rows are taken for usage: this export does not tell purchases and credits.", "true");
        }
        columns.put(CHARGE_CLASS,
                type.map(column -> "CASE WHEN " + lower(column) + " = 'refund' THEN 'Correction' END"));
        columns.put(CHARGE_DESCRIPTION, columns.first("ProductName", "Product", "MeterName"));
        columns.put(CHARGE_FREQUENCY, columns.find("Frequency").map(column -> "CASE " + lower(column)
                + " WHEN 'onetime' THEN 'One-Time' WHEN 'recurring' THEN 'Recurring' WHEN 'usagebased' THEN 'Usage-Based' END"));
        columns.put(PRICING_CATEGORY, "CASE WHEN " + committed + " THEN 'Committed' ELSE CASE "
                + columns.find("PricingModel").map(AzurePlan::lower).orElse("''")
                + " WHEN 'ondemand' THEN 'Standard' WHEN 'spot' THEN 'Dynamic' END END");
        columns.put(SKU_ID, columns.find("ProductId"));
        columns.put(SKU_METER, columns.find("MeterName"));
        columns.put(SKU_PRICE_DETAILS, columns.find("AdditionalInfo").map(column -> "vm_details(" + column + ")"));
    }

    private void commitment() {
        Optional<String> benefit = columns.first("BenefitId", "ReservationId");
        if (benefit.isEmpty()) {
            return;
        }
        String id = "lower(" + benefit.get() + ")";
        String plan = "contains(" + id + ", '/microsoft.billingbenefits/')";
        columns.put(COMMITMENT_DISCOUNT_ID, id);
        columns.put(COMMITMENT_DISCOUNT_NAME, columns.first("BenefitName", "ReservationName"));
        columns.put(COMMITMENT_DISCOUNT_CATEGORY, "CASE WHEN " + plan + " THEN 'Spend' WHEN " + id
                + " IS NOT NULL THEN 'Usage' END");
        columns.put(COMMITMENT_DISCOUNT_TYPE, "CASE WHEN " + plan + " THEN 'Savings Plan' WHEN " + id
                + " IS NOT NULL THEN 'Reservation' END");
        columns.put(COMMITMENT_DISCOUNT_STATUS, "CASE WHEN " + unused + " THEN 'Unused' WHEN " + committed + " AND "
                + usage + " THEN 'Used' END");
    }

    private void parties() {
        String subscription = columns.need(file, "subscription", SUBSCRIPTION);
        columns.put(SUB_ACCOUNT_ID, subscription);
        columns.put(SUB_ACCOUNT_NAME, columns.find("SubscriptionName"));
        columns.put(SUB_ACCOUNT_TYPE, "CASE WHEN " + subscription + " IS NOT NULL THEN 'Subscription' END");
        Optional<String> account = customerAgreement
                ? columns.first("BillingProfileId", "BillingAccountId")
                : columns.find("BillingAccountId");
        if (account.isEmpty()) {
            remarks.put("rows name no billing account: their subscription stands for it.", "true");
        }
        columns.put(BILLING_ACCOUNT_ID, account.orElse(subscription));
        columns.put(BILLING_ACCOUNT_NAME, customerAgreement
                ? columns.first("BillingProfileName", "BillingAccountName")
                : columns.find("BillingAccountName"));
        columns.put(BILLING_ACCOUNT_TYPE,
                account.map(column -> customerAgreement ? "'Billing Profile'" : "'Billing Account'"));
        columns.put(INVOICE_ID, columns.find("InvoiceId"));
        columns.put(INVOICE_ISSUER_NAME, "coalesce(" + columns.first("PartnerName").orElse("NULL") + ", 'Microsoft')");
        columns.put(SERVICE_PROVIDER_NAME, "'Microsoft'");
        columns.put(HOST_PROVIDER_NAME, columns.find("PublisherName"));
    }

    private void resource() {
        columns.put(SERVICE_NAME, columns.first("ServiceName", "MeterCategory", "ConsumedService"));
        Optional<String> region = columns.first("ResourceLocation", "Location");
        columns.put(REGION_NAME, region);
        columns.put(REGION_ID, region.map(column -> "replace(lower(" + column + "), ' ', '')"));
        columns.put(AVAILABILITY_ZONE, columns.find("AvailabilityZone"));
        Optional<String> id = columns.first("ResourceId", "InstanceId", "InstanceName");
        columns.put(RESOURCE_ID, id.map(column -> "lower(" + column + ")"));
        String last = id.map(column -> "nullif(regexp_extract(" + column + ", '([^/]+)/*$', 1), '')").orElse("NULL");
        columns.put(RESOURCE_NAME, "coalesce(" + columns.first("ResourceName").orElse("NULL") + ", " + last + ")");
        String type = id.map(column -> "nullif(regexp_extract(" + column + ", '(?i)/providers/([^/]+/[^/]+)/', 1), '')")
                .orElse("NULL");
        columns.put(RESOURCE_TYPE, "coalesce(" + columns.first("ResourceType").orElse("NULL") + ", " + type + ")");
    }

    private static String lower(String column) {
        return "lower(coalesce(trim(" + column + "), ''))";
    }
}
