package io.plimsoll.analysis.rightsizing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.rightsizing.capacity.MigProfile;
import io.plimsoll.analysis.rightsizing.current.LabelledSeries;
import io.plimsoll.analysis.rightsizing.current.MeasuredGpus;
import io.plimsoll.analysis.series.TimeSeries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// What is said of idle GPUs holds on real ones: those of pods that serve generated images, a sample a minute for a day (GenTD26).
@Tag("slow")
class ServingGpusTest {
    private static final int LONG_ENOUGH = 1200;

    @Test
    void theGpusOfAServingFleetAreIdleMostOfTheDay() throws IOException {
        Map<String, TimeSeries> duty = series("pod_gpu_duty_cycle_anon.csv.gz", 0.01);
        Map<String, TimeSeries> memory = series("pod_gpu_memory_used_bytes_anon.csv.gz", 1);
        List<GpuUse> uses = new ArrayList<>();
        duty.forEach((pod, share) -> {
            if (share.length() >= LONG_ENOUGH) {
                uses.add(MeasuredGpus.of(List.of(labelled(pod, share)),
                        memory.containsKey(pod) ? List.of(labelled(pod, memory.get(pod))) : List.of()).orElseThrow());
            }
        });
        double idle = uses.stream().mapToDouble(GpuUse::idleShare).sorted().skip(uses.size() / 2).findFirst()
                .orElseThrow();
        long sliced = uses.stream()
                .filter(each -> MigProfile.smallest("NVIDIA A100-SXM4-80GB", "", each.highShare(), each.memoryHigh())
                        .isPresent())
                .count();
        System.out.printf(
                "%d pods, median idle %.1f %%, %d idle half of the time, %d would fit a slice of an A100 80 GB%n",
                uses.size(), 100 * idle, uses.stream().filter(each -> each.idleShare() >= 0.5).count(), sliced);
        assertThat(uses).hasSize(98);
        // Counted with another program.
        assertThat(idle).isCloseTo(0.72, within(0.005));
        assertThat(uses).allMatch(each -> each.gpus() == 1 && each.memoryHigh() > 0 && each.memoryHigh() < 52e9);
    }

    private static LabelledSeries labelled(String pod, TimeSeries series) {
        return new LabelledSeries(pod, "pod_gpu_duty_cycle", Map.of(), series);
    }

    private static Map<String, TimeSeries> series(String file, double factor) throws IOException {
        Path path = SharedData.path("telemetry/alibaba-genai-2026/" + file);
        Map<String, TreeMap<Long, Double>> samples = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            List<String> header = List.of(reader.readLine().split(",", -1));
            int time = header.indexOf("timestamp_anon");
            int value = header.indexOf("value");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                samples.computeIfAbsent(cells[header.indexOf("container_ip")], pod -> new TreeMap<>())
                        .put((long) Double.parseDouble(cells[time]), Double.parseDouble(cells[value]) * factor);
            }
        }
        Map<String, TimeSeries> found = new TreeMap<>();
        samples.forEach(
                (pod, all) -> found.put(pod, new TimeSeries(all.keySet().stream().mapToLong(Long::longValue).toArray(),
                        all.values().stream().mapToDouble(Double::doubleValue).toArray())));
        return found;
    }
}
