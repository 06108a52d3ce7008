package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;

import static org.assertj.core.api.Assertions.assertThat;

/// Real Cost and Usage Reports, held against sums that were worked out elsewhere.
class CurFilesTest extends BillingTest {
    private static final String OPTSCALE = "billing/aws-cur-legacy/optscale-cur-savingsplan.csv";

    @Test
    void savingsPlanReportLoadsWithItsExactSums() {
        ImportResult result = fixture.load(SharedData.path(OPTSCALE));
        assertThat(result.read()).isEqualTo(1488);
        assertThat(result.loaded()).isEqualTo(1398);
        assertThat(result.rejected()).isZero();
        assertThat(result.excluded()).isEqualTo(Map.of("SavingsPlanNegation", 90L));
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("278.20656151830");
        assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("332.77411645600");
        ImportedFile file = result.files().getFirst();
        assertThat(file.profile()).isEqualTo("aws-cur");
        assertThat(file.warnings()).anyMatch(warning -> warning.startsWith("1364 rows have no invoice yet"))
                .anyMatch(warning -> warning.startsWith("98 rows have an estimated ContractedCost"));
        assertThat(fixture.query("SELECT DISTINCT \"BillingAccountId\", source FROM charge"))
                .containsExactly("044478323321|aws");
    }

    @Test
    void columnsOfASavingsPlanReportFillThoseOfFocus() {
        fixture.load(SharedData.path(OPTSCALE));
        assertThat(fixture.query("SELECT \"ServiceName\", \"ServiceCategory\", \"SubAccountName\", \"RegionId\", "
                + "\"AvailabilityZone\", \"PricingUnit\", CAST(\"SkuPriceDetails\" AS VARCHAR), \"Tags\"['Name'], "
                + "\"ResourceName\", \"Tags\"['aws:createdBy'], \"Extensions\"['x_CostCategories'], "
                + "\"ChargePeriodStart\", \"ChargePeriodEnd\" FROM charge WHERE file_line = 2")).containsExactly(
                        "Amazon Elastic Compute Cloud|Compute|sunflower Marketing and Website|us-west-2|us-west-2c|Hours|"
                                + "{\"InstanceType\":\"t2.large\",\"CoreCount\":2,\"MemorySize\":8.0,\"OperatingSystem\":\"Linux\"}"
                                + "|finops-practice|finops-practice|IAMUser:AIDAD40ED84DEXAMPLE:user-6b1886|"
                                + "{\"Acura\":\"organization\"}|2024-08-19 00:00:00.0|2024-08-20 00:00:00.0");
        assertThat(fixture.query("SELECT \"ChargePeriodEnd\", \"BillingPeriodEnd\", \"ChargeCategory\", "
                + "\"CommitmentDiscountType\", \"BilledCost\", \"EffectiveCost\" FROM charge "
                + "WHERE \"Extensions\"['x_LineItemType'] = 'RIFee'")).containsExactly("2024-10-01 00:00:00.0|"
                        + "2024-10-01 00:00:00.0|Purchase|Reserved Instance|6.912000000000000000|3.244800000000000000");
        assertThat(fixture.query("SELECT count(*) FROM charge WHERE \"BillingPeriodEnd\" < \"ChargePeriodEnd\""))
                .containsExactly("0");
    }

    @Test
    void reportWithManyDecimalsKeepsThemInItsTotal() {
        ImportResult result = fixture.load(SharedData.path("billing/aws-cur-legacy/koku-local/20180801-20180901/"
                + "16e57707-f9e3-49be-8be6-b84e684b5194/koku-local-1.csv.gz"));
        assertThat(result.loaded()).isEqualTo(13380);
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("143227.763678187615017991050");
        assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("143227.763678187615017991050");
        BigDecimal stored = new BigDecimal(fixture.query("SELECT CAST(sum(\"BilledCost\") AS VARCHAR) FROM charge")
                .getFirst());
        assertThat(stored.subtract(new BigDecimal("143227.763678187615017991050")).abs())
                .isLessThanOrEqualTo(new BigDecimal("5e-19").multiply(BigDecimal.valueOf(13380)));
        assertThat(fixture.query("SELECT DISTINCT CAST(\"BillingPeriodStart\" AS DATE) FROM charge ORDER BY 1"))
                .containsExactly("2018-06-01", "2018-07-01", "2018-08-01");
    }

