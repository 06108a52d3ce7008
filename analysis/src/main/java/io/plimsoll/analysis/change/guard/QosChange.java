package io.plimsoll.analysis.change.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Severity;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// Notes when a container's share in its pod's quality of service class changes: the class decides who is evicted first
/// (kubernetes.io, "Pod Quality of Service Classes").
final class QosChange implements GuardRule {
    @Override
    public String id() {
        return "qos-class";
    }

    @Override
    public String explanation() {
        return "Notes when the quality of service class changes, which decides who is evicted first.";
    }

    @Override
    public List<GuardResult> check(GuardInput input) {
        List<GuardResult> results = new ArrayList<>();
        for (FilePreview file : input.files()) {
            for (EditPreview edit : file.edits()) {
                Knob knob = edit.newKnob();
                if (knob != null && (knob.field().endsWith("-request") || knob.field().endsWith("-limit"))) {
                    String before = qos(file.oldKnobs(), knob);
                    String after = qos(file.newKnobs(), knob);
                    GuardResult result = result(edit, Severity.NOTE, before.equals(after),
                            "%s: container %s is %s%s".formatted(file.file(), knob.container(), before,
                                    before.equals(after) ? " as before" : " and becomes " + after));
                    if (!results.contains(result)) {
                        results.add(result);
                    }
                }
            }
        }
        return results;
    }

    private static String qos(List<Knob> knobs, Knob of) {
        Optional<BigDecimal> cpuRequest = value(knobs, of, Field.CPU_REQUEST);
        Optional<BigDecimal> cpuLimit = value(knobs, of, Field.CPU_LIMIT);
        Optional<BigDecimal> memoryRequest = value(knobs, of, Field.MEMORY_REQUEST);
        Optional<BigDecimal> memoryLimit = value(knobs, of, Field.MEMORY_LIMIT);
        if (cpuRequest.isEmpty() && cpuLimit.isEmpty() && memoryRequest.isEmpty() && memoryLimit.isEmpty()) {
            return "BestEffort";
        }
        return same(cpuRequest, cpuLimit) && same(memoryRequest, memoryLimit) ? "Guaranteed" : "Burstable";
    }

    /// A request that is not written is taken from the limit.
    private static boolean same(Optional<BigDecimal> request, Optional<BigDecimal> limit) {
        return limit.isPresent() && request.map(value -> value.compareTo(limit.get()) == 0).orElse(true);
    }

    private static Optional<BigDecimal> value(List<Knob> knobs, Knob of, String field) {
        return GuardInput.sibling(knobs, of, field).flatMap(GuardInput::amount);
    }
}
