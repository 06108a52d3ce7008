package io.plimsoll.analysis.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqlConsoleTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private SqlConsole console;

    @BeforeEach
    void open() {
        workspace = Workspace.openOrCreate(folder.resolve("case"), List.of(),
                new WorkspaceOptions(WorkspaceOptions.DEFAULT_MEMORY, List.of()));
        workspace.settings().put("a", "1");
        console = new SqlConsole(workspace);
    }

    @AfterEach
    void close() {
        assertThat(workspace.settings().get("a")).contains("1");
        assertThat(workspace.settings().get("b")).isEmpty();
        workspace.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO setting VALUES ('b', '2')", "DELETE FROM setting", "DROP TABLE setting",
        "SELECT 1; DELETE FROM setting", "SELECT 1; COMMIT; CREATE TABLE x(a INTEGER)", "COPY setting TO 'x.csv'",
        "WITH x AS (INSERT INTO setting VALUES ('b', '2') RETURNING *) SELECT * FROM x",
        "CREATE MACRO sum(x) AS 42", "ATTACH ':memory:' AS m", "SET threads = 1", "PRAGMA database_list",
        "EXPORT DATABASE 'x'", "CALL enable_logging()", "BEGIN", "CHECKPOINT"})
    void whatCouldChangeSomethingIsRefused(String sql) {
        assertThatThrownBy(() -> console.all(sql, Cancellation.never())).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isIn("SQL_NOT_READ_ONLY", "SQL_SYNTAX"));
    }

    @Test
    void selectsOfEveryShapeAreAnswered() {
        assertThat(console.all("SELECT value FROM setting;", Cancellation.never()).rows())
                .containsExactly(List.of("1"));
        assertThat(console.all("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) "
                + "SELECT i, NULL AS nothing FROM n ORDER BY i", Cancellation.never()).rows()).hasSize(3);
        assertThat(console.all("SELECT 1 AS a UNION SELECT 2 ORDER BY a LIMIT 1 OFFSET 1", Cancellation.never()).rows())
                .containsExactly(List.of(2));
        assertThat(console.all("VALUES (1, 'x')", Cancellation.never()).rows()).hasSize(1);
    }

    @Test
    void theFirstRowsComeInTheStatementsOrder() {
        assertThat(
                console.first("SELECT i FROM range(5) t(i) ORDER BY i DESC -- said\n;", Map.of(), 2,
                        Cancellation.never()).rows())
                .containsExactly(List.of(4L), List.of(3L));
    }

    @Test
    void filesAreRefusedByNameAndMistakesShowTheUsersTextOnly() {
        assertThatThrownBy(
                () -> console.first("SELECT * FROM read_csv('/etc/hosts')", Map.of(), 1, Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("SQL_OUTSIDE"));
        assertThatThrownBy(() -> console.first("SELECT absent FROM setting", Map.of(), 1, Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.message()).contains("absent").doesNotContain("SELECT * FROM (", "LINE");
                    assertThat(failure.remedy()).contains("information_schema.columns");
                });
    }

    @Test
    void mistakesAreExplained() {
        assertThatThrownBy(() -> console.all("SELEC 1", Cancellation.never())).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("SQL_SYNTAX"));
        assertThatThrownBy(() -> console.all("SELECT * FROM absent", Cancellation.never()))
                .isInstanceOfSatisfying(StepFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo("SQL_FAILED");
                    assertThat(failure.message()).contains("absent");
                });
    }
}
