package io.plimsoll.analysis.rightsizing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.LatencyAnswer.State;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// A queue with four servers of 50 ms each (M/M/4), measured with a spread of 15 %, its load swinging over the day.
class LatencyModelTest {
    private static final int SERVERS = 4;
    private static final double SERVICE = 0.05;
    private static final Size FOUR = new Size(4, OptionalDouble.empty(), 0, 0, 1);

    @TempDir
    Path folder;

    /// Mean time in an M/M/c queue (Erlang 1917).
    static double response(int servers, double utilisation) {
        double load = servers * utilisation;
        double term = 1;
        double sum = 1;
        for (int i = 1; i < servers; i++) {
            term *= load / i;
            sum += term;
        }
        double last = term * load / servers / (1 - utilisation);
        double waits = last / (sum + last);
        return SERVICE + waits * SERVICE / (servers * (1 - utilisation));
    }

    private static double utilisation(int i) {
        return 0.45 + 0.3 * Math.sin(2 * Math.PI * i / Load.DAY_SAMPLES) + 0.04 * Math.sin(i * 0.7);
    }

    private static TimeSeries cpu(int days) {
        return Load.every(300, days * Load.DAY_SAMPLES, i -> SERVERS * utilisation(i));
    }

    private static TimeSeries latency(int days) {
        Random random = new Random(7);
        return Load.every(300, days * Load.DAY_SAMPLES,
                i -> response(SERVERS, utilisation(i)) * Math.exp(0.15 * random.nextGaussian()));
    }

    private static LatencyModel model(int days, OptionalLong since) {
        return LatencyModel.of(Usage.of(ReplicaUsage.ofCpu("a", cpu(days))), FOUR, "p95", Map.of("a", latency(days)),
                since);
    }

    private static WhatIfInput cores(double cores, double growth) {
        return new WhatIfInput(cores, OptionalDouble.empty(), 0, 0, 1, growth);
    }

    @Test
    void onDaysItDidNotSeeTheCurveIsCloseAndItsRangeHoldsFourFifths() {
        TimeSeries seen = cpu(10);
        TimeSeries slow = latency(14);
        LatencyModel model = LatencyModel.of(Usage.of(ReplicaUsage.ofCpu("a", seen)), FOUR, "p95",
                Map.of("a", slow.slice(0, seen.length())), OptionalLong.empty());
        double busy = model.current().utilisation();
        int inside = 0;
        int judged = 0;
        double worst = 0;
        for (int i = seen.length(); i < slow.length(); i++) {
            // A growth that makes the busy time as busy as this moment.
            LatencyAnswer answer = model.answer(cores(4, utilisation(i) / busy));
            if (answer.known()) {
                judged++;
                inside += slow.values()[i] >= answer.low() && slow.values()[i] <= answer.high() ? 1 : 0;
                worst = Math.max(worst, Math.abs(answer.seconds() / response(SERVERS, utilisation(i)) - 1));
            }
        }
        System.out.printf(Locale.ROOT,
                "M/M/4, 4 days held back: %d of %d answered, %.1f %% inside, worst %.1f %% off%n",
                judged, slow.length() - seen.length(), 100.0 * inside / judged, 100 * worst);
        assertThat(judged).isGreaterThan(1000);
        assertThat((double) inside / judged).isBetween(0.76, 0.84);
        assertThat(worst).isLessThan(0.12);
    }

    @Test
    void aSmallerSizeIsSlowerAsFarAsThatWasSeenAndNeverBeyond() {
        LatencyModel model = model(14, OptionalLong.empty());
        LatencyAnswer now = model.current();
        LatencyAnswer roomy = model.answer(cores(6, 1));
        LatencyAnswer half = model.answer(cores(2, 1));
        assertThat(now.state()).isEqualTo(State.KNOWN);
        assertThat(now.seconds()).isGreaterThan(roomy.seconds());
        assertThat(now.seconds()).isCloseTo(response(SERVERS, now.utilisation()), within(0.006));
        assertThat(now.low()).isLessThan(now.seconds());
        assertThat(now.high()).isGreaterThan(now.seconds());
        assertThat(half.state()).isEqualTo(State.NOT_SEEN);
        assertThat(half.seconds()).isNaN();
        assertThat(half.sentence()).startsWith("Not seen: at busy times 151 %");
        assertThat(model.answer(cores(40, 1)).state()).isEqualTo(State.NOT_SEEN);
        assertThat(model.answer(cores(40, 1)).sentence()).contains("less than the lowest measured");
    }

