package io.plimsoll.analysis.rightsizing.scaling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.declared.Declared;

import static org.assertj.core.api.Assertions.assertThat;

/// Numbers worked out by hand from the rule that kubernetes.io describes.
class ScalingReplayTest {
    private static final Autoscaler PLAIN = scaler(ScalingPace.UP, ScalingPace.DOWN);

    private static Autoscaler scaler(ScalingPace up, ScalingPace down) {
        return new Autoscaler("HorizontalPodAutoscaler", "web", 2, 20, List.of(), List.of(), List.of(), up, down);
    }

    /// Each pod is as busy as its target says at one core.
    private static ScalingReplay.Outcome replay(Autoscaler scaler, long step, int first, double... cores) {
        return replay(scaler, step, first, cores.length, i -> cores[i]);
    }

    private static ScalingReplay.Outcome replay(Autoscaler scaler, long step, int first, int length,
            IntToDoubleFunction cores) {
        int[] pods = new int[length];
        java.util.Arrays.fill(pods, first);
        return ScalingReplay.of(new ScalingRule(scaler, 1, 0, 0, Integer.MAX_VALUE),
                new ScalingHistory(step, IntStream.range(0, length).mapToLong(i -> 1_000_000 + i * step).toArray(),
                        IntStream.range(0, length).mapToDouble(cores).toArray(), new double[length],
                        new double[length], pods));
    }

    @Test
    void podsAreTheLoadByTheTargetRoundedUpWithinTheBounds() {
        assertThat(replay(PLAIN, 300, 2, 5.2, 7.9, 19.5, 40).pods()).containsExactly(6, 8, 20, 20);
        assertThat(replay(PLAIN, 300, 4, 0.2, 0.2, 0.2).pods()).endsWith(2);
    }

    @Test
    void withinATenthOfTheTargetNothingChanges() {
        assertThat(replay(PLAIN, 300, 10, 10.9, 9.1, 11.0, 9.0).pods()).containsExactly(10, 10, 10, 10);
        assertThat(replay(PLAIN, 300, 10, 11.2).pods()).containsExactly(12);
    }

    @Test
    void goingDownWaitsForFiveMinutesAndGoingUpDoesNot() {
        // Every minute: 10 pods' load, then 3, then 8: the wish for ten holds until it is five minutes old.
        assertThat(replay(PLAIN, 60, 10, 10, 3, 3, 3, 3, 3, 3, 8).pods()).containsExactly(10, 10, 10, 10, 10, 3, 3, 8);
        ScalingPace atOnce = new ScalingPace(0, ScalingPace.DOWN.policies(), false, false);
        assertThat(replay(scaler(ScalingPace.UP, atOnce), 60, 10, 10, 3, 8).pods()).containsExactly(10, 3, 8);
    }

    @Test
    void policiesBoundWhatIsAddedAndTakenAwayInTheirPeriod() {
        ScalingPace slow = new ScalingPace(0, List.of(new ScalingPace.Step(false, 1, 60)), false, false);
        assertThat(replay(scaler(slow, slow), 60, 2, 10, 10, 10, 10).pods()).containsExactly(3, 4, 5, 6);
        assertThat(replay(scaler(slow, slow), 60, 9, 1, 1, 1).pods()).containsExactly(8, 7, 6);
        ScalingPace tenth = new ScalingPace(0, List.of(new ScalingPace.Step(true, 10, 60)), false, false);
        assertThat(replay(scaler(tenth, tenth), 60, 20, 1, 1).pods()).containsExactly(18, 16);
        ScalingPace never = new ScalingPace(0, List.of(), true, false);
        assertThat(replay(scaler(ScalingPace.UP, never), 300, 9, 1, 1, 1).pods()).containsExactly(9, 9, 9);
    }

    @Test
    void thePresetDoublesOrAddsFourInFifteenSeconds() {
        assertThat(replay(PLAIN, 15, 2, 20, 20, 20).pods()).containsExactly(6, 12, 20);
    }

    @Test
    void aScaleThatTheRuleDoesNotExplainIsNotReproduced() {
        IntToDoubleFunction wave = i -> 6 + 4 * Math.sin(i / 20.0);
        ScalingReplay.Outcome same = replay(PLAIN, 300, 6, 500, wave);
        assertThat(new ScalingReplay.Outcome(same.pods(), same.pods()).reproduces()).isTrue();
        assertThat(same.reproduces()).as("six pods all the time").isFalse();
        assertThat(same.withinOne()).isBetween(0.1, 0.6);
    }

    @Test
    void manifestsSayWhatItAimsAt() {
        Declared hpa = Declared.read("hpa.yaml",
                """
                kind: HorizontalPodAutoscaler
                metadata: {name: web}
                spec:
                  minReplicas: 3
                  maxReplicas: 9
                  metrics:
                    - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}
                    - {type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: 100}}}
                  behavior:
                    scaleDown:
                      stabilizationWindowSeconds: 60
                      policies: [{type: Percent, value: 10, periodSeconds: 60}]
                """.getBytes(StandardCharsets.UTF_8)).getFirst();
        Autoscaler read = Autoscaler.of(List.of(hpa));
        assertThat(read.least()).isEqualTo(3);
        assertThat(read.most()).isEqualTo(9);
        assertThat(read.cpu()).hasValueSatisfying(target -> assertThat(target.percent()).isEqualTo(70));
        assertThat(read.others()).containsExactly("Pods");
        assertThat(read.down().window()).isEqualTo(60);
        assertThat(read.down().policies()).containsExactly(new ScalingPace.Step(true, 10, 60));
        assertThat(read.up()).isEqualTo(ScalingPace.UP);
    }

    @Test
    void aTriggerOnAQueueBringsOnePodForEachThresholdUpToThePartitions() {
        Declared keda = Declared
                .read("keda.yaml", """
                                   kind: ScaledObject
                                   metadata: {name: sink}
                                   spec:
                                     triggers:
                                       - type: kafka
                                         metadata: {consumerGroup: sink, topic: events, lagThreshold: "50"}
                                   """.getBytes(StandardCharsets.UTF_8)).getFirst();
        Autoscaler read = Autoscaler.of(List.of(keda));
        assertThat(read.lags()).containsExactly(new LagTrigger("sink", "events", 50, false));
        assertThat(read.least()).isZero();
        assertThat(read.most()).isEqualTo(100);
        ScalingRule rule = new ScalingRule(read, 0, 0, 50, 4);
        double[] lag = {60, 180, 900};
        assertThat(ScalingReplay.of(rule, new ScalingHistory(300, new long[]{0, 300, 600}, new double[3],
                new double[3], lag, new int[]{1, 1, 1})).pods()).containsExactly(2, 4, 4);
    }
}
