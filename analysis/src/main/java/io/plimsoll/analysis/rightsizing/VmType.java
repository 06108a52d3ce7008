package io.plimsoll.analysis.rightsizing;

import java.util.regex.Pattern;

import io.plimsoll.analysis.unit.Money;

/// An instance type that could be had.
///
/// @param provider     as the bill spells it
/// @param name         of the type, `m6i.large`
/// @param vcpu         virtual processors
/// @param memoryGib    GiB of memory
/// @param pricePerHour on demand
/// @param architecture of the processor
public record VmType(String provider, String name, double vcpu, double memoryGib, Money pricePerHour,
        VmArchitecture architecture) {
    private static final Pattern BURSTABLE = Pattern
            .compile("t[0-9]+[a-z]*\\..*|Standard_B[0-9].*|e2-(micro|small|medium)|(f1|g1)-.*");

    /// Whether its processors run at full speed only for a while: AWS T, Azure B, Google's shared-core types. Their vCPU are
    /// no measure of what they carry.
    public boolean burstable() {
        return BURSTABLE.matcher(name).matches();
    }

    /// With the architecture that the name tells.
    public static VmType named(String provider, String name, double vcpu, double memoryGib, Money pricePerHour) {
        return new VmType(provider, name, vcpu, memoryGib, pricePerHour, VmArchitecture.ofTypeName(name));
    }
}
