package io.plimsoll.analysis.rightsizing.current;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.ResourceCost;
import io.plimsoll.analysis.manifest.KnobLine;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.BilledCost;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.SizeKnob;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

/// Brings a workload's situation together. Safe from any thread.
public final class Situations {
    private final Billing billing;
    private final MeasuredUse measured;
    private final WorkloadMap map;
    private final String head;
    private final Map<Days, Map<String, List<Money>>> costs;
    /// Null where each workload is asked about by itself.
    private final @Nullable FormerSizes before;

    /// @param head commit id of the clone, empty without one
    public Situations(Billing billing, MeasuredUse measured, WorkloadMap map, String head) {
        this(billing, measured, map, head, new ConcurrentHashMap<>(), null);
    }

    private Situations(Billing billing, MeasuredUse measured, WorkloadMap map, String head,
            Map<Days, Map<String, List<Money>>> costs, @Nullable FormerSizes before) {
        this.billing = billing;
        this.measured = measured;
        this.map = map;
        this.head = head;
        this.costs = costs;
        this.before = before;
    }

    /// The same for questions about many workloads: what Git had before is walked through once for all of them.
    public Situations ofFleet() {
        return new Situations(billing, measured, map, head, costs,
                new FormerSizes(head, map.workloads().stream().map(Situations::declared).toList()));
    }

    /// The same for some workloads, whose samples it reads now and all at once.
    public Situations ahead(List<Workload> some, Cancellation cancellation) {
        return new Situations(billing, measured.ahead(some, cancellation), map, head, costs,
                before);
    }

    /// @param clone null without one
    public Situation of(Workload workload, @Nullable GitRepository clone, Cancellation cancellation) {
        DeclaredSize declared = declared(workload);
        long limit = declared.size(Size.unset(1)).memoryLimit();
        Usage usage = measured.usage(workload, limit, cancellation);
        Size seen = measured.size(workload, Math.max(1, usage.replicasAtEnd()), cancellation);
        Size current = declared.size(seen);
        List<FormerSize> former = clone == null || usage.isEmpty()
                ? List.of()
                : (before == null ? new FormerSizes(head, List.of(declared)) : before).of(clone, declared, seen,
                        Instant.ofEpochSecond(usage.last()), cancellation);
        return new Situation(workload, declared, current, usage, former, cost(workload, former, cancellation),
                clone == null ? List.of() : knobs(declared, clone), new WorkloadSeries(workload, measured));
    }

    private static DeclaredSize declared(Workload workload) {
        return DeclaredSize.of(workload.manifest(), workload.key().kind(), workload.key().container());
    }

    /// As they stand in their files.
    private List<SizeKnob> knobs(DeclaredSize declared, GitRepository clone) {
        Map<String, byte[]> contents = new HashMap<>();
        List<SizeKnob> knobs = new ArrayList<>();
        declared.knobs().values().forEach(each -> {
            byte[] content = contents.computeIfAbsent(each.knob().file(), file -> clone.read(head, file));
            KnobLine line = KnobLine.of(each.knob(), content);
            knobs.add(new SizeKnob(each.knob(), each.role(), line.line(), line.comment().isEmpty()
                    ? KnobLine.above(content, line.line())
                    : line.comment()));
        });
        knobs.sort(Comparator.comparing((SizeKnob each) -> each.knob().file()).thenComparing(SizeKnob::line));
        return knobs;
    }

    /// The days before the last change of the size had another cost; they are left out if a day after it is complete.
    private @Nullable BilledCost cost(Workload workload, List<FormerSize> former, Cancellation cancellation) {
        Days period = map.period();
        if (period == null || workload.cost().size() != 1) {
            return null;
        }
        LocalDate after = former.isEmpty()
                ? period.from()
                : LocalDate.ofInstant(former.getFirst().until(), ZoneOffset.UTC).plusDays(1);
        if (!after.isAfter(period.from()) || after.isAfter(period.to())) {
            return new BilledCost(workload.cost().getFirst(), period);
        }
        Days days = new Days(after, period.to());
        Map<String, List<Money>> byResource = costs.computeIfAbsent(days, each -> read(each, cancellation));
        Money sum = Money.zero(workload.cost().getFirst().currency());
        for (BilledResource resource : workload.billed()) {
            for (Money each : byResource.getOrDefault(resource.resourceId(), List.of())) {
                sum = sum.plus(each);
            }
        }
        return new BilledCost(sum, days);
    }

    private Map<String, List<Money>> read(Days days, Cancellation cancellation) {
        Map<String, List<Money>> byResource = new HashMap<>();
        for (ResourceCost each : billing.resources(days, cancellation)) {
            byResource.computeIfAbsent(each.resourceId(), id -> new ArrayList<>())
                    .add(new Money(each.effective(), each.currency()));
        }
        return byResource;
    }
}
