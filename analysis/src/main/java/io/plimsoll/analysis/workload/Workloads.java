package io.plimsoll.analysis.workload;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.ResourceCost;
import io.plimsoll.analysis.billing.ResourceFilter;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySeries;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.match.Coverages;
import io.plimsoll.analysis.workload.match.Matcher;
import io.plimsoll.analysis.workload.match.OwnRules;
import io.plimsoll.analysis.workload.match.Ownable;
import io.plimsoll.analysis.workload.match.ReplicaUse;
import io.plimsoll.analysis.workload.match.RuleMatches;
import io.plimsoll.analysis.workload.source.MeasuredWorkload;
import io.plimsoll.analysis.workload.source.MeasuredWorkloads;
import io.plimsoll.analysis.workspace.Workspace;

/// The identities of workloads over bill, telemetry and Git. Nothing is stored but the user's pins: a map is made anew from what
/// is loaded. Safe from any thread.
public final class Workloads {
    static final int USUAL_DAYS = 30;

    private final Workspace workspace;
    private final Billing billing;
    private final Telemetry telemetry;
    private final Pins pins;

    public Workloads(Workspace workspace, Billing billing, Telemetry telemetry) {
        this.workspace = workspace;
        this.billing = billing;
        this.telemetry = telemetry;
        this.pins = new Pins(workspace);
    }

    public static List<Migration> migrations() {
        return List.of(Migration.resource("workload", 1, Workloads.class),
                Migration.resource("workload", 2, Workloads.class));
    }

    /// The rules in the order of their strength, each with its explanation.
    public static List<IdentityRule> rules() {
        return Arrays.stream(IdentityRule.values()).sorted(Comparator.comparing(IdentityRule::score).reversed())
                .toList();
    }

    /// The user's own rules, and which of Plimsoll's are off.
    public JoinRules joinRules() {
        return new JoinRules(workspace);
    }

    /// What each rule of the user's matches alone, in their order; those that are off as if they were on.
    public List<RuleMatch> matches(ManifestIndex manifests, Cancellation cancellation) {
        RuleMatches all = matchable(manifests, cancellation);
        return joinRules().rules().stream().map(all::of).toList();
    }

    /// What a rule would match, before it is saved.
    ///
    /// @throws StepFailure RULE_FIELD, RULE_PATTERN, RULE_TARGET, RULE_SLOW
    public RuleMatch preview(JoinRule rule, ManifestIndex manifests, Cancellation cancellation) {
        return matchable(manifests, cancellation).of(rule);
    }

    private RuleMatches matchable(ManifestIndex manifests, Cancellation cancellation) {
        List<BilledResource> billed = billing.span().map(Workloads::usual)
                .map(days -> billing.resources(days, cancellation).stream().map(Workloads::billed).toList())
                .orElse(List.of());
        return new RuleMatches(billed, telemetry.series(SeriesFilter.all()), manifests.workloads());
    }

    /// All workloads, with the cost of the last 30 complete days.
    public WorkloadMap map(ManifestIndex manifests, Cancellation cancellation) {
        return map(manifests, billing.span().map(Workloads::usual).orElse(null), cancellation);
    }

    /// All workloads, with the cost of the given days; resources that were not charged then are absent.
    public WorkloadMap map(ManifestIndex manifests, @Nullable Days days, Cancellation cancellation) {
        Matcher matcher = new Matcher(pins(), joinRules().compiled());
        matcher.measured(measured(cancellation));
        matcher.declared(manifests.workloads());
        Map<String, BigDecimal> totals = new TreeMap<>();
        Map<String, Map<String, BigDecimal>> machines = new HashMap<>();
        if (days != null) {
            readMachines(days, totals, machines, cancellation);
            for (ResourceCost each : billing.resources(days, cancellation)) {
                matcher.billed(billed(each), machines.containsKey(each.resourceId()));
            }
        }
        List<Workload> workloads = sorted(matcher);
        return new WorkloadMap(days, workloads, Coverages.of(workloads, matcher.unmatched(), totals, machines),
                manifests.problems());
    }

    /// The workloads of `map`, for who asks what they own: of a large bill most resources belong to none and are not even read. What
    /// no workload owns is not told, so the coverage is empty.
    public WorkloadMap owners(ManifestIndex manifests, Days days, Cancellation cancellation) {
        OwnRules own = joinRules().compiled();
        List<Pin> pinned = pins();
        List<MeasuredWorkload> measured = measured(cancellation);
        Matcher matcher = new Matcher(pinned, own);
        matcher.measured(measured);
        matcher.declared(manifests.workloads());
        Optional<ResourceFilter> ownable = Ownable.filter(pinned, own, measured);
        List<ResourceCost> resources = ownable.isPresent()
                ? billing.resources(days, ownable.get(), cancellation)
                : billing.resources(days, cancellation);
        resources.forEach(each -> matcher.billed(billed(each), false));
        List<Workload> workloads = sorted(matcher);
        return new WorkloadMap(days, workloads, Coverages.of(List.of(), List.of(), Map.of(), Map.of()),
                manifests.problems());
    }

