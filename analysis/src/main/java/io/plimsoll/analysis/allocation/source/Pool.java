package io.plimsoll.analysis.allocation.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.allocation.Tenant;
import io.plimsoll.analysis.allocation.split.Claim;
import io.plimsoll.analysis.allocation.split.Resources;

/// Charged machines and the containers that ran on them on a day. Mostly one machine; several where one workload has several
/// node groups and the telemetry can't tell which pod was where. Their capacity and their claims are then taken together.
record Pool(List<Machine> machines, List<ContainerDay> containers) {
    boolean isBlind() {
        return containers.isEmpty();
    }

    /// The cluster, or the machine itself outside Kubernetes.
    String scope() {
        return containers.stream().map(each -> each.place().scope()).min(Comparator.naturalOrder())
                .orElse(machines.isEmpty() ? "" : machines.getFirst().id());
    }

    /// One a tenant, in the order of its first container's pod.
    List<Claim> claims(Instant day, DeclaredRequests declared) {
        Map<Tenant, Resources> sums = new LinkedHashMap<>();
        containers.stream().sorted(Comparator.comparing((ContainerDay each) -> each.place().tenant().title())
                .thenComparing(each -> each.place().pod()).thenComparing(each -> each.place().container()))
                .forEach(each -> sums.merge(each.place().tenant(), each.claimed(day, declared), Resources::plus));
        List<Claim> claims = new ArrayList<>();
        sums.forEach((tenant, claimed) -> claims.add(new Claim(tenant, claimed)));
        return claims;
    }

    /// Hours in which anything was measured, 0..24.
    double hours() {
        return hours(containers);
    }

    /// Hours in which anything was measured on each node, added up.
    double nodeHours() {
        Map<String, List<ContainerDay>> byNode = new LinkedHashMap<>();
        containers.forEach(each -> byNode.computeIfAbsent(each.place().nodeOrWorkload(), node -> new ArrayList<>())
                .add(each));
        return byNode.values().stream().mapToDouble(Pool::hours).sum();
    }

    /// Whether the telemetry says of every pod where it ran.
    boolean namesNodes() {
        return containers.stream().noneMatch(each -> each.place().node().isEmpty());
    }

    private static double hours(List<ContainerDay> containers) {
        double sum = 0;
        for (int hour = 0; hour < HourlyMean.HOURS; hour++) {
            int at = hour;
            sum += containers.stream().mapToDouble(each -> each.presence(at)).max().orElse(0);
        }
        return sum;
    }
}
