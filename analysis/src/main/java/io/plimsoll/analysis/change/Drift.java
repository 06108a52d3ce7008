package io.plimsoll.analysis.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.change.drift.Comparison;
import io.plimsoll.analysis.change.drift.DesiredSide;
import io.plimsoll.analysis.change.drift.Prices;
import io.plimsoll.analysis.change.drift.Snapshot;
import io.plimsoll.analysis.change.drift.desired.GitSide;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// Holds a dump of a cluster against the clone's HEAD: the cost fields of each object as quantities, who set them in the cluster, and
/// which side moved. The last result is kept in the workspace; of the dump nothing else is. Safe from any thread.
public final class Drift {
    private final Workspace workspace;
    private final WorkspaceClone clone;
    private final Rightsizing rightsizing;
    private final ChangeDesk desk;

    public Drift(Workspace workspace, WorkspaceClone clone, Rightsizing rightsizing, ChangeDesk desk) {
        this.workspace = workspace;
        this.clone = clone;
        this.rightsizing = rightsizing;
        this.desk = desk;
    }

    /// Compares and keeps the result.
    ///
    /// @throws StepFailure NO_CLONE, FILE_MISSING, FOLDER_UNREADABLE, DUMP_EMPTY, DUMP_IS_A_TABLE, DUMP_NO_OBJECTS, DUMP_UNREADABLE,
    ///                     DUMP_TRUNCATED, DUMP_TOO_LARGE, and what `GitRepository.open` and `ForeignInput` refuse
    public DriftReport compare(DriftRequest request, Progress progress, Cancellation cancellation) {
        try (GitRepository repository = clone.open()) {
            String head = repository.head().commitId();
            Snapshot snapshot = Snapshot.read(request.dump(), progress.part(0, 0.8), cancellation);
            progress.update("Reading the clone", 0.8);
            DesiredSide git = GitSide.read(repository, head, request.root(), cancellation);
            progress.update("Comparing", 0.9);
            Comparison.Result found = Comparison.of(git, snapshot, cancellation);
            DriftReport report = new DriftReport(String.valueOf(request.dump().getFileName()), request.cluster(), head,
                    Clock.systemUTC().instant(), snapshot.count(), snapshot.owned(),
                    priced(found.rows(), cancellation), problems(snapshot, found));
            keep(report);
            return report;
        }
    }

    private static List<String> problems(Snapshot snapshot, Comparison.Result found) {
        List<String> problems = new ArrayList<>();
        if (!snapshot.owned()) {
            problems.add("The dump does not say who set what. Export it with --show-managed-fields.");
        }
        problems.addAll(found.problems());
        return problems;
    }

    private List<DriftRow> priced(List<DriftRow> rows, Cancellation cancellation) {
        Prices prices = new Prices(rows, workload -> rates(workload, cancellation));
        return rows.stream().map(row -> {
            cancellation.check();
            return row.priced(prices.monthly(row));
        }).toList();
    }

    private Optional<ResourceRates> rates(String workload, Cancellation cancellation) {
        try {
            return rightsizing.figures().rates(workload, cancellation);
        } catch (StepFailure e) {
            // Neither billed nor measured here.
            if (e.code().equals("WORKLOAD_UNKNOWN")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void keep(DriftReport report) {
        workspace.database().write(transaction -> {
            transaction.execute("DELETE FROM change_drift");
            transaction.execute("INSERT INTO change_drift VALUES (?)", JsonMapper.shared().writeValueAsString(report));
        });
    }

    /// What was compared last.
    public Optional<DriftReport> last() {
        return workspace.database().query(Sql.of("SELECT report FROM change_drift"), row -> row.text(1)).stream()
                .findFirst().map(json -> JsonMapper.shared().readValue(json, DriftReport.class));
    }

    /// Adds to the change set that Git says what the cluster says.
    ///
    /// @throws StepFailure NOT_ADOPTABLE, and as `ChangeDesk.add`
    public ChangeSet adopt(DriftRow row) {
        return desk.add(List.of(intent(row)));
    }

    /// That edit of Git.
    ///
    /// @throws StepFailure NOT_ADOPTABLE
    public static Intent intent(DriftRow row) {
        DriftOrigin origin = row.origin();
        String adopted = row.adopted();
        if (!row.isAdoptable() || origin == null || adopted == null) {
            throw StepFailure.wrongUsage("NOT_ADOPTABLE",
                    row.field() + " of " + row.workload() + " has no value of the cluster that could be written.",
                    "Only fields that differ, with a place in Git that can be edited, can be adopted.");
        }
        return new Intent(origin.file(), origin.document(), origin.path(), origin.text(), adopted, row.workload());
    }
}
