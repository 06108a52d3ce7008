package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// The import command on a folder of AWS reports: what a user sees before and after loading.
class ImportCurTest {
    @TempDir
    Path folder;

    private static Path reports() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolveSibling("shared").resolve("data/billing/aws-cur-legacy");
            if (Files.exists(data)) {
                return data;
            }
        }
        Assumptions.abort("No shared data: billing/aws-cur-legacy");
        throw new IllegalStateException();
    }

    @Test
    void dryRunShowsProfileVersionAndWhatIsLeftOut() {
        Path reports = reports();
        CommandLineRun run = CommandLineRun.of("import", reports, "--dry-run", "--json", "--workspace",
                folder.resolve("workspace"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode document = run.json();
        assertThat(document.get("read").asLong()).isEqualTo(1488 + 13380 + 3 + 3);
        assertThat(document.get("excluded").toString()).isEqualTo("{\"SavingsPlanNegation\":90}");
        assertThat(document.get("totals").get("NOK").get("effective").asString()).isEqualTo("0.6");
        assertThat(document.get("files")).hasSize(5).allSatisfy(file -> {
            assertThat(file.get("profile").asString()).isEqualTo("aws-cur");
            assertThat(file.get("version").asString()).isEqualTo("legacy");
        });
        assertThat(document.get("files")).filteredOn(file -> file.get("file").asString().contains("savingsplan"))
                .singleElement().satisfies(file -> assertThat(file.get("excluded").toString())
                        .isEqualTo("{\"SavingsPlanNegation\":90}"));
        assertThat(CommandLineRun.of("query", "SELECT count(*) AS n FROM charge", "--workspace",
                folder.resolve("workspace")).out()).contains("0");
    }

    @Test
    void deliveryThatLacksAFileExitsWithThree() throws IOException {
        Path period = Files.createDirectories(folder.resolve("cur/20260301-20260401"));
        Files.writeString(period.resolve("cur-Manifest.json"),
                "{\"assemblyId\": \"a\", \"reportKeys\": [\"p/cur/20260301-20260401/a/cur-1.csv.gz\"]}");
        CommandLineRun run = CommandLineRun.of("import", folder.resolve("cur"), "--json", "--workspace",
                folder.resolve("workspace"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.error().get("code").asString()).isEqualTo("DELIVERY_INCOMPLETE");
        assertThat(run.error().get("remedy").asString()).contains("Download the delivery again");
    }
}
