package io.plimsoll.analysis.billing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns of FOCUS CostAndUsage under the names of version 1.3, with the two that 1.4 adds.
///
/// Source: the FinOps Open Cost and Usage Specification, versions 1.0 to 1.4. `ProviderName` and `PublisherName`, deprecated in
/// 1.3, are read into `ServiceProviderName` and `HostProviderName` and are not kept under their old names.
public enum FocusColumn {
    ALLOCATED_METHOD_DETAILS("AllocatedMethodDetails", Type.JSON, Level.RECOMMENDED, "1.3"),
    ALLOCATED_METHOD_ID("AllocatedMethodId", Type.TEXT, Level.CONDITIONAL, "1.3"),
    ALLOCATED_RESOURCE_ID("AllocatedResourceId", Type.TEXT, Level.CONDITIONAL, "1.3"),
    ALLOCATED_RESOURCE_NAME("AllocatedResourceName", Type.TEXT, Level.CONDITIONAL, "1.3"),
    ALLOCATED_TAGS("AllocatedTags", Type.JSON, Level.CONDITIONAL, "1.3"),
    AVAILABILITY_ZONE("AvailabilityZone", Type.TEXT, Level.RECOMMENDED, "1.0"),
    BILLED_COST("BilledCost", Type.COST, Level.MANDATORY, "1.0"),
    BILLING_ACCOUNT_ID("BillingAccountId", Type.TEXT, Level.MANDATORY, "1.0"),
    BILLING_ACCOUNT_NAME("BillingAccountName", Type.TEXT, Level.MANDATORY, "1.0"),
    BILLING_ACCOUNT_TYPE("BillingAccountType", Type.TEXT, Level.CONDITIONAL, "1.2"),
    BILLING_CURRENCY("BillingCurrency", Type.TEXT, Level.MANDATORY, "1.0"),
    BILLING_PERIOD_END("BillingPeriodEnd", Type.TIME, Level.MANDATORY, "1.0"),
    BILLING_PERIOD_START("BillingPeriodStart", Type.TIME, Level.MANDATORY, "1.0"),
    CAPACITY_RESERVATION_ID("CapacityReservationId", Type.TEXT, Level.CONDITIONAL, "1.1"),
    CAPACITY_RESERVATION_STATUS("CapacityReservationStatus", Type.TEXT, Level.CONDITIONAL, "1.1"),
    CHARGE_CATEGORY("ChargeCategory", Type.TEXT, Level.MANDATORY, "1.0"),
    CHARGE_CLASS("ChargeClass", Type.TEXT, Level.MANDATORY, "1.0"),
    CHARGE_DESCRIPTION("ChargeDescription", Type.TEXT, Level.MANDATORY, "1.0"),
    CHARGE_FREQUENCY("ChargeFrequency", Type.TEXT, Level.RECOMMENDED, "1.0"),
    CHARGE_PERIOD_END("ChargePeriodEnd", Type.TIME, Level.MANDATORY, "1.0"),
    CHARGE_PERIOD_START("ChargePeriodStart", Type.TIME, Level.MANDATORY, "1.0"),
    COMMITMENT_DISCOUNT_CATEGORY("CommitmentDiscountCategory", Type.TEXT, Level.CONDITIONAL, "1.0"),
    COMMITMENT_DISCOUNT_ID("CommitmentDiscountId", Type.TEXT, Level.CONDITIONAL, "1.0"),
    COMMITMENT_DISCOUNT_NAME("CommitmentDiscountName", Type.TEXT, Level.CONDITIONAL, "1.0"),
    COMMITMENT_DISCOUNT_QUANTITY("CommitmentDiscountQuantity", Type.DECIMAL, Level.CONDITIONAL, "1.1"),
    COMMITMENT_DISCOUNT_STATUS("CommitmentDiscountStatus", Type.TEXT, Level.CONDITIONAL, "1.0"),
    COMMITMENT_DISCOUNT_TYPE("CommitmentDiscountType", Type.TEXT, Level.CONDITIONAL, "1.0"),
    COMMITMENT_DISCOUNT_UNIT("CommitmentDiscountUnit", Type.TEXT, Level.CONDITIONAL, "1.1"),
    COMMITMENT_PROGRAM_ELIGIBILITY_DETAILS("CommitmentProgramEligibilityDetails", Type.JSON, Level.CONDITIONAL, "1.4"),
    CONSUMED_QUANTITY("ConsumedQuantity", Type.DECIMAL, Level.CONDITIONAL, "1.0"),
    CONSUMED_UNIT("ConsumedUnit", Type.TEXT, Level.CONDITIONAL, "1.0"),
    CONTRACT_APPLIED("ContractApplied", Type.JSON, Level.CONDITIONAL, "1.3"),
    CONTRACTED_COST("ContractedCost", Type.COST, Level.MANDATORY, "1.0"),
    CONTRACTED_UNIT_PRICE("ContractedUnitPrice", Type.DECIMAL, Level.CONDITIONAL, "1.0"),
    EFFECTIVE_COST("EffectiveCost", Type.COST, Level.MANDATORY, "1.0"),
    HOST_PROVIDER_NAME("HostProviderName", Type.TEXT, Level.MANDATORY, "1.3"),
    INVOICE_DETAIL_ID("InvoiceDetailId", Type.TEXT, Level.CONDITIONAL, "1.4"),
    INVOICE_ID("InvoiceId", Type.TEXT, Level.RECOMMENDED, "1.2"),
    INVOICE_ISSUER_NAME("InvoiceIssuerName", Type.TEXT, Level.MANDATORY, "1.0"),
    LIST_COST("ListCost", Type.COST, Level.MANDATORY, "1.0"),
    LIST_UNIT_PRICE("ListUnitPrice", Type.DECIMAL, Level.CONDITIONAL, "1.0"),
    PRICING_CATEGORY("PricingCategory", Type.TEXT, Level.CONDITIONAL, "1.0"),
    PRICING_CURRENCY("PricingCurrency", Type.TEXT, Level.CONDITIONAL, "1.2"),
    PRICING_CURRENCY_CONTRACTED_UNIT_PRICE("PricingCurrencyContractedUnitPrice", Type.DECIMAL, Level.CONDITIONAL,
            "1.2"),
    PRICING_CURRENCY_EFFECTIVE_COST("PricingCurrencyEffectiveCost", Type.DECIMAL, Level.CONDITIONAL, "1.2"),
    PRICING_CURRENCY_LIST_UNIT_PRICE("PricingCurrencyListUnitPrice", Type.DECIMAL, Level.CONDITIONAL, "1.2"),
    PRICING_QUANTITY("PricingQuantity", Type.DECIMAL, Level.MANDATORY, "1.0"),
    PRICING_UNIT("PricingUnit", Type.TEXT, Level.MANDATORY, "1.0"),
    REGION_ID("RegionId", Type.TEXT, Level.CONDITIONAL, "1.0"),
    REGION_NAME("RegionName", Type.TEXT, Level.CONDITIONAL, "1.0"),
    RESOURCE_ID("ResourceId", Type.TEXT, Level.CONDITIONAL, "1.0"),
    RESOURCE_NAME("ResourceName", Type.TEXT, Level.CONDITIONAL, "1.0"),
    RESOURCE_TYPE("ResourceType", Type.TEXT, Level.CONDITIONAL, "1.0"),
    SERVICE_CATEGORY("ServiceCategory", Type.TEXT, Level.MANDATORY, "1.0"),
    SERVICE_NAME("ServiceName", Type.TEXT, Level.MANDATORY, "1.0"),
    SERVICE_PROVIDER_NAME("ServiceProviderName", Type.TEXT, Level.MANDATORY, "1.3"),
    SERVICE_SUBCATEGORY("ServiceSubcategory", Type.TEXT, Level.RECOMMENDED, "1.1"),
    SKU_ID("SkuId", Type.TEXT, Level.CONDITIONAL, "1.0"),
    SKU_METER("SkuMeter", Type.TEXT, Level.CONDITIONAL, "1.1"),
    SKU_PRICE_DETAILS("SkuPriceDetails", Type.JSON, Level.CONDITIONAL, "1.1"),
    SKU_PRICE_ID("SkuPriceId", Type.TEXT, Level.CONDITIONAL, "1.0"),
    SUB_ACCOUNT_ID("SubAccountId", Type.TEXT, Level.CONDITIONAL, "1.0"),
    SUB_ACCOUNT_NAME("SubAccountName", Type.TEXT, Level.CONDITIONAL, "1.0"),
    SUB_ACCOUNT_TYPE("SubAccountType", Type.TEXT, Level.CONDITIONAL, "1.2"),
    TAGS("Tags", Type.TAGS, Level.CONDITIONAL, "1.0");

