package io.plimsoll.analysis.anomaly;

import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// The list of detectors of daily cost. A new one is a class and a line here.
public final class Detectors {
    private static final List<Detector> ALL = List.of(new CostDetector());

    private Detectors() {
    }

    public static List<Detector> all() {
        return ALL;
    }

    /// @throws StepFailure DETECTOR_UNKNOWN
    public static Detector byId(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("DETECTOR_UNKNOWN", "There is no detector " + id + ".",
                        "Known are: " + String.join(", ", ALL.stream().map(Detector::id).toList())));
    }
}
