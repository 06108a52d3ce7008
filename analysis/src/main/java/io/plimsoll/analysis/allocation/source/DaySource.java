package io.plimsoll.analysis.allocation.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.allocation.AllocatedCost;
import io.plimsoll.analysis.allocation.AllocatedCost.Part;
import io.plimsoll.analysis.allocation.Tenant;
import io.plimsoll.analysis.allocation.split.Claim;
import io.plimsoll.analysis.allocation.split.MachineDay;
import io.plimsoll.analysis.allocation.split.MachineSplit;
import io.plimsoll.analysis.allocation.split.Resources;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.rightsizing.current.InstanceTypes;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.UnmatchedCost;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Divides the charged machines of one day at a time among their tenants, before idle and shared cost is spread.
public final class DaySource {
    private final DailyUse use;
    private final Pools pools;
    private final DeclaredRequests declared;
    private final List<Machine> machines;
    private final List<Machine> controlPlanes;
    private final Map<String, BilledResource> resources;
    private final MachineSize sizes;
    private final Remarks remarks = new Remarks();

    /// @param map of the same days
    public DaySource(Billing billing, Telemetry telemetry, WorkloadMap map, DeclaredRequests declared,
            CostMetric metric, Days days, Cancellation cancellation) {
        this.declared = declared;
        this.sizes = new MachineSize(new InstanceTypes(billing.prices()));
        List<TelemetrySeries> series = telemetry.series(SeriesFilter.all());
        this.resources = Stream.concat(map.workloads().stream().flatMap(each -> each.billed().stream()),
                map.coverage().unmatched().stream().map(UnmatchedCost::resource))
                .collect(Collectors.toMap(BilledResource::resourceId, each -> each, (one, other) -> one));
        this.use = new DailyUse(telemetry, new Places(map.workloads(), series), days);
        this.pools = new Pools(map.workloads(), series, resources.values().stream()
                .filter(each -> !each.name().isEmpty())
                .collect(Collectors.toMap(BilledResource::resourceId, BilledResource::name)));
        MachineCharges charges = new MachineCharges(billing, metric, days);
        this.machines = charges.machines(cancellation);
        this.controlPlanes = charges.controlPlanes(cancellation);
    }

    public Remarks remarks() {
        return remarks;
    }

    /// Parts of every machine's and control plane's cost of the day, which add up to it.
    ///
    /// @param day one of the days, in their order
    public List<AllocatedCost> lines(LocalDate day, Cancellation cancellation) {
        List<AllocatedCost> lines = new ArrayList<>();
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Machine> charged = machines.stream().filter(each -> each.days().containsKey(day)).toList();
        List<Pool> today = pools.of(charged, use.of(day, cancellation));
        for (Pool pool : today) {
            if (pool.machines().isEmpty()) {
                pool.containers().forEach(each -> remarks.unbilled(each.place().tenant().title()));
            } else {
                machineDays(pool, day, start).forEach(each -> lines.addAll(MachineSplit.of(each)));
            }
        }
        Set<String> clusters = lines.stream().filter(each -> each.tenant().kind() == Tenant.Kind.WORKLOAD)
                .map(AllocatedCost::scope).collect(Collectors.toSet());
        controlPlanes.forEach(each -> controlPlane(each, day, clusters, lines));
        return lines;
    }

    private void controlPlane(Machine plane, LocalDate day, Set<String> clusters, List<AllocatedCost> lines) {
        Machine.Charged charged = plane.days().get(day);
        if (charged != null) {
            BilledResource resource = resources.get(plane.id());
            String name = resource == null || resource.name().isEmpty() ? plane.lastSegment() : resource.name();
            // Telemetry of a single cluster often does not name it.
            String cluster = !clusters.contains(name) && clusters.size() == 1 ? clusters.iterator().next() : name;
            lines.add(new AllocatedCost(plane.id(), cluster, day, plane.currency(), Tenant.controlPlane(cluster),
                    Part.OWN, charged.cost()));
        }
    }

    private List<MachineDay> machineDays(Pool pool, LocalDate day, Instant start) {
        List<Claim> claims = pool.claims(start, declared);
        pool.containers().stream().filter(each -> each.lacksRequest(start, declared))
                .forEach(each -> remarks.unrequested(each.place().tenant().title()));
        Map<Machine, Resources> capacities = new HashMap<>();
        pool.machines().forEach(each -> capacities.put(each, capacity(each, charged(each, day))));
        boolean known = capacities.values().stream().noneMatch(Resources::isNone);
        Resources capacity = known
                ? capacities.values().stream().reduce(Resources.NONE, Resources::plus)
                : Resources.NONE;
        double covered = covered(pool, day, claims, capacity);
        List<MachineDay> days = new ArrayList<>();
        for (Machine each : pool.machines()) {
            MachineDay made = new MachineDay(each.id(), pool.scope(), day, each.currency(), charged(each, day).cost(),
                    charged(each, day).metered(), capacity, covered, claims);
            remark(pool, each, made, known);
            days.add(made);
        }
        return days;
    }

    private void remark(Pool pool, Machine machine, MachineDay day, boolean sized) {
        BilledResource resource = resources.get(machine.id());
        String name = resource == null || resource.name().isEmpty() ? machine.id() : resource.name();
        if (pool.isBlind()) {
            remarks.blind(name);
        } else if (!sized) {
            remarks.unsized(name);
        } else if (MachineSplit.overcommitted(day)) {
            remarks.overcommitted(name);
        }
    }

    private static Machine.Charged charged(Machine machine, LocalDate day) {
        return machine.days().getOrDefault(day, Machine.Charged.NOTHING);
    }

    private Resources capacity(Machine machine, Machine.Charged charged) {
        double hours = hours(machine, charged);
        BilledResource resource = resources.get(machine.id());
        Resources size = resource == null ? Resources.NONE : sizes.of(resource);
        return charged.bought().plus(new Resources(hours * size.cpu(), hours * size.memory(), hours * size.gpu()));
    }

    /// A single machine has no more than the day's hours, however many charges count them.
    private static double hours(Machine machine, Machine.Charged charged) {
        return machine.isSingle() ? Math.min(HourlyMean.HOURS, charged.hours()) : charged.hours();
    }

    /// The measured share of the machine hours that were charged.
    ///
    /// What is charged by the core-hour alone says no hours; a group that runs a while each day would then look unmeasured for the rest of
    /// it. Of such a group as much is taken for measured as the claims account for, at the least.
    private static double covered(Pool pool, LocalDate day, List<Claim> claims, Resources capacity) {
        double hours = pool.machines().stream().mapToDouble(each -> hours(each, charged(each, day))).sum();
        if (hours > 0) {
            boolean countsNodes = pool.namesNodes() || hours <= HourlyMean.HOURS;
            return Math.min(1, countsNodes ? pool.nodeHours() / hours : pool.hours() / HourlyMean.HOURS);
        }
        Resources claimed = claims.stream().map(Claim::claimed).reduce(Resources.NONE, Resources::plus);
        double accounted = Math.max(share(claimed.cpu(), capacity.cpu()), share(claimed.memory(), capacity.memory()));
        return Math.min(1, Math.max(accounted, pool.hours() / HourlyMean.HOURS));
    }

    private static double share(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
