package io.plimsoll.analysis.change.drift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Money;

/// What differences cost in a month, at the rates at which the bill charges the workload: `(cluster - Git) × replicas × rate × 730 h`.
/// Only for kinds whose replicas run all month. For one thread.
public final class Prices {
    private static final int DECIMALS = 18;
    private static final Set<String> ALWAYS_ON = Set.of("Deployment", "StatefulSet", "Rollout", "SparkApplication",
            "FlinkDeployment");
    private static final Set<String> CPU = Set.of(Field.CPU_REQUEST, Field.CPU, Field.CORES);
    private static final Set<String> MEMORY = Set.of(Field.MEMORY_REQUEST, Field.MEMORY, Field.MEMORY_OVERHEAD);
    private static final Set<String> COUNT = Set.of(Field.REPLICAS, Field.INSTANCES);
    private static final Set<String> BESIDE = Set.of("driver", "jobManager");

    private final Rates rates;
    private final Map<String, List<DriftRow>> byObject = new HashMap<>();
    private final Map<String, Optional<ResourceRates>> known = new HashMap<>();

    /// Says what a core and a GiB of a workload cost.
    @FunctionalInterface
    public interface Rates {
        /// @param workload `namespace/name`
        Optional<ResourceRates> of(String workload);
    }

    /// @param rows all of the comparison: an object's other fields say how many replicas there are
    public Prices(List<DriftRow> rows, Rates rates) {
        this.rates = rates;
        rows.forEach(row -> byObject.computeIfAbsent(row.object(), key -> new ArrayList<>()).add(row));
    }

    /// Null if it can't be told.
    public @Nullable Money monthly(DriftRow row) {
        String git = row.git();
        String cluster = row.cluster();
        if (row.state() != DriftState.DIFFERS || git == null || cluster == null || !ALWAYS_ON.contains(row.kind())
                || BESIDE.contains(row.container())) {
            return null;
        }
        Optional<BigDecimal> wanted = row.unit().read(git);
        Optional<BigDecimal> live = row.unit().read(cluster);
        if (wanted.isEmpty() || live.isEmpty()) {
            return null;
        }
        BigDecimal more = live.get().subtract(wanted.get());
        return known.computeIfAbsent(row.namespace() + "/" + row.workload(), rates::of)
                .flatMap(each -> hourly(row, more, each))
                .map(hour -> hour.times(ResourceRates.MONTH_HOURS).rounded(DECIMALS)).orElse(null);
    }

    private Optional<Money> hourly(DriftRow row, BigDecimal more, ResourceRates rate) {
        if (CPU.contains(row.knob())) {
            return Optional.of(rate.cpuHour().times(more).times(replicas(row)));
        }
        if (MEMORY.contains(row.knob())) {
            return Optional.of(rate.gibHour().times(gib(more)).times(replicas(row)));
        }
        return COUNT.contains(row.knob()) ? Optional.of(replica(row, rate).times(more)) : Optional.empty();
    }

    private Money replica(DriftRow row, ResourceRates rate) {
        return rate.cpuHour().times(sum(row, CPU)).plus(rate.gibHour().times(gib(sum(row, MEMORY))));
    }

    private BigDecimal sum(DriftRow row, Set<String> knobs) {
        return siblings(row).stream().filter(each -> knobs.contains(each.knob())).flatMap(each -> amount(each).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal replicas(DriftRow row) {
        return siblings(row).stream().filter(each -> COUNT.contains(each.knob())).flatMap(each -> amount(each).stream())
                .findFirst().orElse(BigDecimal.ONE);
    }

    /// Of the part that has replicas.
    private List<DriftRow> siblings(DriftRow row) {
        return byObject.getOrDefault(row.object(), List.of()).stream()
                .filter(each -> !BESIDE.contains(each.container())).toList();
    }

    private static Optional<BigDecimal> amount(DriftRow row) {
        String cluster = row.cluster();
        return cluster == null ? Optional.empty() : row.unit().read(cluster);
    }

    private static BigDecimal gib(BigDecimal bytes) {
        return bytes.divide(BigDecimal.valueOf(Bytes.GI));
    }
}
