package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Azure's exports in every spelling that was seen.
class AzureTest extends BillingTest {
    private static final String EA = "BillingAccountId,BillingPeriodStartDate,BillingPeriodEndDate,SubscriptionId,Date,"
            + "MeterCategory,MeterName,ConsumedService,ResourceId,Quantity,UnitOfMeasure,Cost,BillingCurrency,Tags,"
            + "ChargeType,PricingModel,ReservationId,benefitId";
    private static final String PLAN = "/providers/Microsoft.BillingBenefits/savingsPlanOrders/1";
    private static final String RESERVATION = "/providers/Microsoft.Capacity/reservationOrders/2";

    private static String row(String date, String cost, String type, String model, String benefit) {
        return "77,09/01/2023,09/30/2023,s-1," + date + ",Virtual Machines,B1s,Microsoft.Compute,"
                + "/subscriptions/s-1/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/Web,24,1 Hour,"
                + cost
                + ",USD,\"\"\"a\"\": \"\"b\"\",\"\"c\"\": \"\"d\"\"\"," + type + "," + model + ",," + benefit;
    }

    private static String usage(String cost) {
        return row("9/2/2023", cost, "Usage", "OnDemand", "");
    }

    private void refused(String code, Path... files) {
        String before = fixture.state();
        assertThatThrownBy(() -> fixture.load(files)).isInstanceOfSatisfying(StepFailure.class, failure -> {
            assertThat(failure.code()).as(failure.message()).isEqualTo(code);
            assertThat(failure.remedy()).isNotEmpty();
        });
        assertThat(fixture.state()).isEqualTo(before);
    }

    private ImportResult variant(String name, String version, String currency, String billed) {
        ImportResult result = fixture.load(SharedData.path("billing/azure/" + name));
        assertThat(result.rejected()).isZero();
        assertThat(result.files().getFirst().profile()).isEqualTo("azure");
        assertThat(result.files().getFirst().version()).isEqualTo(version);
        assertThat(result.totals().get(currency).billed()).isEqualByComparingTo(billed);
        return result;
    }

    @Test
    void actualCostLoadsToTheLastDigit() {
        ImportResult result = variant("EA_ActualCost_Small.csv", "EA actual", "USD", "8.5450077867419368");
        assertThat(result.loaded()).isEqualTo(11);
        assertThat(result.files().getFirst().warnings())
                .contains("1 rows buy or refund a commitment: the effective cost of "
                        + "what it covers is in the amortized file only.");
        assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("5.2950077867419368");
        assertThat(fixture
                .query("SELECT \"ChargeCategory\", \"PricingCategory\", \"CommitmentDiscountType\", \"BilledCost\", "
                        + "CAST(\"ChargePeriodStart\" AS VARCHAR) FROM charge WHERE \"CommitmentDiscountId\" IS NOT NULL"))
                .containsExactly("Purchase|Committed|Reservation|3.250000000000000000|2023-09-21 00:00:00");
        assertThat(fixture.query(
                "SELECT CAST(\"PricingQuantity\" AS VARCHAR), \"PricingUnit\", \"ConsumedQuantity\", \"ConsumedUnit\" FROM charge "
                        + "WHERE \"PricingUnit\" = '10K' ORDER BY 1 LIMIT 1"))
                .containsExactly("0.000000010000000000|10K|0.000100000000000000|Units");
        assertThat(fixture.query("SELECT \"Tags\"['org'] FROM charge WHERE file_line = 3")).containsExactly("trey");
    }

    @Test
    void amortizedCostLoadsToTheLastDigit() {
        ImportResult result = variant("EA_AmortizedCost_Small.csv", "EA amortized", "USD",
                "15.797780136168644627485419");
        assertThat(result.loaded()).isEqualTo(28);
        assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("16.2969321366366446274854190000");
        assertThat(fixture.query("SELECT \"CommitmentDiscountType\", \"CommitmentDiscountStatus\", "
                + "CAST(\"BilledCost\" AS VARCHAR), \"EffectiveCost\" FROM charge WHERE \"CommitmentDiscountId\" IS NOT NULL ORDER BY 1"))
                .containsExactly(
                        "Reservation|Used|0.000000000000000000|0.493152000000000000",
                        "Savings Plan|Used|0.000000000000000000|0.006000000468000000");
    }

