import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Writes the telemetry: answers of Prometheus to `query_range`, one a metric, and the machines' use as a long CSV.
final class Telemetry {
    final List<Load> loads = Case.WORKLOADS.stream().filter(workload -> workload.load() != null).map(Load::new)
            .toList();

    void write() {
        Output.write("telemetry/container_cpu_usage_cores.json.gz",
                matrix("container_cpu_usage_seconds_total:rate5m", load -> load.cpu, Telemetry::cores));
        Output.write("telemetry/container_memory_working_set_bytes.json.gz",
                matrix("container_memory_working_set_bytes", load -> load.memory, Telemetry::bytes));
        Output.write("telemetry/kube_pod_owner.json.gz", owners());
        Output.write("telemetry/vm-usage.csv.gz", machines());
    }

    /// Millicores.
    private static String cores(double value) {
        return String.format(java.util.Locale.ROOT, "%.3f", value);
    }

    /// Whole steps of 4 MiB.
    private static String bytes(double gib) {
        return Long.toString(Math.round(gib * 256) * 4_194_304L);
    }

    private String matrix(String metric, Function<Load, double[][]> series, Function<Double, String> text) {
        List<String> result = new ArrayList<>();
        for (Load load : loads)
            for (int p = 0; p < load.pods.size(); p++) {
                Pod pod = load.pods.get(p);
                double[] values = series.apply(load)[p];
                StringBuilder samples = new StringBuilder();
                for (int i = 0; i < values.length; i++)
                    if (!Double.isNaN(values[i]))
                        samples.append(samples.isEmpty() ? "" : ",").append('[').append(seconds(i)).append(",\"")
                                .append(text.apply(values[i])).append("\"]");
                Map<String, Object> labels = Json.map("__name__", metric, "cluster", Case.CLUSTER, "namespace",
                        pod.workload().namespace(), "pod", pod.name(), "container", pod.workload().container(), "node",
                        pod.node());
                result.add(series(labels, samples.toString()));
            }
        return answer(result);
    }

    /// Two samples a pod, at its first and its last: enough to know who owned it, as kube-state-metrics would say.
    private String owners() {
        List<String> result = new ArrayList<>();
        for (Load load : loads)
            for (Pod pod : load.pods) {
                Map<String, Object> labels = Json.map("__name__", "kube_pod_owner", "cluster", Case.CLUSTER, "namespace",
                        pod.workload().namespace(), "pod", pod.name(), "owner_kind", pod.ownerKind(), "owner_name",
                        pod.ownerName(), "owner_is_controller", "true");
                result.add(series(labels, "[" + seconds(pod.from()) + ",\"1\"],[" + seconds(pod.to() - 1) + ",\"1\"]"));
            }
        return answer(result);
    }

    private static String series(Map<String, Object> labels, String samples) {
        return "{\"metric\":" + Json.compact(labels) + ",\"values\":[" + samples + "]}";
    }

    private static String answer(List<String> result) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[\n" + String.join(",\n", result)
                + "\n]}}\n";
    }

    private static long seconds(int sample) {
        return Case.TELEMETRY_START.getEpochSecond() + (long) sample * Case.STEP_SECONDS;
    }

    /// The annotation machine is off on weekends but for ten hours, as the bill says.
    private static String machines() {
        StringBuilder out = new StringBuilder("time,resource_id,metric,value\n");
        SplittableRandom random = new SplittableRandom(Case.SEED);
        for (int hour = 0; hour < 21 * 24; hour++) {
            Instant time = Case.TELEMETRY_START.plusSeconds(hour * 3600L);
            boolean weekend = time.atZone(ZoneOffset.UTC).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            int ofDay = hour % 24;
            if (!weekend || ofDay >= 8 && ofDay < 18)
                machine(out, time, Case.ANNOTATION_VM, ofDay >= 8 && ofDay < 18 ? 1.05 : 0.3, 0.25, 5.6, 0.5, random);
            machine(out, time, Case.LICENSE_VM, 2.2, 0.4, 24.6, 1.4, random);
        }
        return out.toString();
    }

    private static void machine(StringBuilder out, Instant time, String id, double cores, double more, double gib,
            double moreGib, SplittableRandom random) {
        out.append(time).append(',').append(id).append(",cpu_cores_used_max,").append(cores(cores + more * random.nextDouble()))
                .append('\n').append(time).append(',').append(id).append(",memory_gib_used,")
                .append(cores(gib + moreGib * random.nextDouble())).append('\n');
    }
}
