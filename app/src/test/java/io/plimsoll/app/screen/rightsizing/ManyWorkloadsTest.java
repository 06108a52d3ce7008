package io.plimsoll.app.screen.rightsizing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.control.TableView;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;

import static org.assertj.core.api.Assertions.assertThat;

/// The list of ten thousand workloads stays fluid. The figures are in `docs/benchmarks.md`.
@Tag("slow")
class ManyWorkloadsTest extends FxTest {
    private static final int WORKLOADS = 10_000;
    private static final int STEPS = 40;

    @Test
    void searchingSelectingAndScrollingTakeAFractionOfASecond() {
        List<WorkloadAdvice> many = many();
        double[][] times = fx(() -> {
            RightsizingModel model = new RightsizingModel(SampleWorkspace.context());
            WorkloadsCard list = new WorkloadsCard(SampleWorkspace.context(), model);
            list.setWidth(600);
            Scene scene = new Scene(list.card(), 600, 800);
            TableView<?> table = (TableView<?>) list.card().lookup("#rightsizing-workloads");
            double[] shown = steps(scene, 5, step -> model.show(many));
            double[] searched = steps(scene, STEPS,
                    step -> model.searchProperty().set("copy-" + step % 10));
            model.searchProperty().set("");
            double[] selected = steps(scene, STEPS,
                    step -> model.select(many.get(step * 241).workload().key().toString()));
            double[] scrolled = steps(scene, STEPS, step -> table.scrollTo(step * 239));
            assertThat(table.getItems()).hasSize(WORKLOADS);
            return new double[][]{shown, searched, selected, scrolled};
        });
        System.out.printf("%d workloads, p95 of processor time with layout and repaint: show %.0f ms, search %.0f ms, "
                + "select %.0f ms, scroll %.0f ms%n", WORKLOADS, p95(times[0]), p95(times[1]), p95(times[2]),
                p95(times[3]));
        for (double[] each : times) {
            assertThat(p95(each)).isLessThan(500);
        }
    }

    /// Those of the sample case, each many times under another name.
    private static List<WorkloadAdvice> many() {
        List<WorkloadAdvice> sample = SampleWorkspace.context().workbench().rightsizing().advise(AdviceQuery.all(),
                Progress.NONE, Cancellation.never());
        List<WorkloadAdvice> many = new ArrayList<>(WORKLOADS);
        for (int i = 0; i < WORKLOADS; i++) {
            WorkloadAdvice each = sample.get(i % sample.size());
            Workload of = each.workload();
            WorkloadKey key = new WorkloadKey(of.key().cluster(), of.key().namespace(), of.key().kind(),
                    of.key().name() + "-copy-" + i, of.key().container());
            many.add(new WorkloadAdvice(
                    new Workload(key, key.name(), of.billed(), of.cost(), List.of(), of.manifest(), of.state(),
                            of.evidence()),
                    each.advice(), each.machine(), each.cost(), each.monthlyNow(), each.monthlyThen(), each.knobs(),
                    each.former(), each.reasons()));
        }
        return many;
    }

    private static double[] steps(Scene scene, int count, IntConsumer work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            long start = clock.getCurrentThreadCpuTime();
            work.accept(i);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            scene.snapshot(null);
            times[i] = (clock.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return times;
    }

    private static double p95(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (0.95 * (sorted.length - 1))];
    }
}
