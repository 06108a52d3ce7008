package io.plimsoll.analysis.billing.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.plimsoll.analysis.store.Sql;

/// What a Cost and Usage Report's `lineItem/LineItemType` means for money and category. All answers are SQL text expressions.
///
/// Sources: AWS's data dictionaries of CUR and CUR 2.0; for amortised cost the summary view of AWS's cloud intelligence
/// dashboards (cloud-intelligence-dashboards-framework, `summary_view.sql`).
final class CurLineItems {
    private static final List<String> COVERED = List.of("SavingsPlanCoveredUsage", "DiscountedUsage");
    private static final List<String> METERED = List.of("Usage", "SavingsPlanCoveredUsage", "DiscountedUsage");
    private static final List<String> USAGE = List.of("Usage", "SavingsPlanCoveredUsage", "DiscountedUsage",
            "SavingsPlanNegation", "BundledDiscount", "Discount", "EdpDiscount", "PrivateRateDiscount",
            "FlatRateSubscription");
    private static final List<String> RECURRING = List.of("RIFee", "SavingsPlanRecurringFee");
    private static final List<String> PURCHASES = List.of("Fee", "RIFee", "SavingsPlanUpfrontFee",
            "SavingsPlanRecurringFee");
    private static final List<String> OTHERS = List.of("Tax", "Credit", "Refund");
    /// Operations of split cost allocation rows: shares of an instance that has a row of its own.
    private static final List<String> SPLIT = List.of("EKSPod-EC2", "ECSTask-EC2");

    private final CurColumns columns;
    private final String type;

    CurLineItems(CurColumns columns) {
        this.columns = columns;
        this.type = columns.cell("lineItem/LineItemType");
    }

    String billedCost() {
        return "CASE WHEN " + is(COVERED) + " THEN '0' ELSE " + invoiced() + " END";
    }

    /// After the discounts of an agreement where the report knows them.
    private String invoiced() {
        return columns.cell("lineItem/NetUnblendedCost", "lineItem/UnblendedCost");
    }

    String effectiveCost() {
        return "CASE" + when(List.of("SavingsPlanCoveredUsage"),
                amount("savingsPlan/NetSavingsPlanEffectiveCost", "savingsPlan/SavingsPlanEffectiveCost"))
                + when(List.of("DiscountedUsage"),
                        amount("reservation/NetEffectiveCost", "reservation/EffectiveCost"))
                + when(List.of("SavingsPlanRecurringFee"), amount("savingsPlan/TotalCommitmentToDate") + " || ' - ' || "
                        + amount("savingsPlan/UsedCommitment"))
                + when(List.of("RIFee"),
                        amount("reservation/NetUnusedAmortizedUpfrontFeeForBillingPeriod",
                                "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod") + " || ' + ' || "
                                + amount("reservation/NetUnusedRecurringFee", "reservation/UnusedRecurringFee"))
                + when(List.of("SavingsPlanUpfrontFee"), "'0'")
                + " WHEN " + is(List.of("Fee")) + " AND " + columns.cell("reservation/ReservationARN")
                + " IS NOT NULL THEN '0' WHEN " + refundOfSavingsPlan() + " THEN '0' ELSE " + invoiced() + " END";
    }

    /// An empty cell is nothing; without the column the amount is not known, and the row becomes a reject that says so.
    private String amount(String... names) {
        List<String> present = List.of(names).stream().filter(columns::has).map(columns::cell).toList();
        return present.isEmpty()
                ? Sql.literal("no column " + names[names.length - 1])
                : "coalesce(" + String.join(", ", present) + ", '0')";
    }

    /// A report has no contracted price: what a commitment covers is taken at the list price.
    String contractedCost() {
        return "CASE WHEN " + is(COVERED) + " THEN " + columns.cell("pricing/publicOnDemandCost") + " ELSE "
                + invoiced() + " END";
    }

