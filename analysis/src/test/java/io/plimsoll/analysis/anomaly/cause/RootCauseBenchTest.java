package io.plimsoll.analysis.anomaly.cause;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Made changes with known elements, exact match of elements: F1 = 2 TP / (2 TP + FP + FN).
@Tag("slow")
class RootCauseBenchTest {
    @ParameterizedTest
    @CsvSource({"S12,0.6", "L12,0.9"})
    void exactElementsAreFound(String set, double floor) throws IOException {
        double right = 0;
        double answered = 0;
        double asked = 0;
        for (Map<String, String> row : SharedData
                .csv(SharedData.path("bench/rootcause/" + set + "/injection_info.csv"))) {
            List<String> dimensions = set.startsWith("S")
                    ? List.of("a", "b", "c", "d", "e")
                    : List.of("a", "b", "c", "d");
            String file = "bench/rootcause/" + set + "/" + row.get("timestamp") + ".csv.gz";
            List<Cell> cells = new ArrayList<>();
            SharedData.csv(SharedData.path(file))
                    .forEach(cell -> cells.add(new Cell(dimensions.stream().map(cell::get).toList(),
                            new BigDecimal(cell.get("real")), new BigDecimal(cell.get("predict")))));
            long began = System.nanoTime();
            List<String> answer = RiskLoc.rank(dimensions, cells, Progress.NONE, Cancellation.never()).stream()
                    .map(Cause::text).toList();
            double seconds = (System.nanoTime() - began) / 1e9;
            Set<String> truth = new HashSet<>(Arrays.asList(row.get("set").split(";")));
            System.out.printf("%s %s: %.2f s, found %s of %s%n", set, row.get("timestamp"), seconds, answer, truth);
            answered += answer.size();
            asked += truth.size();
            right += answer.stream().filter(truth::contains).count();
        }
        double f1 = 2 * right / (answered + asked);
        System.out.printf("%s: exact F1 %.3f%n", set, f1);
        assertThat(f1).isGreaterThanOrEqualTo(floor);
    }
}
