package io.plimsoll.analysis.rightsizing.node;

import java.util.Map;

import io.plimsoll.analysis.billing.MachineType;
import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.unit.Bytes;

/// What a managed Kubernetes keeps of a machine for kubelet, system and eviction, and how many pods it takes.
///
/// CPU: EKS and GKE keep 6 % of the first core, 1 % of the second, 0.5 % of the third and fourth and 0.25 % of the rest; AKS 60m and 40m
/// for the first two cores, 20m each for the third and fourth, 10m each up to 16 and further on. Memory: EKS 255 MiB + 11 MiB a pod; GKE
/// 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the next 8, 6 % of the next 112 and 2 % of the rest; AKS from 1.29 on 50 MB +
/// 20 MB a pod, at most a quarter. All keep 100 MiB more for eviction.
///
/// Sources: awslabs/amazon-eks-ami `files/bootstrap.sh` (MIT); Google's "Plan GKE Standard node sizes"; Microsoft's "Node resource
/// reservations in AKS". Where the price catalogue knows a type's allocatable amounts, these are taken instead.
public final class Reserved {
    private static final long EVICTION = 100 * Bytes.MI;
    private static final int MOST_PODS = 110;
    private static final long MB = 1_000_000;
    /// Elastic network interfaces times (addresses each - 1) + 2 of the current general series, from `eni-max-pods.txt` of the same
    /// repository; EKS takes no more pods unless prefixes are delegated.
    private static final Map<String, Integer> ENI_PODS = Map.ofEntries(Map.entry("medium", 8), Map.entry("large", 29),
            Map.entry("xlarge", 58), Map.entry("2xlarge", 58), Map.entry("4xlarge", 234), Map.entry("8xlarge", 234),
            Map.entry("12xlarge", 234), Map.entry("16xlarge", 737), Map.entry("24xlarge", 737),
            Map.entry("32xlarge", 737), Map.entry("48xlarge", 737));

    private Reserved() {
    }

    public static NodeType of(MachineType machine) {
        VmType type = new VmType(machine.provider(), machine.name(), machine.vcpu(), machine.memoryMib() / 1024.0,
                machine.pricePerHour(), switch (machine.architecture()) {
                    case "arm64" -> VmArchitecture.ARM;
                    case "amd64" -> VmArchitecture.X86;
                    default -> VmArchitecture.ofTypeName(machine.name());
                });
        NodeType computed = of(type);
        return machine.allocatableCpuMillis().isPresent() && machine.allocatableMib().isPresent()
                ? new NodeType(type, machine.allocatableCpuMillis().getAsInt(),
                        machine.allocatableMib().getAsLong() * Bytes.MI, computed.maxPods(),
                        "allocatable amounts of the catalogue")
                : computed;
    }

    /// By the provider's rule; that of GKE for one without.
    public static NodeType of(VmType type) {
        long cpu = Math.round(type.vcpu() * 1000);
        long memory = Math.round(type.memoryGib() * Bytes.GI);
        int pods = type.provider().equals("aws")
                ? ENI_PODS.getOrDefault(type.name().substring(type.name().indexOf('.') + 1), MOST_PODS)
                : MOST_PODS;
        return switch (type.provider()) {
            case "aws" -> node(type, cpu - tiered(cpu), memory - (255 + 11L * pods) * Bytes.MI, pods,
                    "EKS keeps " + tiered(cpu) + "m and " + (255 + 11L * pods + 100) + " MiB");
            case "azure" -> {
                long kept = Math.min((20L * pods + 50) * MB, memory / 4);
                yield node(type, cpu - aks(cpu), memory - kept, pods,
                        "AKS keeps " + aks(cpu) + "m and " + (kept + EVICTION) / Bytes.MI + " MiB");
            }
            default -> node(type, cpu - tiered(cpu), memory - gke(memory), pods,
                    "GKE keeps " + tiered(cpu) + "m and " + (gke(memory) + EVICTION) / Bytes.MI + " MiB");
        };
    }

    private static NodeType node(VmType type, long cpu, long memory, int pods, String rule) {
        return new NodeType(type, Math.max(0, cpu), Math.max(0, memory - EVICTION), pods, rule);
    }

    private static long tiered(long millis) {
        return Math.round(0.06 * part(millis, 0, 1000) + 0.01 * part(millis, 1000, 2000)
                + 0.005 * part(millis, 2000, 4000) + 0.0025 * part(millis, 4000, Long.MAX_VALUE));
    }

    private static long aks(long millis) {
        return Math.round(0.06 * part(millis, 0, 1000) + 0.04 * part(millis, 1000, 2000)
                + 0.02 * part(millis, 2000, 4000) + 0.01 * part(millis, 4000, Long.MAX_VALUE));
    }

    private static long gke(long bytes) {
        if (bytes < Bytes.GI) {
            return 255 * Bytes.MI;
        }
        return Math.round(0.25 * part(bytes, 0, 4 * Bytes.GI) + 0.2 * part(bytes, 4 * Bytes.GI, 8 * Bytes.GI)
                + 0.1 * part(bytes, 8 * Bytes.GI, 16 * Bytes.GI) + 0.06 * part(bytes, 16 * Bytes.GI, 128 * Bytes.GI)
                + 0.02 * part(bytes, 128 * Bytes.GI, Long.MAX_VALUE));
    }

    private static long part(long amount, long from, long to) {
        return Math.max(0, Math.min(amount, to) - from);
    }
}
