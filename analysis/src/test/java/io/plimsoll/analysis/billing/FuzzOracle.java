package io.plimsoll.analysis.billing;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/// What must hold after a damaged file was loaded all the same.
final class FuzzOracle {
    private static final String CUBE_KEYS = "source, \"BillingAccountId\", \"BillingCurrency\", \"ChargeCategory\", \"ServiceName\"";

    private FuzzOracle() {
    }

    static void check(BillingFixture fixture, FuzzFormat format, ImportResult result) {
        for (ImportedFile file : result.files()) {
            assertThat(file.loaded() + file.rejected()
                    + file.excluded().values().stream().mapToLong(Long::longValue).sum())
                    .as("every row is accounted for").isEqualTo(file.read());
        }
        assertThat(fixture.workspace.ledger().verify().intact()).isTrue();
        if (!format.isDataset()) {
            checkCharges(fixture);
        }
    }

    private static void checkCharges(BillingFixture fixture) {
        String stored = "SELECT \"BillingCurrency\", count(*), sum(\"BilledCost\"), sum(\"EffectiveCost\"), "
                + "coalesce(sum(\"ListCost\"), 0), coalesce(sum(\"ContractedCost\"), 0) FROM charge "
                + "WHERE file_id = (SELECT max(file_id) FROM billing_file) GROUP BY 1 ORDER BY 1";
        String told = "SELECT \"BillingCurrency\", max(row_count), " + String.join(", ",
                List.of("billed", "effective", "list", "contracted").stream()
                        .map(metric -> "sum(loaded) FILTER (metric = '" + metric + "')").toList())
                + " FROM billing_control_total WHERE file_id = (SELECT max(file_id) FROM billing_file) GROUP BY 1 ORDER BY 1";
        assertThat(fixture.query(stored)).as("control totals").isEqualTo(fixture.query(told));
        String rows = "SELECT " + CUBE_KEYS + ", CAST(\"ChargePeriodStart\" AS DATE), sum(\"BilledCost\"), "
                + "sum(\"EffectiveCost\"), coalesce(sum(\"ListCost\"), 0), count(*) FROM charge GROUP BY ALL";
        String cube = "SELECT " + CUBE_KEYS + ", \"ChargeDay\", sum(\"BilledCost\"), sum(\"EffectiveCost\"), "
                + "sum(\"ListCost\"), sum(row_count) FROM cube_daily GROUP BY ALL";
        assertThat(fixture.query("SELECT (SELECT count(*) FROM (" + rows + " EXCEPT " + cube + ")), "
                + "(SELECT count(*) FROM (" + cube + " EXCEPT " + rows + "))")).as("the cube").containsExactly("0|0");
    }
}
