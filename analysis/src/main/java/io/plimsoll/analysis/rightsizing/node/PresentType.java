package io.plimsoll.analysis.rightsizing.node;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.workload.BilledResource;

/// The type of a pool's nodes today.
///
/// @param assumed whether nothing tells it
/// @param how     where it is from, as a sentence
record PresentType(NodeType type, boolean assumed, String how) {
    /// What the cluster's labels say, else the bill; else the cheapest of the billed series that holds the pods on as many nodes as were
    /// seen, else the cheapest that holds them.
    static PresentType of(NodeMarket market, List<BilledResource> billed, List<String> labels, List<PodGroup> pods,
            List<PodGroup> daemons, int measured) {
        Optional<NodeType> labelled = most(labels).flatMap(market::named);
        if (labelled.isPresent()) {
            return new PresentType(labelled.get(), false,
                    "The cluster labels its nodes " + labelled.get().name() + ".");
        }
        Optional<NodeType> told = billed.stream().sorted(Comparator.comparing(PresentType::cost).reversed())
                .map(each -> InstanceTypes.name(each.skuDetails())).filter(name -> !name.isEmpty())
                .flatMap(name -> market.named(name).stream()).findFirst();
        if (told.isPresent()) {
            return new PresentType(told.get(), false, "The bill says " + told.get().name() + ".");
        }
        String series = billed.stream().map(each -> series(each.skuDetails())).filter(name -> !name.isEmpty())
                .findFirst().orElse("");
        return assumed(market.ofSeries(series), pods, daemons, measured);
    }

    private static PresentType assumed(List<NodeType> types, List<PodGroup> pods, List<PodGroup> daemons,
            int measured) {
        NodeType cheapest = null;
        NodeType matching = null;
        BigDecimal lowest = null;
        BigDecimal lowestMatching = null;
        int all = pods.stream().mapToInt(PodGroup::count).sum();
        for (NodeType each : types) {
            NodeSpace space = NodePool.space(each, daemons);
            Pods fitting = Pods.of(pods, space);
            if (fitting.total() < all) {
                continue;
            }
            int nodes = Packed.firstFitDecreasing(fitting, space).nodes.size();
            BigDecimal price = space.price().multiply(BigDecimal.valueOf(nodes));
            if (lower(price, lowest)) {
                lowest = price;
                cheapest = each;
            }
            if (nodes == measured && lower(price, lowestMatching)) {
                lowestMatching = price;
                matching = each;
            }
        }
        if (matching != null) {
            return new PresentType(matching, true, "Nothing tells the node type; " + matching.name()
                    + " is the cheapest that holds the pods on " + measured + " nodes, as many as were seen.");
        }
        NodeType taken = cheapest == null ? types.getLast() : cheapest;
        return new PresentType(taken, true,
                "Nothing tells the node type; " + taken.name() + " is the cheapest for today's pods.");
    }

    private static boolean lower(BigDecimal price, @Nullable BigDecimal than) {
        return than == null || price.compareTo(than) < 0;
    }

    private static BigDecimal cost(BilledResource resource) {
        return resource.cost().amount();
    }

    private static Optional<String> most(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet()
                .stream().max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /// The property `InstanceSeries`; empty if there is none.
    private static String series(String skuDetails) {
        try {
            return skuDetails.isBlank()
                    ? ""
                    : JsonMapper.shared().readTree(skuDetails).path("InstanceSeries").asString("");
        } catch (JacksonException e) {
            return "";
        }
    }
}
