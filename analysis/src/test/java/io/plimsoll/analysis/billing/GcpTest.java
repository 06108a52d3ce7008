package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Google's export as JSON lines, CSV and Parquet: nothing of it goes through a binary fraction, and credits count.
class GcpTest extends BillingTest {
    private static final String CSV = "billing_account_id,service.description,sku.id,sku.description,usage_start_time,"
            + "usage_end_time,cost,currency,credits,invoice.month,cost_type,labels";

    /// A row as BigQuery writes it, after Google's published layout.
    private static String json(String cost, String credits, String rest) {
        return ("{'billing_account_id':'01-AB','service':{'id':'S1','description':'Compute Engine'},'sku':{'id':'K1',"
                + "'description':'N1 Core'},'usage_start_time':'2024-08-10 01:00:00 UTC','usage_end_time':"
                + "'2024-08-10 02:00:00 UTC','project':{'id':'p1','name':'Shop','labels':[{'key':'env','value':'prod'}]},"
                + "'labels':[{'key':'team','value':'a\\'b'}],'system_labels':[{'key':'compute.googleapis.com/machine_spec',"
                + "'value':'n1-standard-2'},{'key':'compute.googleapis.com/cores','value':'2'},"
                + "{'key':'compute.googleapis.com/memory','value':'7680'}],'location':{'location':'us-west1','region':"
                + "'us-west1'},'cost':" + cost + ",'currency':'USD','usage':{'amount':3600.0,'unit':'seconds',"
                + "'amount_in_pricing_units':1.000000000000000007,'pricing_unit':'hour'},'credits':" + credits
                + ",'invoice':{'month':'202408'},'cost_type':'regular'" + rest + "}").replace('\'', '"')
                .replace("\\\"", "'");
    }

    private static String csv(String cost, String credits) {
        return "01-AB,Compute Engine,K1,N1 Core,2024-08-10 01:00:00+00:00,2024-08-10 02:00:00+00:00," + cost + ",USD,"
                + "\"" + credits.replace("\"", "\"\"") + "\",202408,regular,\"[{'key': 'team', 'value': 'web'}]\"";
    }

    private List<String> costs() {
        return fixture
                .query("SELECT file_line || ' ' || CAST(\"BilledCost\" AS VARCHAR) FROM charge ORDER BY file_line");
    }

    @Test
    void exportOfManyRowsLoadsToTheLastDigit() {
        ImportResult result = fixture.load(SharedData.path("joint/optscale-demo/gcp_raw_billing_rows.jsonl.gz"));
        assertThat(result.read()).isEqualTo(68_936);
        assertThat(result.loaded()).isEqualTo(68_936);
        CostTotals totals = result.totals().get("USD");
        assertThat(totals.billed()).isEqualByComparingTo("563.0379929999999964917955");
        assertThat(totals.effective()).isEqualByComparingTo("563.0379929999999964917955");
        assertThat(fixture
                .query("SELECT CAST(sum(CAST(\"Extensions\"['x_CostBeforeCredits'] AS DECIMAL(38,24))) AS VARCHAR) "
                        + "FROM charge"))
                .containsExactly("694.730225999999996491795500");
        assertThat(result.files().getFirst().profile()).isEqualTo("gcp");
        assertThat(result.files().getFirst().warnings()).contains(
                "58375 rows state no currency: a billing account has only one, so they have that of its other rows.",
                "58375 rows name no service: they are loaded with cost, account, resource and time only.");
    }

    @Test
    void csvOfKokuLoads() {
        ImportResult result = fixture.load(SharedData.path("billing/gcp/koku-2022-08-01_5.csv"));
        assertThat(result.rejected()).isZero();
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("0.000012");
        assertThat(fixture.query(
                "SELECT DISTINCT CAST(\"BillingPeriodStart\" AS VARCHAR), CAST(\"BillingPeriodEnd\" AS VARCHAR), "
                        + "\"SubAccountId\", \"ServiceProviderName\" FROM charge"))
                .containsExactly("2022-08-01 07:00:00|2022-09-01 07:00:00|cloud-billing-292519|Google Cloud");
    }

    @Test
    void nestedJsonKeepsEveryDigitAndCountsCredits() {
        String credits = "[{'name':'C','amount':-0.1,'type':'PROMOTION','id':'x'},{'name':'\\'amount\\':5}','amount':-2e-19}]";
        ImportResult result = fixture.load(fixture.file("a.jsonl", json("0.1234567890123456789012345", "[]", ""),
                json("1.5", credits, ""), json("5e-06", "[{'amount':-0.000005}]", "")));
        assertThat(result.rejected()).isZero();
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("1.5234567890123456787012345");
        assertThat(costs()).containsExactly("1 0.123456789012345679", "2 1.400000000000000000",
                "3 0.000000000000000000");
        assertThat(fixture.query("SELECT DISTINCT \"ServiceName\", \"SkuId\", \"PricingQuantity\", \"Tags\"['team'], "
                + "\"Tags\"['project/env'], \"SubAccountName\", \"RegionId\", \"SkuPriceDetails\" FROM charge"))
                .containsExactly("Compute Engine|K1|1.000000000000000007|a'b|prod|Shop|us-west1|"
                        + "{\"InstanceType\":\"n1-standard-2\",\"CoreCount\":2,\"MemorySize\":7.5}");
    }

