package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.anomaly.explain.Inquiry;
import io.plimsoll.analysis.anomaly.slices.BillDemands;
import io.plimsoll.analysis.anomaly.slices.Detection;
import io.plimsoll.analysis.anomaly.slices.SeriesPlan;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.task.Turn;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workspace.Workspace;

/// What moved in the bill, why, and what the user said of it. Safe from any thread.
///
/// Findings are worked out from the loaded bill and kept until the bill, or how it is cut, changes.
public final class Anomalies {
    private final Billing billing;
    private final BillDemands demands;
    private final Feedback feedback;
    private final Inquiry inquiry;
    private final List<SignalSource> sources;
    private final Turn turn = new Turn();
    private @Nullable Known known;

    /// Findings and the ledger's head that they belong to.
    private record Known(String head, Detection.Outcome outcome) {}

    /// @param quality knows how long each service's bill takes to settle
    /// @param inquiry looks into one event
    /// @param sources of events that are not of the bill
    public Anomalies(Workspace workspace, Billing billing, Quality quality, Inquiry inquiry,
            List<SignalSource> sources) {
        this.billing = billing;
        this.demands = new BillDemands(billing, quality);
        this.feedback = new Feedback(workspace, this, billing);
        this.inquiry = inquiry;
        this.sources = List.copyOf(sources);
    }

    /// This area's tables.
    public static List<Migration> migrations() {
        return List.of(Migration.resource("anomaly", 1, Anomalies.class),
                Migration.resource("anomaly", 2, Anomalies.class), Migration.resource("anomaly", 3, Anomalies.class));
    }

    /// The detector's parameters at the values in use. No day is judged before the data's own lag is over, and an impact
    /// counts from a thousandth of a month's bill on.
    public Parameters parameters() {
        return demands.parameters();
    }

