package io.plimsoll.analysis.change.drift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.change.DriftCause;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.manifest.Field;

/// Finds pods that run with another size than their template says.
final class PodComparison {
    private static final Map<String, String> PARTS = Map.of(Field.CPU_REQUEST, "requests cpu", Field.CPU_LIMIT,
            "limits cpu", Field.MEMORY_REQUEST, "requests memory", Field.MEMORY_LIMIT, "limits memory");

    private PodComparison() {
    }

    /// The row as the pods have it, where they differ from the template that the row is about; else the row.
    static DriftRow of(List<PodSize> pods, DriftRow row) {
        String part = PARTS.getOrDefault(row.knob(), "");
        String template = row.cluster();
        if (part.isEmpty() || template == null || row.state() == DriftState.DIFFERS) {
            return row;
        }
        Map<String, Integer> others = new TreeMap<>();
        PodSize last = null;
        for (PodSize pod : pods) {
            String runs = pod.sizes().get(row.container() + " " + part);
            if (runs != null && !Amounts.same(runs, template)) {
                others.merge(runs, 1, Integer::sum);
                last = pod;
            }
        }
        if (last == null) {
            return row;
        }
        String most = others.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                .orElse(template);
        int count = others.values().stream().mapToInt(Integer::intValue).sum();
        DriftOwner by = last.by() == null ? row.owner() : last.by();
        return new DriftRow(row.kind(), row.namespace(), row.workload(), row.container(), row.path(), row.knob(),
                row.unit(), row.git(), most, row.base(), by, last.state(),
                last.state() == DriftState.RESIZED ? DriftCause.CLUSTER : DriftCause.NONE,
                (count == 1 ? "One pod runs" : count + " pods run") + " with another size than the template's "
                        + template + "; " + (last.state() == DriftState.VPA
                                ? "the VPA sets it."
                                : "it was resized in place and is gone with the next roll-out."),
                row.origin(), null, null);
    }
}
