package io.plimsoll.analysis.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

/// Input that can't be used is refused with a code, a sentence and a remedy, and leaves the workspace as it was.
class BadInputCommandsTest {
    private static final String NEXT = "billing/focus-2026-08.csv.gz";

    @TempDir
    static Path folder;
    private static Path workspace;

    @BeforeAll
    static void loadOneMonth() {
        workspace = folder.resolve("case.plimsoll");
        assertThat(run("import", SampleCase.folder().resolve("billing/focus-2026-07.csv.gz")).exitCode()).isZero();
    }

    private static CommandLineRun run(Object... command) {
        List<Object> words = new ArrayList<>(List.of("--json", "--workspace", workspace));
        words.addAll(List.of(command));
        return CommandLineRun.of(words.toArray());
    }

    /// Everything that can be given wrongly, the code that says so, and the command with it.
    private enum Bad {
        FILE_THAT_IS_NOT_THERE("FILE_MISSING") {
            @Override
            Object[] command() {
                return new Object[]{"import", folder.resolve("absent.csv")};
            }
        },
        EMPTY_FILE("FILE_EMPTY") {
            @Override
            Object[] command() {
                return new Object[]{"import", file("empty.csv", new byte[0])};
            }
        },
        TRUNCATED_GZIP("FILE_DAMAGED") {
            @Override
            Object[] command() {
                byte[] whole = bytes(SampleCase.folder().resolve(NEXT));
                return new Object[]{"import", file("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2))};
            }
        },
        FOREIGN_FORMAT("UNKNOWN_FORMAT") {
            @Override
            Object[] command() {
                return new Object[]{"import", file("other.csv", "a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8))};
            }
        },
        UNKNOWN_COLUMN("MISSING_COLUMN") {
            @Override
            Object[] command() {
                String text = new String(unzipped(SampleCase.folder().resolve(NEXT)), StandardCharsets.UTF_8);
                return new Object[]{"import", file("columns.csv",
                        text.replaceFirst("EffectiveCost", "AmortizedCost").getBytes(StandardCharsets.UTF_8))};
            }
        },
        FOLDER_WITHOUT_ANYTHING_KNOWN("NOTHING_TO_IMPORT") {
            @Override
            Object[] command() {
                return new Object[]{"import", file("notes/read.me", new byte[]{1}).getParent()};
            }
        },
        BAD_TELEMETRY_BESIDE_A_GOOD_BILL("FILE_DAMAGED") {
            @Override
            Object[] command() {
                byte[] whole = bytes(SampleCase.folder().resolve("telemetry/container_cpu_usage_cores.json.gz"));
                return new Object[]{"import", SampleCase.folder().resolve(NEXT),
                    file("cut.json.gz", Arrays.copyOf(whole, whole.length / 2))};
            }
        },
        FOLDER_THAT_IS_NO_REPOSITORY("NOT_A_REPOSITORY") {
            @Override
            Object[] command() {
                return new Object[]{"repo", "add", file("plain/file.txt", new byte[]{1}).getParent()};
            }
        };

        private final String code;

        Bad(String code) {
            this.code = code;
        }

        abstract Object[] command();
    }

    private static Path file(String name, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unzipped(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the commands say of the workspace: the chain of the ledger, the totals, the clone.
    private static List<String> state() {
        return List.of(run("ledger").json().toString(), run("costs", "--by", "BillingPeriod").json().toString(),
                run("query", "SELECT count(*) AS files FROM billing_file").json().toString(),
                run("guards").err().lines().findFirst().orElse(""));
    }

    private static void assertRefused(String code, CommandLineRun run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        JsonNode error = run.error();
        assertThat(error.propertyNames()).containsExactlyInAnyOrder("code", "message", "remedy");
        assertThat(error.get("code").asString()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("message").asString()).endsWith(".");
        assertThat(error.get("remedy").asString()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void badInputIsRefusedAndChangesNothing(Bad bad) {
        List<String> before = state();
        assertRefused(bad.code, run(bad.command()));
        assertThat(state()).isEqualTo(before);
        assertThat(workspace.resolve("staging")).isEmptyDirectory();
    }

    @Test
    void aWorkspaceOfANewerVersionIsLeftAlone() {
        List<String> before = state();
        write("INSERT INTO schema_migrations VALUES ('billing', 99, TIMESTAMP '2030-01-01')");
        try {
            assertRefused("WORKSPACE_NEWER", run("import", SampleCase.folder().resolve(NEXT)));
            assertRefused("WORKSPACE_NEWER", run("ledger"));
        } finally {
            write("DELETE FROM schema_migrations WHERE version = 99");
        }
        assertThat(state()).isEqualTo(before);
    }

    private static void write(String sql) {
        try (Database database = Database.open(DatabaseConfig.locked(workspace.resolve("plimsoll.duckdb"),
                workspace.resolve("tmp"), workspace.resolve("staging"), 200_000_000))) {
            database.execute(Sql.of(sql), Cancellation.never());
        }
    }

    @Test
    void aWorkspaceIsNotMadeForInputThatIsRefused() {
        Path other = folder.resolve("other.plimsoll");
        CommandLineRun run = CommandLineRun.of("--json", "--workspace", other, "import", folder.resolve("absent.csv"));
        assertRefused("FILE_MISSING", run);
        assertThat(other).doesNotExist();
    }
}
