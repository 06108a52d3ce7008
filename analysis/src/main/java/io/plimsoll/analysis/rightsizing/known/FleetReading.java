package io.plimsoll.analysis.rightsizing.known;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.rightsizing.current.Situations;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;

/// All workloads one after the other, their samples read for many at once and forgotten again, so that memory does not grow with the
/// fleet. One use. The caller's thread reads; what is made of a situation is made on it and, where there are, on other processors.
public final class FleetReading {
    /// About 4 MB: what lives so shortly must not grow old in the heap.
    private static final long MOST_SAMPLES = 250_000;
    private static final int MOST_WORKLOADS = 256;

    private final List<Workload> workloads;
    private final Situations situations;

    private FleetReading(List<Workload> workloads, Situations situations) {
        this.workloads = workloads;
        this.situations = situations;
    }

    public static FleetReading of(KnownState state) {
        return of(state, state.map().workloads());
    }

    public static FleetReading of(KnownState state, List<Workload> some) {
        return new FleetReading(some, state.source().ofFleet());
    }

    /// @param repository null without a clone
    /// @param each       pure, safe from any thread
    /// @return the largest monthly saving first, those of unknown cost last
    public List<WorkloadAdvice> advise(@Nullable GitRepository repository, Function<Situation, WorkloadAdvice> each,
            Progress progress, Cancellation cancellation) {
        List<WorkloadAdvice> found = new ArrayList<>(make("Sizing", repository, each, progress, cancellation));
        Comparator<@Nullable BigDecimal> largestFirst = Comparator.nullsLast(Comparator.reverseOrder());
        found.sort(Comparator.comparing(FleetReading::saving, largestFirst)
                .thenComparing(advice -> advice.workload().key().toString()));
        return List.copyOf(found);
    }

    /// @param doing for progress, such as `Sizing`
    /// @param each  pure, safe from any thread
    /// @return what was made of each, in the order in which their samples are stored
    public <T> List<T> make(String doing, @Nullable GitRepository repository, Function<Situation, T> each, Progress progress,
            Cancellation cancellation) {
        List<T> made = new ArrayList<>(workloads.size());
        for (List<Workload> part : parts()) {
            cancellation.check();
            progress.update(doing + " " + part.getFirst().title(), (double) made.size() / workloads.size());
            Situations ahead = situations.ahead(part, cancellation);
            made.addAll(part.parallelStream().map(one -> {
                cancellation.check();
                return each.apply(ahead.of(one, repository, cancellation));
            }).toList());
        }
        return made;
    }

    private static @Nullable BigDecimal saving(WorkloadAdvice advice) {
        return Optional.ofNullable(advice.monthlySaving()).map(Money::amount).orElse(null);
    }

    /// In the order in which their samples are stored.
    private List<List<Workload>> parts() {
        List<Workload> stored = new ArrayList<>(workloads);
        stored.sort(
                Comparator.comparingLong(each -> each.use().stream().mapToLong(UseSeries::seriesId).min().orElse(0)));
        List<List<Workload>> parts = new ArrayList<>();
        long samples = 0;
        for (Workload each : stored) {
            long own = each.use().stream().mapToLong(UseSeries::samples).sum();
            if (parts.isEmpty() || samples + own > MOST_SAMPLES || parts.getLast().size() == MOST_WORKLOADS) {
                parts.add(new ArrayList<>());
                samples = 0;
            }
            parts.getLast().add(each);
            samples += own;
        }
        return parts;
    }
}
