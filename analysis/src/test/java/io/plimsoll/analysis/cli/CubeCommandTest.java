package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CubeCommandTest {
    private static final String HEADER = "BilledCost,EffectiveCost,BillingAccountId,BillingCurrency,BillingPeriodStart,"
            + "ChargePeriodStart,ChargeCategory,ServiceName,ServiceSubcategory,InvoiceIssuerName,InvoiceId,Tags";

    @TempDir
    Path folder;

    @Test
    void theColumnsAreShownChosenAndGivenBack() throws IOException {
        Path workspace = folder.resolve("case");
        Path bill = Files.writeString(folder.resolve("bill.csv"), HEADER
                + "\n10,10,1,USD,2026-03-01,2026-03-02,Usage,Compute,Containers,AWS,,\"{\"\"team\"\": \"\"a\"\"}\""
                + "\n2,2,1,USD,2026-03-01,2026-03-02,Usage,Compute,Containers,AWS,,\"{\"\"team\"\": \"\"b\"\"}\"\n");
        CommandLineRun.of("import", bill, "--workspace", workspace);
        JsonNode before = CommandLineRun.of("cube", "show", "--json", "--workspace", workspace).json();
        assertThat(before.get("automatic").asBoolean()).isTrue();
        assertThat(before.get("columns").get(0).asString()).isEqualTo("tag:team");
        assertThat(before.get("rows").asInt()).isEqualTo(2);
        CommandLineRun chosen = CommandLineRun.of("cube", "set", "ServiceSubcategory", "--workspace", workspace);
        assertThat(chosen.exitCode()).as(chosen.err()).isZero();
        assertThat(chosen.out()).contains("ServiceSubcategory (as you chose).",
                "1 rows for 2 charges, 2.0 charges a row");
        CommandLineRun refused = CommandLineRun.of("cube", "set", "ResourceId", "--json", "--workspace", workspace);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.error().get("code").asString()).isEqualTo("CUBE_COLUMN");
        assertThat(CommandLineRun.of("cube", "set", "--workspace", workspace).exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("cube", "set", "--automatic", "--workspace", workspace).out())
                .contains("tag:team (the most common tags).");
    }
}