    @Test
    void everyHeaderVariantLoadsWithItsSum() {
        variant("header-variants/Enterprise.csv", "EA", "CAD", "0");
        variant("header-variants/PayAsYouGo.csv", "pay-as-you-go", "USD", "0.075");
        variant("koku-cases/azure_camelCased.csv", "pay-as-you-go", "USD", "0.00011016");
        variant("koku-cases/azure_version_2.csv", "EA", "MC", "19.998413754");
        ImportResult old = variant("koku-cases/costreport_a243c6f2-199f-4074-9a2c-40e671cf1584.csv", "pay-as-you-go",
                "USD", "0.00011016");
        assertThat(old.files().getFirst().warnings())
                .contains("3 rows name no billing period: the calendar month of their day stands for it.");
        ImportResult customer = variant("koku-cases/camel_azure_version_2.csv", "MCA", "USD", "0.0000262412");
        assertThat(customer.totals().get("USD").list()).isEqualByComparingTo("0.0000262412");
        assertThat(fixture.query("SELECT DISTINCT \"BillingAccountId\", CAST(\"BillingPeriodStart\" AS VARCHAR), "
                + "CAST(\"BillingPeriodEnd\" AS VARCHAR), CAST(\"ChargePeriodStart\" AS VARCHAR) FROM charge "
                + "WHERE \"BillingAccountType\" = 'Billing Profile'"))
                .containsExactly("NF5V-BI6B-BG7-PGB|2023-08-01 00:00:00|2023-09-01 00:00:00|2023-08-01 00:00:00");
    }

    @Test
    void exportWithoutCurrencyOrRowsIsRefusedUntilTheCurrencyIsSaid() {
        Path silent = SharedData.path("billing/azure/header-variants/values-VirtualMachine.csv");
        refused("CURRENCY_NEEDED", silent);
        refused("FILE_EMPTY", SharedData.path("billing/azure/koku-cases/empty_frame.csv"));
        ImportResult said = fixture.load(new ImportRequest(List.of(silent), null, false, "EUR"));
        assertThat(said.totals()).containsOnlyKeys("EUR");
        assertThat(said.totals().get("EUR").billed()).isEqualByComparingTo("4");
        assertThat(said.totals().get("EUR").list()).isEqualByComparingTo("5");
    }

