package io.plimsoll.analysis.rightsizing;

import java.util.OptionalDouble;

/// The sliders: what each replica would get, how many, and how load would grow.
///
/// @param cpuRequest    cores
/// @param cpuLimit      cores, empty for none
/// @param memoryRequest bytes
/// @param memoryLimit   bytes, 0 for none
/// @param replicas      how many
/// @param growth        factor on all load, 1 for as it was
public record WhatIfInput(double cpuRequest, OptionalDouble cpuLimit, long memoryRequest, long memoryLimit,
        int replicas,
        double growth) {
    public static WhatIfInput of(Size size) {
        return new WhatIfInput(size.cpuRequest(), size.cpuLimit(), size.memoryRequest(), size.memoryLimit(),
                size.replicas(), 1);
    }

    public Size size() {
        return new Size(cpuRequest, cpuLimit, memoryRequest, memoryLimit, replicas);
    }
}
