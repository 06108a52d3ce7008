package io.plimsoll.analysis.allocation.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;

/// The charges of a bill that are divided: usage of virtual machines, and of the control planes of Kubernetes.
public final class MachineCharges {
    private static final String CONTAINERS = "Containers";

    private final Billing billing;
    private final CostMetric metric;
    private final Days days;

    MachineCharges(Billing billing, CostMetric metric, Days days) {
        this.billing = billing;
        this.metric = metric;
        this.days = days;
    }

    /// Machines as `Coverage` takes them, but only what was used: the category Compute and its subcategory Virtual Machines, or none in an
    /// older bill. The unused rest of a commitment belongs to no machine.
    public static CostQuery query(CostMetric metric, Days days, String... by) {
        return usage(metric, days, by).where(CostFilter.is("ServiceSubcategory", "Virtual Machines", ""));
    }

    /// The charges of clusters themselves are found among these by `isControlPlane`.
    public static CostQuery containers(CostMetric metric, Days days, String... by) {
        return usage(metric, days, by).where(CostFilter.is("ServiceSubcategory", CONTAINERS));
    }

    private static CostQuery usage(CostMetric metric, Days days, String... by) {
        return CostQuery.by(metric, by).within(days.from(), days.to())
                .where(CostFilter.is("ServiceCategory", "Compute")).where(CostFilter.is("ChargeCategory", "Usage"))
                .where(CostFilter.not("CommitmentDiscountStatus", "Unused"));
    }

    /// Whether a container service's charge is for a cluster of Kubernetes as such, and not for a pod, a task or a registry.
    public static boolean isControlPlane(String serviceName, String resourceId) {
        String service = serviceName.toLowerCase(Locale.ROOT);
        return (service.contains("kubernetes") || service.contains("container engine"))
                && !resourceId.contains(":pod/");
    }

    List<Machine> machines(Cancellation cancellation) {
        Map<String, Machine> machines = new LinkedHashMap<>();
        for (KeyedSeries each : billing.daily(query(metric, days, "ResourceId", "ConsumedUnit"), cancellation)) {
            String id = each.key().getOrDefault("ResourceId", "");
            add(machines.computeIfAbsent(id + "\0" + each.currency(), key -> new Machine(id, each.currency())), each,
                    MeteredUnit.of(each.key().getOrDefault("ConsumedUnit", "")));
        }
        return List.copyOf(machines.values());
    }

    List<Machine> controlPlanes(Cancellation cancellation) {
        List<Machine> planes = new ArrayList<>();
        for (KeyedSeries each : billing.daily(containers(metric, days, "ResourceId", "ServiceName"), cancellation)) {
            String id = each.key().getOrDefault("ResourceId", "");
            if (isControlPlane(each.key().getOrDefault("ServiceName", ""), id)) {
                Machine plane = new Machine(id, each.currency());
                add(plane, each, MeteredUnit.OTHER);
                planes.add(plane);
            }
        }
        return planes;
    }

    private static void add(Machine machine, KeyedSeries series, MeteredUnit unit) {
        for (int i = 0; i < series.length(); i++) {
            if (series.cost()[i].signum() != 0 || series.quantity()[i] > 0) {
                machine.add(series.start().plusDays(i), series.cost()[i], unit, series.quantity()[i]);
            }
        }
    }
}
