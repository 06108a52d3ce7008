package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.engine.SparkPod;
import io.plimsoll.analysis.unit.Bytes;

/// Memory stays above the observed peak and a headroom: below it the kernel kills the container. To Spark's heap its overhead
/// is added.
final class MemoryFloor implements GuardRule {
    private static final Set<String> FIELDS = Set.of(Field.MEMORY, Field.MEMORY_REQUEST, Field.MEMORY_LIMIT,
            Field.MEMORY_OVERHEAD);

    @Override
    public String id() {
        return "memory-floor";
    }

    @Override
    public String explanation() {
        return "Memory stays above the observed peak and a headroom, since the kernel kills a "
                + "container that needs more.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        input.eachKnob(FIELDS, (file, edit, knob) -> total(file, knob)
                .ifPresent(total -> results.add(result(input, edit, total))));
        return results;
    }

    private static Optional<BigDecimal> total(FilePreview file, Knob knob) {
        if (!knob.kind().endsWith("SparkApplication")) {
            return GuardInput.amount(knob);
        }
        Optional<BigDecimal> heap = GuardInput.sibling(file.newKnobs(), knob, Field.MEMORY).flatMap(GuardInput::amount);
        Optional<BigDecimal> overhead = GuardInput.sibling(file.newKnobs(), knob, Field.MEMORY_OVERHEAD)
                .flatMap(GuardInput::amount);
        SparkPod rule = SparkPod.of(file.file(), file.after(), knob.document());
        return heap.map(bytes -> rule.pod(bytes, overhead));
    }

    private GuardResult result(GuardInput input, EditPreview edit, BigDecimal total) {
        Optional<Bytes> peak = input.observed(edit).map(Observed::peakMemory);
        if (peak.isEmpty()) {
            return result(edit, Severity.WARN, false,
                    GuardInput.what(edit) + ": no memory use was observed for it, so the value can't be checked");
        }
        int headroom = input.number(edit, GuardNumber.MEMORY_HEADROOM);
        BigDecimal floor = BigDecimal.valueOf(peak.get().count()).multiply(BigDecimal.valueOf(100L + headroom))
                .movePointLeft(2);
        boolean raised = edit.oldKnob() != null && GuardInput.amount(edit.oldKnob()).isPresent()
                && edit.newKnob() != null
                && GuardInput.amount(edit.oldKnob()).get()
                        .compareTo(GuardInput.amount(edit.newKnob()).orElse(total)) < 0;
        return result(edit, raised ? Severity.WARN : Severity.BLOCK, total.compareTo(floor) >= 0,
                "%s gives %s MiB; the observed peak is %s MiB, with %d %% headroom %s MiB".formatted(
                        GuardInput.what(edit),
                        mebibytes(total), mebibytes(BigDecimal.valueOf(peak.get().count())), headroom,
                        mebibytes(floor)));
    }

    private static String mebibytes(BigDecimal bytes) {
        return bytes.divide(BigDecimal.valueOf(Bytes.MI), 0, RoundingMode.HALF_EVEN).toPlainString();
    }
}
