package io.plimsoll.analysis.rightsizing.idle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.plimsoll.analysis.billing.MeteredUse;
import io.plimsoll.analysis.unit.Days;

/// What bill and telemetry know, for all rules.
///
/// @param period    of the bill
/// @param resources those that were charged in it
/// @param machines  those of them that are machines
/// @param past      what was charged over a longer time up to the period's end: machines that are gone, the age of snapshots
/// @param from      where that longer time begins
/// @param measured  what is known of machines' use, by resource id
/// @param nodes     nodes of clusters by the id of their machine
/// @param gpus      by workload
/// @param unused    commitments' unused parts
public record IdleFacts(Days period, List<ResourceMeters> resources, List<ResourceMeters> machines,
        List<ResourceMeters> past, LocalDate from, Map<String, MeasuredMachine> measured, Map<String, NodeLoad> nodes,
        List<GpuLoad> gpus,
        List<UnusedCommitment> unused) {
    private static final Pattern MACHINE = Pattern.compile("(?i)BoxUsage|SpotUsage|HeavyUsage|DedicatedUsage"
            + "|instance.hour|virtualmachines/|Instance (Core|Ram) running");
    /// Anything that is charged for less than the newest days is gone already.
    private static final int GRACE_DAYS = 2;

    public IdleFacts {
        resources = List.copyOf(resources);
        machines = List.copyOf(machines);
        past = List.copyOf(past);
        measured = Map.copyOf(measured);
        nodes = Map.copyOf(nodes);
        gpus = List.copyOf(gpus);
        unused = List.copyOf(unused);
    }

    public static List<ResourceMeters> grouped(List<MeteredUse> meters) {
        Map<String, List<MeteredUse>> byResource = new LinkedHashMap<>();
        meters.forEach(each -> byResource.computeIfAbsent(each.resourceId(), id -> new ArrayList<>()).add(each));
        return byResource.values().stream().map(ResourceMeters::new).toList();
    }

    /// A machine by its id, or by a meter that only machines have.
    public static boolean isMachine(ResourceMeters resource) {
        String path = resource.path();
        return path.matches("i-[0-9a-f]+|.*[:/]instance/i-.*|.*/virtualmachines/[^/]+|.*/instances/[^/]+")
                || resource.meters().stream().anyMatch(each -> each.category().equals("Compute")
                        && (MACHINE.matcher(each.meter()).find() || each.skuDetails().contains("InstanceType"))
                        && !path.contains("volume") && !path.contains("snapshot") && !path.contains("disk"));
    }

    /// Whether it is still charged at the end of the period.
    boolean isStill(ResourceMeters resource) {
        return !resource.lastDay().isBefore(period.to().minusDays(GRACE_DAYS));
    }
}