    /// As above, of the last 30 complete days.
    public WorkloadMap owners(ManifestIndex manifests, Cancellation cancellation) {
        Optional<Days> days = billing.span().map(Workloads::usual);
        return days.isPresent() ? owners(manifests, days.get(), cancellation) : map(manifests, null, cancellation);
    }

    private List<MeasuredWorkload> measured(Cancellation cancellation) {
        return MeasuredWorkloads.of(telemetry.series(SeriesFilter.all(), cancellation), joinRules().compiled()::of);
    }

    private static List<Workload> sorted(Matcher matcher) {
        return matcher.workloads().stream()
                .sorted(Comparator.comparing(Workloads::largest).reversed()
                        .thenComparing(each -> each.key().toString()))
                .toList();
    }

    private static Days usual(BillingSpan span) {
        LocalDate last = span.lastComplete();
        LocalDate first = last.minusDays(USUAL_DAYS - 1L);
        return new Days(first.isBefore(span.first()) ? span.first() : first, last);
    }

    private void readMachines(Days days, Map<String, BigDecimal> totals, Map<String, Map<String, BigDecimal>> machines,
            Cancellation cancellation) {
        CostQuery query = CostQuery.by(CostMetric.EFFECTIVE, "ResourceId").within(days.from(), days.to())
                .where(CostFilter.is("ServiceCategory", "Compute"))
                .where(CostFilter.is("ServiceSubcategory", "Virtual Machines", ""))
                .where(CostFilter.not("CommitmentDiscountStatus", "Unused"));
        for (CostTable table : billing.costs(query, cancellation)) {
            totals.put(table.currency(), table.total());
            for (CostTable.Row row : table.rows()) {
                String id = row.key().getOrDefault("ResourceId", "");
                if (!id.isEmpty() && row.cost().signum() != 0) {
                    machines.computeIfAbsent(id, each -> new HashMap<>()).put(table.currency(), row.cost());
                }
            }
        }
    }

    private static BilledResource billed(ResourceCost cost) {
        return new BilledResource(cost.resourceId(), cost.name(), cost.type(), cost.service(), cost.regionId(),
                new Money(cost.effective(), cost.currency()), cost.skuDetails(), cost.tags());
    }

    private static BigDecimal largest(Workload workload) {
        return workload.cost().stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /// The use of a container by replica, `from` <= time < `to`. Of the statistics that were exported the best for sizing is taken
    /// (readings before maxima before means); series of one replica that follow or overlap each other become one, the higher
    /// value where two have the same second.
    ///
    /// @param container one of `Workload.containers`
    public Map<String, TimeSeries> use(Workload workload, String container, Measure measure, Instant from, Instant to,
            Cancellation cancellation) {
        return ReplicaUse.of(workload, container, measure, id -> {
            cancellation.check();
            return telemetry.samples(id, from, to);
        });
    }

    /// As above, all that was measured, of samples that were read before.
    ///
    /// @param samples by series id
    public static Map<String, TimeSeries> use(Workload workload, String container, Measure measure,
            LongFunction<TimeSeries> samples) {
        return ReplicaUse.of(workload, container, measure, samples);
    }

    /// All samples of some series, read at once; by series id.
    public Map<Long, TimeSeries> samples(Stream<UseSeries> series, Cancellation cancellation) {
        Map<Long, Integer> expected = new HashMap<>();
        series.forEach(each -> expected.put(each.seriesId(), Math.clamp(each.samples(), 0, Integer.MAX_VALUE)));
        return telemetry.samples(expected, cancellation);
    }

    /// What a Kafka consumer group had not read yet, by series; empty if it was not measured. Exporters call the group `consumergroup`
    /// or `group`.
    ///
    /// @param topic empty for all topics of the group
    public Map<String, TimeSeries> lag(String group, String topic, Cancellation cancellation) {
        Map<String, TimeSeries> found = new TreeMap<>();
        for (TelemetrySeries each : group.isEmpty()
                ? List.<TelemetrySeries>of()
                : telemetry.series(SeriesFilter.of(Measure.QUEUE_LAG))) {
            cancellation.check();
            Map<String, String> labels = each.labels();
            if (group.equals(labels.getOrDefault("consumergroup", labels.getOrDefault("group", "")))
                    && (topic.isEmpty() || topic.equals(labels.getOrDefault("topic", topic)))) {
                found.put(each.key(), telemetry.samples(each.id(), each.first(), each.last().plusSeconds(1)));
            }
        }
        return found;
    }

    /// What the user decided, oldest first.
    public List<Pin> pins() {
        return pins.all();
    }

    /// Says that something belongs to a workload, whatever the rules find. Replaces an older pin of the same item.
    ///
    /// @param item a resource id, an owner of pods as `cluster/namespace/kind/name`, or `DeclaredWorkload.item`
    /// @throws StepFailure PIN_EMPTY if the item or the workload's name is empty
    public void pin(Side side, String item, WorkloadKey target) {
        pins.pin(side, item, target);
    }

    /// Takes a pin back; the rules decide again.
    ///
    /// @throws StepFailure PIN_UNKNOWN
    public void unpin(Side side, String item) {
        pins.unpin(side, item);
    }
}
