package io.plimsoll.analysis.rightsizing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.plimsoll.analysis.rightsizing.tradeoff.SizeSpace;
import io.plimsoll.analysis.rightsizing.replay.Replay;
import io.plimsoll.analysis.rightsizing.tradeoff.FrontierSearch;
import io.plimsoll.analysis.rightsizing.advice.Advisor;
import io.plimsoll.analysis.rightsizing.advice.AdviceRequest;
import io.plimsoll.analysis.rightsizing.breach.BreachModel;
import io.plimsoll.analysis.rightsizing.capacity.CapacityFinding;
import io.plimsoll.analysis.rightsizing.choice.AutoscalerFloor;
import io.plimsoll.analysis.rightsizing.choice.Headroom;
import io.plimsoll.analysis.rightsizing.choice.SizeChoice;
import io.plimsoll.analysis.rightsizing.choice.WritableSize;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Bytes;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever was measured, no size is a silent number: it is one that a manifest can hold, the same each time, and where the data can't
/// bear it, a refusal.
class NastyUseTest {
    private static final Map<String, Usage> ALL = NastyUse.all();
    private static final Map<String, Usage> AGAIN = NastyUse.all();
    private static final List<Size> SIZES = List.of(
            new Size(2, OptionalDouble.of(4), 8 * Bytes.GI, 8 * Bytes.GI, 3),
            new Size(0.1, OptionalDouble.empty(), 64 * Bytes.MI, 0, 1), Size.unset(0), Size.unset(2),
            new Size(4, OptionalDouble.of(2), 8 * Bytes.GI, 4 * Bytes.GI, 2),
            new Size(1e6, OptionalDouble.of(1e6), Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 10_000));

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    private static Usage use(String name) {
        return Objects.requireNonNull(ALL.get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noStrategySaysWhatNoManifestCanHold(String name) {
        for (Strategy strategy : Strategies.all()) {
            for (Size current : SIZES) {
                Size size = strategy.size(use(name), current);
                assertWritable(size, strategy.id() + " of " + current);
                assertThat(strategy.size(Objects.requireNonNull(AGAIN.get(name)), current))
                        .as(strategy.id()).isEqualTo(size);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void adviceIsASizeOrARefusal(String name) {
        for (Size current : SIZES) {
            Usage usage = use(name);
            AdviceRequest request = AdviceRequest.usual("w", current, ResourceRates.PROPORTION);
            Advice plain = Advisor.advise(request, usage, Cancellation.never());
            assertWritable(plain.proposed(), "advice");
            assertThat(plain.against()).doesNotContain("NaN", "Infinity");
            SizeChoice choice = new SizeChoice(request, usage,
                    List.of(new FormerSize("0123456789", "smaller", Instant.EPOCH,
                            new Size(0.5, OptionalDouble.empty(), Bytes.GI, 0, 1))),
                    false, true,
                    new CapacityFinding(0.3, 300 * Bytes.MI, 1, List.of(), List.of()));
            Proposal proposal = choice.choose(1, true, Cancellation.never()).proposal();
            Advice chosen = Advisor.advise(request, usage, proposal, Cancellation.never());
            assertWritable(chosen.proposed(), "chosen");
            assertThat(chosen.against()).doesNotContain("NaN", "Infinity");
            for (ReplayResult each : List.of(plain.risk(), chosen.risk())) {
                assertShares(each);
            }
            if (chosen.refused()) {
                assertThat(chosen.proposed()).isEqualTo(current);
            }
            new AutoscalerFloor(usage, current, 5).lower(0.7).map(each -> each.size(request))
                    .ifPresent(size -> assertWritable(size, "floor"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theReplayGivesSharesAndBoundsThatHoldThem(String name) {
        for (Size current : SIZES) {
            Replay replay = Replay.of(use(name), 3);
            for (double growth : new double[]{1, 0.01, 100}) {
                assertShares(replay.against(current, growth));
            }
            ReplayResult result = replay.against(current);
            RiskBounds bounds = replay.bounds(current);
            if (!Double.isNaN(result.violationShare())) {
                assertThat(bounds.violations()).isBetween(result.violationShare() - 1e-9, 1.0);
            }
            assertShare(bounds.unmet());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void frontierAndSlidersAreFinite(String name) {
        for (Size current : SIZES) {
            Replay replay = Replay.of(use(name), current.replicas());
            Frontier frontier = new FrontierSearch(
                    new SizeSpace(current, 1, new WritableSize(current, new Headroom(0, 0), false, false),
                            CapacityFinding.NONE),
                    new Frontier.Pricing(replay, ResourceRates.PROPORTION, replay.memoryMeasured()))
                    .find(List.of(), Cancellation.never());
            for (FrontierPoint point : frontier.points()) {
                assertWritable(point.size(), "frontier");
                assertThat(point.troubledHours()).isFinite().isNotNegative();
            }
            WhatIf whatIf = WhatIf.prepare(use(name), current, ResourceRates.PROPORTION, true);
            for (double growth : new double[]{1, 0.01, 100}) {
                WhatIfAnswer answer = whatIf.answer(new WhatIfInput(0.5, OptionalDouble.of(1), Bytes.GI, Bytes.GI, 2,
                        growth));
                assertShares(answer.replay());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void forecastsAndLatencyAreProbabilitiesAndSecondsOrSilent(String name) {
        Usage usage = use(name);
        for (Measure measure : List.of(Measure.CPU_CORES, Measure.MEMORY_BYTES)) {
            BreachModel.Rows rows = new BreachModel.Rows(measure, 0.005);
            rows.add("w", usage);
            rows.add("v", usage);
            rows.learn(Cancellation.never()).forecast(usage, 1).ifPresent(each -> {
                assertThat(each.probability()).isBetween(0.0, 1.0);
                assertThat(each.plain()).isBetween(0.0, 1.0);
                assertThat(each.sentence()).doesNotContain("NaN", "Infinity");
            });
        }
        if (!usage.isEmpty()) {
            ReplicaUsage first = usage.replicas().getFirst();
            LatencyAnswer answer = LatencyModel.of(usage, SIZES.getFirst(), "p95", Map.of(first.name(), first.cpu()),
                    OptionalLong.empty()).current();
            assertThat(answer.sentence()).doesNotContain("NaN", "Infinity");
        }
    }

    private static void assertShares(ReplayResult result) {
        for (double share : new double[]{result.violationShare(), result.violationBound(), result.throttledShare(),
            result.unmetShare()}) {
            assertShare(share);
        }
        assertThat(result.oomPerMonth()).isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .satisfiesAnyOf(each -> assertThat(each).isNaN(), each -> assertThat(each).isNotNegative());
    }

    private static void assertShare(double share) {
        assertThat(share).satisfiesAnyOf(each -> assertThat(each).isNaN(),
                each -> assertThat(each).isBetween(-1e-9, 1 + 1e-9));
    }

    private static void assertWritable(Size size, String of) {
        assertThat(size.cpuRequest()).as(of).isFinite().isNotNegative();
        assertThat(size.cpuLimit().orElse(0)).as(of).isFinite().isNotNegative();
        assertThat(size.toString()).as(of).doesNotContain("NaN", "Infinity", "-");
    }
}
