package io.plimsoll.analysis.rightsizing.current;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.plimsoll.analysis.rightsizing.GpuUse;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;
import io.plimsoll.analysis.series.TimeSeries;

/// What all series of a workload's GPUs say together.
///
/// A GPU is known by pod, number and slice. DCGM's `GR_ENGINE_ACTIVE` is taken before `GPU_UTIL`: it is measured for slices too, and counts
/// the time in which the engine worked, not in which any kernel was there.
public final class MeasuredGpus {
    private static final String BETTER = "DCGM_FI_PROF_";

    private MeasuredGpus() {
    }

    /// @param share  0..1, of the whole GPU or of the slice that it is
    /// @param memory bytes
    /// @return empty if no use of a GPU was measured
    public static Optional<GpuUse> of(List<LabelledSeries> share, List<LabelledSeries> memory) {
        Map<String, LabelledSeries> gpus = new LinkedHashMap<>();
        share.stream().filter(each -> each.series().length() > 0).forEach(each -> gpus.merge(key(each), each,
                (one, other) -> other.metric().startsWith(BETTER) && !one.metric().startsWith(BETTER) ? other : one));
        if (gpus.isEmpty()) {
            return Optional.empty();
        }
        double[] all = gpus.values().stream().flatMapToDouble(each -> Arrays.stream(each.series().values()))
                .filter(Double::isFinite).toArray();
        long step = gpus.values().stream().mapToLong(each -> each.series().step()).max().orElse(0);
        long first = gpus.values().stream().mapToLong(each -> each.series().times()[0]).min().orElse(0);
        long last = gpus.values().stream().mapToLong(each -> end(each.series())).max().orElse(0);
        int alive = (int) gpus.values().stream().filter(each -> end(each.series()) >= last - 2 * step).count();
        double idle = (double) Arrays.stream(all).filter(value -> value < GpuUse.IDLE).count() / all.length;
        double high = gpus.values().stream().mapToDouble(each -> Robust.quantile(each.series().values(), 0.95)).max()
                .orElse(0);
        LabelledSeries any = gpus.values().iterator().next();
        return Optional.of(new GpuUse(alive, (last - first + step) / (double) Usage.DAY, idle, 24 * (1 - idle),
                Arrays.stream(all).average().orElse(0), high, Robust.quantile(total(gpus.values()), 0.95),
                (long) memory.stream().flatMapToDouble(each -> Arrays.stream(each.series().values()))
                        .filter(Double::isFinite).max().orElse(0),
                any.label("modelName", "model", "gpu_model"), any.label("GPU_I_PROFILE")));
    }

    private static String key(LabelledSeries each) {
        return each.replica() + "/" + each.label("UUID", "gpu", "device") + "/" + each.label("GPU_I_ID");
    }

    private static long end(TimeSeries series) {
        return series.times()[series.length() - 1];
    }

    private static double[] total(Iterable<LabelledSeries> gpus) {
        Map<Long, Double> sums = new TreeMap<>();
        gpus.forEach(each -> {
            for (int i = 0; i < each.series().length(); i++) {
                sums.merge(each.series().times()[i], each.series().values()[i], Double::sum);
            }
        });
        return sums.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
