package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// One commit takes no more than a share off a value, so that a wrong advice is met by an alert and not by an outage.
final class StepCap implements GuardRule {
    /// Not amounts of capacity.
    private static final Set<String> OTHERS = Set.of(Field.TARGET_CPU, Field.TARGET_MEMORY, Field.COMPLETIONS,
            Field.STORAGE,
            Field.PARTITIONS);

    private static final Set<String> CPU = Set.of(Field.CPU, Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CORES);
    private static final Set<String> MEMORY = Set.of(Field.MEMORY, Field.MEMORY_REQUEST, Field.MEMORY_LIMIT,
            Field.MEMORY_OVERHEAD, Field.HEAP_MIN, Field.HEAP_MAX);

    @Override
    public String id() {
        return "step-cap";
    }

    @Override
    public String explanation() {
        return "One commit takes no more than the capped share off a value, so that wrong "
                + "advice is met by an alert and not by an outage.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (EditPreview edit : input.edits()) {
            Optional<BigDecimal> before = amount(edit.oldKnob());
            Optional<BigDecimal> after = amount(edit.newKnob());
            if (before.isPresent() && after.isPresent() && before.get().signum() > 0) {
                results.add(result(input, edit, before.get(), after.get()));
            }
        }
        return results;
    }

    private static Optional<BigDecimal> amount(@Nullable Knob knob) {
        return knob == null || OTHERS.contains(knob.field()) ? Optional.empty() : GuardInput.amount(knob);
    }

    private GuardResult result(GuardInput input, EditPreview edit, BigDecimal before, BigDecimal after) {
        boolean down = after.compareTo(before) <= 0;
        String field = edit.label();
        int cap = input.number(edit, !down
                ? GuardNumber.UP
                : CPU.contains(field)
                        ? GuardNumber.CPU_DOWN
                        : MEMORY.contains(field) ? GuardNumber.MEMORY_DOWN : GuardNumber.DOWN);
        BigDecimal change = after.subtract(before).abs().movePointRight(2);
        boolean passed = change.compareTo(before.multiply(BigDecimal.valueOf(cap))) <= 0;
        return result(edit, down ? Severity.BLOCK : Severity.WARN, passed,
                "%s is %s %% %s, the cap is %d %%".formatted(GuardInput.what(edit),
                        change.divide(before, 1, RoundingMode.HALF_EVEN).toPlainString(), down ? "down" : "up", cap));
    }
}
