package io.plimsoll.analysis.billing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What each line item type of a Cost and Usage Report becomes. The expected lines are worked out by hand from AWS's data
/// dictionary.
class CurLineItemsTest extends BillingTest {
    private static final List<String> COLUMNS = List.of("bill/PayerAccountId", "bill/BillingPeriodStartDate",
            "bill/BillingPeriodEndDate", "bill/InvoiceId", "bill/BillingEntity", "lineItem/CurrencyCode",
            "lineItem/UsageStartDate", "lineItem/UsageEndDate", "lineItem/LineItemType", "lineItem/UnblendedCost",
            "lineItem/ProductCode", "lineItem/Operation", "lineItem/UsageType", "lineItem/UsageAmount",
            "lineItem/LegalEntity", "pricing/publicOnDemandCost", "pricing/unit", "savingsPlan/SavingsPlanARN",
            "savingsPlan/SavingsPlanEffectiveCost", "savingsPlan/TotalCommitmentToDate", "savingsPlan/UsedCommitment",
            "reservation/ReservationARN", "reservation/EffectiveCost",
            "reservation/UnusedAmortizedUpfrontFeeForBillingPeriod", "reservation/UnusedRecurringFee",
            "resourceTags/user:team", "resourceTags/team", "resourceTags/user:Name");
    private static final Map<String, String> USUAL = Map.of("bill/PayerAccountId", "012345678901",
            "bill/BillingPeriodStartDate", "2026-03-01T00:00:00Z", "bill/BillingPeriodEndDate",
            "2026-03-31T23:59:59Z", "bill/InvoiceId", "7", "bill/BillingEntity", "AWS", "lineItem/CurrencyCode",
            "USD", "lineItem/UsageStartDate", "2026-03-05T00:00:00Z", "lineItem/UsageEndDate",
            "2026-03-06T00:00:00Z");

    private static final String MONEY = "ChargeCategory, ChargeFrequency, BilledCost, EffectiveCost, ContractedCost, "
            + "CommitmentDiscountStatus, CommitmentDiscountType, PricingCategory, PricingQuantity, ConsumedQuantity";

    private ImportResult load(String... rows) {
        return load(COLUMNS, rows);
    }

    /// @param rows cells as `column=value`, without the usual ones, apart by `; `
    private ImportResult load(List<String> columns, String... rows) {
        return fixture.load(fixture.file("cur.csv", String.join(",", columns),
                Arrays.stream(rows).map(row -> line(columns, row)).collect(Collectors.joining("\n"))));
    }

    private static String line(List<String> columns, String row) {
        Map<String, String> cells = new HashMap<>(USUAL);
        for (String cell : row.split("; ")) {
            String[] parts = cell.split("=", 2);
            assertThat(columns.stream().filter(name -> name.endsWith("/" + parts[0]))).as(parts[0]).hasSize(1);
            columns.stream().filter(name -> name.endsWith("/" + parts[0])).forEach(name -> cells.put(name, parts[1]));
        }
        return columns.stream().map(name -> cells.getOrDefault(name, "")).collect(Collectors.joining(","));
    }

    private List<String> charges(String columns) {
        return fixture.query("SELECT " + Arrays.stream(columns.split(", "))
                .map(name -> "coalesce(CAST(" + name + " AS VARCHAR), '-')").collect(Collectors.joining(", "))
                + " FROM charge ORDER BY file_line").stream().map(row -> row.replaceAll("\\.?0{6,}(?=\\||$)", ""))
                .toList();
    }

