package io.plimsoll.analysis.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.allocation.source.DaySource;
import io.plimsoll.analysis.allocation.source.DeclaredRequests;
import io.plimsoll.analysis.allocation.source.TenantLabels;
import io.plimsoll.analysis.allocation.split.IdleSpread;
import io.plimsoll.analysis.allocation.split.Machines;
import io.plimsoll.analysis.allocation.split.SharedSpread;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.TelemetrySummary;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.analysis.workload.Workloads;

/// Divides what machines and control planes cost among the workloads that ran on them.
///
/// A workload's claim on a machine is, hour by hour and for cores, memory and GPUs, the larger of what it requested and what it used.
/// Cost of hours without telemetry is never guessed at: it stands as `__unallocated__`. Nothing is stored. Safe from any thread.
public final class Allocation {
    static final int USUAL_DAYS = 30;

    private final Billing billing;
    private final Telemetry telemetry;
    private final Workloads workloads;
    private final WorkspaceClone clone;

    public Allocation(Billing billing, Telemetry telemetry, Workloads workloads, WorkspaceClone clone) {
        this.billing = billing;
        this.telemetry = telemetry;
        this.workloads = workloads;
        this.clone = clone;
    }

    /// One table a currency, by its code; none without charges of machines. What goes to a whole cluster is divided once for all of its
    /// machines, so that a group may differ from the sum of `lines` in the tenth decimal; each adds up to the bill.
    ///
    /// @throws StepFailure what `GitRepository.open` refuses, and if the clone is gone: without what it declares every share would be another
    public List<AllocationTable> tables(AllocationQuery query, Progress progress, Cancellation cancellation) {
        requireClone();
        Optional<Days> days = days(query);
        if (days.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(query, days.get(), false, cancellation);
        Sums sums = new Sums(query, days.get(), group(query.by(), reading.map));
        reading.each(progress, (day, lines) -> lines.forEach(sums::add));
        return sums.tables(reading.source.remarks().sentences());
    }

    private void requireClone() {
        clone.gone().ifPresent(gone -> {
            throw gone;
        });
    }

    /// Every part of every machine's cost, by day. For a few days of a large cluster, or a small one. Where the clone is gone, what only
    /// it declares is not known.
    public List<AllocatedCost> lines(AllocationQuery query, Progress progress, Cancellation cancellation) {
        List<AllocatedCost> all = new ArrayList<>();
        days(query).ifPresent(days -> new Reading(query, days, true, cancellation).each(progress,
                (day, lines) -> all.addAll(lines)));
        return all;
    }

    /// The cost of each group on each day, and of all together under `DriverQuantity.EVERYTHING`; by currency, group and day.
    Map<String, Map<String, Map<LocalDate, BigDecimal>>> daily(AllocationQuery query, Progress progress,
            Cancellation cancellation) {
        requireClone();
        Map<String, Map<String, Map<LocalDate, BigDecimal>>> daily = new HashMap<>();
        days(query).ifPresent(days -> {
            Reading reading = new Reading(query, days, false, cancellation);
            Function<Tenant, String> group = group(query.by(), reading.map);
            reading.each(progress, (day, lines) -> {
                Sums sums = new Sums(query, new Days(day, day), group);
                lines.forEach(sums::add);
                sums.tables(List.of()).forEach(table -> {
                    Map<String, Map<LocalDate, BigDecimal>> groups = daily.computeIfAbsent(table.currency(),
                            currency -> new HashMap<>());
                    UnitCosts.add(groups, table);
                });
            });
        });
        return daily;
    }

    /// The days that a query is about; empty without a bill.
    public Optional<Days> days(AllocationQuery query) {
        return billing.span().flatMap(span -> days(query, span));
    }

    private Optional<Days> days(AllocationQuery query, BillingSpan span) {
        TelemetrySummary measured = telemetry.summary();
        LocalDate last = query.to() != null ? query.to() : last(span, day(measured.last()));
        LocalDate first = query.from() != null ? query.from() : first(span, day(measured.first()), last);
        return first.isAfter(last) ? Optional.empty() : Optional.of(new Days(first, last));
    }

    /// Telemetry that ends before the bill begins decides nothing; all is unallocated then.
    private static LocalDate last(BillingSpan span, @Nullable LocalDate measured) {
        return measured == null || measured.isBefore(span.first()) || measured.isAfter(span.lastComplete())
                ? span.lastComplete()
                : measured;
    }

    private static LocalDate first(BillingSpan span, @Nullable LocalDate measured, LocalDate last) {
        LocalDate start = last.minusDays(USUAL_DAYS - 1L);
        LocalDate billed = start.isBefore(span.first()) ? span.first() : start;
        return measured == null || measured.isAfter(last) || measured.isBefore(billed) ? billed : measured;
    }

    private static @Nullable LocalDate day(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private Function<Tenant, String> group(Grouping by, WorkloadMap map) {
        return switch (by.kind()) {
            case NAMESPACE -> tenant -> tenant.namespace().isEmpty() ? Grouping.NONE : tenant.namespace();
            case WORKLOAD -> Tenant::title;
            case LABEL -> new TenantLabels(by.label(), map, telemetry)::of;
        };
    }

    /// One answer while it is worked out.
    private final class Reading {
        private final AllocationQuery query;
        private final Days days;
        private final boolean byMachine;
        private final Cancellation cancellation;
        private final WorkloadMap map;
        private final DaySource source;

        Reading(AllocationQuery query, Days days, boolean byMachine, Cancellation cancellation) {
            this.query = query;
            this.days = days;
            this.byMachine = byMachine;
            this.cancellation = cancellation;
            GitRepository repository = clone.openIfThere().orElse(null);
            try (repository) {
                ManifestIndex manifests = repository == null
                        ? ManifestIndex.empty()
                        : ManifestIndex.read(repository, repository.head().commitId(), cancellation);
                this.map = workloads.map(manifests, days, cancellation);
                Instant end = days.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                DeclaredRequests declared = new DeclaredRequests(map.workloads(), repository, end, cancellation);
                this.source = new DaySource(billing, telemetry, map, declared, query.metric(), days, cancellation);
            }
        }

        void each(Progress progress, BiConsumer<LocalDate, List<AllocatedCost>> consumer) {
            for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
                cancellation.check();
                progress.update("Allocating " + day,
                        (double) (day.toEpochDay() - days.from().toEpochDay()) / days.count());
                consumer.accept(day, spread(source.lines(day, cancellation)));
            }
        }

        private List<AllocatedCost> spread(List<AllocatedCost> split) {
            boolean whole = query.idle() == IdleRule.CLUSTER;
            List<AllocatedCost> onMachines = whole ? split : IdleSpread.apply(query.idle(), split);
            refuseDrift(split, onMachines);
            List<AllocatedCost> lines = byMachine ? onMachines : Machines.together(onMachines);
            List<AllocatedCost> spread = SharedSpread.apply(query.shared(), query::isShared, query.keys(),
                    whole ? IdleSpread.apply(query.idle(), lines) : lines);
            refuseDrift(lines, spread);
            return spread;
        }

        /// Spreading moves cost between tenants and never between machines.
        private void refuseDrift(List<AllocatedCost> before, List<AllocatedCost> after) {
            if (!sums(before).equals(sums(after))) {
                throw new IllegalStateException("Spreading changed what machines cost");
            }
        }

        private Map<List<String>, BigDecimal> sums(List<AllocatedCost> lines) {
            Map<List<String>, BigDecimal> sums = new HashMap<>();
            lines.forEach(line -> sums.merge(List.of(line.node(), line.currency()), line.amount(), BigDecimal::add));
            sums.replaceAll((machine, sum) -> sum.stripTrailingZeros());
            return sums;
        }
    }
}
