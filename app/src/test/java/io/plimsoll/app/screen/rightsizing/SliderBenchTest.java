package io.plimsoll.app.screen.rightsizing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.scene.Scene;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.control.ValueSlider;

import static org.assertj.core.api.Assertions.assertThat;

/// How long a step of a slider takes until its answer is on the screen. The figures are in `docs/benchmarks.md`.
@Tag("slow")
class SliderBenchTest extends FxTest {
    private static final int STEPS = 100;

    @BeforeAll
    static void warm() {
        SampleWorkspace.shared();
    }

    @Test
    void anAnswerIsFarBelowAFrame() {
        double[][] times = fx(() -> {
            RightsizingView view = new RightsizingView(SampleWorkspace.context());
            Scene scene = new Scene(view, 1180, 800);
            view.applyCss();
            view.layout();
            ValueSlider slider = (ValueSlider) view.lookup("#slider-cpuRequest");
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            double[] answers = new double[STEPS];
            double[] painted = new double[STEPS];
            for (int i = 0; i < STEPS + 30; i++) {
                long start = System.nanoTime();
                long cpu = clock.getCurrentThreadCpuTime();
                slider.valueProperty().set(0.5 + i % 60 * 0.05);
                answers[i % STEPS] = (clock.getCurrentThreadCpuTime() - cpu) / 1e6;
                view.applyCss();
                view.layout();
                scene.snapshot(null);
                painted[i % STEPS] = (System.nanoTime() - start) / 1e6;
            }
            return new double[][]{answers, painted};
        });
        System.out.printf(
                "answer p50 %.2f ms, p95 %.2f ms of processor time; with layout and repaint of the whole screen p50 %.1f ms, p95 %.1f ms%n",
                at(times[0], 0.5), at(times[0], 0.95), at(times[1], 0.5), at(times[1], 0.95));
        assertThat(at(times[0], 0.95)).isLessThan(8);
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
