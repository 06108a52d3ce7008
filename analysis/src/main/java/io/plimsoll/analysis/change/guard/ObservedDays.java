package io.plimsoll.analysis.change.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.change.GuardNumber;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;

/// Peaks of a few days say little of the week's: a lower value needs so many days of telemetry.
final class ObservedDays implements GuardRule {
    private static final Set<String> FIELDS = Set.of(Field.CPU, Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CORES,
            Field.MEMORY, Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY_OVERHEAD);

    @Override
    public String id() {
        return "observed-days";
    }

    @Override
    public String explanation() {
        return "CPU and memory are lowered only after they were observed for long enough to have seen a whole week.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        input.eachKnob(FIELDS, (file, edit, knob) -> {
            if (GuardInput.lowered(edit)) {
                int least = input.number(edit, GuardNumber.MIN_DAYS);
                input.observed(edit).ifPresent(seen -> results.add(result(edit, Severity.BLOCK, seen.days() >= least,
                        GuardInput.what(edit) + ": observed for " + seen.days() + " days, at least " + least
                                + " are asked for")));
            }
        });
        return results;
    }
}