    @Test
    void templateWhoseRowsAreShorterThanItsHeaderIsRefused() {
        Path template = SharedData.path("billing/azure/header-variants/values-Template.csv");
        assertThatThrownBy(() -> fixture.load(new ImportRequest(List.of(template), null, false, "EUR")))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("NO_VALID_ROWS");
                    assertThat(failure.message()).contains("The row has 10 columns instead of 11");
                });
    }

    @Test
    void germanHeaderWithByteOrderMarkIsReadByTheNamesInBrackets() throws IOException {
        String text = "\uFEFFAbonnement-GUID (SubscriptionGuid),Ressourcengruppe (ResourceGroup),UsageDateTime (UsageDateTime),"
                + "Kategorie der Verbrauchseinheit (MeterCategory),UsageQuantity (UsageQuantity),PreTaxCost (PreTaxCost),"
                + "Genutzter Dienst (ConsumedService),InstanceId (InstanceId),Currency,Maßeinheit (UnitOfMeasure)\n"
                + "s-1,Gruppe,2021-02-02,Load Balancer,3,0.075,Microsoft.Network,/subscriptions/s-1/X,EUR,100 Hours\n";
        ImportResult result = fixture
                .load(Files.write(folder.resolve("german.csv"), text.getBytes(StandardCharsets.UTF_8)));
        assertThat(result.totals().get("EUR").billed()).isEqualByComparingTo("0.075");
        assertThat(fixture.query("SELECT \"SubAccountId\", \"ServiceName\", \"Extensions\"['x_ResourceGroupName'], "
                + "\"PricingQuantity\", \"ResourceId\" FROM charge"))
                .containsExactly("s-1|Load Balancer|Gruppe|0.030000000000000000|/subscriptions/s-1/x");
    }

    @Test
    void slashedDatesAreMonthFirstAndWhatCanNotBeIsRejected() {
        ImportResult result = fixture.load(fixture.file("a.csv", EA, usage("1"),
                row("21/09/2023", "2", "Usage", "OnDemand", ""), row("02/30/2023", "4", "Usage", "OnDemand", ""),
                row("9/2/23", "8", "Usage", "OnDemand", ""), row("2023-09-03", "16", "Usage", "OnDemand", ""),
                row("12/11/2023", "32", "Usage", "OnDemand", "")));
        assertThat(fixture
                .query("SELECT CAST(\"ChargePeriodStart\" AS VARCHAR) || ' ' || CAST(\"ChargePeriodEnd\" AS VARCHAR) "
                        + "FROM charge ORDER BY file_line"))
                .containsExactly("2023-09-02 00:00:00 2023-09-03 00:00:00",
                        "2023-09-03 00:00:00 2023-09-04 00:00:00", "2023-12-11 00:00:00 2023-12-12 00:00:00");
        assertThat(fixture
                .query("SELECT DISTINCT CAST(\"BillingPeriodStart\" AS VARCHAR), CAST(\"BillingPeriodEnd\" AS VARCHAR) "
                        + "FROM charge"))
                .containsExactly("2023-09-01 00:00:00|2023-10-01 00:00:00");
        assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject ORDER BY line")).containsExactly(
                "3 ChargePeriodStart is not a time: 21/09/2023", "4 ChargePeriodStart is not a time: 02/30/2023",
                "5 ChargePeriodStart is not a time: 9/2/23");
        assertThat(result.read()).isEqualTo(6);
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("49");
    }

    @Test
    void categoriesFollowTheChargeType() {
        fixture.load(fixture.file("a.csv", EA, usage("1"),
                row("9/2/2023", "2", "UnusedReservation", "Reservation", RESERVATION),
                row("9/2/2023", "4", "RoundingAdjustment", "", ""), row("9/2/2023", "-8", "Refund", "OnDemand", ""),
                row("9/2/2023", "16", "Tax", "Reservation", RESERVATION), row("9/2/2023", "32", "", "OnDemand", "")));
        assertThat(fixture.query("SELECT \"ChargeCategory\" || ' ' || coalesce(\"ChargeClass\", '') || ' ' || "
                + "CAST(\"BilledCost\" AS DECIMAL(38,0)) || ' ' || CAST(\"EffectiveCost\" AS DECIMAL(38,0)) || ' ' || "
                + "coalesce(\"CommitmentDiscountStatus\", '') FROM charge ORDER BY file_line"))
                .containsExactly("Usage  1 1 ", "Usage  0 2 Unused", "Adjustment  4 4 ", "Purchase Correction -8 -8 ",
                        "Tax  16 16 ");
        assertThat(fixture.query("SELECT reason FROM billing_reject")).containsExactly("ChargeCategory is missing");
    }

    @Test
    void actualAndAmortizedOfOneMonthAreRefusedTogetherAndOneAfterTheOther() {
        Path actual = fixture.file("actual.csv", EA, usage("1"),
                row("9/1/2023", "100", "Purchase", "SavingsPlan", PLAN));
        Path amortized = fixture.file("amortized.csv", EA, usage("1"),
                row("9/2/2023", "3", "Usage", "SavingsPlan", PLAN));
        refused("COST_VIEWS_MIXED", actual, amortized);
        fixture.load(actual);
        refused("COST_VIEWS_MIXED", amortized);
        fixture.load(actual);
        fixture.load(fixture.file("october.csv", EA, usage("1").replace("09/", "10/").replace("9/2/", "10/2/"),
                row("10/2/2023", "3", "Usage", "SavingsPlan", PLAN).replace("09/", "10/")));
        refused("COST_VIEWS_MIXED",
                fixture.file("both.csv", EA, row("9/1/2023", "100", "Purchase", "SavingsPlan", PLAN),
                        row("9/2/2023", "3", "Usage", "SavingsPlan", PLAN)));
    }

    @Test
    void officialPairOfOneMonthIsRefused() {
        refused("COST_VIEWS_MIXED", SharedData.path("billing/azure/EA_ActualCost_Small.csv"),
                SharedData.path("billing/azure/EA_AmortizedCost_Small.csv"));
    }

    @Test
    void secondLoadReplacesTheFirst() {
        fixture.load(fixture.file("a.csv", EA, usage("1"), usage("2")));
        ImportResult again = fixture.load(fixture.file("b.csv", EA, usage("1"), usage("5"), usage("0.5")));
        assertThat(again.replaced()).isEqualTo(2);
        assertThat(fixture.query("SELECT count(*), sum(\"BilledCost\") FROM charge"))
                .containsExactly("3|6.500000000000000000");
    }

    @Test
    void twoCurrenciesStayApart() {
        ImportResult result = fixture
                .load(fixture.file("a.csv", EA, usage("1.5"), usage("2").replace(",USD,", ",EUR,")));
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("1.5");
        assertThat(result.totals().get("EUR").billed()).isEqualByComparingTo("2");
    }

    @Test
    void columnThatIsNeededAndAmbiguousIsRefused() {
        refused("REPEATED_COLUMN", fixture.file("a.csv", EA + ",cost", usage("1") + ",2"));
    }
}