    @Test
    void folderOfADeliveryLoadsWhatItsManifestNames() {
        ImportResult result = fixture.load(SharedData.path("billing/aws-cur-legacy/koku-local"));
        assertThat(result.loaded()).isEqualTo(13380);
        assertThat(result.warnings()).isEmpty();
        assertThat(result.files()).singleElement().satisfies(file -> assertThat(file.warnings())
                .anyMatch(warning -> warning.startsWith("The manifest names ")));
    }

    /// project-koku/koku@768be82, `koku/masu/test/data/aws/2023-06-01.csv`, Apache-2.0.
    @Test
    void closedMonthThatLiesBesideThisTest() throws IOException {
        Path file = folder.resolve("cur.csv");
        try (InputStream in = Objects.requireNonNull(CurFilesTest.class.getResourceAsStream("aws-cur-2023-06.csv"))) {
            Files.copy(in, file);
        }
        ImportResult result = fixture.load(file);
        assertThat(result.totals().get("NOK")).isEqualTo(new CostTotals(BigDecimal.ZERO, new BigDecimal("0.3"),
                new BigDecimal("30"), new BigDecimal("30")));
        assertThat(fixture.query("SELECT DISTINCT \"InvoiceId\", \"SubAccountId\", \"ServiceName\", \"RegionId\", "
                + "\"CommitmentDiscountStatus\", \"ConsumedQuantity\", \"ConsumedUnit\" FROM charge")).containsExactly(
                        "987654321|0099999999999|Amazon Elastic Compute Cloud|us-west-1|Used|1.000000000000000000|Hours");
        assertThat(
                fixture.query("SELECT \"ChargePeriodStart\", \"ChargePeriodEnd\" FROM charge ORDER BY 1 DESC LIMIT 1"))
                .containsExactly("2023-06-01 02:00:00.0|2023-06-01 03:00:00.0");
    }

    @Test
    void openMonthAndReportWithoutRows() {
        ImportResult result = fixture.load(
                SharedData.path("billing/aws-cur-legacy/koku-cases/2023-06-01-not-final.csv"),
                SharedData.path("billing/aws-cur-legacy/koku-cases/2023-06-01.csv"),
                SharedData.path("billing/aws-cur-legacy/koku-cases/empty_frame.csv"));
        assertThat(result.totals().get("NOK").effective()).isEqualByComparingTo("0.6");
        assertThat(result.totals().get("NOK").billed()).isEqualByComparingTo("0");
        assertThat(result.files().get(0).warnings())
                .contains("3 rows have no invoice yet: their month is not final.");
        assertThat(result.files().get(1).warnings()).noneMatch(warning -> warning.contains("invoice"))
                .anyMatch(warning -> warning.startsWith("Columns that were not read: noTags/aws:createdBy, "));
        assertThat(result.files().get(2).warnings()).contains("The file has a header and no rows.");
        assertThat(fixture.query("SELECT DISTINCT \"BillingAccountId\" FROM charge ORDER BY 1"))
                .containsExactly("0099999999999", "9999999999999");
    }

    @Test
    void aSecondLoadReplacesTheFirst() {
        Path file = SharedData.path(OPTSCALE);
        fixture.load(file);
        String sums = "SELECT count(*), sum(\"BilledCost\"), sum(\"EffectiveCost\") FROM charge";
        String before = fixture.query(sums).getFirst();
        assertThat(fixture.load(file).replaced()).isEqualTo(1398);
        assertThat(fixture.query(sums)).containsExactly(before);
    }
}
