package io.plimsoll.analysis.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.PlainFiles;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChangePointsTest {
    @Test
    void aStepIsFoundWhereItHappens() {
        assertThat(ChangePoints.of(steps(60, 100, 3))).containsExactly(60);
    }

    @Test
    void noiseHasNoChange() {
        assertThat(ChangePoints.of(steps(0, 200, 0))).isEmpty();
    }

    @Test
    void aSpikeIsNoChange() {
        double[] values = steps(0, 120, 0);
        values[50] += 12;
        assertThat(ChangePoints.of(values)).isEmpty();
    }

    @Test
    void severalSeriesChangeTogether() {
        int[] found = ChangePoints.of(steps(40, 100, 1.2), steps(40, 100, 1.4));
        assertThat(found).hasSize(1);
        assertThat(found[0]).isBetween(36, 44);
    }

    @Test
    void aGapIsBridged() {
        double[] values = steps(60, 100, 3);
        Arrays.fill(values, 20, 24, Double.NaN);
        assertThat(ChangePoints.of(values)).containsExactly(60);
    }

    @Test
    void severalStepsAreFoundExactly() {
        double[] values = IntStream.range(0, 40).mapToDouble(t -> t < 15 ? 0 : t < 27 ? 4 : 1).toArray();
        assertThat(ChangePoints.of(values)).containsExactly(15, 27);
    }

    @Test
    void shortAndFlatSeriesHaveNone() {
        assertThat(ChangePoints.of(new double[3])).isEmpty();
        assertThat(ChangePoints.of(new double[50])).isEmpty();
        assertThat(ChangePoints.of(new double[]{Double.NaN, Double.NaN})).isEmpty();
    }

    private static double[] steps(int at, int length, double height) {
        Random random = new Random(11);
        return IntStream.range(0, length).mapToDouble(t -> (t < at ? 0 : height) + 0.4 * random.nextGaussian())
                .toArray();
    }

    @Test
    void aFileWithGapsIsReadAndAWrongValueIsNamedByItsRecord(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("level.csv");
        Files.writeString(file, "t,value\n" + "1,10\n".repeat(20) + "2,\n" + "3,50\n".repeat(20));
        assertThat(PlainFiles.changes(file)).hasSize(1);
        Files.writeString(file, "t,value\n1,10\n2,ten\n");
        assertThatThrownBy(() -> PlainFiles.changes(file)).isInstanceOf(StepFailure.class)
                .hasMessageContaining("Record 3");
    }
}