    String category() {
        return "CASE" + when(USAGE, "'Usage'") + when(PURCHASES, "'Purchase'") + when(List.of("Tax"), "'Tax'")
                + when(List.of("Credit"), "'Credit'") + " WHEN " + is(List.of("Refund")) + " AND (" + commitment()
                + " IS NOT NULL OR " + refundOfSavingsPlan() + ") THEN 'Purchase'" + when(List.of("Refund"), "'Usage'")
                + " WHEN " + type + " IS NOT NULL THEN 'Adjustment' END";
    }

    private String refundOfSavingsPlan() {
        return "(" + is(List.of("Refund")) + " AND (" + columns.cell("savingsPlan/SavingsPlanARN")
                + " IS NOT NULL OR coalesce(" + columns.cell("lineItem/ProductCode")
                + " LIKE '%SavingsPlans', false)))";
    }

    String chargeClass() {
        return "CASE WHEN " + is(List.of("Refund")) + " AND utc(" + columns.cell("lineItem/UsageStartDate")
                + ") < utc(" + columns.cell("bill/BillingPeriodStartDate") + ") THEN 'Correction' END";
    }

    String frequency() {
        return "CASE" + when(USAGE, "'Usage-Based'") + when(RECURRING, "'Recurring'") + " WHEN " + type
                + " IS NOT NULL THEN 'One-Time' END";
    }

    String pricingCategory() {
        return "CASE" + when(List.of("Tax"), "NULL") + " WHEN " + columns.cell("lineItem/UsageType")
                + " LIKE '%Spot%' THEN 'Dynamic'" + when(COVERED, "'Committed'") + " ELSE 'Standard' END";
    }

    /// The ARN of the savings plan, or else of the reservation.
    String commitment() {
        return columns.cell("savingsPlan/SavingsPlanARN", "reservation/ReservationARN");
    }

    /// One text for savings plans, another for reservations.
    String byCommitment(String savingsPlan, String reservation) {
        return "CASE WHEN " + columns.cell("savingsPlan/SavingsPlanARN") + " IS NOT NULL THEN "
                + Sql.literal(savingsPlan) + " WHEN " + columns.cell("reservation/ReservationARN")
                + " IS NOT NULL THEN " + Sql.literal(reservation) + " END";
    }

    String commitmentStatus() {
        return "CASE" + when(COVERED, "'Used'") + " END";
    }

    /// An expression for metered rows, null on others.
    String metered(String expression) {
        return "CASE" + when(METERED, expression) + " END";
    }

    /// An expression for rows that have a quantity and a price, null on others.
    String priced(String expression) {
        return "CASE" + when(METERED, expression) + when(PURCHASES, expression) + " END";
    }

    Map<String, String> exclusions() {
        Map<String, String> exclusions = new LinkedHashMap<>();
        exclusions.put("SavingsPlanNegation", is(List.of("SavingsPlanNegation")));
        exclusions.put("SplitCostAllocation", in(columns.cell("lineItem/Operation"), SPLIT));
        return exclusions;
    }

    Map<String, String> remarks() {
        Map<String, String> remarks = new LinkedHashMap<>();
        remarks.put("rows have no invoice yet: their month is not final.",
                columns.cell("bill/InvoiceId") + " IS NULL");
        remarks.put(
                "rows have an estimated ContractedCost: the report names no contracted price for what a commitment covers.",
                is(COVERED));
        remarks.put("rows have a line item type that Plimsoll doesn't know; they were loaded as Adjustment.",
                type + " IS NOT NULL AND NOT " + is(USAGE) + " AND NOT " + is(PURCHASES) + " AND NOT " + is(OTHERS));
        return remarks;
    }

    private String when(List<String> types, String then) {
        return " WHEN " + is(types) + " THEN " + then;
    }

    private String is(List<String> types) {
        return in(type, types);
    }

    private static String in(String expression, List<String> texts) {
        return "coalesce(" + expression + " IN ("
                + texts.stream().map(Sql::literal).collect(Collectors.joining(", ")) + "), false)";
    }
}
