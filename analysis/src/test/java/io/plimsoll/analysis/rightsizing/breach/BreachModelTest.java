package io.plimsoll.analysis.rightsizing.breach;

import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.rightsizing.BreachForecast;
import io.plimsoll.analysis.rightsizing.Breaches;
import io.plimsoll.analysis.rightsizing.Grade;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;
import io.plimsoll.analysis.telemetry.Measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BreachModelTest {
    private static final int HOURS = 24;

    private static TimeSeries hourly(int days, IntToDoubleFunction peakOfDay) {
        return Load.every(3600, days * HOURS, i -> peakOfDay.applyAsDouble(i / HOURS) * (i % HOURS == 12 ? 1 : 0.6));
    }

    private static Usage use(TimeSeries cpu) {
        return Usage.of(ReplicaUsage.ofCpu("a", cpu));
    }

    /// Workloads that are busy on one weekday each: the last seven days know no weekday, last week's same day does.
    private static BreachModel.Rows weekly() {
        Random random = new Random(1);
        BreachModel.Rows rows = new BreachModel.Rows(Measure.CPU_CORES, 0.005);
        for (int workload = 0; workload < 14; workload++) {
            int busy = workload % 7;
            rows.add("w" + workload, use(hourly(35,
                    day -> (day % 7 == busy ? 2.2 : 1.6) * Math.exp(0.05 * random.nextGaussian()))));
        }
        return rows;
    }

    /// Every other day is busy while it learns, and whole fortnights are when it is judged.
    private static BreachModel.Rows turned() {
        Random random = new Random(2);
        BreachModel.Rows rows = new BreachModel.Rows(Measure.CPU_CORES, 0.005);
        for (int workload = 0; workload < 14; workload++) {
            int shift = workload;
            rows.add("w" + workload, use(hourly(42, day -> ((day < 28 ? day + shift : (day + shift) / 14) % 2 == 0
                    ? 2.2
                    : 1.6) * Math.exp(0.05 * random.nextGaussian()))));
        }
        return rows;
    }

    @Test
    void whereTheSameWeekdayTellsItTheModelBeatsThePlainRuleAndIsOn() {
        BreachModel model = weekly().learn(Cancellation.never());
        assertThat(model.standing().sentence()).startsWith("Switched on: on ");
        assertThat(model.standing().gainLow()).isPositive();
        Usage before = use(hourly(28, day -> day % 7 == 0 ? 2.2 : 1.6));
        Usage quiet = use(hourly(30, day -> day % 7 == 0 ? 2.2 : 1.6));
        BreachForecast busyDay = model.forecast(before, 1.9).orElseThrow();
        BreachForecast quietDay = model.forecast(quiet, 1.9).orElseThrow();
        assertThat(busyDay.learned()).isTrue();
        assertThat(busyDay.plain()).isEqualTo(quietDay.plain());
        assertThat(busyDay.probability()).isGreaterThan(quietDay.probability() + 0.2);
        assertThat(busyDay.reasons().stream().filter(reason -> reason.share() > 0).findFirst().orElseThrow().sentence())
                .isEqualTo("the peak of the same weekday last week was 110 % of the size");
        assertThat(busyDay.sentence()).contains("by the learned forecast").contains("by the plain rule");
        assertThat(Breaches.objection(quietDay)).isEmpty();
        assertThat(Breaches.objection(busyDay)).get().extracting(Objection::code).isEqualTo(Refusal.BREACH_LIKELY);
        assertThat(Breaches.objection(busyDay)).get().extracting(Objection::grade).isIn(Grade.B, Grade.C);
    }

    @Test
    void whereWhatWasLearnedNoLongerHoldsTheModelIsOffAndThePlainRuleSpeaks() {
        BreachModel model = turned().learn(Cancellation.never());
        assertThat(model.standing().on()).isFalse();
        assertThat(model.standing().sentence()).startsWith("Switched off: on ").contains("plain rule's");
        BreachForecast forecast = model.forecast(use(hourly(20, day -> day % 2 == 0 ? 2 : 1)), 1.5).orElseThrow();
        assertThat(forecast.learned()).isFalse();
        assertThat(forecast.probability()).isEqualTo(forecast.plain()).isBetween(0.3, 0.7);
        assertThat(forecast.sentence()).contains("switched off");
        assertThat(Breaches.objection(forecast)).isEmpty();
    }

    @Test
    void theProvenanceSaysWhatWasTrainedAndHow() {
        String provenance = weekly().learn(Cancellation.never()).standing().provenance();
        assertThat(provenance).contains("RandomForestTrainer").contains("CARTClassificationTrainer")
                .contains("seed").contains("days of workloads");
    }

    @Test
    void twoTrainingsOfTheSameDaysAgree() {
        assertThat(weekly().learn(Cancellation.never()).standing().learnedBrier())
                .isEqualTo(weekly().learn(Cancellation.never()).standing().learnedBrier());
    }

    @Test
    void aFewDaysAreTooLittleToLearnFrom() {
        BreachModel.Rows rows = new BreachModel.Rows(Measure.MEMORY_BYTES, 0);
        rows.add("w", Usage.of(ReplicaUsage.ofMemory("a", hourly(8, day -> 1e9))));
        BreachModel model = rows.learn(Cancellation.never());
        assertThat(model.standing().on()).isFalse();
        assertThat(model.standing().sentence()).contains("too little to learn from");
        assertThat(model.standing().learnedBrier()).isNaN();
        assertThat(model.forecast(use(hourly(2, day -> 1)), 1)).isEmpty();
        assertThat(model.forecast(Usage.of(), 1)).isEmpty();
    }

    @Test
    void memoryBreachesWithASingleSample() {
        BreachModel.Rows rows = new BreachModel.Rows(Measure.MEMORY_BYTES, 0.5);
        BreachModel model = rows.learn(Cancellation.never());
        Usage once = Usage.of(ReplicaUsage.ofMemory("a",
                Load.every(3600, 10 * HOURS, i -> i == 9 * HOURS + 5 ? 2e9 : 1e9)));
        assertThat(model.forecast(once, 1.5e9).orElseThrow().plain()).isEqualTo((7 * (1 / 7.0) + 0.5) / 8);
        assertThat(model.forecast(once, 2.5e9).orElseThrow().plain()).isEqualTo(0.5 / 8);
    }

    @Test
    void itCanBeStoppedBetweenTrainings() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> weekly().learn(cancellation)).isInstanceOf(CancelledException.class);
    }

    @Test
    void blocksOfTwentyFourHoursEndWithTheLastSampleAndAHoleIsNoDay() {
        TimeSeries all = hourly(10, day -> day);
        TimeSeries head = all.slice(0, 100);
        TimeSeries tail = all.slice(130, all.length());
        long[] times = new long[head.length() + tail.length()];
        double[] values = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            TimeSeries from = i < head.length() ? head : tail;
            int at = i < head.length() ? i : i - head.length();
            times[i] = from.times()[at];
            values[i] = from.values()[at];
        }
        DailyUse use = DailyUse.of(List.of(new TimeSeries(times, values)));
        assertThat(use.days()).isEqualTo(10);
        assertThat(use.start(10)).isEqualTo(Load.START + 10 * Usage.DAY);
        assertThat(use.isMeasured(3)).isTrue();
        assertThat(use.isMeasured(4)).isFalse();
        assertThat(use.shareAbove(9, 8.9)).isEqualTo(1 / 24.0);
        assertThat(use.quantile(9, 1)).isEqualTo(9);
    }

    @Test
    void averagePrecisionAndBrierAreThoseOfTheBook() {
        List<BreachRow> rows = List.of(row("a", true), row("b", false), row("c", true), row("d", false));
        Forecasts ranked = new Forecasts(rows, new double[]{0.9, 0.8, 0.7, 0.1});
        // Precision 1 at the first breach, 2/3 at the second.
        assertThat(ranked.averagePrecision()).isEqualTo((1 + 2 / 3.0) / 2);
        assertThat(ranked.brier()).isEqualTo((0.01 + 0.64 + 0.09 + 0.01) / 4, within(1e-12));
        Forecasts even = new Forecasts(rows, new double[]{0.5, 0.5, 0.5, 0.5});
        assertThat(even.averagePrecision()).isEqualTo(0.5);
        assertThat(even.gain(even)).containsExactly(0, 0);
    }

    private static BreachRow row(String workload, boolean breached) {
        return new BreachRow(workload, 0, new double[BreachFeature.values().length], 0, breached);
    }
}
