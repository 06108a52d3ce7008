package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

import static org.assertj.core.api.Assertions.assertThat;

class CommitmentsTest extends BillingTest {
    private static final Days MARCH = new Days(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,ServiceCategory,"
            + "CommitmentDiscountId,CommitmentDiscountStatus,CommitmentDiscountType,CommitmentDiscountCategory,PricingCategory,"
            + "ResourceId,RegionId,SkuPriceDetails,ChargeDescription,ChargeFrequency";

    @Test
    void whatACommitmentGaveAndKeptIsReadByTheHourWhereAllChargesAreHourly() {
        load(row("0", "6", "10", "01:00", "plan", "Used", "Compute Savings Plan", "Spend", "Committed", "i-1",
                "m6i.large"),
                row("0", "1", "0", "01:00", "plan", "Unused", "Compute Savings Plan", "Spend", "Committed", "plan", ""),
                row("3", "3", "3", "01:00", "", "", "", "", "Standard", "i-2", "m6i.xlarge"),
                row("3", "3", "3", "02:00", "", "", "", "", "Standard", "i-2", "m6i.xlarge"),
                row("1", "1", "4", "02:00", "", "", "", "", "Dynamic", "i-3", "c6i.xlarge"));
        CommitmentUse use = fixture.billing.commitments().use(MARCH, Cancellation.never());
        assertThat(use.slotHours()).isEqualTo(1);
        CommitmentUse.Slot slot = use.slots().getFirst();
        assertThat(slot.usedList()).isEqualByComparingTo("10");
        assertThat(slot.usedEffective()).isEqualByComparingTo("6");
        assertThat(slot.unused()).isEqualByComparingTo("1");
        assertThat(use.eligible()).containsExactly(new CommitmentUse.Eligible("plan", "EC2", "", ""));
        assertThat(use.onDemand()).hasSize(2).allSatisfy(each -> {
            assertThat(each.series()).isEqualTo("m6i");
            assertThat(use.eligible().getFirst().covers(each)).isTrue();
        });
        List<CommitmentUse.Charged> own = fixture.billing.commitments().charges(use, MARCH, List.of("i-1", "i-3"),
                Cancellation.never());
        assertThat(own).extracting(CommitmentUse.Charged::commitment).containsExactly("plan", "");
        assertThat(own.getFirst().slot()).isEqualTo(slot.slot());
        assertThat(fixture.billing.commitments().spotDiscount(MARCH, Cancellation.never()))
                .hasValueSatisfying(each -> assertThat(each).isEqualByComparingTo(new BigDecimal("0.75")));
    }

    @Test
    void creditsOnSpotCapacityAreNoDiscount() {
        load(row("-5", "-5", "0", "01:00", "", "", "", "", "Dynamic", "i-1", "m6i.large"));
        assertThat(fixture.billing.commitments().spotDiscount(MARCH, Cancellation.never())).isEmpty();
        load(row("-5", "-5", "-1", "01:00", "", "", "", "", "Dynamic", "i-1", "m6i.large"),
                row("1", "1", "4", "02:00", "", "", "", "", "Dynamic", "i-1", "m6i.large"));
        assertThat(fixture.billing.commitments().spotDiscount(MARCH, Cancellation.never()))
                .hasValueSatisfying(each -> assertThat(each).isEqualByComparingTo(new BigDecimal("0.75")));
    }

    @Test
    void aReservationCoversItsSeriesInItsRegionOnly() {
        load(row("0", "6", "10", "01:00", "ri", "Used", "Reserved Instance", "Usage", "Committed", "i-1", "m6i.large"),
                row("3", "3", "3", "01:00", "", "", "", "", "Standard", "i-2", "c6i.xlarge"));
        CommitmentUse use = fixture.billing.commitments().use(MARCH, Cancellation.never());
        assertThat(use.eligible()).containsExactly(new CommitmentUse.Eligible("ri", "EC2", "us-east-1", "m6i"));
        assertThat(use.eligible().getFirst().covers(use.onDemand().getFirst())).isFalse();
    }

    @Test
    void theEndIsTheContractsElseTheWordsOfThePurchaseElseUnknown() {
        load(row("0", "6", "10", "01:00", "K1", "Used", "Savings Plan", "Spend", "Committed", "i-1", "m6i.large"),
                row("0", "6", "10", "01:00", "K2", "Used", "Savings Plan", "Spend", "Committed", "i-1", "m6i.large"),
                row("0", "6", "10", "01:00", "K3", "Used", "Savings Plan", "Spend", "Committed", "i-1", "m6i.large"),
                "9,0,9,9,1,USD,2026-03-01T00:00:00Z,2026-03-05T00:00:00Z,2026-03-06T00:00:00Z,Purchase,AWS,EC2,Compute,K2,,"
                        + "Savings Plan,Spend,Committed,K2,us-east-1,,3 year plan all upfront,One-Time");
        fixture.load(fixture.file("k.csv",
                "ContractCommitmentId,ContractId,ContractCommitmentCategory,ContractCommitmentCost,BillingCurrency,"
                        + "ContractCommitmentPeriodStart,ContractCommitmentPeriodEnd",
                "K1,C1,Spend,1000.10,USD,2026-01-01,2027-01-01"));
        List<CommitmentTerm> terms = fixture.billing.commitments().terms(Cancellation.never());
        assertThat(terms).extracting(CommitmentTerm::end).containsExactly(LocalDate.of(2027, 1, 1),
                LocalDate.of(2029, 3, 5), null);
        assertThat(terms).extracting(CommitmentTerm::endSource).containsExactly("its contract",
                "the words of its purchase", "");
    }

    @Test
    void aReportOfAmazonTellsTheLastSecondOfATerm() {
        fixture.load(ImportRequest
                .of(io.plimsoll.analysis.SharedData.path("billing/aws-cur-legacy/optscale-cur-savingsplan.csv")));
        List<CommitmentTerm> terms = fixture.billing.commitments().terms(Cancellation.never());
        assertThat(terms).isNotEmpty().allSatisfy(term -> {
            assertThat(term.end()).isNotNull();
            assertThat(term.endSource()).isNotEmpty();
        });
    }

    private void load(String... rows) {
        fixture.load(fixture.file("a.csv", HEADER + "\n" + String.join("\n", rows)));
    }

    private static String row(String billed, String effective, String list, String hour, String commitment,
            String status, String type, String category, String pricing, String resource, String instance) {
        String details = instance.isEmpty() ? "" : "\"{\"\"InstanceType\"\":\"\"" + instance + "\"\"}\"";
        return String.join(",", billed, effective, list, list, "1", "USD", "2026-03-01T00:00:00Z",
                "2026-03-05T" + hour + ":00Z",
                "2026-03-05T0" + (Integer.parseInt(hour.substring(0, 2)) + 1) + ":00:00Z",
                "Usage", "AWS", "EC2", "Compute", commitment, status, type, category, pricing, resource, "us-east-1",
                details, "", "Usage-Based");
    }
}
