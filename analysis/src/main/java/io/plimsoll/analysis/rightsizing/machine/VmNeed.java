package io.plimsoll.analysis.rightsizing.machine;

import io.plimsoll.analysis.rightsizing.VmType;

/// The least machine that will do.
///
/// @param vcpu      `NaN` if CPU was not measured
/// @param memoryGib `NaN` if memory was not measured
public record VmNeed(double vcpu, double memoryGib) {
    public boolean metBy(VmType type) {
        return type.vcpu() >= vcpu && type.memoryGib() >= memoryGib;
    }
}
