package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Migrations;
import io.plimsoll.analysis.task.StepFailure;

/// A folder with one database, open in this process alone.
///
/// `plimsoll.duckdb` holds everything; `plimsoll.lock` names the owner; `staging/` and `tmp/` are empty between imports.
public final class Workspace implements AutoCloseable {
    static final String DATABASE = "plimsoll.duckdb";
    private static final List<Migration> OWN = List.of(Migration.resource("workspace", 1, Workspace.class));

    private final Path folder;
    private final WorkspaceLock lock;
    private final Database database;
    private final Ledger ledger;
    private final Settings settings;
    private final Staging staging;

    private Workspace(Path folder, WorkspaceLock lock, Database database, WorkspaceOptions options) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.ledger = new Ledger(database);
        this.settings = new Settings(database);
        this.staging = new Staging(folder.resolve("staging"), options);
    }

    /// Opens an existing workspace.
    ///
    /// @param migrations the other areas' tables, in the order in which areas build on each other
    /// @throws StepFailure WORKSPACE_MISSING, NOT_A_WORKSPACE, WORKSPACE_LOCKED, WORKSPACE_NEWER, WORKSPACE_DAMAGED
    public static Workspace open(Path folder, List<Migration> migrations, WorkspaceOptions options) {
        if (!Files.isDirectory(folder)) {
            throw StepFailure.badInput("WORKSPACE_MISSING", "There is no workspace at " + folder + ".",
                    "Create one by importing files into it: plimsoll import FILE --workspace " + folder);
        }
        if (!Files.isRegularFile(folder.resolve(DATABASE), LinkOption.NOFOLLOW_LINKS)) {
            throw StepFailure.badInput("NOT_A_WORKSPACE", folder + " is not a Plimsoll workspace.",
                    "Choose the folder that holds " + DATABASE + ".");
        }
        return start(folder, migrations, options);
    }

    /// Opens a workspace, and makes an empty one where nothing is yet.
    ///
    /// @throws StepFailure as `open`; NOT_A_WORKSPACE for a folder that holds other files
    public static Workspace openOrCreate(Path folder, List<Migration> migrations, WorkspaceOptions options) {
        if (Files.exists(folder.resolve(DATABASE))) {
            return open(folder, migrations, options);
        }
        try {
            if (Files.exists(folder) && !isEmptyOrOurs(folder)) {
                throw StepFailure.badInput("NOT_A_WORKSPACE", folder + " holds other files.",
                        "Choose an empty or a new folder for the workspace.");
            }
            Files.createDirectories(folder);
            return start(folder, migrations, options);
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't create the folder " + folder + ".",
                    "Check that its parent may be written and the disk is not full.", e);
        }
    }

    private static Workspace start(Path folder, List<Migration> migrations, WorkspaceOptions options) {
        Path absolute = folder.toAbsolutePath().normalize();
        WorkspaceLock lock = WorkspaceLock.take(absolute);
        try {
            closeToOthers(absolute);
            Folders.empty(absolute.resolve("staging"));
            Folders.empty(absolute.resolve("tmp"));
            Database database = Database.open(DatabaseConfig.locked(absolute.resolve(DATABASE), absolute.resolve("tmp"),
                    absolute.resolve("staging"), options.memoryBytes() * 3 / 5));
            try {
                List<Migration> all = new ArrayList<>(OWN);
                all.addAll(migrations);
                Migrations.apply(database, all);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
            return new Workspace(absolute, lock, database, options);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Mode 0700: the engine makes its files readable by all, so the folder has to keep others out.
    private static void closeToOthers(Path folder) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't close " + folder + " to other users.",
                    "The folder must belong to you: choose another one.", e);
        }
    }

    private static boolean isEmptyOrOurs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> ours = List.of(WorkspaceLock.FILE, "staging", "tmp");
            return entries.allMatch(entry -> ours.contains(String.valueOf(entry.getFileName())));
        }
    }

    public Path folder() {
        return folder;
    }

    public Database database() {
        return database;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Settings settings() {
        return settings;
    }

    public Staging staging() {
        return staging;
    }

    /// Closes it and removes its folder.
    ///
    /// @throws IllegalStateException if its ledger has an entry: then it holds somebody's work
    public void discard() {
        if (!ledger.entries().isEmpty()) {
            throw new IllegalStateException("Something was done in " + folder);
        }
        close();
        Folders.delete(folder);
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}
