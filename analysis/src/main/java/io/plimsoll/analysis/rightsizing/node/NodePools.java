package io.plimsoll.analysis.rightsizing.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Prices;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.NodeRemoval;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;

/// Makes the pool of a workload's nodes.
public final class NodePools {
    private final PodCensus census;
    private final Prices prices;
    private final List<Knob> knobs;

    /// @param clone null without one; its knobs are read here, once
    public NodePools(PodCensus census, Prices prices, @Nullable GitRepository clone, String head,
            Cancellation cancellation) {
        this.census = census;
        this.prices = prices;
        this.knobs = clone == null ? List.of() : NodeRemovals.knobs(clone, head, cancellation);
    }

    /// @param present size of the workload, as it counts for the nodes now
    /// @return empty if the workload has a GPU, runs nowhere, or nothing tells the provider
    public Optional<NodePool> of(Workload workload, Size present) {
        List<PodCensus.Resident> residents = census.pool(workload, present);
        if (residents.isEmpty() || residents.getFirst().hasGpu() || residents.getFirst().isDaemon()) {
            return Optional.empty();
        }
        List<BilledResource> billed = residents.stream().flatMap(each -> each.workload().billed().stream()).toList();
        Set<String> nodes = residents.stream().flatMap(each -> each.nodes().stream()).collect(Collectors.toSet());
        Optional<NodeMarket> found = NodeMarket.of(prices, billed, nodes);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<PodGroup> daemons = new ArrayList<>();
        census.daemons(workload).forEach(each -> daemons.add(each.pods()));
        List<PodGroup> pods = residents.stream().filter(each -> !each.hasGpu()).map(PodCensus.Resident::pods).toList();
        PresentType type = PresentType.of(found.get(), billed, census.types(nodes), pods, daemons, nodes.size());
        NodeRemoval removal = NodeRemovals.of(billed, knobs, nodes.size(), census.names());
        return Optional.of(new NodePool(residents, daemons, type, found.get(), removal));
    }
}