    /// What the assumption costs: three servers queue longer than four at the same utilisation.
    @Test
    void fewerServersQueueLongerThanTheSameUtilisationSays() {
        System.out.printf(Locale.ROOT, "M/M/3 against M/M/4 at 70 %%: %.2f%n", response(3, 0.7) / response(4, 0.7));
        assertThat(response(3, 0.7) / response(4, 0.7)).isBetween(1.05, 1.25);
    }

    @Test
    void whatIsMissingIsSaidByCode() {
        Usage usage = Usage.of(ReplicaUsage.ofCpu("a", cpu(14)));
        assertThat(LatencyModel.of(usage, FOUR, "", Map.of(), OptionalLong.empty()).current().state())
                .isEqualTo(State.NO_LATENCY_DATA);
        assertThat(LatencyModel.of(Usage.of(), FOUR, "p95", Map.of("a", latency(1)), OptionalLong.empty()).current()
                .state()).isEqualTo(State.NO_CPU_DATA);
        assertThat(LatencyModel.of(usage, Size.unset(1), "p95", Map.of("a", latency(14)), OptionalLong.empty())
                .current().state()).isEqualTo(State.NO_REQUEST);
        LatencyModel recent = model(14, OptionalLong.of(Load.START + 14 * Usage.DAY - 3600));
        assertThat(recent.current().state()).isEqualTo(State.TOO_FEW_POINTS);
        assertThat(recent.isReady()).isFalse();
        assertThat(recent.current().sentence()).contains("together 12 times");
        assertThat(model(14, OptionalLong.empty()).answer(cores(0, 1)).state()).isEqualTo(State.NO_REQUEST);
    }

    @Test
    void latencyOfTheWholeServiceIsHeldAgainstTheMeanOfItsReplicas() {
        TimeSeries busy = Load.every(300, 2000, i -> SERVERS * Math.min(0.9, utilisation(i) + 0.1));
        TimeSeries idle = Load.every(300, 2000, i -> SERVERS * Math.max(0, utilisation(i) - 0.1));
        LatencyModel model = LatencyModel.of(
                Usage.of(ReplicaUsage.ofCpu("a", busy), ReplicaUsage.ofCpu("b", idle)), FOUR.withReplicas(2), "mean",
                Map.of("", latency(7)), OptionalLong.empty());
        assertThat(model.isReady()).isTrue();
        assertThat(model.measured()).isEqualTo("mean");
    }

    @Test
    @Tag("bench")
    void anAnswerTakesMicroseconds() {
        LatencyModel model = model(30, OptionalLong.empty());
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += model.answer(cores(3 + i % 100 / 50.0, 1)).utilisation();
        }
        long start = System.nanoTime();
        for (int i = 0; i < 20_000; i++) {
            sum += model.answer(cores(3 + i % 100 / 50.0, 1)).utilisation();
        }
        double micros = (System.nanoTime() - start) / 1e3 / 20_000;
        System.out.printf(Locale.ROOT, "a latency answer: %.1f µs (%.0f)%n", micros, sum);
        assertThat(micros).isLessThan(200);
    }

    @Test
    void importedLatencyAnswersForItsWorkload() throws IOException {
        StringBuilder text = new StringBuilder();
        TimeSeries use = cpu(3);
        TimeSeries slow = latency(3);
        for (int i = 0; i < use.length(); i++) {
            long time = use.times()[i];
            text.append("cpu_cores{namespace=\"shop\",pod=\"api-0\",container=\"api\"} ").append(use.values()[i])
                    .append(' ').append(time).append(".000\n");
            text.append("kube_pod_container_resource_requests{namespace=\"shop\",pod=\"api-0\",container=\"api\","
                    + "resource=\"cpu\"} 4 ").append(time).append(".000\n");
            for (String quantile : List.of("0.5", "0.95")) {
                text.append("http_request_duration_seconds{namespace=\"shop\",pod=\"api-0\",path=\"/\",quantile=\"")
                        .append(quantile).append("\"} ")
                        .append(slow.values()[i] * (quantile.equals("0.5") ? 0.4 : 1)).append(' ')
                        .append(time).append(".000\n");
            }
        }
        Path file = folder.resolve("api.om.txt");
        Files.writeString(file, text.append("# EOF\n"));
        try (Workbench workbench = Workbench.openOrCreate(folder.resolve("workspace"))) {
            workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE, Cancellation.never());
            LatencyModel model = workbench.rightsizing().outlook().latency("shop/api", Cancellation.never());
            assertThat(model.measured()).isEqualTo("p95");
            assertThat(model.current().state()).isEqualTo(State.KNOWN);
            assertThat(model.current().seconds()).isCloseTo(response(SERVERS, model.current().utilisation()),
                    within(0.008));
            assertThat(workbench.rightsizing().outlook().latency("shop/api", Cancellation.never())).isSameAs(model);
        }
    }
}
