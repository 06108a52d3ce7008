package io.plimsoll.analysis.billing;

import java.util.OptionalInt;
import java.util.OptionalLong;

import io.plimsoll.analysis.unit.Money;

/// An instance type with its size and its published price.
///
/// @param vcpu                 that run; of a constrained size (`Standard_E8-2as_v5`: 2) fewer than its memory suggests
/// @param memoryMib            MiB
/// @param architecture         `amd64`, `arm64`, or empty where the source does not tell
/// @param gpus                 empty where the source does not tell
/// @param gpuName              or empty
/// @param burstable            its processors run at full speed only for a while
/// @param allocatableCpuMillis what Kubernetes can give to pods, in thousandths of a core, where known
/// @param allocatableMib       likewise, in MiB
/// @param pricePerHour         on demand, Linux, in the region and of the newest table of it
/// @param source               of the size, `repository@commit`
public record MachineType(String provider, String name, int vcpu, long memoryMib, String architecture,
        OptionalInt gpus, String gpuName, boolean burstable, OptionalInt allocatableCpuMillis,
        OptionalLong allocatableMib, Money pricePerHour, String source) {}