    /// Everything found, by impact. Empty without a bill.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<Finding> findings(Progress progress, Cancellation cancellation) {
        return outcome(progress, cancellation).findings();
    }

    /// Resources and tags that only got another name; no findings are made of them.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<Rename> renames(Progress progress, Cancellation cancellation) {
        return outcome(progress, cancellation).renames();
    }

    private Detection.Outcome outcome(Progress progress, Cancellation cancellation) {
        return turn.take(() -> current(progress, cancellation), cancellation);
    }

    private Detection.Outcome current(Progress progress, Cancellation cancellation) {
        if (billing.span().isEmpty()) {
            return new Detection.Outcome(List.of(), List.of());
        }
        String state = state();
        Known now = known;
        if (now == null || !now.head().equals(state)) {
            progress.update("Cutting the bill into series", -1);
            SeriesPlan plan = new SeriesPlan(billing);
            now = new Known(state,
                    Detection.detectAll(plan.series(cancellation), plan.crossing(cancellation), parameters(),
                            demands.maturity(), progress, cancellation));
            known = now;
        }
        return now.outcome();
    }

    /// Changes with every import, and with the columns by which the bill is cut.
    String state() {
        return billing.imports().size() + " " + billing.summary() + " " + billing.cubeColumns();
    }

    /// Everything found in any domain: what has an impact in money first, by impact, then by severity and confidence.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<Anomaly> all(Progress progress, Cancellation cancellation) {
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            signals.addAll(sources.get(i).signals(
                    progress.part(i / (sources.size() + 1.0), (i + 1) / (sources.size() + 1.0)), cancellation));
        }
        signals.sort(Comparator.comparing(Signal::severity).thenComparingDouble(Signal::confidence).reversed()
                .thenComparing(Signal::id));
        List<Anomaly> all = new ArrayList<>(
                findings(progress.part(sources.size() / (sources.size() + 1.0), 1), cancellation));
        all.addAll(signals);
        return List.copyOf(all);
    }

    /// One event. Telemetry is judged only if the bill has none of this name.
    ///
    /// @throws StepFailure UNKNOWN_FINDING
    public Anomaly anomaly(String id, Progress progress, Cancellation cancellation) {
        for (Finding each : findings(progress.part(0, 0.5), cancellation)) {
            if (each.id().equals(id)) {
                return each;
            }
        }
        return all(progress.part(0.5, 1), cancellation).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /// @throws StepFailure UNKNOWN_FINDING
    public Finding finding(String id, Progress progress, Cancellation cancellation) {
        return findings(progress, cancellation).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> unknown(id));
    }

    static StepFailure unknown(String id) {
        return StepFailure.wrongUsage("UNKNOWN_FINDING", "There is no finding " + id + ".",
                "List them: plimsoll anomalies");
    }

    /// Causes, price and quantity, and the commits just before.
    ///
    /// @throws StepFailure UNKNOWN_FINDING
    public FindingDetail explain(String id, Progress progress, Cancellation cancellation) {
        return inquiry.explain(finding(id, progress, cancellation), progress, cancellation);
    }

    /// What telemetry and Git say of the time of a finding. Reads samples: not for many findings at once.
    public Surroundings surroundings(FindingDetail detail, Cancellation cancellation) {
        return inquiry.surroundings(detail, cancellation);
    }

    /// What an event of telemetry was, with the cost of its workload and what else was measured of it at the time.
    public SignalDetail explain(Signal signal, Cancellation cancellation) {
        return inquiry.explain(signal, cancellation);
    }

    /// Judges daily costs as those of the bill's slices are judged, whatever they are the sum of: what each day let expect, and the
    /// band beyond which it would be unusual. While there is too little history both are `NaN`. No finding is made of it.
    ///
    /// @param start the day of `cost[0]`, UTC
    /// @param cost  one a day, `null` for a gap
    /// @return one a day
    public List<DayScore> judge(LocalDate start, @Nullable BigDecimal[] cost, String currency,
            Cancellation cancellation) {
        return Detection.judge(new CostSeries(new SeriesKey(Map.of()), start, cost, null, currency), parameters(),
                cancellation);
    }

    /// The commits of some days (UTC) in the clone's history, at most the latest 500, and how well each fits these findings. None
    /// without a clone.
    public DatedCommits commits(Days days, List<Finding> findings, Cancellation cancellation) {
        return inquiry.commits(days, findings, cancellation);
    }

    /// The commits of the ten days before an event in any domain, best first; none without a clone. A finding's stand in its detail.
    public List<CommitScore> commits(Anomaly anomaly, Cancellation cancellation) {
        return inquiry.commits(anomaly, cancellation);
    }

    /// The same with what those commits changed.
    public DatedCommits nearby(Anomaly anomaly, Cancellation cancellation) {
        return inquiry.nearby(anomaly, cancellation);
    }

    /// Labels by finding.
    public Map<String, Label> labels() {
        return feedback.labels().values().stream()
                .collect(Collectors.toMap(GivenLabel::anomaly, GivenLabel::label));
    }

    /// Labels, planned activities, the alert budget, and which events are heard.
    public Feedback feedback() {
        return feedback;
    }

    /// A learned detector's view of the same days; never a reason for an alert.
    public SecondOpinion.Opinion secondOpinion(Progress progress, Cancellation cancellation) {
        Map<SeriesKey, List<DayScore>> days = new LinkedHashMap<>();
        findings(progress, cancellation).forEach(each -> days.put(each.key(), each.days()));
        return SecondOpinion.of(days, progress, cancellation);
    }

    /// What each learned method thinks of one event, held against its own like: findings of the bill or events in telemetry. Never a
    /// reason for an alert.
    public List<LearnedView> secondOpinions(Anomaly anomaly, Progress progress, Cancellation cancellation) {
        return switch (anomaly) {
            case Finding finding -> secondOpinion(progress, cancellation).of(finding);
            case Signal signal -> {
                Map<SeriesKey, List<Reading>> readings = new LinkedHashMap<>();
                all(Progress.NONE, cancellation).forEach(each -> {
                    if (each instanceof Signal other && other.domain() == signal.domain()) {
                        readings.putIfAbsent(other.key(), other.readings());
                    }
                });
                readings.put(signal.key(), signal.readings());
                yield SecondOpinion.ofReadings(readings, progress, cancellation).of(signal);
            }
        };
    }
}
