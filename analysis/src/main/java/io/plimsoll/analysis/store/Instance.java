package io.plimsoll.analysis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

import org.duckdb.DuckDBConnection;

import io.plimsoll.analysis.task.StepFailure;

/// Opens an instance of the engine: the only place that does, so that none is ever open without its lock.
final class Instance {
    private Instance() {
    }

    /// The instance lives as long as this connection or a duplicate of it.
    ///
    /// @throws StepFailure WORKSPACE_PATH, WORKSPACE_LOCKED, WORKSPACE_DAMAGED, WORKSPACE_WRITE, DISK_FULL
    static DuckDBConnection open(DatabaseConfig config) {
        Path file = config.file();
        Properties properties = new Properties();
        properties.setProperty("memory_limit", config.memoryBytes() / 1_000_000 + "MB");
        properties.setProperty("threads", Integer.toString(config.threads()));
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        try {
            Files.createDirectories(config.temporary());
            DuckDBConnection connection = DriverManager
                    .getConnection("jdbc:duckdb:" + (file == null ? "" : checked(file)), properties)
                    .unwrap(DuckDBConnection.class);
            try {
                configure(connection, config);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.translate(e);
        } catch (IOException e) {
            throw StepFailure.machine("WORKSPACE_WRITE", "Can't create " + config.temporary() + ".",
                    "Check that the folder may be written and the disk is not full.", e);
        }
    }

    /// The driver takes options after a `;` in its address, one of which runs SQL, so such paths are refused.
    private static String checked(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.chars().anyMatch(c -> c == ';' || c == '?' || Character.isISOControl(c))) {
            throw StepFailure.badInput("WORKSPACE_PATH",
                    "A workspace's path can't hold ; ? or control characters: " + path,
                    "Choose a folder with another name.");
        }
        return path;
    }

    private static void configure(DuckDBConnection connection, DatabaseConfig config) throws SQLException {
        set(connection, "temp_directory = " + Sql.literal(config.temporary().toAbsolutePath().toString()));
        set(connection, "TimeZone = 'UTC'");
        Path readable = config.readable();
        if (readable != null) {
            set(connection, "allow_community_extensions = false");
            set(connection, "allow_persistent_secrets = false");
            set(connection, "allowed_directories = [" + Sql.literal(readable.toAbsolutePath() + "/") + "]");
            set(connection, "enable_external_access = false");
            set(connection, "lock_configuration = true");
        }
    }

    private static void set(DuckDBConnection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + setting);
        }
    }

    /// Whether it still answers. After a write that failed, such as on a full disk, the engine answers nothing any more.
    static boolean isAlive(DuckDBConnection connection) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }
}
