package io.plimsoll.analysis.rightsizing.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.advice.Sentence;
import io.plimsoll.analysis.unit.Money;

/// Groups of nodes on which nothing runs but what runs on every node. Machines are brought to nodes by `kube_node_info`'s
/// `provider_id`; a group is empty only if every charged machine of it is known as a node and none carries a pod of its own.
final class EmptyNodeGroups implements IdleRule {
    private static final List<String> GROUP_TAGS = List.of("eks:nodegroup-name", "karpenter.sh/nodepool",
            "aks-managed-poolName", "goog-k8s-node-pool-name", "cloud.google.com/gke-nodepool",
            "alpha.eksctl.io/nodegroup-name");

    @Override
    public String explanation() {
        return "All charged machines of a node group are known as nodes, and telemetry shows no pod on them but those of"
                + " DaemonSets.";
    }

    @Override
    public List<IdleFinding> find(IdleFacts facts) {
        Map<String, List<ResourceMeters>> groups = new TreeMap<>();
        facts.machines().stream().filter(facts::isStill).forEach(machine -> GROUP_TAGS.stream().map(machine::tag)
                .filter(name -> !name.isEmpty()).findFirst()
                .ifPresent(name -> groups.computeIfAbsent(name, key -> new ArrayList<>()).add(machine)));
        List<IdleFinding> found = new ArrayList<>();
        groups.forEach((name, machines) -> {
            List<NodeLoad> nodes = machines.stream().map(each -> facts.nodes().get(each.last()))
                    .filter(Objects::nonNull).toList();
            if (nodes.size() == machines.size() && nodes.stream().allMatch(each -> each.pods() == each.daemonPods())) {
                found.add(finding(name, machines));
            }
        });
        return found;
    }

    private static IdleFinding finding(String name, List<ResourceMeters> machines) {
        List<Money> cost = Money
                .sums(machines.stream().map(ResourceMeters::monthly).filter(Objects::nonNull).toList());
        return new IdleFinding(IdleKind.EMPTY_NODE_GROUP, name, name, machines.getFirst().region(),
                cost.size() == 1 ? cost.getFirst() : null,
                Sentence.of("None of its %d nodes carries a pod beside those of DaemonSets.", machines.size()),
                machines.stream().mapToLong(ResourceMeters::rows).sum(), Certainty.PROBABLE,
                IdleRules.remedy(IdleKind.EMPTY_NODE_GROUP));
    }
}
