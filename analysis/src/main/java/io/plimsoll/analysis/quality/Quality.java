package io.plimsoll.analysis.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.LoadWatch;
import io.plimsoll.analysis.quality.bill.Bills;
import io.plimsoll.analysis.quality.lag.DayCosts;
import io.plimsoll.analysis.quality.lag.Lags;
import io.plimsoll.analysis.quality.measured.TableHealth;
import io.plimsoll.analysis.quality.measured.TelemetryHealth;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.Turn;
import io.plimsoll.analysis.workspace.Workspace;

/// What loaded data are like, and how long a bill takes to settle. Safe from any thread.
///
/// Worked out from the loaded tables when first asked, and kept until something is imported. Only what an import replaces is kept at the
/// import: see `watch`.
public final class Quality {
    private final Database database;
    private final Turn turn = new Turn();
    private final Turn lagTurn = new Turn();
    private @Nullable Known known;
    private @Nullable KnownLags knownLags;

    private record Known(String imports, DataHealth health) {}

    private record KnownLags(String imports, List<ServiceLag> lags) {}

    public Quality(Workspace workspace) {
        this.database = workspace.database();
    }

    /// This area's tables.
    public static List<Migration> migrations() {
        return List.of(Migration.resource("quality", 1, Quality.class));
    }

    /// Keeps at each import what the newest days cost by service; to be handed to the bill's service.
    public static LoadWatch watch() {
        return new DayCosts();
    }

    /// Every dataset, what is wrong, and the lags.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public DataHealth health(Progress progress, Cancellation cancellation) {
        return turn.take(() -> current(progress, cancellation), cancellation);
    }

    private DataHealth current(Progress progress, Cancellation cancellation) {
        String imports = imports();
        Known now = known;
        if (now == null || !now.imports.equals(imports)) {
            now = new Known(imports, read(progress, cancellation));
            known = now;
        }
        return now.health;
    }

    private DataHealth read(Progress progress, Cancellation cancellation) {
        List<DatasetHealth> datasets = new ArrayList<>();
        List<QualityEvent> events = new ArrayList<>();
        Map<String, Freshness.Age> ages = new HashMap<>();
        progress.update("Reading the bill day by day", 0);
        Bills.each(database, ages, (health, found) -> {
            datasets.add(health);
            events.addAll(found);
        }, cancellation);
        progress.update("Reading telemetry hour by hour", 0.5);
        TelemetryHealth telemetry = new TelemetryHealth(database, cancellation).read(ages);
        datasets.addAll(telemetry.datasets());
        events.addAll(telemetry.events());
        TableHealth tables = new TableHealth().read(database, cancellation);
        datasets.addAll(tables.datasets());
        events.addAll(tables.events());
        Rejects rejects = Rejects.of(database, cancellation);
        events.addAll(rejects.events());
        events.addAll(Freshness.stale(datasets, ages));
        events.sort(Comparator.comparing(QualityEvent::from).reversed().thenComparing(QualityEvent::sentence));
        progress.update("Judged", 1);
        return new DataHealth(datasets, events, lags(), rejects.counts());
    }

    /// By service, the whole bill (an empty name) first; empty where no period was loaded twice.
    public List<ServiceLag> lags() {
        return lagTurn.take(this::currentLags, Cancellation.never());
    }

    private List<ServiceLag> currentLags() {
        String imports = imports();
        KnownLags now = knownLags;
        if (now == null || !now.imports.equals(imports)) {
            now = new KnownLags(imports, Lags.of(database));
            knownLags = now;
        }
        return now.lags;
    }

    /// @param service as `ServiceName`; empty for the whole bill
    public Optional<ServiceLag> lag(String service) {
        return lags().stream().filter(each -> each.service().equals(service)).findFirst();
    }

    /// Changes with every import.
    private String imports() {
        return database.single(Sql.of("SELECT concat_ws(' ', (SELECT max(import_id) FROM billing_import), "
                + "(SELECT max(import_id) FROM telemetry_import))"), row -> row.text(1));
    }
}
