package io.plimsoll.app.screen.rightsizing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.control.ValueSlider;
import io.plimsoll.app.screen.ScreenContext;

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
            double[] laid = new double[STEPS];
            for (int i = 0; i < STEPS + 30; i++) {
                long start = cpu();
                long cpu = clock.getCurrentThreadCpuTime();
                slider.valueProperty().set(0.5 + i % 60 * 0.05);
                answers[i % STEPS] = (clock.getCurrentThreadCpuTime() - cpu) / 1e6;
                cpu = clock.getCurrentThreadCpuTime();
                view.applyCss();
                view.layout();
                laid[i % STEPS] = (clock.getCurrentThreadCpuTime() - cpu) / 1e6;
                scene.snapshot(null);
                painted[i % STEPS] = (cpu() - start) / 1e6;
            }
            return new double[][]{answers, laid, painted};
        });
        tell("answer, processor time", times[0]);
        tell("layout, processor time", times[1]);
        tell("answer, layout and a picture of the whole screen, processor time", times[2]);
        assertThat(at(times[0], 0.95)).isLessThan(8);
    }

    /// In a window, where only what changed is painted: processor time of the FX thread and of the thread that paints, from the step to
    /// the second pulse after it.
    @Test
    void aStepCostsLittleInAWindow() {
        ScreenContext context = SampleWorkspace.context();
        RightsizingView view = fx(() -> new RightsizingView(context));
        Stage stage = show(view, 1000, 800);
        ValueSlider slider = fx(() -> (ValueSlider) view.lookup("#slider-cpuRequest"));
        double[] all = new double[STEPS];
        double[] idle = new double[STEPS];
        for (int i = 0; i < 2 * STEPS; i++) {
            idle[i % STEPS] = pulses(() -> {});
            double step = 0.5 + i % 60 * 0.05;
            all[i % STEPS] = pulses(() -> slider.valueProperty().set(step));
        }
        fx(stage::close);
        tell("two pulses without a step", idle);
        tell("a step in a window of 1000 x 800, processor time of both threads", all);
        assertThat(at(all, 0.95)).isLessThan(50);
    }

    private static double pulses(Runnable step) {
        long before = cpu();
        fx(step);
        int[] left = {2};
        await("the pulse after", () -> left[0]-- == 0);
        return (cpu() - before) / 1e6;
    }

    /// Processor time so far of the FX thread and the one that paints.
    private static long cpu() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo each : clock.getThreadInfo(clock.getAllThreadIds())) {
            if (each != null && (each.getThreadName().startsWith("QuantumRenderer")
                    || each.getThreadName().equals("JavaFX Application Thread"))) {
                sum += clock.getThreadCpuTime(each.getThreadId());
            }
        }
        return sum;
    }

    private static void tell(String what, double[] values) {
        System.out.printf("%s: p50 %.2f ms, p95 %.2f ms%n", what, at(values, 0.5), at(values, 0.95));
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
