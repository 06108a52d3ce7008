package io.plimsoll.analysis.anomaly.explain;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.DatedCommits;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.Workloads;

/// Everything that bill, telemetry and Git say of one event; answers as `Anomalies` promises them. Safe from any thread.
public final class Inquiry {
    private final CommitsNearby commits;
    private final Investigation investigation;
    private final Vicinity vicinity;
    private final SignalVicinity signalVicinity;

    public Inquiry(Billing billing, Telemetry telemetry, Workloads workloads, WorkspaceClone clone) {
        commits = new CommitsNearby(clone, billing, telemetry, workloads);
        investigation = new Investigation(billing, commits);
        vicinity = new Vicinity(billing, workloads, clone);
        signalVicinity = new SignalVicinity(billing, workloads, vicinity);
    }

    /// Causes, price and quantity, and the commits just before.
    public FindingDetail explain(Finding finding, Progress progress, Cancellation cancellation) {
        return investigation.of(finding, progress, cancellation);
    }

    /// The workload of an event in telemetry, its cost, and what else was measured of it.
    public SignalDetail explain(Signal signal, Cancellation cancellation) {
        return signalVicinity.of(signal, cancellation);
    }

    /// Reads samples: not for many findings at once.
    public Surroundings surroundings(FindingDetail detail, Cancellation cancellation) {
        return vicinity.of(detail, cancellation);
    }

    /// The commits of some days, at most the latest 500, and how well each fits these findings.
    public DatedCommits commits(Days days, List<Finding> findings, Cancellation cancellation) {
        return commits.within(days, findings, cancellation);
    }

    /// The commits of the ten days before an event, best first, with what they changed.
    public DatedCommits nearby(Anomaly anomaly, Cancellation cancellation) {
        CommitsNearby.Ranked ranked = commits.of(anomaly, cancellation);
        return new DatedCommits(ranked.facts(), Map.of(anomaly.id(), ranked.scores()));
    }

    /// The commits of the ten days before an event, best first.
    public List<CommitScore> commits(Anomaly anomaly, Cancellation cancellation) {
        return commits.of(anomaly, cancellation).scores();
    }
}
