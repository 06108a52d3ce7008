package io.plimsoll.analysis.rightsizing.pod;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.capacity.CapacityRule;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.machine.VmRule;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Cpu;

/// A DaemonSet has a pod on each node, all of one size: the nodes decide how many, and the busiest one how large.
public final class PerNode implements CapacityRule {
    private static final double UNEVEN = 2;

    @Override
    public String id() {
        return "per-node";
    }

    @Override
    public String explanation() {
        return "The 99.5th percentile of CPU of the busiest pod of a DaemonSet beside the median of all.";
    }

    @Override
    public CapacityFinding find(Situation situation, Cancellation cancellation) {
        return situation.declared().kind().equals("DaemonSet")
                ? find(situation.usage(), situation.current().replicas())
                : CapacityFinding.NONE;
    }

    static CapacityFinding find(Usage usage, int nodes) {
        String fact = "It runs on each of " + nodes + " nodes, so that its size is paid " + nodes
                + " times and its number follows theirs.";
        List<ReplicaUsage> pods = usage.replicas().stream().filter(each -> each.cpu().length() > 0)
                .sorted(Comparator.comparingDouble(PerNode::busy)).toList();
        if (pods.size() < 2) {
            return facts(fact);
        }
        double median = busy(pods.get(pods.size() / 2));
        double most = busy(pods.getLast());
        return most < UNEVEN * median
                ? facts(fact)
                : facts(fact,
                        String.format(Locale.ROOT, "It is sized by its busiest pod, %s with %s; half of them take no"
                                + " more than %s. Two sets, split by node labels, would cost less.",
                                pods.getLast().name(),
                                Cpu.ofCores(rounded(most)), Cpu.ofCores(rounded(median))));
    }

    private static CapacityFinding facts(String... facts) {
        return new CapacityFinding(0, 0, 0, List.of(), List.of(facts));
    }

    private static double busy(ReplicaUsage pod) {
        return Robust.quantile(pod.cpu().values(), VmRule.USUAL.cpuPercentile());
    }

    private static double rounded(double cores) {
        return Math.round(cores * 1000) / 1000.0;
    }
}
