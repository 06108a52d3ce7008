package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.daily.MoneyGate;
import io.plimsoll.analysis.anomaly.feedback.Alerts;
import io.plimsoll.analysis.anomaly.feedback.BillSlices;
import io.plimsoll.analysis.anomaly.feedback.BudgetStore;
import io.plimsoll.analysis.anomaly.feedback.LabelStore;
import io.plimsoll.analysis.anomaly.feedback.Places;
import io.plimsoll.analysis.anomaly.feedback.PlannedStore;
import io.plimsoll.analysis.anomaly.feedback.Plans;
import io.plimsoll.analysis.anomaly.feedback.Said;
import io.plimsoll.analysis.anomaly.feedback.Slices;
import io.plimsoll.analysis.anomaly.feedback.Verdicts;
import io.plimsoll.analysis.anomaly.slices.SeriesPlan;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// What the user said of events, what he planned, how much he wants to hear, and what follows for each event. Everything said stands in the ledger and can
/// be taken back; no event is ever lost. Safe from any thread.
public final class Feedback {
    private static final int LAST_YEAR = 9999;

    private final Anomalies anomalies;
    private final Billing billing;
    private final LabelStore labels;
    private final PlannedStore planned;
    private final BudgetStore budget;
    private volatile @Nullable Known known;

    /// What one state of the bill was asked for, so that it is asked once.
    private record Known(String state, Slices slices) {}

    Feedback(Workspace workspace, Anomalies anomalies, Billing billing) {
        this.anomalies = anomalies;
        this.billing = billing;
        labels = new LabelStore(workspace);
        planned = new PlannedStore(workspace);
        budget = new BudgetStore(workspace);
    }