    /// Deprecated names, and the column that their values go to.
    public static final Map<String, FocusColumn> DEPRECATED = Map.of("ProviderName", SERVICE_PROVIDER_NAME,
            "PublisherName", HOST_PROVIDER_NAME);
    private static final Map<String, FocusColumn> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toMap(column -> column.focusName.toLowerCase(Locale.ROOT), Function.identity()));

    private final String focusName;
    private final Type type;
    private final Level level;
    private final String since;

    FocusColumn(String focusName, Type type, Level level, String since) {
        this.focusName = focusName;
        this.type = type;
        this.level = level;
        this.since = since;
    }

    /// As the specification spells it, and as the stored column is called.
    public String focusName() {
        return focusName;
    }

    public Type type() {
        return type;
    }

    public Level level() {
        return level;
    }

    /// The first version that has it, from 1.0 on.
    public String since() {
        return since;
    }

    /// The names under which a file may carry it, best first.
    public List<String> names() {
        return DEPRECATED.entrySet().stream().filter(entry -> entry.getValue() == this).findFirst()
                .map(entry -> List.of(focusName, entry.getKey())).orElse(List.of(focusName));
    }

    /// Finds a column by its current or a deprecated name, whatever its case.
    public static Optional<FocusColumn> find(String name) {
        FocusColumn current = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        return current != null
                ? Optional.of(current)
                : DEPRECATED.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(name)).findFirst()
                        .map(Map.Entry::getValue);
    }

    /// What its values are. `COST` is money in the billing currency; `TIME` is UTC; `TAGS` maps text to text.
    public enum Type {
        TEXT, TIME, COST, DECIMAL, JSON, TAGS
    }

    /// How strongly the specification asks for it.
    public enum Level {
        MANDATORY, CONDITIONAL, RECOMMENDED
    }
}
