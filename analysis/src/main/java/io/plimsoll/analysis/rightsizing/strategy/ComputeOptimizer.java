package io.plimsoll.analysis.rightsizing.strategy;

import java.util.List;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.Robust;

/// Like AWS Compute Optimizer, which looks at machines: a percentile of the peaks of five minutes in 14 days plus headroom, 99.5 and
/// 20 % unless told otherwise; the highest memory plus 20 %. Below 30 hours with data the size stays. It then picks an instance
/// type, which a replica has not: here the need itself is the size, up to a millicore and a MiB. The kind of percentile is not
/// published (interpolated here); headroom is read as capacity added to what the percentile says. Limits as in `EksAuto`.
///
/// Source: docs.aws.amazon.com/compute-optimizer/latest, APIReference/API_CustomizableMetricParameters (values),
/// APIReference/API_PutRecommendationPreferences (defaults), ug/metrics (peaks, 14 days), ug/requirements (30 hours).
public final class ComputeOptimizer implements Strategy {
    private static final int HISTORY_DAYS = 14;
    private static final long INTERVAL = 300;
    private static final long HOUR = 3600;
    private static final int FEWEST_HOURS = 30;
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.choice("threshold", "CPU threshold", "Percentile of the peaks of five minutes.", "99.5",
                    List.of("90", "95", "99.5")),
            Parameter.choice("cpu-headroom", "CPU headroom", "Percent added to it.", "20", List.of("0", "20", "30")),
            Parameter.choice("memory-headroom", "Memory headroom", "Percent added to the memory peak.", "20",
                    List.of("10", "20", "30")));

    @Override
    public String id() {
        return "compute-optimizer";
    }

    @Override
    public String title() {
        return "Compute Opt., like";
    }

    @Override
    public String explanation() {
        return "As AWS Compute Optimizer sizes machines: the 99.5th percentile of CPU peaks of five minutes in 14 days, and the highest"
                + " memory, each plus 20 %. Limits stay, those that equal requests follow. Needs 30 hours with data.";
    }

    @Override
    public String source() {
        return "docs.aws.amazon.com/compute-optimizer/latest: API_PutRecommendationPreferences, ug/metrics, ug/requirements";
    }

    @Override
    public List<Parameter> parameters() {
        return PARAMETERS;
    }

    @Override
    public Size size(Usage training, Size current, Parameters parameters) {
        Usage history = training.lastDays(HISTORY_DAYS);
        double cpu = current.cpuRequest();
        if (Intervals.ofCpu(history, HOUR).count() >= FEWEST_HOURS) {
            double[] peaks = Intervals.ofCpu(history, INTERVAL).highs();
            double need = Robust.quantile(peaks, Double.parseDouble(parameters.text("threshold")) / 100);
            cpu = Size.roundCpu(need * (1 + percent(parameters, "cpu-headroom")), 1);
        }
        long memory = current.memoryRequest();
        Intervals memoryUse = Intervals.ofMemory(history, HOUR);
        if (memoryUse.count() >= FEWEST_HOURS) {
            memory = Size.roundMemory(
                    Robust.quantile(memoryUse.highs(), 1) * (1 + percent(parameters, "memory-headroom")));
        }
        return new ChangedRequests(cpu, memory).inTheClassOf(current);
    }

    private static double percent(Parameters parameters, String id) {
        return Double.parseDouble(parameters.text(id)) / 100;
    }
}
