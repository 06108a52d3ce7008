package io.plimsoll.analysis.allocation.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;

/// Tells which charged machine is which node of the telemetry, day by day, since names of nodes come again.
///
/// First by name: the resource id that a series carries, `kube_node_info`'s `provider_id` with its scale set and its instance, or the node's
/// name is the charged id, its last part, or its name. A machine that no name finds is the workload's that `Workloads` gives it to, and hosts all
/// that runs on that workload's nodes.
final class Pools {
    private final List<Workload> workloads;
    private final Map<String, String> providers = new HashMap<>();
    private final Map<String, String> names;

    /// @param names of charged resources, by id
    Pools(List<Workload> workloads, List<TelemetrySeries> series, Map<String, String> names) {
        this.workloads = workloads;
        this.names = names;
        for (TelemetrySeries each : series) {
            String provider = each.labels().getOrDefault("provider_id", "");
            String node = each.node().isEmpty() ? each.labels().getOrDefault("node", "") : each.node();
            if (each.metric().equals("kube_node_info") && !provider.isEmpty() && !node.isEmpty()) {
                providers.put(each.cluster() + "/" + node, provider);
            }
        }
    }

    /// @param machines   charged on the day
    /// @param containers that ran on it
    List<Pool> of(Collection<Machine> machines, Collection<ContainerDay> containers) {
        Groups groups = new Groups();
        Map<String, List<String>> byName = byName(machines);
        Set<String> linked = new HashSet<>();
        Map<String, Set<String>> byWorkload = new HashMap<>();
        for (ContainerDay each : containers) {
            String node = each.place().nodeOrWorkload();
            groups.add(node(node));
            List<String> direct = direct(each.place(), byName);
            direct.forEach(id -> {
                groups.join(node(node), machine(id));
                linked.add(machine(id));
            });
            if (direct.isEmpty()) {
                byWorkload.computeIfAbsent(each.place().workload().key().toString(), key -> new HashSet<>())
                        .add(node(node));
            }
        }
        machines.forEach(each -> groups.add(machine(each.id())));
        for (Workload workload : workloads) {
            Set<String> nodes = byWorkload.getOrDefault(workload.key().toString(), Set.of());
            workload.billed().stream().map(BilledResource::resourceId).map(Pools::machine)
                    .filter(id -> groups.has(id) && !linked.contains(id))
                    .forEach(id -> nodes.forEach(node -> groups.join(node, id)));
        }
        return pools(groups, machines, containers);
    }

    private static List<Pool> pools(Groups groups, Collection<Machine> machines, Collection<ContainerDay> containers) {
        Map<String, Pool> pools = new LinkedHashMap<>();
        machines.forEach(each -> pool(pools, groups.of(machine(each.id()))).machines().add(each));
        containers.forEach(
                each -> pool(pools, groups.of(node(each.place().nodeOrWorkload()))).containers().add(each));
        return List.copyOf(pools.values());
    }

    private static Pool pool(Map<String, Pool> pools, String group) {
        return pools.computeIfAbsent(group, key -> new Pool(new ArrayList<>(), new ArrayList<>()));
    }

    private Map<String, List<String>> byName(Collection<Machine> machines) {
        Map<String, List<String>> found = new HashMap<>();
        for (Machine each : machines) {
            if (!each.id().isEmpty()) {
                Stream.of(each.id(), each.lastSegment(), names.getOrDefault(each.id(), each.id()))
                        .map(Pools::lower).distinct()
                        .forEach(name -> found.computeIfAbsent(name, key -> new ArrayList<>()).add(each.id()));
            }
        }
        return found;
    }

    /// Ids of the machines that a place's node is, by the first name that any has.
    private List<String> direct(Place place, Map<String, List<String>> byName) {
        return candidates(place).map(Pools::lower).filter(byName::containsKey).findFirst()
                .map(name -> byName.getOrDefault(name, List.of())).orElse(List.of());
    }

    private Stream<String> candidates(Place place) {
        if (place.isMachine()) {
            return Stream.of(place.node());
        }
        String name = place.node().substring(place.node().indexOf('/') + 1);
        // Exporters within a cluster often leave its name to whoever collects from several.
        String provider = providers.getOrDefault(place.node(), providers.getOrDefault("/" + name, ""));
        String path = provider.substring(provider.indexOf("://") + 1).replaceFirst("^/+", "/");
        // Azure bills a scale set as one and names an instance below it: .../virtualMachineScaleSets/NAME/virtualMachines/0.
        String scaleSet = path.replaceFirst("(?i)(/virtualMachineScaleSets/[^/]+)/virtualMachines/[^/]+$", "$1");
        return Stream.of(path, scaleSet, path.substring(path.lastIndexOf('/') + 1), name)
                .filter(each -> !each.isEmpty());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String machine(String id) {
        return "machine " + lower(id);
    }

    private static String node(String node) {
        return "node " + node;
    }

    /// Disjoint sets of names.
    private static final class Groups {
        private final Map<String, String> parents = new HashMap<>();

        void add(String name) {
            parents.putIfAbsent(name, name);
        }

        boolean has(String name) {
            return parents.containsKey(name);
        }

        void join(String one, String other) {
            add(one);
            add(other);
            parents.put(of(one), of(other));
        }

        String of(String name) {
            String at = name;
            for (@Nullable
            String next = parents.get(at); next != null && !next.equals(at); next = parents.get(at)) {
                at = next;
            }
            return at;
        }
    }
}
