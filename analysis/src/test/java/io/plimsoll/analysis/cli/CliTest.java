package io.plimsoll.analysis.cli;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;

import static org.assertj.core.api.Assertions.assertThat;

class CliTest {
    @TempDir
    Path folder;

    private Path workspace() {
        Path workspace = folder.resolve("case");
        Workbench.openOrCreate(workspace).close();
        return workspace;
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheCommand() {
        Path workspace = workspace();
        CommandLineRun before = CommandLineRun.of("--json", "--workspace", workspace, "ledger");
        CommandLineRun after = CommandLineRun.of("ledger", "--json", "--workspace", workspace);
        assertThat(before.exitCode()).isZero();
        assertThat(after.json()).isEqualTo(before.json());
        assertThat(after.json().get("intact").asBoolean()).isTrue();
    }

    @Test
    void queryPrintsCsvAndDecimalsAsTextInJson() {
        Path workspace = workspace();
        String sql = "SELECT 'a,\"b\"' AS name, CAST('1.10' AS DECIMAL(38,18)) AS cost, NULL AS nothing";
        assertThat(CommandLineRun.of("query", sql, "--workspace", workspace).out())
                .isEqualTo("name,cost,nothing\n\"a,\"\"b\"\"\",1.100000000000000000,\n");
        assertThat(CommandLineRun.of("query", sql, "--json", "--workspace", workspace).json().get(0).get("cost")
                .isString())
                .isTrue();
    }

    @Test
    void savedQuestionsAreListedAndAnswered() {
        Path workspace = workspace();
        CommandLineRun list = CommandLineRun.of("query", "--saved", "--json");
        assertThat(list.json()).hasSize(53);
        assertThat(list.json().get(0).get("sql").asString()).contains("$from");
        assertThat(CommandLineRun.of("query", "--saved").out().lines()).hasSize(54)
                .first().isEqualTo("id,topic,title,focus,period,source");

        assertThat(CommandLineRun.of("query", "--saved", "update-budgets", "--workspace", workspace).out())
                .isEqualTo("ServiceProviderName,BillingPeriodStart,BillingPeriodEnd,BillingCurrency,TotalBilledCost\n");
        assertThat(CommandLineRun.of("query", "--saved", "absent", "--workspace", workspace, "--json").error()
                .get("code").asString()).isEqualTo("UNKNOWN_QUESTION");
        assertThat(CommandLineRun.of("query", "SELECT 1", "--saved", "update-budgets").exitCode()).isEqualTo(2);
    }

    @Test
    void aStatementMayNameThePeriod() {
        assertThat(CommandLineRun.of("query", "SELECT $from AS a, $to AS b, '$to' AS c", "--from", "2026-09-01", "--to",
                "2026-09-30", "--workspace", workspace()).out()).isEqualTo("a,b,c\n2026-09-01,2026-09-30,$to\n");
    }

    @Test
    void failuresCarryCodeSentenceRemedyAndExitCode() {
        CommandLineRun missing = CommandLineRun.of("ledger", "--json", "--workspace", folder.resolve("absent"));
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.error().get("code").asString()).isEqualTo("WORKSPACE_MISSING");
        assertThat(missing.error().get("remedy").asString()).isNotBlank();

        CommandLineRun write = CommandLineRun.of("query", "DROP TABLE ledger", "--workspace", workspace());
        assertThat(write.exitCode()).isEqualTo(4);
        assertThat(write.err()).startsWith("SQL_NOT_READ_ONLY: ");
    }

    @Test
    void daysThatNoTableCanKeepAreRefusedInWords() {
        Path workspace = workspace();
        for (String day : new String[]{"+999999999-12-31", "-0044-03-15", "2026-02-30", "today", ""}) {
            CommandLineRun run = CommandLineRun.of("planned", "add", "x", "--everywhere", "--from", "2026-01-01",
                    "--until", day, "--workspace", workspace, "--json");
            assertThat(run.exitCode()).as(day).isEqualTo(2);
            assertThat(run.error().get("message").asString()).contains("'" + day + "' is no").doesNotContain("java.");
        }
        assertThat(CommandLineRun.of("planned", "list", "--workspace", workspace, "--json").json()).isEmpty();
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(CommandLineRun.of("no-such-command").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("query").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("open", folder, "--json").error().get("code").asString()).isEqualTo("NO_DISPLAY");
    }

    @Test
    void helpNamesEveryCommand() {
        String help = CommandLineRun.of("--help").out();
        Commands.all().forEach(command -> assertThat(help)
                .contains(command.getClass().getAnnotation(picocli.CommandLine.Command.class).name()));
    }

    @Test
    void failureOfAnOptionBeforeJsonIsADocumentToo() {
        CommandLineRun run = CommandLineRun.of("costs", "--by", "ServiceName", "--from", "never", "--json");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error().get("code").asString()).isEqualTo("USAGE");
    }
}
