package io.plimsoll.analysis.anomaly.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalSource;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.Turn;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workloads;
import io.plimsoll.analysis.workspace.Workspace;

/// Events in the workspace's telemetry. Safe from any thread; what was found is kept, in the workspace too, until telemetry is
/// loaded or the user says otherwise whose series are whose. Workloads are told by their pods' owners, pins and rules, not by the
/// clone, so that a commit changes no event.
///
/// Samples are read for many workloads at once and forgotten again, so memory does not grow with the fleet.
public final class TelemetrySignals implements SignalSource {
    /// About 4 MB a part.
    private static final long MOST_SAMPLES = 250_000;
    private static final int MOST_SUBJECTS = 256;

    private final Telemetry telemetry;
    private final Workloads workloads;
    private final KeptSignals kept;
    private final Turn turn = new Turn();
    private @Nullable Known known;

    private record Known(String state, List<Signal> signals) {}

    public TelemetrySignals(Workspace workspace, Telemetry telemetry, Workloads workloads) {
        this.telemetry = telemetry;
        this.workloads = workloads;
        this.kept = new KeptSignals(workspace);
    }

    @Override
    public List<Signal> signals(Progress progress, Cancellation cancellation) {
        return turn.take(() -> current(progress, cancellation), cancellation);
    }

    private List<Signal> current(Progress progress, Cancellation cancellation) {
        String state = kept.state();
        Known now = known;
        if (now == null || !now.state().equals(state)) {
            now = new Known(state, kept.of(state).orElseGet(() -> judged(state, progress, cancellation)));
            known = now;
        }
        return now.signals();
    }

    private List<Signal> judged(String state, Progress progress, Cancellation cancellation) {
        List<Signal> found = found(progress, cancellation);
        kept.keep(state, found);
        return found;
    }

    private List<Signal> found(Progress progress, Cancellation cancellation) {
        progress.update("Looking for what was measured", -1);
        List<Subjects.Plan> plans = Subjects.of(
                workloads.map(ManifestIndex.empty(), null, cancellation).workloads(),
                telemetry.series(SeriesFilter.all(), cancellation));
        List<Event> events = new ArrayList<>();
        int done = 0;
        for (List<Subjects.Plan> part : parts(plans)) {
            progress.update("Judging telemetry of " + part.getFirst().title(), (double) done / plans.size());
            Map<Long, TimeSeries> samples = samples(part, cancellation);
            part.parallelStream().map(plan -> {
                cancellation.check();
                return plan.read().apply(id -> samples.getOrDefault(id, Subjects.nothing())).events(cancellation);
            }).toList().forEach(events::addAll);
            done += part.size();
        }
        return FewOfMany.signals(events, plans.stream().mapToInt(Subjects.Plan::tests).sum());
    }

    private Map<Long, TimeSeries> samples(List<Subjects.Plan> part, Cancellation cancellation) {
        Map<Long, Integer> expected = new HashMap<>();
        for (Subjects.Plan plan : part) {
            int each = (int) Math.min(Integer.MAX_VALUE, plan.samples() / Math.max(1, plan.ids().length));
            for (long id : plan.ids()) {
                expected.put(id, each);
            }
        }
        return telemetry.samples(expected, cancellation);
    }

    private static List<List<Subjects.Plan>> parts(List<Subjects.Plan> plans) {
        List<List<Subjects.Plan>> parts = new ArrayList<>();
        long samples = 0;
        for (Subjects.Plan plan : plans) {
            if (parts.isEmpty() || samples + plan.samples() > MOST_SAMPLES || parts.getLast().size() == MOST_SUBJECTS) {
                parts.add(new ArrayList<>());
                samples = 0;
            }
            parts.getLast().add(plan);
            samples += plan.samples();
        }
        return parts;
    }
}
