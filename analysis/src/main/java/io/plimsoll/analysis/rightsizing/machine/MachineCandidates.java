package io.plimsoll.analysis.rightsizing.machine;

import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.workload.BilledResource;

/// The types that a machine could be instead of its own.
public final class MachineCandidates {
    private MachineCandidates() {
    }

    /// The cheapest first; empty if its own type is not known.
    public static List<VmType> of(List<BilledResource> billed, InstanceTypes types) {
        return billed.stream().flatMap(each -> types.of(each.skuDetails(), each.regionId())
                .map(own -> like(own, types.in(each.regionId()))).stream()).findFirst().orElse(List.of());
    }

    private static List<VmType> like(VmType own, List<VmType> all) {
        return all.stream().filter(each -> each.provider().equals(own.provider())
                && each.architecture() == own.architecture()
                && each.pricePerHour().currency().equals(own.pricePerHour().currency()))
                .sorted(Comparator.comparing(VmType::pricePerHour).thenComparing(VmType::name)).toList();
    }
}
