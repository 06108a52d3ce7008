package io.plimsoll.analysis.rightsizing.node;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.NodeRemoval;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.FileKnobs;

/// Finds in Git and in the bill who takes nodes away.
final class NodeRemovals {
    private static final Set<String> KARPENTER = Set.of("NodePool", "Provisioner");

    private NodeRemovals() {
    }

    /// What Git says of machines.
    static List<Knob> knobs(GitRepository clone, String head, Cancellation cancellation) {
        return FileKnobs.of(clone, head, cancellation).stream().flatMap(file -> file.knobs().stream())
                .filter(each -> KARPENTER.contains(each.kind()) || each.field().equals(Field.MIN_INSTANCES)
                        || each.field().equals(Field.MAX_INSTANCES))
                .toList();
    }

    /// @param nodes   that there are today, 0 if unknown
    /// @param running names of all workloads
    static NodeRemoval of(List<BilledResource> billed, List<Knob> knobs, int nodes, Collection<String> running) {
        return karpenter(knobs).or(() -> karpenterBilled(billed)).or(() -> running(running, "karpenter", true))
                .or(() -> group(knobs, nodes)).or(() -> running(running, "cluster-autoscaler", false))
                .orElse(new NodeRemoval(NodeRemoval.Kind.UNKNOWN,
                        "Git does not tell who removes nodes: less is paid only once somebody or an autoscaler has.",
                        ""));
    }

    private static Optional<NodeRemoval> karpenter(List<Knob> knobs) {
        Optional<Knob> pool = knobs.stream().filter(each -> KARPENTER.contains(each.kind())).findFirst();
        return pool.map(any -> {
            Optional<Knob> policy = knobs.stream().filter(each -> each.kind().equals(any.kind())
                    && each.name().equals(any.name()) && each.path().toString().endsWith("consolidationPolicy"))
                    .findFirst();
            boolean emptyOnly = policy.map(each -> each.value().equals("WhenEmpty")).orElse(false);
            return new NodeRemoval(NodeRemoval.Kind.KARPENTER, "Karpenter's " + any.kind() + " " + any.name()
                    + (emptyOnly
                            ? " removes nodes only when they are empty: the saving comes as pods move by themselves."
                            : " removes nodes by itself."),
                    policy.orElse(any).file());
        });
    }

    private static Optional<NodeRemoval> karpenterBilled(List<BilledResource> billed) {
        return billed.stream().filter(NodeRemovals::namesKarpenter).findFirst()
                .map(each -> new NodeRemoval(NodeRemoval.Kind.KARPENTER,
                        "By its name in the bill, " + (each.name().isEmpty() ? each.resourceId() : each.name())
                                + " belongs to Karpenter, which removes nodes by itself.",
                        ""));
    }

    private static Optional<NodeRemoval> running(Collection<String> names, String part, boolean karpenter) {
        return names.stream().filter(name -> name.contains(part)).sorted().findFirst()
                .map(name -> new NodeRemoval(karpenter ? NodeRemoval.Kind.KARPENTER : NodeRemoval.Kind.AUTOSCALER,
                        name + " runs here and removes nodes by itself"
                                + (karpenter ? "." : ", down to the least number of each node group."),
                        ""));
    }

    private static boolean namesKarpenter(BilledResource resource) {
        return resource.name().toLowerCase(Locale.ROOT).contains("karpenter")
                || resource.tags().keySet().stream().anyMatch(key -> key.startsWith("karpenter.sh/"));
    }

    /// Of the groups in Git the one with the largest least number, since it can't be told which one the pods run on.
    private static Optional<NodeRemoval> group(List<Knob> knobs, int nodes) {
        Optional<Knob> least = knobs.stream().filter(each -> each.field().equals(Field.MIN_INSTANCES))
                .filter(each -> each.unit().reads(each.value()))
                .max((one, other) -> amount(one) - amount(other));
        return least.map(each -> {
            Optional<Knob> most = knobs.stream().filter(other -> other.field().equals(Field.MAX_INSTANCES)
                    && other.file().equals(each.file()) && other.container().equals(each.container())
                    && other.unit().reads(other.value())).findFirst();
            boolean fixed = most.isPresent() && amount(most.get()) <= amount(each)
                    || nodes > 0 && amount(each) >= nodes;
            return fixed
                    ? new NodeRemoval(NodeRemoval.Kind.FIXED, "A node group keeps at least " + amount(each)
                            + " nodes: less is paid only after that number is lowered.", each.file())
                    : new NodeRemoval(NodeRemoval.Kind.AUTOSCALER, "An autoscaler may take the node group down to "
                            + amount(each) + " nodes.", each.file());
        });
    }

    private static int amount(Knob knob) {
        return knob.unit().amount(knob.value()).intValue();
    }
}
