package io.plimsoll.analysis.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.billing.Price.Basis;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// What the catalogue answers, and how sure it says it is.
class PricesTest extends BillingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final String HEADER = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
            + "ChargePeriodStart,ChargeCategory,ProviderName,ServiceName,RegionId,ListUnitPrice,PricingUnit,"
            + "PricingCategory,SkuPriceDetails";

    private Optional<Price> find(String provider, String region, String type, PurchaseOption option, LocalDate day) {
        return fixture.billing.prices().find(new PriceQuery(provider, region, type, option, day));
    }

    private Price onDemand(String provider, String region, String type, LocalDate day) {
        return find(provider, region, type, PurchaseOption.ON_DEMAND, day).orElseThrow();
    }

    private static String brief(Price price) {
        return price.basis().id() + " " + price.price().plain() + " " + price.date();
    }

    @Test
    void thePublishedPriceOfTheRegionComesWithItsDateAndSource() {
        Price price = onDemand("AWS", "US-EAST-1", "m6i.large", DAY);
        assertThat(brief(price)).isEqualTo("listed 0.096 2026-07-20");
        assertThat(price.price().currency() + " " + price.unit()).isEqualTo("USD hour");
        assertThat(price.source() + " " + price.licence())
                .isEqualTo("aws/karpenter-provider-aws@1d92708 Apache-2.0");
        assertThat(brief(onDemand("azure", "westeurope", "standard_e8-2as_v5", DAY)))
                .isEqualTo("listed 0.548 2026-06-18");
    }

    @Test
    void aPriceOf2022IsGivenFor2022AndNeverForToday() {
        LocalDate then = LocalDate.of(2022, 11, 30);
        assertThat(brief(onDemand("aws", "eu-west-1", "m5.large", then))).isEqualTo("listed 0.107 2022");
        Price now = onDemand("aws", "eu-west-1", "m5.large", DAY);
        assertThat(now.basis()).isEqualTo(Basis.ESTIMATED);
        assertThat(now.how()).startsWith("0.096 USD of us-east-1 on 2026-07-20 x 0.107 / 0.096, the type's prices");
        assertThat(now.source()).contains("karpenter", "cortex");
        Price between = onDemand("aws", "eu-west-1", "m5.large", LocalDate.of(2024, 3, 1));
        assertThat(brief(between)).isEqualTo("estimated 0.107 2022");
        assertThat(between.how()).contains("too far from 2024-03-01");
    }

    @Test
    void aNewerTypeIsEstimatedByItsSeriesOnlyWhereThatIsOfOneMind() {
        Price price = onDemand("aws", "eu-west-1", "m7i.large", DAY);
        assertThat(price.basis()).isEqualTo(Basis.ESTIMATED);
        assertThat(price.price().amount()).isEqualByComparingTo("0.112392");
        assertThat(price.how()).startsWith("0.1008 USD of us-east-1 on 2026-07-20 x 1.1150, the median of the 115")
                .contains("types of the series m", "whether the region has this type");
        // In Mumbai AMD types were cheaper by a third, Intel types dearer.
        assertThat(find("aws", "ap-south-1", "m7i.large", PurchaseOption.ON_DEMAND, DAY)).isEmpty();
    }

    @Test
    void whatIsNotKnownStaysUnknown() {
        assertThat(find("aws", "us-east-1", "m99.large", PurchaseOption.ON_DEMAND, DAY)).isEmpty();
        assertThat(find("aws", "us-east-1", "m5.large", PurchaseOption.SPOT, DAY)).isEmpty();
        assertThat(find("azure", "eu-west-1", "m5.large", PurchaseOption.ON_DEMAND, DAY)).isEmpty();
        assertThat(find("azure", "mars", "Standard_D2s_v5", PurchaseOption.ON_DEMAND, DAY)).isEmpty();
        // Its table states the currency with a question mark.
        assertThat(find("aws", "cn-north-1", "m5.large", PurchaseOption.ON_DEMAND, DAY)).isEmpty();
    }

    @Test
    void pricesWithoutADateAreEstimates() {
        Price google = onDemand("gcp", "us-central1", "e2-medium", DAY);
        assertThat(brief(google)).isEqualTo("estimated 0.03350571 ");
        assertThat(google.how()).contains("bears no date");
        assertThat(find("gcp", "us-central1", "e2-medium", PurchaseOption.SPOT, DAY).orElseThrow().price().plain())
                .isEqualTo("0.020106");
        assertThat(onDemand("oci", "eu-frankfurt-1", "B93113", DAY).basis()).isEqualTo(Basis.ESTIMATED);
        assertThat(onDemand("aws", "us-east-1", "s3/Glacier deep archive/Storage", DAY).how())
                .isEqualTo("a monthly cost divided by its quantity");
    }

    @Test
    void reservedTermsAreOfLinuxOnly() {
        assertThat(find("aws", "us-east-1", "x2iedn.32xlarge", PurchaseOption.RESERVED_1Y_STANDARD_NO_UPFRONT, DAY)
                .orElseThrow().price().amount()).isBetween(new BigDecimal("15"), new BigDecimal("18"));
        assertThat(onDemand("aws", "eu-west-1", "x2iedn.32xlarge", DAY).price().plain()).isEqualTo("32.012");
        assertThat(brief(onDemand("aws", "us-east-1", "x2iedn.32xlarge", DAY)))
                .isEqualTo("listed 26.676 2026-07-20");
    }

    @Test
    void defaultRatesHoldForAnyRegionAndAnUnknownProviderGetsTheCommonOnes() {
        assertThat(onDemand("azure", "westeurope", "cpu", DAY).price().plain()).isEqualTo("0.039");
        assertThat(onDemand("dc", "hall-1", "CPU", DAY).price().plain()).isEqualTo("0.031611");
        assertThat(onDemand("dc", "hall-1", "CPU", DAY).how()).isEqualTo("a default rate of OpenCost");
    }

    @Test
    void machinesHaveTheirSizesAndAConstrainedOneTheProcessorsThatRun() {
        MachineType constrained = machine("azure", "westeurope", "Standard_E8-2as_v5");
        assertThat(constrained.vcpu() + " " + constrained.memoryMib() + " " + constrained.pricePerHour().plain())
                .isEqualTo("2 65536 0.548");
        MachineType gpu = machine("aws", "us-east-1", "p5.48xlarge");
        assertThat(gpu.gpus()).hasValue(8);
        assertThat(gpu.gpuName()).isEqualTo("h100");
        MachineType usual = machine("aws", "us-east-1", "m6i.large");
        assertThat(usual.allocatableCpuMillis()).hasValue(1930);
        assertThat(usual.allocatableMib()).hasValue(6903);
        assertThat(machine("gcp", "us-central1", "e2-medium").burstable()).isTrue();
        assertThat(fixture.billing.prices().machines("aws", "us-east-1")).hasSizeGreaterThan(1300)
                .extracting(MachineType::name).doesNotHaveDuplicates();
    }

    private MachineType machine(String provider, String region, String name) {
        return fixture.billing.prices().machines(provider, region).stream().filter(each -> each.name().equals(name))
                .findFirst().orElseThrow();
    }

    @Test
    void theBillIsHeldAgainstTheCatalogueOneCurrencyAndSystemAtATime() {
        fixture.load(fixture.file("bill.csv", HEADER, charge("USD", "0.096", "Hours", "m6i.large", "Linux"),
                charge("USD", "0.096", "Hours", "m6i.large", "Linux"),
                charge("USD", "0.12", "Hrs", "m6i.large", "Linux"),
                charge("EUR", "0.096", "Hours", "m6i.large", "Linux"),
                charge("USD", "0.188", "Hours", "m6i.large", "Windows"),
                charge("USD", "0.5", "Hours", "z9.large", "Linux"),
                charge("USD", "0.09", "GB", "m6i.large", "Linux")));
        PriceCheck check = fixture.billing.prices().check(Cancellation.never());
        assertThat(check.rows()).extracting(row -> row.state().id() + " " + row.billed().plain() + " " + row.charges()
                + " " + row.difference()).containsExactlyInAnyOrder("equal 0.096 2 0.000000",
                        "different 0.12 1 0.250000", "other-currency 0.096 1 null", "other-system 0.188 1 null",
                        "unknown 0.5 1 null");
        assertThat(check.holds()).isFalse();
    }

    private static String charge(String currency, String price, String unit, String type, String system) {
        return "1,1,1," + currency + ",2026-10-01,2026-10-02,Usage,AWS,EC2,us-east-1," + price + "," + unit
                + ",Standard,\"{\"\"InstanceType\"\":\"\"" + type + "\"\",\"\"OperatingSystem\"\":\"\"" + system
                + "\"\"}\"";
    }

    @Test
    @Tag("slow")
    void theSampleCaseHasPublishedPrices() {
        fixture.load(SampleCase.folder().resolve("billing"));
        PriceCheck check = fixture.billing.prices().check(Cancellation.never());
        assertThat(check.count(PriceCheck.State.EQUAL)).isEqualTo(check.rows().size()).isEqualTo(4);
        assertThat(check.holds()).isTrue();
    }

    @Test
    @Tag("slow")
    void theSimulatedLakeHasPublishedPrices() {
        fixture.load(SharedData.path("joint/sim-dev/focus-1.2.csv.gz"));
        PriceCheck check = fixture.billing.prices().check(Cancellation.never());
        assertThat(check.count(PriceCheck.State.EQUAL)).isEqualTo(check.rows().size()).isEqualTo(19);
        assertThat(check.rows().stream().mapToLong(PriceCheck.Row::charges).sum()).isEqualTo(3416);
    }

    @Test
    void aBillWithoutInstanceTypesHasNothingToCheck() {
        fixture.load(fixture.focus("a.csv", BillingFixture.row("1", "1", "AWS", "2026-03-02")));
        assertThat(fixture.billing.prices().check(Cancellation.never()).rows()).isEqualTo(List.of());
    }
}
