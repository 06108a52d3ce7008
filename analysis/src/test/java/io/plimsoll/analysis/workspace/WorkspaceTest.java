package io.plimsoll.analysis.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorkspaceTest {
    private static final WorkspaceOptions OPTIONS = new WorkspaceOptions(WorkspaceOptions.DEFAULT_MEMORY, List.of());

    @TempDir
    Path folder;

    private Workspace open() {
        return Workspace.openOrCreate(folder.resolve("case"), List.of(), OPTIONS);
    }

    private static void assertFails(String code, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void folderIsClosedToOthers() throws IOException {
        try (Workspace workspace = open()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(workspace.folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void secondOpeningNamesTheOwner() {
        try (Workspace workspace = open()) {
            assertThatThrownBy(() -> Workspace.open(workspace.folder(), List.of(), OPTIONS))
                    .isInstanceOfSatisfying(StepFailure.class, failure -> {
                        assertThat(failure.code()).isEqualTo("WORKSPACE_LOCKED");
                        assertThat(failure.message()).contains(Long.toString(ProcessHandle.current().pid()));
                    });
        }
    }

    @Test
    void anotherProcessIsNamedAndItsDeathFreesTheLock() throws Exception {
        open().close();
        Path target = folder.resolve("case");
        Process holder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LockHolder.class.getName(), target.toString()).start();
        assertThat(holder.inputReader().readLine()).isEqualTo("held");
        assertThatThrownBy(() -> Workspace.open(target, List.of(), OPTIONS)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.message()).contains("process " + holder.pid()));
        holder.destroyForcibly();
        holder.waitFor();
        open().close();
    }

    @Test
    void aSecondOpeningInTheSameProcessDoesNotGiveTheLockAway() throws Exception {
        try (Workspace workspace = open()) {
            Path kept = Files.writeString(workspace.folder().resolve("staging/rows.parquet"), "of a running import");
            assertFails("WORKSPACE_LOCKED", () -> Workspace.open(workspace.folder(), List.of(), OPTIONS));
            Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), LockHolder.class.getName(),
                    workspace.folder().toString()).start();
            assertThat(other.inputReader().readLine()).as("it can't open it").isNull();
            assertThat(other.errorReader().lines()).anyMatch(line -> line.contains("is open in process"));
            assertThat(kept).exists();
        }
        open().close();
    }

    @Test
    void foreignFolderIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "keep");
        assertFails("NOT_A_WORKSPACE", () -> Workspace.openOrCreate(folder, List.of(), OPTIONS));
        assertFails("NOT_A_WORKSPACE", () -> Workspace.open(folder, List.of(), OPTIONS));
        assertThat(folder.toFile().list()).containsExactly("mine.txt");
        assertFails("WORKSPACE_MISSING", () -> Workspace.open(folder.resolve("absent"), List.of(), OPTIONS));
    }

    @Test
    void damagedDatabaseIsNamedAsSuch() throws IOException {
        open().close();
        Files.writeString(folder.resolve("case").resolve(Workspace.DATABASE), "no database at all, but long enough");
        assertFails("WORKSPACE_DAMAGED", this::open);
    }

    @Test
    void onlyAWorkspaceWithoutAnyWorkInItIsDiscarded() {
        open().discard();
        assertThat(folder.resolve("case")).doesNotExist();
        try (Workspace used = open()) {
            used.database().write(transaction -> used.ledger().append(transaction, "note", Map.of("by", "me")));
            assertThatThrownBy(used::discard).isInstanceOf(IllegalStateException.class);
            assertThat(used.ledger().entries()).hasSize(1);
        }
    }

    @Test
    void newerWorkspaceIsRefusedAndUnchanged() {
        Migration later = new Migration("billing", 7, "CREATE TABLE later(x INTEGER);\n");
        Workspace.openOrCreate(folder.resolve("case"), List.of(later), OPTIONS).close();
        assertFails("WORKSPACE_NEWER", this::open);
        try (Workspace workspace = Workspace.open(folder.resolve("case"), List.of(later), OPTIONS)) {
            assertThat(workspace.database().query(Sql.of("SELECT * FROM later"), row -> 1)).isEmpty();
        }
    }

    @Test
    void pathThatCarriesDriverOptionsIsRefused() {
        assertFails("WORKSPACE_PATH",
                () -> Workspace.openOrCreate(folder.resolve("a;session_init_sql_file=x"), List.of(), OPTIONS));
    }

    @Test
    void lockedEngineReadsNoFileAndChangesNoSetting() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        try (Workspace workspace = open()) {
            for (String sql : List.of("SELECT * FROM read_csv(" + Sql.literal(secret.toString()) + ")",
                    "SELECT * FROM read_csv(" + Sql.literal(workspace.folder() + "/staging/../../secret.csv") + ")",
                    "SELECT * FROM glob(" + Sql.literal(folder + File.separator + "*") + ")")) {
                assertThatThrownBy(() -> workspace.database().query(Sql.of(sql), row -> row.text(1)))
                        .isInstanceOf(StoreException.class);
            }
            assertThatThrownBy(() -> workspace.database().write(t -> t.execute("SET enable_external_access = true")))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void ledgerIsChainedAndAChangedEntryShows() {
        try (Workspace workspace = open()) {
            for (int i = 1; i <= 5; i++) {
                int number = i;
                workspace.database().write(t -> workspace.ledger().append(t, "import", Map.of("rows", number)));
            }
            LedgerCheck intact = workspace.ledger().verify();
            assertThat(intact.intact()).isTrue();
            assertThat(intact.entries()).isEqualTo(5);
            assertThat(workspace.ledger().entries().get(3).previous())
                    .isEqualTo(workspace.ledger().entries().get(2).hash());

            workspace.database().write(t -> t.execute("UPDATE ledger SET payload = '{\"rows\":9}' WHERE seq = 3"));
            assertThat(workspace.ledger().verify().broken()).isEqualTo(3);
        }
    }

    @Test
    void ledgerEntryStandsExactlyWhenItsTransactionDoes() {
        try (Workspace workspace = open()) {
            assertThatThrownBy(() -> workspace.database().write(t -> {
                workspace.ledger().append(t, "import", Map.of());
                throw new IllegalStateException("after the entry");
            })).hasMessage("after the entry");
            assertThat(workspace.ledger().entries()).isEmpty();
        }
    }

    @Test
    void settingsSurviveReopening() {
        try (Workspace workspace = open()) {
            workspace.settings().put("repository", "a/b");
        }
        try (Workspace workspace = open()) {
            assertThat(workspace.settings().get("repository")).contains("a/b");
            workspace.settings().remove("repository");
            assertThat(workspace.settings().get("repository")).isEmpty();
        }
    }

    /// Opens a workspace and waits to be killed, or for the end of who started it.
    static final class LockHolder {
        public static void main(String[] args) throws Exception {
            try (Workspace workspace = Workspace.open(Path.of(args[0]), List.of(), OPTIONS)) {
                System.out.println("held");
                System.in.read();
            }
        }
    }

    @Test
    void cutDatabaseIsNamedAsDamaged() throws IOException {
        open().close();
        Path database = folder.resolve("case").resolve(Workspace.DATABASE);
        byte[] whole = Files.readAllBytes(database);
        Files.write(database, Arrays.copyOf(whole, whole.length / 2));
        assertFails("WORKSPACE_DAMAGED", this::open);
    }
}
