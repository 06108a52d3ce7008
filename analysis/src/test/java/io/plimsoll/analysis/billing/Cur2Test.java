package io.plimsoll.analysis.billing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.airlift.compress.zstd.ZstdOutputStream;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// CUR 2.0, and the legacy report as Parquet. No real file could be had: these follow the columns that AWS publishes.
class Cur2Test extends BillingTest {
    static final String HEADER = "bill_billing_entity,bill_billing_period_end_date,bill_billing_period_start_date,"
            + "bill_invoice_id,bill_payer_account_id,bill_payer_account_name,cost_category,discount,line_item_currency_code,"
            + "line_item_line_item_type,line_item_operation,line_item_product_code,line_item_resource_id,line_item_unblended_cost,"
            + "line_item_usage_account_id,line_item_usage_account_name,line_item_usage_amount,line_item_usage_end_date,"
            + "line_item_usage_start_date,line_item_usage_type,pricing_public_on_demand_cost,pricing_unit,product,"
            + "product_region_code,product_instance_type,resource_tags,savings_plan_savings_plan_a_r_n,"
            + "savings_plan_savings_plan_effective_cost,savings_plan_total_commitment_to_date,savings_plan_used_commitment";
    private static final String COLUMNS = "SELECT \"BillingAccountId\", \"BillingAccountName\", \"SubAccountName\", "
            + "\"ChargeCategory\", CAST(\"BilledCost\" AS DECIMAL(10,4)), CAST(\"EffectiveCost\" AS DECIMAL(10,4)), "
            + "\"ServiceName\", \"RegionId\", \"ResourceName\", CAST(\"SkuPriceDetails\" AS VARCHAR), "
            + "CAST(map_entries(\"Tags\") AS VARCHAR), coalesce(\"Extensions\"['x_CostCategories'], '-'), "
            + "CAST(\"ChargePeriodEnd\" AS VARCHAR) FROM charge ORDER BY file_line";

    /// A line item of March 2026 that costs what is given on demand.
    static String row(String type, String cost, String day) {
        return "AWS,2026-04-01T00:00:00.000Z,2026-03-01T00:00:00.000Z,7,012345678901,Payer,\"{\"\"env\"\":\"\"prod\"\"}\",{},USD,"
                + type + ",RunInstances,AmazonEC2,i-1," + cost + ",098765432109,Team,1.0,2026-03-" + day
                + "T23:59:59.000Z,2026-03-" + day + "T00:00:00.000Z,USE1-BoxUsage:m5.large," + cost
                + ",Hrs,\"{\"\"product_name\"\":\"\"Amazon Elastic Compute Cloud\"\",\"\"vcpu\"\":\"\"2\"\",\"\"memory\"\":\"\"8 GiB\"\"}\","
                + "us-east-1,m5.large,\"{\"\"user_name\"\":\"\"web\"\",\"\"user_team\"\":\"\"blue\"\",\"\"aws_created_by\"\":\"\"x\"\"}\","
                + (type.startsWith("SavingsPlan") ? "arn:aws:savingsplans::1:savingsplan/s,1.25,4,1.5" : ",,,");
    }

    private static String expected(String category, String billed, String effective) {
        return "012345678901|Payer|Team|" + category + "|" + billed + "|" + effective
                + "|Amazon Elastic Compute Cloud|us-east-1|web|"
                + "{\"InstanceType\":\"m5.large\",\"CoreCount\":2,\"MemorySize\":8.0}|[{'key': name, 'value': web}, "
                + "{'key': team, 'value': blue}, {'key': aws_created_by, 'value': x}]|{\"env\":\"prod\"}|2026-03-06 00:00:00";
    }

