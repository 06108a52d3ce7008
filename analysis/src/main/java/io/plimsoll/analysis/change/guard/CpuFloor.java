package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.unit.Cpu;

/// CPU stays at or above the 99th percentile of what was used.
final class CpuFloor implements GuardRule {
    private static final Set<String> FIELDS = Set.of(Field.CPU, Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CORES);

    @Override
    public String id() {
        return "cpu-floor";
    }

    @Override
    public String explanation() {
        return "CPU stays at or above the 99th percentile of what was used.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        input.eachKnob(FIELDS, (file, edit, knob) -> GuardInput.amount(knob)
                .ifPresent(cores -> results.add(result(input, edit, cores))));
        return results;
    }

    private GuardResult result(GuardInput input, EditPreview edit, BigDecimal cores) {
        Optional<Cpu> seen = input.observed(edit).map(Observed::p99Cpu);
        if (seen.isEmpty()) {
            return result(edit, Severity.WARN, false,
                    GuardInput.what(edit) + ": no CPU use was observed for it, so the value can't be checked");
        }
        boolean raised = edit.oldKnob() != null
                && GuardInput.amount(edit.oldKnob()).map(before -> before.compareTo(cores) < 0).orElse(false);
        int headroom = input.number(edit, GuardNumber.CPU_HEADROOM);
        BigDecimal floor = seen.get().cores().multiply(BigDecimal.valueOf(100L + headroom)).movePointLeft(2);
        return result(edit, raised ? Severity.WARN : Severity.BLOCK, cores.compareTo(floor) >= 0,
                "%s; the observed 99th percentile is %s cores%s".formatted(GuardInput.what(edit),
                        rounded(seen.get().cores()),
                        headroom == 0 ? "" : ", with %d %% headroom %s cores".formatted(headroom, rounded(floor))));
    }

    private static String rounded(BigDecimal cores) {
        return cores.setScale(3, RoundingMode.UP).stripTrailingZeros().toPlainString();
    }
}
