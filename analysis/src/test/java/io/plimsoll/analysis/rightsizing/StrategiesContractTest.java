package io.plimsoll.analysis.rightsizing;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What every strategy in the list must keep to.
class StrategiesContractTest {
    private static final Size CURRENT = new Size(2, OptionalDouble.of(4), 8L << 30, 8L << 30, 3);

    static Stream<Strategy> strategies() {
        return Strategies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void theSameDataGivesTheSameSize(Strategy strategy) {
        Usage usage = noise(21);

        assertThat(strategy.size(usage, CURRENT)).isEqualTo(strategy.size(noise(21), CURRENT));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void withoutDataTheSizeStaysAsItIs(Strategy strategy) {
        assertThat(strategy.size(Usage.of(), CURRENT)).isEqualTo(CURRENT);
        assertThat(strategy.size(Usage.of(), Size.unset(0))).isEqualTo(Size.unset(0));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aSingleSampleIsSurvived(Strategy strategy) {
        Usage one = Usage.of(new ReplicaUsage("a", Load.values(60, 1), Load.values(60, 1e9)));

        assertThat(strategy.size(one, CURRENT).replicas()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aMetricThatWasNotMeasuredKeepsItsSize(Strategy strategy) {
        Usage cpuOnly = Usage.of(ReplicaUsage.ofCpu("a", Load.every(300, 4000, i -> 0.5)));
        Usage memoryOnly = Usage.of(ReplicaUsage.ofMemory("a", Load.every(300, 4000, i -> 1e9)));

        assertThat(strategy.size(cpuOnly, CURRENT).memoryRequest()).isEqualTo(CURRENT.memoryRequest());
        assertThat(strategy.size(memoryOnly, CURRENT).cpuRequest()).isEqualTo(CURRENT.cpuRequest());
        assertThat(strategy.size(cpuOnly, CURRENT).cpuRequest()).isLessThan(CURRENT.cpuRequest());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void twiceTheLoadIsNeverSizedSmaller(Strategy strategy) {
        Usage usage = noise(14);
        Usage twice = Usage.of(usage.replicas().stream()
                .map(each -> new ReplicaUsage(each.name(), twice(each.cpu()), twice(each.memory()))).toList(),
                List.of());
        Size one = strategy.size(usage, CURRENT);
        Size two = strategy.size(twice, CURRENT);

        assertThat(two.cpuRequest()).isGreaterThan(one.cpuRequest());
        assertThat(two.memoryRequest()).isGreaterThan(one.memoryRequest());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aLimitNeverLiesBelowItsRequest(Strategy strategy) {
        Size size = strategy.size(noise(14), CURRENT);

        assertThat(size.cpuLimit().orElse(Double.MAX_VALUE)).isGreaterThanOrEqualTo(size.cpuRequest());
        assertThat(size.memoryLimit()).isGreaterThanOrEqualTo(size.memoryRequest());
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void parametersRoundTrip(Strategy strategy) {
        Parameters initial = Parameters.initial(strategy.parameters());
        Parameters copy = initial;
        for (var value : initial.values().entrySet()) {
            copy = copy.with(value.getKey(), value.getValue());
        }
        assertThat(copy.values()).isEqualTo(initial.values());
        assertThat(strategy.parameters()).extracting(Parameter::id).doesNotHaveDuplicates();
        assertThat(strategy.parameters())
                .allSatisfy(parameter -> assertThat(parameter.problemWith(parameter.initial())).isEmpty());
        assertThat(strategy.size(noise(14), CURRENT, copy)).isEqualTo(strategy.size(noise(14), CURRENT));
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void itExplainsItselfAndNamesItsSource(Strategy strategy) {
        assertThat(strategy.explanation()).hasSizeGreaterThan(40);
        assertThat(strategy.source()).isNotBlank();
        assertThat(strategy.title()).isNotBlank();
    }

    @Test
    void idsAreUniqueAndOursComesFirst() {
        assertThat(Strategies.all()).extracting(Strategy::id).doesNotHaveDuplicates().startsWith("replay");
        assertThat(Strategies.named("vpa").title()).isEqualTo("VPA target");
        assertThatThrownBy(() -> Strategies.named("magic")).isInstanceOf(StepFailure.class)
                .hasMessageContaining("magic");
    }

    private static TimeSeries twice(TimeSeries series) {
        return new TimeSeries(series.times(),
                Arrays.stream(series.values()).map(value -> 2 * value).toArray());
    }

    private static Usage noise(int days) {
        Random random = new Random(11);
        double[] cpu = random.doubles(days * 288L, 0.2, 1.5).toArray();
        double[] memory = random.doubles(days * 288L, 1e9, 2e9).toArray();
        return Load.days(days, i -> cpu[i], i -> memory[i]);
    }
}
