package io.plimsoll.analysis.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.bench.FleetWorkload.Pod;

/// Telemetry of a made-up fleet as Prometheus answers `query_range`: CPU and memory of every container each five minutes, and once a
/// day what it requests, what limits it and who owns its pod. The same number of workloads and days gives the same bytes.
///
/// Workloads differ in size by three orders, in rhythm of day and week, in bursts, levels and leaks; some have several pods, were
/// rolled out in between, are short or full of gaps (`FleetWorkload`).
public final class FleetTelemetry {
    /// A Monday, 00:00 UTC.
    static final long START = 1_748_822_400L;
    private static final long STEP = 300;
    private static final long DAY = 86_400;
    private static final int WORKLOADS_A_FILE = 250;

    private FleetTelemetry() {
    }

    /// Writes the files into a folder that is made if need be.
    ///
    /// @return how many samples of CPU were written; of memory there are as many
    public static long write(Path folder, int workloads, int days) throws IOException {
        Files.createDirectories(folder);
        long samples = 0;
        for (int from = 0; from < workloads; from += WORKLOADS_A_FILE) {
            List<FleetWorkload> part = new ArrayList<>();
            for (int i = from; i < Math.min(workloads, from + WORKLOADS_A_FILE); i++) {
                part.add(FleetWorkload.of(i, days));
            }
            String number = String.format(Locale.ROOT, "%03d.json", from / WORKLOADS_A_FILE);
            try (Answer cpu = new Answer(folder.resolve("cpu-" + number));
                    Answer memory = new Answer(folder.resolve("memory-" + number));
                    Answer sizes = new Answer(folder.resolve("sizes-" + number))) {
                for (FleetWorkload each : part) {
                    samples += use(each, cpu, memory);
                    sizes(each, sizes);
                }
            }
        }
        return samples;
    }

    private static long use(FleetWorkload workload, Answer cpu, Answer memory) throws IOException {
        long samples = 0;
        for (Pod pod : workload.pods()) {
            cpu.series("node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate", labels(pod, ""));
            memory.series("container_memory_working_set_bytes", labels(pod, ""));
            FleetWorkload.Use use = workload.use(pod);
            for (long at = pod.from(); at < pod.to(); at += STEP) {
                use.next(at);
                if (use.isSeen()) {
                    cpu.sample(at, use.microcores(), 6);
                    memory.sample(at, use.bytes(), 0);
                    samples++;
                }
            }
        }
        return samples;
    }

    private static void sizes(FleetWorkload workload, Answer sizes) throws IOException {
        for (Pod pod : workload.pods()) {
            String requests = "kube_pod_container_resource_requests";
            String limits = "kube_pod_container_resource_limits";
            daily(sizes, pod, requests, "cpu\",\"unit\":\"core", workload.milliRequest(), 3);
            daily(sizes, pod, requests, "memory\",\"unit\":\"byte", workload.memoryRequest(), 0);
            if (workload.isLimited()) {
                daily(sizes, pod, limits, "cpu\",\"unit\":\"core", 2 * workload.milliRequest(), 3);
                daily(sizes, pod, limits, "memory\",\"unit\":\"byte", workload.memoryRequest(), 0);
            }
            sizes.series("kube_pod_owner", labels(pod,
                    ",\"owner_kind\":\"" + pod.ownerKind() + "\",\"owner_name\":\"" + pod.ownerName() + "\""));
            sizes.sample(pod.from(), 1, 0);
        }
    }

    private static void daily(Answer sizes, Pod pod, String metric, String resource, long value, int decimals)
            throws IOException {
        sizes.series(metric, labels(pod, ",\"resource\":\"" + resource + "\""));
        for (long at = pod.from(); at < pod.to(); at += DAY) {
            sizes.sample(at, value, decimals);
        }
    }

    private static String labels(Pod pod, String more) {
        return "\"cluster\":\"prod\",\"namespace\":\"" + pod.namespace() + "\",\"pod\":\"" + pod.name()
                + "\",\"container\":\"" + pod.container() + "\"" + more;
    }

    /// One file. Numbers are written by hand: there are eighty million of them.
    private static final class Answer implements AutoCloseable {
        private final OutputStream out;
        private final byte[] digits = new byte[24];
        private boolean hasSeries;
        private boolean hasSample;

        Answer(Path file) throws IOException {
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            text("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        }

        void series(String metric, String labels) throws IOException {
            text((hasSeries ? "]},\n" : "\n") + "{\"metric\":{\"__name__\":\"" + metric + "\"," + labels
                    + "},\"values\":[");
            hasSeries = true;
            hasSample = false;
        }

        /// @param scaled the value without its point
        void sample(long at, long scaled, int decimals) throws IOException {
            out.write(hasSample ? ',' : ' ');
            hasSample = true;
            out.write('[');
            number(at, 0);
            out.write(',');
            out.write('"');
            number(scaled, decimals);
            out.write('"');
            out.write(']');
        }

        private void number(long scaled, int decimals) throws IOException {
            int at = digits.length;
            long rest = scaled;
            for (int place = 0; rest > 0 || place <= decimals; place++) {
                if (place == decimals && decimals > 0) {
                    digits[--at] = '.';
                }
                digits[--at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
            out.write(digits, at, digits.length - at);
        }

        private void text(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            text((hasSeries ? "]}" : "") + "\n]}}\n");
            out.close();
        }
    }
}
