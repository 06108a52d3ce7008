import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows of FOCUS 1.2: all 57 columns, in the order of the specification's column list.
final class Focus {
    static final List<String> COLUMNS = List.of("AvailabilityZone", "BilledCost", "BillingAccountId", "BillingAccountName",
            "BillingAccountType", "BillingCurrency", "BillingPeriodEnd", "BillingPeriodStart", "CapacityReservationId",
            "CapacityReservationStatus", "ChargeCategory", "ChargeClass", "ChargeDescription", "ChargeFrequency",
            "ChargePeriodEnd", "ChargePeriodStart", "CommitmentDiscountCategory", "CommitmentDiscountId",
            "CommitmentDiscountName", "CommitmentDiscountQuantity", "CommitmentDiscountStatus", "CommitmentDiscountType",
            "CommitmentDiscountUnit", "ConsumedQuantity", "ConsumedUnit", "ContractedCost", "ContractedUnitPrice",
            "EffectiveCost", "InvoiceId", "InvoiceIssuerName", "ListCost", "ListUnitPrice", "PricingCategory",
            "PricingCurrency", "PricingCurrencyContractedUnitPrice", "PricingCurrencyEffectiveCost",
            "PricingCurrencyListUnitPrice", "PricingQuantity", "PricingUnit", "ProviderName", "PublisherName", "RegionId",
            "RegionName", "ResourceId", "ResourceName", "ResourceType", "ServiceCategory", "ServiceName",
            "ServiceSubcategory", "SkuId", "SkuMeter", "SkuPriceDetails", "SkuPriceId", "SubAccountId", "SubAccountName",
            "SubAccountType", "Tags");

    static final Map<String, String> SUB_ACCOUNTS = Map.of("vision", "222233334444", "language", "333344445555", "audio",
            "555566667777", "platform", "044455556666");

    /// A row with what all rows share; the charge period is one day.
    static Map<String, String> row(LocalDate day, String subAccount) {
        Map<String, String> row = new LinkedHashMap<>();
        put(row, "BillingAccountId", "111122223333", "BillingAccountName", "Multimodal Lake", "BillingAccountType",
                "Billing Account", "BillingCurrency", "USD", "ProviderName", "AWS", "PublisherName", "Amazon Web Services",
                "InvoiceIssuerName", "Amazon Web Services, Inc.", "RegionId", "us-east-1", "RegionName",
                "US East (N. Virginia)", "SubAccountId", SUB_ACCOUNTS.get(subAccount), "SubAccountName",
                "lake-" + subAccount, "SubAccountType", "Account");
        billedIn(row, day);
        chargedOn(row, day);
        return row;
    }

    /// The billing period is the month of the day. October is still open, so it has no invoice yet.
    static void billedIn(Map<String, String> row, LocalDate day) {
        LocalDate month = day.withDayOfMonth(1);
        put(row, "BillingPeriodStart", time(month), "BillingPeriodEnd", time(month.plusMonths(1)));
        if (month.isBefore(Case.LAST.withDayOfMonth(1)))
            row.put("InvoiceId", "INV-" + month.toString().substring(0, 7));
    }

    static void chargedOn(Map<String, String> row, LocalDate day) {
        put(row, "ChargePeriodStart", time(day), "ChargePeriodEnd", time(day.plusDays(1)));
    }

    static void costs(Map<String, String> row, BigDecimal billed, BigDecimal effective, BigDecimal list,
            BigDecimal contracted) {
        put(row, "BilledCost", plain(billed), "EffectiveCost", plain(effective), "ListCost", plain(list), "ContractedCost",
                plain(contracted));
    }

    static void put(Map<String, String> row, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2)
            row.put(pairs[i], pairs[i + 1]);
    }

    static String time(LocalDate day) {
        return day + "T00:00:00Z";
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// One line of CSV; a field with a comma or a quote is quoted.
    static String csv(Map<String, String> row) {
        StringBuilder out = new StringBuilder();
        for (String column : COLUMNS) {
            String value = row.getOrDefault(column, "");
            out.append(out.isEmpty() && column.equals(COLUMNS.getFirst()) ? "" : ",");
            out.append(value.contains(",") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value);
        }
        return out.append('\n').toString();
    }

    private Focus() {
    }
}
