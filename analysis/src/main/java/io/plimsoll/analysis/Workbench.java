package io.plimsoll.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.LoggerFactory;

import io.plimsoll.analysis.allocation.Allocation;
import io.plimsoll.analysis.allocation.UnitCosts;
import io.plimsoll.analysis.anomaly.Anomalies;
import io.plimsoll.analysis.anomaly.explain.Inquiry;
import io.plimsoll.analysis.anomaly.signal.QualitySignals;
import io.plimsoll.analysis.anomaly.signal.TelemetrySignals;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingStager;
import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Drift;
import io.plimsoll.analysis.conformance.Conformance;
import io.plimsoll.analysis.forecast.Forecasts;
import io.plimsoll.analysis.observability.Observability;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.rightsizing.IdleResources;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.scenario.Scenarios;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.stage.TelemetryStager;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Ledger;
import io.plimsoll.analysis.workspace.SqlConsole;
import io.plimsoll.analysis.workspace.Stager;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

/// An open workspace with one service an area. The command line and the window both work through it, so they can't
/// disagree. Safe from any thread; close it when done.
public final class Workbench implements AutoCloseable {
    /// What a staging child of a class-path start runs.
    private static final String CHILD_MAIN = "io.plimsoll.analysis.cli.Main";

    private final Workspace workspace;
    private final SqlConsole console;
    private final Imports imports;
    private final Billing billing;
    private final Conformance conformance;
    private final Telemetry telemetry;
    private final WorkspaceClone clone;
    private final Workloads workloads;
    private final Quality quality;
    private final Anomalies anomalies;
    private final Forecasts forecasts;
    private final Rightsizing rightsizing;
    private final IdleResources idle;
    private final Allocation allocation;
    private final UnitCosts unitCosts;
    private final Observability observability;
    private final ChangeDesk changes;
    private final Drift drift;
    private final Scenarios scenarios;

    private Workbench(Workspace workspace) {
        this.workspace = workspace;
        this.console = new SqlConsole(workspace);
        this.billing = new Billing(workspace, List.of(Quality.watch()));
        this.conformance = new Conformance(workspace);
        this.telemetry = new Telemetry(workspace);
        this.imports = new Imports(workspace.staging(), billing, telemetry);
        this.clone = new WorkspaceClone(workspace);
        this.workloads = new Workloads(workspace, billing, telemetry);
        this.quality = new Quality(workspace);
        this.anomalies = new Anomalies(workspace, billing, quality, new Inquiry(billing, telemetry, workloads, clone),
                List.of(new TelemetrySignals(workspace, telemetry, workloads), new QualitySignals(quality)));
        this.forecasts = new Forecasts(workspace, billing);
        this.rightsizing = new Rightsizing(workspace, billing, telemetry, workloads, clone);
        this.idle = new IdleResources(billing, telemetry, workloads, clone);
        this.allocation = new Allocation(billing, telemetry, workloads, clone);
        this.unitCosts = new UnitCosts(billing, allocation);
        this.observability = new Observability(billing, telemetry, workloads, clone, allocation);
        this.changes = new ChangeDesk(workspace, clone, workloads, telemetry, rightsizing);
        this.drift = new Drift(workspace, clone, rightsizing, changes);
        this.scenarios = new Scenarios(workspace, rightsizing);
    }

    /// @throws StepFailure if there is no workspace, or it can't be opened
    public static Workbench open(Path folder) {
        return opened(Workspace.open(folder, migrations(), WorkspaceOptions.of(CHILD_MAIN)));
    }

    /// Opens the workspace, or makes an empty one where nothing is yet.
    public static Workbench openOrCreate(Path folder) {
        return opened(Workspace.openOrCreate(folder, migrations(), WorkspaceOptions.of(CHILD_MAIN)));
    }

    private static Workbench opened(Workspace workspace) {
        Workbench workbench = new Workbench(workspace);
        try {
            workbench.changes.completeInterrupted(Cancellation.never());
        } catch (StepFailure e) {
            // The clone may be away today. The commit is asked for again at the next open and before the next commit.
            LoggerFactory.getLogger(Workbench.class).warn("An interrupted commit is not in the ledger yet: {}",
                    e.message());
        } catch (RuntimeException e) {
            workbench.close();
            throw e;
        }
        return workbench;
    }

    private static List<Migration> migrations() {
        return Stream
                .of(Billing.migrations(), Telemetry.migrations(), Workloads.migrations(), Quality.migrations(),
                        Anomalies.migrations(),
                        Forecasts.migrations(),
                        ChangeDesk.migrations(), Scenarios.migrations())
                .flatMap(List::stream).toList();
    }

    /// What a staging child can do.
    public static List<Stager> stagers() {
        return List.of(new BillingStager(), new TelemetryStager(), new LookStager());
    }

    public Path folder() {
        return workspace.folder();
    }

    /// Loads files of any known kind.
    public Imports imports() {
        return imports;
    }

    public Billing billing() {
        return billing;
    }

    public Conformance conformance() {
        return conformance;
    }

    public Telemetry telemetry() {
        return telemetry;
    }

    public Workloads workloads() {
        return workloads;
    }

    /// All workloads, with the manifests of the clone's HEAD if there is a clone.
    public WorkloadMap workloadMap(Cancellation cancellation) {
        return workloads.map(ManifestIndex.ofHead(clone, cancellation), cancellation);
    }

    /// As above, with the resources and costs of the given days.
    public WorkloadMap workloadMap(Days days, Cancellation cancellation) {
        return workloads.map(ManifestIndex.ofHead(clone, cancellation), days, cancellation);
    }

    /// What the user's rules match, each alone.
    public List<RuleMatch> ruleMatches(Cancellation cancellation) {
        return workloads.matches(ManifestIndex.ofHead(clone, cancellation), cancellation);
    }

    /// What a rule would match; nothing is saved.
    public RuleMatch ruleMatch(JoinRule rule, Cancellation cancellation) {
        return workloads.preview(rule, ManifestIndex.ofHead(clone, cancellation), cancellation);
    }

    /// What loaded data are like.
    public Quality quality() {
        return quality;
    }

    public Anomalies anomalies() {
        return anomalies;
    }

    /// What the bill will come to.
    public Forecasts forecasts() {
        return forecasts;
    }

    public Rightsizing rightsizing() {
        return rightsizing;
    }

    /// What is paid for and does nothing.
    public IdleResources idleResources() {
        return idle;
    }

    /// Who caused the cost of machines.
    public Allocation allocation() {
        return allocation;
    }

    /// What a unit of work cost.
    public UnitCosts unitCosts() {
        return unitCosts;
    }

    /// What logs, metrics and traces cost, and what of them nothing uses.
    public Observability observability() {
        return observability;
    }

    /// The change set on its way into the clone.
    public ChangeDesk changes() {
        return changes;
    }

    /// What the cluster says against what Git says.
    public Drift drift() {
        return drift;
    }

    /// Named sets of changes, and what they come to together.
    public Scenarios scenarios() {
        return scenarios;
    }

    /// The clone that the workspace works on.
    public WorkspaceClone repository() {
        return clone;
    }

    public SqlConsole console() {
        return console;
    }

    public Ledger ledger() {
        return workspace.ledger();
    }

    /// Closes the workspace and removes its folder.
    ///
    /// @throws IllegalStateException if anything was done in it
    public void discard() {
        workspace.discard();
    }

    @Override
    public void close() {
        workspace.close();
    }
}