    @Test
    void keysThatDifferFromRowToRowAndDamagedLinesKeepTheirLineNumbers() {
        ImportResult result = fixture.load(fixture.write("a.jsonl", "\uFEFF" + json("1", "[]", "") + "\r\n\n"
                + json("2", "[]", ",'cost_at_list':2.5,'seller_name':'Contoso'") + "\nnot json\n"
                + json("\"4\"", "[]", "").replace("\"credits\":[]", "\"credits\":null") + "\n"
                + json("8", "[]", ",'cost':9") + "\n"
                + json("null", "[]", "") + "\n{}\n"));
        assertThat(costs()).containsExactly("1 1.000000000000000000", "3 2.000000000000000000",
                "5 4.000000000000000000");
        assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject ORDER BY line")).containsExactly(
                "4 The row is no JSON object", "6 The row has the key cost twice", "7 BilledCost is missing",
                "8 BillingCurrency is missing");
        assertThat(fixture.query("SELECT raw FROM billing_reject WHERE line = 7").getFirst())
                .startsWith("{\"billing_account_id\":\"01-AB\"");
        assertThat(result.read()).isEqualTo(7);
        assertThat(result.totals().get("USD").list()).isEqualByComparingTo("2.5");
    }

    @Test
    void creditsWrittenByPythonAreReadOrTheRowIsRejected() {
        ImportResult result = fixture.load(fixture.file("a.csv", CSV,
                csv("1.5",
                        "[{'name': 'S', 'amount': -0.25, 'full_name': None}, {'name': 'T', 'amount': Decimal('-5e-06')}]"),
                csv("2", "[{\"name\": \"it's\", \"amount\": -1}]"),
                csv("4", "[{'name': \"it's 'amount': 5\", 'amount': -1}]"),
                csv("8", "[{'name': 'no amount'}]"), csv("16", "nonsense"), csv("1e-05", "[]")));
        assertThat(costs()).containsExactly("2 1.249995000000000000", "3 1.000000000000000000",
                "7 0.000010000000000000");
        assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject ORDER BY line")).containsExactly(
                "4 BilledCost is not a number: 4 with credits that can't be read",
                "5 BilledCost is not a number: 8 with credits that can't be read",
                "6 BilledCost is not a number: 16 with credits that can't be read");
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("2.250005");
        assertThat(fixture.query("SELECT DISTINCT \"Tags\"['team'] FROM charge")).containsExactly("web");
    }

    @Test
    void nestedParquetGivesWhatJsonGives() {
        Path json = fixture.file("a.jsonl", json("1.5", "[{'name':'C','amount':-0.1,'type':'PROMOTION'}]", ""),
                json("0.0013449999999999998", "[]", ""));
        Path parquet = folder.resolve("a.parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000))) {
            engine.execute(Sql.of("COPY (SELECT * FROM read_json(" + Sql.literal(json.toString())
                    + ")) TO " + Sql.literal(parquet.toString()) + " (FORMAT parquet)"), Cancellation.never());
        }
        String rows = "SELECT \"BilledCost\", \"ServiceName\", \"SkuId\", \"PricingUnit\", \"Tags\"['project/env'], "
                + "\"SkuPriceDetails\", CAST(\"BillingPeriodStart\" AS VARCHAR) FROM charge ORDER BY 1";
        fixture.load(json);
        List<String> expected = fixture.query(rows);
        ImportResult result = fixture.load(parquet);
        assertThat(result.replaced()).isEqualTo(2);
        assertThat(fixture.query(rows)).isEqualTo(expected);
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("1.4013449999999999998");
    }

    @Test
    void categoriesPeriodsAndCommitments() {
        fixture.load(fixture.file("a.jsonl", json("1", "[]", "").replace("regular", "tax"),
                json("1", "[]", "").replace("regular", "rounding_error"), json("0", "[{'amount':-2}]", ""),
                json("1", "[]", "").replace("N1 Core", "Commitment v1: Cpu"),
                json("1", "[{'amount':-1,'type':'COMMITTED_USAGE_DISCOUNT','id':'cud-1'}]", ""),
                json("1", "[]", ",'adjustment_info':{'mode':'COMPLETE_NEGATION'}").replace("202408", "202409"),
                json("1", "[]", "").replace("{\"month\":\"202408\"}", "null").replace("2024-08-10 01", "2024-09-01 05")
                        .replace("2024-08-10 02", "2024-09-01 06")));
        assertThat(fixture.query("SELECT \"ChargeCategory\" || ' ' || coalesce(\"ChargeClass\", '') || ' ' || "
                + "\"PricingCategory\" || ' ' || coalesce(\"CommitmentDiscountStatus\" || \"CommitmentDiscountId\", '') || ' ' || "
                + "strftime(\"BillingPeriodStart\", '%Y-%m') FROM charge ORDER BY file_line")).containsExactly(
                        "Tax  Standard  2024-08", "Adjustment  Standard  2024-08", "Credit  Standard  2024-08",
                        "Purchase  Committed  2024-08", "Usage  Committed Usedcud-1 2024-08",
                        "Usage Correction Standard  2024-09", "Usage  Standard  2024-08");
    }

    @Test
    void rowsWithoutCurrencyAreRejectedWhereTheAccountHasTwo() {
        String silent = json("4", "[]", "").replace("\"USD\"", "null");
        ImportResult result = fixture.load(fixture.file("a.jsonl", json("1", "[]", ""),
                json("2", "[]", "").replace("USD", "EUR"), silent));
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("1");
        assertThat(result.totals().get("EUR").billed()).isEqualByComparingTo("2");
    }

    @Test
    void truncatedAndForeignJsonIsRefused() {
        refused("FILE_TRUNCATED", json("1", "[]", "") + "\n" + json("1", "[]", "").substring(0, 80));
        refused("UNKNOWN_FORMAT", "{\"a\": 1}\n");
        refused("UNKNOWN_FORMAT", "{\n  \"a\": 1\n}\n");
    }

    private void refused(String code, String text) {
        Path file = fixture.write(code + ".jsonl", text);
        assertThatThrownBy(() -> fixture.load(file)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).as(failure.message()).isEqualTo(code));
    }
}
