package io.plimsoll.analysis.billing;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

class ParquetTest {
    @TempDir
    Path folder;

    private Path parquet(String name, String select) {
        Path file = folder.resolve(name);
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000))) {
            engine.execute(Sql.of("COPY (" + select + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)"),
                    Cancellation.never());
        }
        return file;
    }

    @Test
    void typedParquetGivesTheSameSumsAsTheCsvItWasMadeFrom() {
        Path csv = SharedData.path("joint/sim-dev/focus-1.2.csv.gz");
        Path file = parquet("a.parquet", "SELECT * REPLACE (CAST(\"BilledCost\" AS DOUBLE) AS \"BilledCost\", "
                + "CAST(\"ChargePeriodStart\" AS TIMESTAMP) AS \"ChargePeriodStart\", "
                + "CAST(CAST(\"Tags\" AS JSON) AS MAP(VARCHAR, VARCHAR)) AS \"Tags\") FROM read_csv("
                + Sql.literal(csv.toString())
                + ", all_varchar = true)");
        try (BillingFixture fixture = new BillingFixture(folder)) {
            fixture.load(csv);
            String rows = String.join("\n", fixture.query("SELECT file_line, \"BilledCost\", \"EffectiveCost\", "
                    + "\"ChargePeriodStart\", \"Tags\" FROM charge ORDER BY file_line"))
                    .replaceAll("(?m)^(\\d+)", "");
            ImportResult result = fixture.load(file);
            assertThat(result.replaced()).isEqualTo(7891);
            assertThat(result.totals().get("USD").billed()).isEqualByComparingTo("258794.0455563091");
            assertThat(String.join("\n", fixture.query("SELECT file_line, \"BilledCost\", \"EffectiveCost\", "
                    + "\"ChargePeriodStart\", \"Tags\" FROM charge ORDER BY file_line")).replaceAll("(?m)^(\\d+)", ""))
                    .isEqualTo(rows);
        }
    }

    @Test
    void rejectsOfParquetHaveARowNumberAndWildcardsInANameAreJustAName() {
        Path file = parquet("x[1]*.parquet",
                "SELECT * FROM (VALUES (0.1::DOUBLE, 1e-7::DOUBLE), ('NaN'::DOUBLE, 1), (NULL, 1)) "
                        + "t(BilledCost, EffectiveCost), (SELECT '1' AS BillingAccountId, 'USD' AS BillingCurrency, "
                        + "DATE '2026-03-01' AS BillingPeriodStart, TIMESTAMPTZ '2026-03-01 00:00:00+00' AS ChargePeriodStart, "
                        + "'Usage' AS ChargeCategory, 'AWS' AS ProviderName, 'Compute' AS ServiceName)");
        try (BillingFixture fixture = new BillingFixture(folder)) {
            ImportResult result = fixture.load(file);
            assertThat(result.totals().get("USD").effective()).isEqualByComparingTo("0.0000001");
            assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject ORDER BY line"))
                    .containsExactly("2 BilledCost is not a number: nan", "3 BilledCost is missing");
        }
    }

    private static final String REST = " FROM (SELECT 'USD' AS BillingCurrency, DATE '2026-03-01' AS BillingPeriodStart, "
            + "DATE '2026-03-01' AS ChargePeriodStart, 'Usage' AS ChargeCategory, 'AWS' AS ProviderName, "
            + "'Compute' AS ServiceName)";

    @Test
    void accountKeptAsFloatingPointIsTheAccount() {
        Path file = parquet("a.parquet", "SELECT *, 1 AS BilledCost, 2.0::DOUBLE AS EffectiveCost, "
                + "111122223333::DOUBLE AS BillingAccountId" + REST);
        try (BillingFixture fixture = new BillingFixture(folder)) {
            assertThat(fixture.load(file).totals().get("USD").effective()).isEqualByComparingTo("2");
            assertThat(fixture.query("SELECT \"BillingAccountId\" FROM charge")).containsExactly("111122223333");
        }
    }

    @Test
    void numbersAndTimesOfEveryKindAreWhatTheirTextSays() {
        Path file = parquet("a.parquet", "SELECT *, '1' AS BillingAccountId, 'USD' AS BillingCurrency, "
                + "'Usage' AS ChargeCategory, 'AWS' AS ProviderName, DATE '2026-03-01' AS BillingPeriodStart "
                + "FROM (VALUES (1234567890123456789.012345678901234567::DECIMAL(38,18), 7::UBIGINT, -3::BIGINT, "
                + "0.1234567890123456789012345::DECIMAL(38,25), TIMESTAMP_NS '2026-03-01 10:00:00.123456789', "
                + "DATE '2026-04-01')) "
                + "t(BilledCost, EffectiveCost, ListCost, ContractedCost, ChargePeriodStart, ChargePeriodEnd)");
        try (BillingFixture fixture = new BillingFixture(folder)) {
            fixture.load(file);
            assertThat(fixture.query("SELECT \"BilledCost\", \"EffectiveCost\", \"ListCost\", \"ContractedCost\", "
                    + "\"ChargePeriodStart\"::VARCHAR, \"ChargePeriodEnd\"::VARCHAR FROM charge")).containsExactly(
                            "1234567890123456789.012345678901234567|7.000000000000000000|-3.000000000000000000|"
                                    + "0.123456789012345679|2026-03-01 10:00:00.123456|2026-04-01 00:00:00");
        }
    }

    @Test
    void timesOutsideTheCalendarAreRejected() {
        Path file = parquet("a.parquet", "SELECT '1' AS BillingAccountId, 'USD' AS BillingCurrency, 1 AS BilledCost, "
                + "1 AS EffectiveCost, 'Usage' AS ChargeCategory, 'AWS' AS ProviderName, "
                + "TIMESTAMP '2026-03-01' AS BillingPeriodStart, * FROM (VALUES "
                + "(TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-02'), (TIMESTAMP 'infinity', TIMESTAMP '2026-03-02'), "
                + "(TIMESTAMP '1720-01-01', TIMESTAMP '2026-03-02'), (TIMESTAMP '2026-03-01', TIMESTAMP '12026-01-01')) "
                + "t(ChargePeriodStart, ChargePeriodEnd)");
        try (BillingFixture fixture = new BillingFixture(folder)) {
            fixture.load(file);
            assertThat(fixture.query("SELECT line || ' ' || reason FROM billing_reject ORDER BY line"))
                    .containsExactly("2 ChargePeriodStart is not a time: infinity",
                            "3 ChargePeriodStart is not a time: 1720-01-01 00:00:00",
                            "4 ChargePeriodEnd is not a time: 12026-01-01 00:00:00");
        }
    }
}
