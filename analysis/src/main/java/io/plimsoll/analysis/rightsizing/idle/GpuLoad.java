package io.plimsoll.analysis.rightsizing.idle;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.GpuUse;
import io.plimsoll.analysis.unit.Money;

/// GPUs of one workload.
///
/// @param monthly what the workload's machines cost, null if unknown
public record GpuLoad(String workload, String name, GpuUse use, @Nullable Money monthly) {
    Optional<Money> cost() {
        return Optional.ofNullable(monthly);
    }
}
