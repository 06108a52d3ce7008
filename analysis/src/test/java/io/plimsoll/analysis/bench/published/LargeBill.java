package io.plimsoll.analysis.bench.published;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.Detection;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.MadeSeries;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Processor time for judging a large bill: 5 000 series of 540 days, each seventh with an event.
final class LargeBill implements Published {
    private static final int SERIES = Integer.getInteger("bench.series", 5_000);
    private static final int DAYS = 540;

    @Override
    public String title() {
        return SERIES + " series of " + DAYS + " days";
    }

    @Override
    public List<Score> run(Path folder) {
        List<CostSeries> series = made();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        List<Finding> findings = Detection.detectAll(series, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
        double seconds = (clock.getCurrentThreadCpuTime() - began) / 1e9;
        return List.of(Score.plain("seconds of processor time", seconds, 1).atMost(20),
                Score.plain("findings", findings.size(), 0).atLeast(1));
    }

    private static List<CostSeries> made() {
        List<CostSeries> series = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < SERIES; i++) {
            int onset = 100 + random.nextInt(DAYS - 150);
            int length = random.nextInt(60);
            double size = i % 7 == 0 ? 1.3 + random.nextDouble() * 2 : 1;
            series.add(MadeSeries.of(SeriesKey.of("ResourceName", "r" + i), i, DAYS,
                    day -> day >= onset && day <= onset + length ? size : 1));
        }
        return series;
    }
}
