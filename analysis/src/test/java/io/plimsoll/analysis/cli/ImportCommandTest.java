package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What `import` says and takes, beyond the rows themselves.
class ImportCommandTest {
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,BillingCurrency,"
            + "BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName\n";
    private static final String ROW = "1,1,1,1,acc,USD,2026-07-01,2026-08-01,2026-07-02,2026-07-03,Usage,AWS\n";

    @TempDir
    Path folder;

    private CommandLineRun load(Path path) {
        return CommandLineRun.of("import", path, "--json", "--workspace", folder.resolve("case"));
    }

    @Test
    void warningsAboutTheWholeImportAreInTheDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), HEADER + ROW + ROW + ROW);
        assertThat(load(file).json().get("warnings")).isEmpty();
        Files.writeString(file, HEADER + ROW);
        assertThat(load(file).json().get("warnings")).singleElement().asString()
                .contains("had 3 rows and now has 1");
    }

    @Test
    void notesAboutTelemetryAreInTheDocument() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"),
                "{\"status\":\"success\",\"warnings\":[\"store is away\"],"
                        + "\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        assertThat(load(file).json().get("files").get(0).get("warnings")).singleElement().asString()
                .contains("store is away");
    }

    @Test
    void whatTelemetryDoesNotSayTheUserDoes() throws IOException {
        Path local = Files.writeString(folder.resolve("local.csv"), "time,metric,value\n2026-10-01 12:00:00,m,1\n");
        CommandLineRun refused = load(local);
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.error().get("code").asString()).isEqualTo("TIME_WITHOUT_ZONE");
        CommandLineRun zoned = CommandLineRun.of("import", local, "--zone", "Europe/Berlin", "--json", "--workspace",
                folder.resolve("case"));
        assertThat(zoned.json().get("telemetry").get("samples").asLong()).isEqualTo(1);
        Path scrape = Files.writeString(folder.resolve("metrics.txt"), "# TYPE up gauge\nup 1\n");
        assertThat(CommandLineRun.of("import", scrape, "--at", "2026-10-01T12:00:00Z", "--json", "--workspace",
                folder.resolve("case")).json().get("telemetry").get("samples").asLong()).isEqualTo(1);
        assertThat(CommandLineRun.of("import", local, "--zone", "Mars/Base", "--workspace", folder.resolve("case"))
                .exitCode()).isEqualTo(2);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void pipeIsRefusedNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CommandLineRun run = load(pipe);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.error().get("code").asString()).isEqualTo("FILE_NOT_READABLE");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linkToAFolderIsNamedAsPassedOver() throws IOException {
        Path delivery = Files.createDirectories(folder.resolve("delivery"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(delivery.resolve("a.csv"), HEADER + ROW);
        Files.writeString(elsewhere.resolve("b.csv"), HEADER + ROW);
        Files.createSymbolicLink(delivery.resolve("month"), elsewhere);
        assertThat(load(delivery).json().get("skipped")).singleElement().asString().endsWith("month\"");
    }
}
