package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// What could not be read is counted, of bills and of telemetry, and told as an event where it is much.
class RejectsJudgedTest {
    @TempDir
    Path folder;

    private CommandLineRun run(Object... words) {
        return CommandLineRun.on(folder.resolve("case"), words);
    }

    private JsonNode quality() {
        return run("quality", "--json").json();
    }

    private List<String> rejected() {
        return quality().get("events").valueStream().filter(each -> each.get("check").asString().equals("rejected"))
                .map(each -> each.get("sentence").asString()).toList();
    }

    /// Four days, hour by hour.
    ///
    /// @param broken how many of the 96 values are no number
    private Path telemetry(int broken) throws IOException {
        StringBuilder text = new StringBuilder("time,metric,value,pod,namespace\n");
        LocalDateTime time = LocalDateTime.parse("2026-10-20T00:00");
        for (int hour = 0; hour < 96; hour++) {
            text.append(time.plusHours(hour)).append("Z,container_cpu_usage_cores,")
                    .append(hour < broken ? "n/a?" : "1.5").append(",api,shop\n");
        }
        return Files.writeString(folder.resolve("use.csv"), text);
    }

    /// @param broken how many of the 100 amounts are no number
    private Path bill(int broken) throws IOException {
        StringBuilder text = new StringBuilder("BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,"
                + "BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,"
                + "ServiceName,ServiceCategory,ProviderName\n");
        for (int row = 0; row < 100; row++) {
            text.append(row < broken ? "much" : "1").append(",1,1,1,acc,USD,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,")
                    .append("2026-10-0").append(1 + row % 9)
                    .append("T00:00:00Z,2026-10-10T00:00:00Z,Usage,S,Compute,P\n");
        }
        return Files.writeString(folder.resolve("bill.csv"), text);
    }

    @Test
    void manyRejectedPointsOfTelemetryAreAnEvent() throws IOException {
        run("import", telemetry(30));
        assertThat(rejected()).singleElement().asString()
                .startsWith("30 of 96 points of use.csv could not be read (31 %); most often because: ");
        assertThat(quality().get("rejectedPoints").asLong()).isEqualTo(30);
        assertThat(quality().get("rejects").asLong()).isZero();
        assertThat(run("quality").out()).contains("Rejected rows: 0, points of telemetry: 30 (plimsoll rejects).");
        assertThat(run("anomalies").out()).contains("use.csv");
    }

    @Test
    void aFewAreCountedOnlyAndWhatIsReplacedIsRejectedNoMore() throws IOException {
        run("import", telemetry(30));
        run("import", telemetry(9));
        assertThat(rejected()).isEmpty();
        assertThat(quality().get("rejectedPoints").asLong()).isEqualTo(9);
    }

    @Test
    void rowsOfABillAreJudgedAlike() throws IOException {
        run("import", bill(25));
        assertThat(rejected()).singleElement().asString().startsWith("25 of 100 rows of bill.csv could not be read");
        assertThat(quality().get("rejects").asLong()).isEqualTo(25);
        assertThat(quality().get("rejectedPoints").asLong()).isZero();
    }
}