    /// Every event of any domain with where it stands: what is labelled real first, then as in `Anomalies.all`.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<Verdict> all(Progress progress, Cancellation cancellation) {
        List<Verdict> all = said(anomalies.all(progress, cancellation));
        return Verdicts.within(all, alerts(all).fired(budget.get()).keySet());
    }

    /// Events of any domain that are heard and wait for a judgement, in the order of `all`.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<Anomaly> waiting(Progress progress, Cancellation cancellation) {
        return all(progress, cancellation).stream().filter(each -> each.status() == Status.OPEN)
                .map(Verdict::anomaly).toList();
    }

    /// Those of the bill among `waiting`. Telemetry is judged for it only where an alert budget is shared with it: no label reaches from
    /// one domain into another.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<Finding> waitingOnBill(Progress progress, Cancellation cancellation) {
        List<Verdict> all = budget.get() == null
                ? said(anomalies.findings(progress, cancellation))
                : all(progress, cancellation);
        return all.stream().filter(each -> each.status() == Status.OPEN).map(Verdict::anomaly)
                .filter(Finding.class::isInstance).map(Finding.class::cast).toList();
    }

    private List<Verdict> said(List<? extends Anomaly> events) {
        Map<String, Said> said = labels.all();
        List<PlannedActivity> plans = planned.all();
        // Most workspaces have neither, and need not ask the bill what its slices are.
        Slices slices = said.isEmpty() && plans.isEmpty() ? Slices.AS_NAMED : slices();
        return new Verdicts(said, new Plans(plans, slices), slices, List.copyOf(events)).all();
    }

    private Slices slices() {
        String state = anomalies.state();
        Known now = known;
        if (now == null || !now.state().equals(state)) {
            now = new Known(state, new BillSlices(billing, new SeriesPlan(billing).levels(),
                    () -> anomalies.renames(Progress.NONE, Cancellation.never()), new MoneyGate(gate(),
                            anomalies.parameters().number("min-percent"))));
            known = now;
        }
        return now.slices();
    }

    private BigDecimal gate() {
        return BigDecimal.valueOf(anomalies.parameters().number("min-money"));
    }

    private Alerts alerts(List<Verdict> all) {
        LocalDate last = all.stream().map(each -> each.anomaly().end()).max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        LocalDate through = billing.span().map(BillingSpan::lastComplete).filter(each -> each.isAfter(last))
                .orElse(last);
        return new Alerts(all, gate(), through);
    }

    /// Keeps what the user says of events, all or none; saying it again changes it.
    ///
    /// @param until last day, UTC, for which it holds; null for no end
    /// @throws StepFailure UNKNOWN_FINDING; LABEL_UNTIL if the label is `real`, which mutes nothing, an event has already lasted longer, or
    ///         the year has more than four digits
    public void label(Collection<String> ids, Label label, @Nullable LocalDate until) {
        Map<String, Anomaly> known = byId(anomalies.findings(Progress.NONE, Cancellation.never()));
        if (!known.keySet().containsAll(ids)) {
            known = byId(anomalies.all(Progress.NONE, Cancellation.never()));
        }
        List<Anomaly> named = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            Anomaly anomaly = known.get(id);
            if (anomaly == null) {
                throw Anomalies.unknown(id);
            }
            named.add(anomaly);
        }
        if (until != null) {
            named.forEach(each -> check(each, label, until));
        }
        labels.put(named, label, until);
    }

    private static Map<String, Anomaly> byId(List<? extends Anomaly> events) {
        Map<String, Anomaly> known = new HashMap<>();
        events.forEach(each -> known.putIfAbsent(each.id(), each));
        return known;
    }

    private static void check(Anomaly anomaly, Label label, LocalDate until) {
        if (label == Label.REAL) {
            throw StepFailure.wrongUsage("LABEL_UNTIL", "What is real is never muted, so it needs no end.",
                    "Leave the day out.");
        }
        if (until.getYear() > LAST_YEAR) {
            throw StepFailure.wrongUsage("LABEL_UNTIL", "A label holds at most until the year " + LAST_YEAR + ".",
                    "Leave the day out if it holds without an end.");
        }
        if (anomaly.end().isAfter(until)) {
            throw StepFailure.wrongUsage("LABEL_UNTIL",
                    anomaly.id() + " lasted until " + anomaly.end() + ", which is after " + until + ".",
                    "Name a later day, or none.");
        }
    }

    /// Takes back what was said. Events without a label stay as they are; an id that is no longer found may still have one. Of an event at which a label
    /// stands that was given under another id, that one is taken back.
    public void unlabel(Collection<String> ids) {
        Map<String, Said> said = labels.all();
        Set<String> given = new LinkedHashSet<>();
        Map<String, GivenLabel> now = said.keySet().containsAll(ids) ? Map.of() : current();
        for (String id : ids) {
            GivenLabel moved = now.get(id);
            given.add(said.containsKey(id) || moved == null ? id : moved.anomaly());
        }
        labels.remove(given);
    }

    /// What holds of events now, by their ids, wherever they stood when it was said; those without a label are left out.
    public Map<String, GivenLabel> labels(Collection<String> ids) {
        Map<String, GivenLabel> found = new LinkedHashMap<>();
        current().forEach((id, given) -> {
            if (ids.contains(id)) {
                found.put(id, new GivenLabel(id, given.label(), given.until(), given.given()));
            }
        });
        return found;
    }

    private Map<String, GivenLabel> current() {
        Map<String, GivenLabel> current = new LinkedHashMap<>();
        // The label given last comes first and holds.
        places(Progress.NONE, Cancellation.never()).forEach(each -> {
            if (each.event() != null) {
                current.putIfAbsent(each.event(), each.given());
            }
        });
        return current;
    }

    /// Every label with the event that it stands at now, the one given last first. None is ever dropped: what matches no event now says why, still holds for
    /// later events of its sort, and finds its event again once that is found.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public List<LabelPlace> places(Progress progress, Cancellation cancellation) {
        Map<String, Said> said = labels.all();
        if (said.isEmpty()) {
            return List.of();
        }
        return new Places(said, List.copyOf(anomalies.all(progress, cancellation)), slices()).all();
    }

    /// Why a planned activity covers less than it names, as nothing is watched by one of its dimensions now; empty if it does not.
    public Optional<String> narrowed(PlannedActivity activity) {
        return Places.narrowed(activity, slices());
    }

    /// By event, the label given last first; also of events that are no longer found.
    public Map<String, GivenLabel> labels() {
        Map<String, GivenLabel> all = new LinkedHashMap<>();
        labels.all().forEach((id, said) -> all.put(id, said.given()));
        return all;
    }

    /// In the order of their first days.
    public List<PlannedActivity> planned() {
        return planned.all();
    }

    /// Adds a planned activity.
    ///
    /// @return it with its id
    /// @throws StepFailure PLANNED_SLICE if nothing is cut by one of its dimensions, so that no event could lie in it
    public PlannedActivity plan(PlannedActivity activity) {
        for (String dimension : activity.where().dimensions().keySet()) {
            if (!watched(dimension)) {
                throw StepFailure.wrongUsage("PLANNED_SLICE", "Nothing is watched by " + dimension + ".",
                        "Take a dimension of the bill (plimsoll costs --by), workload, or one that plimsoll anomalies shows.");
            }
        }
        String id = planned.add(activity);
        return new PlannedActivity(id, activity.what(), activity.days(), activity.where(), activity.upTo(),
                activity.upToShare());
    }

    private boolean watched(String dimension) {
        return dimension.equals("workload")
                || billing.dimensions().stream().anyMatch(each -> each.name().equals(dimension))
                || anomalies.all(Progress.NONE, Cancellation.never()).stream()
                        .anyMatch(each -> each.key().dimensions().containsKey(dimension));
    }

    /// @throws StepFailure PLANNED_UNKNOWN
    public void unplan(String id) {
        planned.remove(id);
    }

    /// Alerts a week of all domains together, null for all: until the user says otherwise nothing is kept back.
    public @Nullable Integer budget() {
        return budget.get();
    }

    /// @param perWeek null for all
    /// @throws StepFailure ALERT_BUDGET
    public void budget(@Nullable Integer perWeek) {
        budget.set(perWeek);
    }

    /// What this and other budgets would have let through in the loaded history, and how right that was by the labels.
    ///
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public AlertReplay replay(Progress progress, Cancellation cancellation) {
        return replay(budget.get(), progress, cancellation);
    }

    /// The same as if another budget were in force. Nothing is kept.
    ///
    /// @param perWeek null for all
    /// @throws StepFailure ALERT_BUDGET
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public AlertReplay replay(@Nullable Integer perWeek, Progress progress, Cancellation cancellation) {
        BudgetStore.check(perWeek);
        return alerts(said(anomalies.all(progress, cancellation))).table(perWeek);
    }
}
