package io.plimsoll.analysis.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.forecast.Forecasts;
import io.plimsoll.analysis.scenario.Scenarios;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

/// A workspace whose loaded tables can be broken on purpose and mended again.
final class Loaded implements AutoCloseable {
    private static final List<String> TABLES = List.of("charge", "cube_daily", "telemetry_sample", "quality_import",
            "driver_quantity");

    private final Workspace workspace;

    Loaded(Path folder, Path... files) {
        try (Workbench workbench = Workbench.openOrCreate(folder)) {
            workbench.imports().run(List.of(files), null, false, Progress.NONE, Cancellation.never());
        }
        workspace = Workspace.open(folder, Stream.of(Billing.migrations(), Telemetry.migrations(),
                Workloads.migrations(), Quality.migrations(), Anomalies.migrations(), Forecasts.migrations(),
                ChangeDesk.migrations(),
                Scenarios.migrations()).flatMap(List::stream).toList(), WorkspaceOptions.of("none"));
        workspace.database().write(transaction -> TABLES
                .forEach(table -> transaction.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table)));
    }

    List<QualityEvent> events() {
        return health().events();
    }

    DataHealth health() {
        return new Quality(workspace).health(Progress.NONE, Cancellation.never());
    }

    /// What is found while the tables are broken.
    List<QualityEvent> eventsAfter(Consumer<Transaction> fault, String... touched) {
        workspace.database().write(fault);
        List<QualityEvent> events = events();
        workspace.database().write(transaction -> List.of(touched).forEach(table -> {
            transaction.execute("DELETE FROM " + table);
            transaction.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
        }));
        return events;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
