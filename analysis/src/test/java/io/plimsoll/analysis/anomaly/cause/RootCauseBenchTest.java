package io.plimsoll.analysis.anomaly.cause;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Changes with known elements, exact match of elements: F1 = 2 TP / (2 TP + FP + FN), a case in under a second of processor time.
@Tag("slow")
class RootCauseBenchTest {
    private static final int CASES = 100;

    private double right;
    private double answered;
    private double asked;
    private double inFirstThree;
    private double slowest;
    private int judged;

    @ParameterizedTest
    @CsvSource({"S12,0.64", "L12,0.9"})
    void exactElementsOfPublishedCasesAreFound(String set, double floor) throws IOException {
        List<String> dimensions = set.startsWith("S") ? List.of("a", "b", "c", "d", "e") : List.of("a", "b", "c", "d");
        for (Map<String, String> row : SharedData
                .csv(SharedData.path("bench/rootcause/" + set + "/injection_info.csv"))) {
            String file = "bench/rootcause/" + set + "/" + row.get("timestamp") + ".csv.gz";
            List<Cell> cells = new ArrayList<>();
            SharedData.csv(SharedData.path(file))
                    .forEach(cell -> cells.add(new Cell(dimensions.stream().map(cell::get).toList(),
                            new BigDecimal(cell.get("real")), new BigDecimal(cell.get("predict")))));
            judge(new MadeCause(dimensions, cells, Set.of(row.get("set").split(";"))));
        }
        assertThat(f1(set)).isGreaterThanOrEqualTo(floor);
    }

    /// Seeds 101 to 160 were looked at while the search was written; these were not.
    @ParameterizedTest
    @CsvSource({"S,0.72", "L,0.9"})
    void exactElementsOfAHundredMadeCasesAreFound(String set, double floor) {
        MadeCause.Recipe recipe = set.equals("S") ? MadeCause.S : MadeCause.L;
        for (int seed = 1; seed <= CASES; seed++) {
            judge(MadeCause.of(recipe, seed));
        }
        assertThat(f1(set)).isGreaterThanOrEqualTo(floor);
        assertThat(slowest).as("seconds").isLessThan(1);
    }

    /// Some causes rise and some fall. Seeds 301 to 340 were looked at while the second direction was written; these were not.
    @ParameterizedTest
    @CsvSource({"S,0.72", "L,0.9"})
    void exactElementsOfCasesThatMoveBothWaysAreFound(String set, double floor) {
        MadeCause.Recipe recipe = set.equals("S") ? MadeCause.S_BOTH : MadeCause.L_BOTH;
        int first = Integer.getInteger("bench.first", 201);
        for (int seed = first; seed < first + Integer.getInteger("bench.cases", CASES); seed++) {
            judge(MadeCause.of(recipe, seed));
        }
        assertThat(f1(set + " both ways")).isGreaterThanOrEqualTo(floor);
        assertThat(slowest).as("seconds").isLessThan(1);
    }

    private void judge(MadeCause made) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        List<String> answer = RootCauses.rank(made.dimensions(), made.cells(), Progress.NONE, Cancellation.never())
                .stream().map(Cause::text).toList();
        slowest = Math.max(slowest, (clock.getCurrentThreadCpuTime() - began) / 1e9);
        answered += answer.size();
        asked += made.truth().size();
        right += answer.stream().filter(made.truth()::contains).count();
        inFirstThree += answer.stream().limit(3).filter(made.truth()::contains).count()
                / (double) Math.min(3, made.truth().size());
        judged++;
    }

    private double f1(String set) {
        double f1 = 2 * right / (answered + asked);
        System.out.printf(Locale.ROOT,
                "%s: exact F1 %.3f, precision %.3f, recall %.3f, recall in the first three %.3f, slowest %.2f s of CPU%n",
                set, f1, right / answered, right / asked, inFirstThree / judged, slowest);
        return f1;
    }
}
