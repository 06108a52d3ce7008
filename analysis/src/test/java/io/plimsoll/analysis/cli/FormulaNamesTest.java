package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// A name in a bill that a spreadsheet would run is text in every CSV, and unchanged in JSON.
class FormulaNamesTest {
    @TempDir
    Path folder;

    private CommandLineRun run(Object... words) {
        return CommandLineRun.on(folder.resolve("case"), words);
    }

    @Test
    void namesAreTextAndAmountsStayNumbers() throws IOException {
        Path bill = Files.writeString(folder.resolve("a.csv"),
                "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargeCategory,"
                        + "ProviderName,ServiceName\n"
                        + "-5,-5,acc,USD,2026-07-01,2026-07-02,Usage,AWS,\"=HYPERLINK(\"\"http://a.example\"\",\"\"b\"\")\"\n"
                        + "=1+1,1,acc,USD,2026-07-01,2026-07-02,Usage,AWS,b\n");
        assertThat(run("import", bill).exitCode()).isZero();
        String select = "SELECT \"ServiceName\" AS \"=s\", \"BilledCost\", CAST(\"BilledCost\" AS VARCHAR) AS t FROM charge";
        assertThat(run("query", select).out())
                .isEqualTo("""
                           '=s,BilledCost,t
                           "'=HYPERLINK(""http://a.example"",""b"")",-5.000000000000000000,-5.000000000000000000
                           """);
        assertThat(run("--json", "query", select).json().get(0).get("=s").asString())
                .isEqualTo("=HYPERLINK(\"http://a.example\",\"b\")");
        assertThat(run("rejects").out()).contains(",\"'=1+1,1,");
    }
}