    @Test
    void usageAndWhatCommitmentsCover() {
        ImportResult result = load("LineItemType=Usage; UnblendedCost=5; UsageAmount=2; publicOnDemandCost=5",
                "LineItemType=Usage; UnblendedCost=1; UsageAmount=2; UsageType=USE1-SpotUsage:m5.large",
                "LineItemType=SavingsPlanCoveredUsage; UnblendedCost=4; UsageAmount=2; publicOnDemandCost=4.5; "
                        + "SavingsPlanARN=arn:sp; SavingsPlanEffectiveCost=2.5",
                "LineItemType=SavingsPlanNegation; UnblendedCost=-4; SavingsPlanARN=arn:sp",
                "LineItemType=DiscountedUsage; UnblendedCost=0; UsageAmount=3; publicOnDemandCost=6; "
                        + "ReservationARN=arn:ri; EffectiveCost=3.75",
                "LineItemType=FlatRateSubscription; UnblendedCost=20");
        assertThat(result.excluded()).isEqualTo(Map.of("SavingsPlanNegation", 1L));
        assertThat(charges(MONEY)).containsExactly("Usage|Usage-Based|5|5|5|-|-|Standard|2|2",
                "Usage|Usage-Based|1|1|1|-|-|Dynamic|2|2",
                "Usage|Usage-Based|0|2.5|4.5|Used|Savings Plan|Committed|2|2",
                "Usage|Usage-Based|0|3.75|6|Used|Reserved Instance|Committed|3|3",
                "Usage|Usage-Based|20|20|20|-|-|Standard|-|-");
    }

    @Test
    void feesOfCommitmentsKeepWhatWasNotUsed() {
        load("LineItemType=SavingsPlanRecurringFee; UnblendedCost=10; UsageAmount=24; SavingsPlanARN=arn:sp; "
                + "TotalCommitmentToDate=10; UsedCommitment=7.5",
                "LineItemType=SavingsPlanUpfrontFee; UnblendedCost=1000; UsageAmount=1; SavingsPlanARN=arn:sp",
                "LineItemType=RIFee; UnblendedCost=72; UsageAmount=744; ReservationARN=arn:ri; "
                        + "UnusedAmortizedUpfrontFeeForBillingPeriod=1.25; UnusedRecurringFee=3.2448",
                "LineItemType=Fee; UnblendedCost=500; UsageAmount=1; ReservationARN=arn:ri",
                "LineItemType=Fee; UnblendedCost=12; UsageAmount=1");
        assertThat(charges(MONEY)).containsExactly(
                "Purchase|Recurring|10|2.5|10|-|Savings Plan|Standard|24|-",
                "Purchase|One-Time|1000|0|1000|-|Savings Plan|Standard|1|-",
                "Purchase|Recurring|72|4.4948|72|-|Reserved Instance|Standard|744|-",
                "Purchase|One-Time|500|0|500|-|Reserved Instance|Standard|1|-",
                "Purchase|One-Time|12|12|12|-|-|Standard|1|-");
    }

    @Test
    void sumsOfTwoCellsKeepEveryDigit() {
        ImportResult result = load("LineItemType=RIFee; UnblendedCost=1; ReservationARN=arn:ri; "
                + "UnusedAmortizedUpfrontFeeForBillingPeriod=3.55e-15; UnusedRecurringFee=0.1234567890123456789012345678",
                "LineItemType=SavingsPlanRecurringFee; UnblendedCost=1; TotalCommitmentToDate=1; UsedCommitment=");
        assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("1.1234567890123492289012345678");
    }

    @Test
    void taxCreditRefundAndDiscounts() {
        load("LineItemType=Tax; UnblendedCost=3; UsageAmount=1", "LineItemType=Credit; UnblendedCost=-2",
                "LineItemType=Refund; UnblendedCost=-1",
                "LineItemType=Refund; UnblendedCost=-4; UsageStartDate=2026-02-05T00:00:00Z",
                "LineItemType=Refund; UnblendedCost=-9; ProductCode=ComputeSavingsPlans",
                "LineItemType=EdpDiscount; UnblendedCost=-0.5", "LineItemType=BundledDiscount; UnblendedCost=-0.25",
                "LineItemType=SomethingNew; UnblendedCost=0.125");
        assertThat(charges("ChargeCategory, ChargeClass, ChargeFrequency, BilledCost, EffectiveCost, PricingCategory, "
                + "PricingQuantity"))
                .containsExactly("Tax|-|One-Time|3|3|-|-", "Credit|-|One-Time|-2|-2|Standard|-",
                        "Usage|-|One-Time|-1|-1|Standard|-", "Usage|Correction|One-Time|-4|-4|Standard|-",
                        "Purchase|-|One-Time|-9|0|Standard|-", "Usage|-|Usage-Based|-0.5|-0.5|Standard|-",
                        "Usage|-|Usage-Based|-0.25|-0.25|Standard|-",
                        "Adjustment|-|One-Time|0.125|0.125|Standard|-");
        assertThat(fixture.billing.imports().getFirst().warnings())
                .anyMatch(warning -> warning.startsWith("1 rows have a line item type that Plimsoll doesn't know"));
    }

