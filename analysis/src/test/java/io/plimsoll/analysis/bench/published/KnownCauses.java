package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.MadeCause;
import io.plimsoll.analysis.anomaly.cause.RootCauses;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Changes with known elements, exact match of elements: F1 = 2 TP / (2 TP + FP + FN).
///
/// @param recipe of a hundred made cases, or null for the files of the published generator
/// @param first  seed of the made cases
/// @param least  bar of F1
record KnownCauses(String title, String set, MadeCause.@Nullable Recipe recipe, int first, double least)
        implements
            Published {
    static final List<KnownCauses> ALL = List.of(
            new KnownCauses("root cause S, a hundred made cases", "S", MadeCause.S, 1, 0.64),
            new KnownCauses("root cause L, a hundred made cases", "L", MadeCause.L, 1, 0.90),
            new KnownCauses("root cause S12", "S12", null, 0, 0.64),
            new KnownCauses("root cause L12", "L12", null, 0, 0.90),
            new KnownCauses("root cause S that moves both ways", "S", MadeCause.S_BOTH,
201, 0.64),
            new KnownCauses("root cause L that moves both ways", "L", MadeCause.L_BOTH,
201, 0.90));
    private static final int CASES = 100;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final class Count {
        private double right;
        private double answered;
        private double asked;
        private double slowest;

        void judge(Supplier<List<Cause>> causes, Set<String> truth) {
            long began = CLOCK.getCurrentThreadCpuTime();
            List<String> answer = causes.get().stream().map(Cause::text).toList();
            slowest = Math.max(slowest, (CLOCK.getCurrentThreadCpuTime() - began) / 1e9);
            answered += answer.size();
            asked += truth.size();
            right += answer.stream().filter(truth::contains).count();
        }
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Count count = new Count();
        if (recipe == null) {
            for (Map<String, String> row : SharedData
                    .csv(SharedData.path("bench/rootcause/" + set + "/injection_info.csv"))) {
                var file = SharedData.path("bench/rootcause/" + set + "/" + row.get("timestamp") + ".csv.gz");
                count.judge(() -> PlainFiles.cause(file, Progress.NONE, Cancellation.never()),
                        Set.of(row.get("set").split(";")));
            }
        } else {
            int from = Published.first(first);
            for (int seed = from; seed < from + CASES; seed++) {
                MadeCause made = MadeCause.of(recipe, seed);
                count.judge(() -> RootCauses.rank(made.dimensions(), made.cells(), Progress.NONE, Cancellation.never()),
                        made.truth());
            }
        }
        return List.of(Score.plain("exact F1", 2 * count.right / (count.answered + count.asked), 3).atLeast(least),
                Score.plain("precision", count.right / count.answered, 3),
                Score.plain("recall", count.right / count.asked, 3),
                Score.plain("slowest case, seconds of processor time", count.slowest, 2).atMost(1));
    }
}
