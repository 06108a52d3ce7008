package io.plimsoll.analysis.rightsizing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.plimsoll.analysis.unit.Money;

/// What to do with one workload, what it saves, and what speaks against it.
///
/// @param workload    key text of the workload
/// @param current     what is set now
/// @param proposed    what to set; equal to `current` when refused
/// @param strategy    id of the strategy that proposed
/// @param monthlyNow  cost of the present requests for 730 h
/// @param monthlyThen cost of the proposed ones
/// @param risk        the proposal replayed on the held-back part
/// @param bounds      what that part can't rule out
/// @param grade       the worst of the objections' grades, A without one
/// @param objections  worst first
/// @param against     the strongest reason against the change, as a sentence; never empty
/// @param strategies  all strategies side by side
/// @param repairs     what had to be mended in the telemetry
public record Advice(String workload, Size current, Size proposed, String strategy, Money monthlyNow, Money monthlyThen,
        ReplayResult risk, RiskBounds bounds, Grade grade, List<Objection> objections, String against,
        List<StrategyOutcome> strategies, UsageRepairs repairs) {
    public Advice {
        objections = List.copyOf(objections);
        strategies = List.copyOf(strategies);
    }

    /// The same where a day of the telemetry stands for a run of a job.
    ///
    /// @param runsPerDay that there are
    public Advice byRun(double runsPerDay) {
        return new Advice(workload, current, proposed, strategy, monthlyNow, monthlyThen, risk.often(runsPerDay),
                bounds.often(runsPerDay), grade, objections, against,
                strategies.stream().map(each -> each.often(runsPerDay)).toList(), repairs);
    }

    /// Negative when the proposal costs more.
    public Money monthlySaving() {
        return monthlyNow.minus(monthlyThen);
    }

    public boolean refused() {
        return grade == Grade.D;
    }

    public List<Refusal> codes() {
        return objections.stream().map(Objection::code).toList();
    }

    /// With what is known beyond the telemetry of this workload. A refusal stays what it is.
    Advice against(List<Objection> more) {
        List<Objection> all = Stream.concat(objections.stream(), more.stream())
                .sorted(Comparator.comparing(Objection::grade).reversed().thenComparing(Objection::code)).toList();
        Grade worst = more.stream().map(Objection::grade).reduce(grade, Grade::worse);
        return new Advice(workload, current, proposed, strategy, monthlyNow, monthlyThen, risk, bounds, worst, all,
                all.isEmpty() ? against : all.getFirst().sentence(), strategies, repairs);
    }
}