    @Test
    void splitCostAllocationRowsAreLeftOutAndCounted() {
        ImportResult result = load("LineItemType=Usage; UnblendedCost=5; Operation=RunInstances",
                "LineItemType=Usage; UnblendedCost=2; Operation=EKSPod-EC2",
                "LineItemType=Usage; UnblendedCost=3; Operation=ECSTask-EC2");
        assertThat(result.excluded()).isEqualTo(Map.of("SplitCostAllocation", 2L));
        assertThat(result.read()).isEqualTo(3);
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("5");
    }

    @Test
    void netCostCountsWhereTheReportHasIt() {
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(List.of("lineItem/NetUnblendedCost", "savingsPlan/NetSavingsPlanEffectiveCost",
                "reservation/NetEffectiveCost"));
        load(columns, "LineItemType=Usage; UnblendedCost=5; NetUnblendedCost=4",
                "LineItemType=Usage; UnblendedCost=6",
                "LineItemType=SavingsPlanCoveredUsage; UnblendedCost=5; SavingsPlanEffectiveCost=3; "
                        + "NetSavingsPlanEffectiveCost=2.5",
                "LineItemType=DiscountedUsage; UnblendedCost=0; EffectiveCost=3; NetEffectiveCost=2");
        assertThat(charges("BilledCost, EffectiveCost")).containsExactly("4|4", "6|6", "0|2.5", "0|2");
    }

    @Test
    void aCommitmentWhoseCostTheReportDoesNotNameIsARejectAndNotAZero() {
        List<String> columns = COLUMNS.stream().filter(name -> !name.equals("reservation/EffectiveCost")).toList();
        ImportResult result = load(columns, "LineItemType=Usage; UnblendedCost=5",
                "LineItemType=DiscountedUsage; UnblendedCost=0");
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(fixture.query("SELECT reason FROM billing_reject"))
                .containsExactly("EffectiveCost is not a number: no column reservation/EffectiveCost");
    }

    @Test
    void inclusiveEndsBecomeExclusiveAndTimesHaveThreeSpellings() {
        load("LineItemType=Tax; UnblendedCost=1; UsageStartDate=2026-03-01 00:00:00; "
                + "UsageEndDate=2026-03-31T23:59:59.000Z",
                "LineItemType=Usage; UnblendedCost=1; UsageStartDate=2026-03-01T10:00:00.000Z; "
                        + "UsageEndDate=2026-03-01T11:00:00Z",
                "LineItemType=Usage; UnblendedCost=1; UsageEndDate=2026-03-01 10:59:59");
        assertThat(charges("ChargePeriodStart, ChargePeriodEnd, BillingPeriodEnd")).containsExactly(
                "2026-03-01 00:00:00|2026-04-01 00:00:00|2026-04-01 00:00:00",
                "2026-03-01 10:00:00|2026-03-01 11:00:00|2026-04-01 00:00:00",
                "2026-03-05 00:00:00|2026-03-01 11:00:00|2026-04-01 00:00:00");
    }

    @Test
    void marketplaceSellersUnitsCategoriesAndTags() {
        load("LineItemType=Usage; UnblendedCost=1; BillingEntity=AWS Marketplace; LegalEntity=Contoso Inc; "
                + "ProductCode=8nd; unit=Hrs; user:team=a; team=b; user:Name=n",
                "LineItemType=Usage; UnblendedCost=1; BillingEntity=AISPL; ProductCode=AmazonS3; unit=GB-Mo");
        assertThat(charges("ServiceProviderName, ServiceCategory, ServiceName, PricingUnit, source, \"Tags\""))
                .containsExactly("Contoso Inc|Other|8nd|Hours|aws|{'user:team'=a, team=b, Name=n}",
                        "AWS|Storage|AmazonS3|GB-Month|aws|{}");
    }
}
