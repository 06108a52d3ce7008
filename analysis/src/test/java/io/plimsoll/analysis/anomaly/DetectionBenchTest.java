package io.plimsoll.analysis.anomaly;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Processor time for judging a large bill: 5 000 series of 540 days, each seventh with an event.
@Tag("slow")
class DetectionBenchTest {
    private static final int SERIES = Integer.getInteger("bench.series", 5_000);
    private static final int DAYS = 540;
    private static final double MOST_SECONDS = 20;

    @Test
    void aLargeBillIsJudgedInSeconds() {
        List<CostSeries> series = made();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        List<Finding> findings = Detection.detectAll(series, Parameters.initial(Detection.parameters()), Progress.NONE,
                Cancellation.never());
        double seconds = (clock.getCurrentThreadCpuTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%d series of %d days: %.1f s of CPU, %d findings%n", SERIES, DAYS, seconds,
                findings.size());
        assertThat(findings).isNotEmpty();
        assertThat(seconds).isLessThan(MOST_SECONDS);
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
