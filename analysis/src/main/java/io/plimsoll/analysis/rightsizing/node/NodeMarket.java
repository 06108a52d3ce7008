package io.plimsoll.analysis.rightsizing.node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.plimsoll.analysis.billing.Prices;
import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.VmArchitecture;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.workload.BilledResource;

/// Node types that a pool could have: of its provider and region, as `InstanceTypes` takes them.
final class NodeMarket {
    private static final Pattern AWS_NODE = Pattern.compile("(ip|i)-[0-9a-f-]+(\\..*)?");

    private final List<NodeType> types;
    private final Function<String, Optional<NodeType>> others;

    /// @param types  that can be chosen, the cheapest first
    /// @param others finds a type by name that is not among them
    NodeMarket(List<NodeType> types, Function<String, Optional<NodeType>> others) {
        this.types = types;
        this.others = others;
    }

    /// @param billed resources of the pool
    /// @param nodes  their names, as `cluster/node`
    /// @return empty if nothing tells the provider
    static Optional<NodeMarket> of(Prices prices, List<BilledResource> billed, Set<String> nodes) {
        Optional<BilledResource> told = billed.stream().filter(each -> !provider(each.resourceId()).isEmpty())
                .findFirst();
        String provider = told.map(each -> provider(each.resourceId())).orElseGet(() -> nodes.stream()
                .map(NodeMarket::providerOfNode).filter(each -> !each.isEmpty()).findFirst().orElse(""));
        if (provider.isEmpty()) {
            return Optional.empty();
        }
        String region = told.map(BilledResource::regionId).orElse("");
        List<NodeType> types = new InstanceTypes(prices).in(region).stream()
                .filter(each -> each.provider().equals(provider) && !each.burstable())
                .map(Reserved::of).sorted(Comparator.comparing((NodeType each) -> each.type().pricePerHour())
                        .thenComparing(NodeType::name))
                .toList();
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(new NodeMarket(types, name -> prices.machines(provider, region).stream()
                        .filter(each -> each.name().equalsIgnoreCase(name)).findFirst().map(Reserved::of)));
    }

    private static String provider(String resourceId) {
        String id = resourceId.toLowerCase(Locale.ROOT);
        if (id.startsWith("arn:aws") || id.matches("i-[0-9a-f]{8,17}")) {
            return "aws";
        }
        if (id.startsWith("/subscriptions/")) {
            return "azure";
        }
        return id.contains("compute.googleapis.com") || id.startsWith("projects/") ? "gcp" : "";
    }

    /// Whether the id is that of one machine.
    static boolean isInstance(String resourceId) {
        String id = resourceId.toLowerCase(Locale.ROOT);
        return id.contains(":instance/") || id.contains("/instances/") || id.matches("i-[0-9a-f]{8,17}")
                || id.contains("/virtualmachines/") && !id.contains("/virtualmachinescalesets/");
    }

    private static String providerOfNode(String node) {
        String name = node.substring(node.indexOf('/') + 1);
        if (name.startsWith("gke-")) {
            return "gcp";
        }
        if (name.startsWith("aks-")) {
            return "azure";
        }
        return AWS_NODE.matcher(name).matches() ? "aws" : "";
    }

    String currency() {
        return types.getFirst().type().pricePerHour().currency();
    }

    /// Also one that is no candidate, if the catalogue has it.
    Optional<NodeType> named(String name) {
        return types.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .or(() -> others.apply(name));
    }

    /// Cheapest first; of the architecture of what runs there, with `present` among them.
    List<NodeType> candidates(NodeType present) {
        VmArchitecture architecture = present.type().architecture();
        List<NodeType> found = new ArrayList<>(
                types.stream().filter(each -> each.type().architecture() == architecture).toList());
        if (found.stream().noneMatch(each -> each.name().equals(present.name()))) {
            found.add(present);
            found.sort(Comparator.comparing((NodeType each) -> each.type().pricePerHour()));
        }
        return List.copyOf(found);
    }

    /// @param series `m6i`, or empty for all
    List<NodeType> ofSeries(String series) {
        List<NodeType> found = types.stream()
                .filter(each -> each.type().architecture() == VmArchitecture.X86 && series(each).equals(series))
                .toList();
        return found.isEmpty()
                ? types.stream().filter(each -> each.type().architecture() == VmArchitecture.X86).toList()
                : found;
    }

    /// Smaller ones of the same series, which Karpenter may put in for several that are hardly used, and the type itself.
    Stream<NodeType> upTo(NodeType type) {
        return Stream.concat(Stream.of(type), types.stream()
                .filter(each -> series(each).equals(series(type))
                        && each.type().pricePerHour().compareTo(type.type().pricePerHour()) < 0));
    }

    /// `m6i` of `m6i.large`, `n2-standard` of `n2-standard-4`, all but the number of `Standard_D4s_v5`.
    static String series(NodeType type) {
        return type.name().contains(".")
                ? type.name().substring(0, type.name().indexOf('.'))
                : type.name().replaceFirst("(?<=[A-Za-z-])[0-9]+", "");
    }
}
