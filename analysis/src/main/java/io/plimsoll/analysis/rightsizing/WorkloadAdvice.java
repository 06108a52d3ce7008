package io.plimsoll.analysis.rightsizing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.Workload;

/// The advice for one workload, with what it rests on. Either `advice` or `machine` is there.
///
/// @param workload    who
/// @param advice      for pods; its amounts are money only if `monthlyNow` is there, else proportions in `XXX`
/// @param machine     for a machine outside Kubernetes
/// @param cost        what the bill says; null without a bill, or if it is billed in several currencies
/// @param monthlyNow  `cost` for 730 h; null if unknown
/// @param monthlyThen of the proposal, by rates with which the present size costs exactly `monthlyNow`; null if unknown
/// @param knobs       the places in Git that decide the size, one a field
/// @param former      the size that stood in Git and is proposed again, or null
/// @param reasons     what else to know, in sentences: comments beside the values, where the proposal comes from
public record WorkloadAdvice(Workload workload, @Nullable Advice advice, @Nullable VmAdvice machine,
        @Nullable BilledCost cost, @Nullable Money monthlyNow, @Nullable Money monthlyThen, List<SizeKnob> knobs,
        @Nullable FormerSize former, List<String> reasons) {
    public WorkloadAdvice {
        knobs = List.copyOf(knobs);
        reasons = List.copyOf(reasons);
    }

    /// Negative when the proposal costs more; null if unknown.
    public @Nullable Money monthlySaving() {
        Money now = monthlyNow;
        Money then = monthlyThen;
        return now == null || then == null ? null : now.minus(then);
    }

    /// `9 × 4 / 16Gi`, or the instance type.
    public String now() {
        Advice pods = advice;
        VmAdvice vm = machine;
        return pods != null ? pods.current().toString() : vm == null ? "" : vm.current().name();
    }

    public String proposed() {
        Advice pods = advice;
        VmAdvice vm = machine;
        return pods != null ? pods.proposed().toString() : vm == null ? "" : vm.proposed().name();
    }

    public Grade grade() {
        Advice pods = advice;
        VmAdvice vm = machine;
        return pods != null ? pods.grade() : vm == null ? Grade.D : vm.grade();
    }

    public boolean refused() {
        return grade() == Grade.D;
    }

    /// Whether what is proposed is what is there.
    public boolean keeps() {
        return now().equals(proposed());
    }

    /// Worst first.
    public List<Objection> objections() {
        Advice pods = advice;
        VmAdvice vm = machine;
        return pods != null ? pods.objections() : vm == null ? List.of() : vm.objections();
    }

    /// The strongest reason against the change, as a sentence; never empty.
    public String against() {
        Advice pods = advice;
        return pods != null
                ? pods.against()
                : objections().isEmpty()
                        ? "A smaller machine leaves less room for what was never seen."
                        : objections().getFirst().sentence();
    }

    /// The same with forecasts of breaches: their sentences among the reasons, and what they hold against a change.
    public WorkloadAdvice informed(List<BreachForecast> forecasts) {
        Advice pods = advice;
        List<Objection> more = pods == null || keeps()
                ? List.of()
                : forecasts.stream().map(Breaches::objection).flatMap(Optional::stream).toList();
        return new WorkloadAdvice(workload, pods == null ? null : pods.against(more), machine, cost, monthlyNow,
                monthlyThen, knobs, former,
                Stream.concat(reasons.stream(), forecasts.stream().map(BreachForecast::sentence)).toList());
    }
}