    private Path parquet(String name, String select) {
        Path file = folder.resolve(name);
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000))) {
            engine.execute(Sql.of("COPY (" + select + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)"),
                    Cancellation.never());
        }
        return file;
    }

    @Test
    void csvWithMapsAsJsonAndParquetWithMapsAreTheSame() {
        Path csv = fixture.file("cur2.csv", HEADER, row("Usage", "5.5", "05"),
                row("SavingsPlanCoveredUsage", "2", "05"), row("SavingsPlanNegation", "-2", "05"),
                row("SavingsPlanRecurringFee", "4", "05"));
        ImportResult result = fixture.load(csv);
        assertThat(result.files().getFirst().profile()).isEqualTo("aws-cur2");
        assertThat(result.files().getFirst().version()).isEqualTo("2.0");
        assertThat(result.files().getFirst().warnings()).noneMatch(warning -> warning.startsWith("Columns"));
        List<String> expected = List.of(expected("Usage", "5.5000", "5.5000"), expected("Usage", "0.0000", "1.2500"),
                expected("Purchase", "4.0000", "2.5000"));
        assertThat(fixture.query(COLUMNS)).isEqualTo(expected);
        Path typed = parquet("cur2.snappy.parquet", "SELECT * REPLACE (" + map("product") + map("resource_tags")
                + map("cost_category") + map("discount") + "CAST(line_item_unblended_cost AS DOUBLE) AS "
                + "line_item_unblended_cost, CAST(line_item_usage_end_date AS TIMESTAMP) AS line_item_usage_end_date) "
                + "FROM read_csv(" + Sql.literal(csv.toString()) + ", all_varchar = true)");
        ImportResult again = fixture.load(typed);
        assertThat(again.replaced()).isEqualTo(3);
        assertThat(again.excluded()).isEqualTo(result.excluded()).containsEntry("SavingsPlanNegation", 1L);
        assertThat(again.files().getFirst().profile()).isEqualTo("aws-cur2");
        assertThat(fixture.query(COLUMNS)).isEqualTo(expected);
    }

    private static String map(String column) {
        return "CAST(CAST(" + column + " AS JSON) AS MAP(VARCHAR, VARCHAR)) AS " + column + ", ";
    }

    @Test
    void zstandardIsReadLikeTheSamePlainFile() throws IOException {
        Path csv = fixture.file("in/cur2.csv", HEADER, row("Usage", "5.5", "05"));
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(folder.resolve("in/x.csv.zst")))) {
            Files.copy(csv, out);
        }
        Files.delete(csv);
        ImportResult result = fixture.load(folder.resolve("in"));
        assertThat(result.loaded()).isEqualTo(1);
        assertThat(fixture.query(COLUMNS)).containsExactly(expected("Usage", "5.5000", "5.5000"));
    }

    @Test
    void legacyReportAsParquetIsReadByItsSnakeCaseNames() {
        Path file = parquet("cur.snappy.parquet", "SELECT '012345678901' AS bill_payer_account_id, "
                + "TIMESTAMP '2026-03-01' AS bill_billing_period_start_date, 'USD' AS line_item_currency_code, "
                + "TIMESTAMP '2026-03-05' AS line_item_usage_start_date, 'DiscountedUsage' AS line_item_line_item_type, "
                + "0.0::DOUBLE AS line_item_unblended_cost, 'arn:ri' AS reservation_reservation_a_r_n, "
                + "1.25::DOUBLE AS reservation_effective_cost, 'Amazon Elastic Compute Cloud' AS product_product_name, "
                + "'blue' AS resource_tags_user_team, '' AS resource_tags_user_name, '3' AS month");
        ImportResult result = fixture.load(file);
        assertThat(result.files().getFirst().profile()).isEqualTo("aws-cur");
        assertThat(result.files().getFirst().warnings()).noneMatch(warning -> warning.startsWith("Columns"));
        assertThat(fixture.query("SELECT CAST(\"EffectiveCost\" AS DECIMAL(10,2)), \"CommitmentDiscountId\", "
                + "\"ServiceName\", CAST(\"Tags\" AS VARCHAR) FROM charge"))
                .containsExactly("1.25|arn:ri|Amazon Elastic Compute Cloud|{team=blue}");
    }

    @Test
    void tagKeysThatWouldBecomeOneStayAsTheyAreAndDamagedTagsAreCounted() {
        String usual = row("Usage", "1", "05");
        String tags = usual.substring(usual.indexOf("\"{\"\"user_name"), usual.lastIndexOf("}\"") + 2);
        ImportResult result = fixture.load(fixture.file("cur2.csv", HEADER,
                usual.replace(tags, "\"{\"\"user_a\"\":\"\"1\"\",\"\"a\"\":\"\"2\"\",\"\"user_b\"\":\"\"3\"\"}\""),
                usual.replace(tags, "broken")));
        assertThat(fixture.query("SELECT CAST(\"Tags\" AS VARCHAR) FROM charge ORDER BY file_line"))
                .containsExactly("{user_a=1, a=2, b=3}", "{}");
        assertThat(result.files().getFirst().warnings())
                .contains("1 rows have damaged tags and were loaded without them.");
    }

    @Test
    void exportWithoutTheCurrencyIsRefused() {
        Path file = fixture.file("cur2.csv", HEADER.replace("line_item_currency_code", "x_other"),
                row("Usage", "1", "05"));
        assertThatThrownBy(() -> fixture.load(file)).isInstanceOfSatisfying(
                StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("MISSING_COLUMN");
                    assertThat(failure.remedy()).contains("line_item_currency_code");
                });
    }
}
