package io.plimsoll.analysis.change;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Money;

/// What the ticked intents save a month: each touched workload's billed cost less the cost of the size that its manifest will
/// ask for, by rates with which the present size costs exactly what is billed.
public final class ExpectedSaving {
    private ExpectedSaving() {
    }

    /// @param advices of all workloads, as `Rightsizing.advise` gives them
    /// @return empty if nothing is ticked, a touched workload's cost is unknown, or they are billed in several currencies
    public static Optional<Money> of(ChangeSet set, List<WorkloadAdvice> advices) {
        Money total = null;
        for (String word : set.ticked().stream().map(Intent::workload).distinct().toList()) {
            Optional<Money> saving = advices.stream().filter(each -> names(each, word)).findFirst()
                    .flatMap(each -> of(set, word, each));
            if (saving.isEmpty() || total != null && !total.currency().equals(saving.get().currency())) {
                return Optional.empty();
            }
            total = total == null ? saving.get() : total.plus(saving.get());
        }
        return Optional.ofNullable(total);
    }

    private static boolean names(WorkloadAdvice advice, String word) {
        return advice.workload().title().equals(word)
                || (advice.workload().key().namespace() + "/" + advice.workload().key().name()).equals(word);
    }

    private static Optional<Money> of(ChangeSet set, String word, WorkloadAdvice advice) {
        Money now = advice.monthlyNow();
        if (now == null || advice.advice() == null) {
            return Optional.empty();
        }
        Size current = advice.advice().current();
        Size then = current;
        for (Intent intent : set.ticked()) {
            if (intent.workload().equals(word)) {
                then = with(then, intent, advice.knobs());
            }
        }
        Size wanted = then;
        return ResourceRates.billed(current, now).map(rates -> now.minus(rates.monthly(wanted)));
    }

    private static Size with(Size size, Intent intent, List<SizeKnob> knobs) {
        for (SizeKnob each : knobs) {
            Knob knob = each.knob();
            if (knob.file().equals(intent.file()) && knob.document() == intent.document()
                    && knob.path().toString().equals(intent.path())) {
                return with(size, knob.field(), knob.unit().amount(intent.newValue()));
            }
        }
        return size;
    }

    private static Size with(Size size, String field, BigDecimal amount) {
        return switch (field) {
            case Field.CPU, Field.CPU_REQUEST, Field.CORES -> new Size(amount.doubleValue(), size.cpuLimit(),
                    size.memoryRequest(), size.memoryLimit(), size.replicas());
            case Field.CPU_LIMIT ->
                new Size(size.cpuRequest(), OptionalDouble.of(amount.doubleValue()), size.memoryRequest(),
                        size.memoryLimit(), size.replicas());
            case Field.MEMORY, Field.MEMORY_REQUEST -> new Size(size.cpuRequest(), size.cpuLimit(), amount.longValue(),
                    size.memoryLimit(), size.replicas());
            case Field.MEMORY_LIMIT ->
                new Size(size.cpuRequest(), size.cpuLimit(), size.memoryRequest(), amount.longValue(),
                        size.replicas());
            case Field.REPLICAS, Field.INSTANCES, Field.PARALLELISM -> size.withReplicas(amount.intValueExact());
            default -> size;
        };
    }
}
