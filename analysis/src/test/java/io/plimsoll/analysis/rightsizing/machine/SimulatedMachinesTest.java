package io.plimsoll.analysis.rightsizing.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.rightsizing.ReplicaUsage;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

/// 25 machines with a known answer: chosen on the first half of the telemetry, judged by what the second half needed.
class SimulatedMachinesTest {
    private static final String FOLDER = "joint/sim-dev/";

    @Test
    void nearlyAllOfTheOraclesSavingAndNoMachineTooSmall() throws IOException {
        List<VmType> types = types();
        Map<String, Usage> telemetry = telemetry();
        double reached = 0;
        double possible = 0;
        List<String> tooSmall = new ArrayList<>();
        for (String[] truth : cells(FOLDER + "TRUTH-rightsizing.csv")) {
            VmType current = types.stream().filter(type -> type.name().equals(truth[3])
                    && type.provider().equals(truth[1])).findFirst().orElseThrow();
            Usage.Split half = telemetry.get(truth[0]).split(0.5);
            VmAdvice ours = VmAdvisor.of(types, VmRule.USUAL).advise(truth[0], current, half.training());
            VmNeed need = judged(VmRule.USUAL.need(half.heldBack()));
            VmType best = types.stream().filter(type -> type.provider().equals(current.provider()) && need.metBy(type))
                    .min((a, b) -> a.pricePerHour().compareTo(b.pricePerHour())).orElse(current);
            possible += Math.max(0, saving(current, best));
            reached += saving(current, ours.proposed());
            if (!ours.proposed().equals(current) && !need.metBy(ours.proposed())) {
                tooSmall.add(truth[0]);
            }
        }
        System.out.printf("reached %.2f of %.2f a month, %.1f %%; too small: %d%n", reached, possible,
                100 * reached / possible, tooSmall.size());
        assertThat(tooSmall).isEmpty();
        assertThat(reached).isGreaterThanOrEqualTo(0.9 * possible);
    }

    /// A half without CPU samples can't judge CPU; the truth's least need is half a core.
    private static VmNeed judged(VmNeed need) {
        return new VmNeed(Double.isNaN(need.vcpu()) ? 0.5 : Math.max(0.5, need.vcpu()), need.memoryGib());
    }

    private static double saving(VmType from, VmType to) {
        return from.pricePerHour().minus(to.pricePerHour()).times(ResourceRates.MONTH_HOURS).amount().doubleValue();
    }

    private static List<VmType> types() throws IOException {
        List<VmType> types = new ArrayList<>();
        for (String[] cells : cells(FOLDER + "candidate-types.csv")) {
            types.add(VmType.named(cells[0], cells[1], Double.parseDouble(cells[2]), Double.parseDouble(cells[3]),
                    Money.of(cells[4], "USD")));
        }
        return types;
    }

    private static Map<String, Usage> telemetry() throws IOException {
        Map<String, TreeMap<Long, Double>> cpu = new TreeMap<>();
        Map<String, TreeMap<Long, Double>> memory = new TreeMap<>();
        for (String[] cells : cells(FOLDER + "telemetry-hourly.csv.gz")) {
            long time = Instant.parse(cells[0]).getEpochSecond();
            if (cells[2].equals("cpu_cores_used_max")) {
                cpu.computeIfAbsent(cells[1], id -> new TreeMap<>()).put(time, Double.parseDouble(cells[3]));
            } else if (cells[2].equals("memory_gib_used_max")) {
                memory.computeIfAbsent(cells[1], id -> new TreeMap<>()).put(time,
                        Double.parseDouble(cells[3]) * (1L << 30));
            }
        }
        Map<String, Usage> usages = new TreeMap<>();
        memory.forEach((id, bytes) -> usages.put(id,
                Usage.of(new ReplicaUsage(id, series(cpu.getOrDefault(id, new TreeMap<>())), series(bytes)))));
        return usages;
    }

    private static TimeSeries series(TreeMap<Long, Double> samples) {
        return new TimeSeries(samples.keySet().stream().mapToLong(Long::longValue).toArray(),
                samples.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<String[]> cells(String file) throws IOException {
        Path path = SharedData.path(file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
