package io.plimsoll.analysis.rightsizing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlainSizesTest {
    @Test
    void oneRowForEachWorkloadAndStrategyWhateverTheOrderOfTheInput() {
        List<UsageRow> rows = rows();
        List<SizeRow> sorted = PlainSizes.size(rows, 0.7, Strategies.all(), Cancellation.never());
        Collections.shuffle(rows, new Random(1));
        List<SizeRow> shuffled = PlainSizes.size(rows, 0.7, Strategies.all(), Cancellation.never());

        assertThat(sorted).hasSize(2 * Strategies.all().size());
        assertThat(sorted).extracting(SizeRow::workload).startsWith("one").endsWith("two");
        assertThat(shuffled).extracting(SizeRow::size).isEqualTo(sorted.stream().map(SizeRow::size).toList());
        assertThat(shuffled).extracting(SizeRow::replay).isEqualTo(sorted.stream().map(SizeRow::replay).toList());
    }

    @Test
    void theJudgeIsThePartThatWasNotLearntFrom() {
        // One core for 7 days, then two for 3: every sample held back violates one that learnt from the first part.
        SizeRow row = PlainSizes.size(rows(), 0.7, List.of(Strategies.named("krr-simple")), Cancellation.never())
                .getFirst();

        assertThat(row.size().cpuRequest()).isEqualTo(1);
        assertThat(row.replay().violationShare()).isEqualTo(1);
        assertThat(row.replay().unmetShare()).isEqualTo(0.5);
    }

    @Test
    void anEmptyCellIsAGapAndNoRepair() {
        List<UsageRow> rows = rows().stream().map(row -> new UsageRow(row.time(), row.workload(), row.replica(),
                row.cpuCores(), Double.NaN)).toList();
        SizeRow row = PlainSizes.size(rows, 0.7, Strategies.all(), Cancellation.never()).getFirst();

        assertThat(row.repairs().any()).isFalse();
        assertThat(row.size().memoryRequest()).isZero();
    }

    @Test
    void nothingInNothingOut() {
        assertThat(PlainSizes.size(List.of(), 0.7, Strategies.all(), Cancellation.never())).isEmpty();
        assertThatThrownBy(() -> PlainSizes.size(List.of(), 0, Strategies.all(), Cancellation.never()))
                .isInstanceOf(StepFailure.class).hasMessageContaining("training share");
    }

    private static List<UsageRow> rows() {
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 0; i < 10 * 288; i++) {
            double cpu = i < 7 * 288 ? 1 : 2;
            rows.add(new UsageRow(Load.START + i * 300L, "one", "a", cpu, 1e9));
            rows.add(new UsageRow(Load.START + i * 300L, "two", "b", 0.5, 2e9));
        }
        return rows;
    }
}
