package io.plimsoll.analysis.anomaly.feedback;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.plimsoll.analysis.anomaly.SeriesKey;

/// Which slices lie inside the one that a planned activity names. A slice that contains it (a parent), or only crosses it, does not.
///
/// A workload is a slice of telemetry by itself. On the bill it goes by other names: the slices of its tag `app.kubernetes.io/name` and of a resource
/// called like it are inside.
final class Inside {
    static final String WORKLOAD = "workload";
    private static final String NAME = "tag:app.kubernetes.io/name";
    private static final Set<String> NAMES = Set.of(NAME, "ResourceName", "ResourceId");
    private static final String NAMESPACE = "tag:kubernetes-namespace";

    private Inside() {
    }

    static boolean covers(SeriesKey where, SeriesKey slice) {
        return where.dimensions().entrySet().stream()
                .allMatch(each -> each.getKey().equals(WORKLOAD)
                        ? isWorkload(each.getValue(), slice.dimensions())
                        : each.getValue().equals(slice.dimensions().get(each.getKey())));
    }

    /// The slice of the bill that carries a workload's name and namespace as tags; any other slice as it is.
    static SeriesKey onBill(SeriesKey where) {
        String workload = where.dimensions().get(WORKLOAD);
        if (workload == null) {
            return where;
        }
        String[] planned = parts(workload);
        Map<String, String> tags = new TreeMap<>(where.dimensions());
        tags.remove(WORKLOAD);
        tags.put(NAME, planned[2]);
        if (!planned[0].isEmpty()) {
            tags.put(NAMESPACE, planned[0]);
        }
        return new SeriesKey(tags);
    }

    private static boolean isWorkload(String workload, Map<String, String> slice) {
        String called = slice.get(WORKLOAD);
        String[] planned = parts(workload);
        if (called != null) {
            String[] parts = parts(called);
            return planned[2].equals(parts[2]) && agree(planned[1], parts[1]) && agree(planned[0], parts[0]);
        }
        return agree(planned[0], slice.getOrDefault(NAMESPACE, ""))
                && NAMES.stream().anyMatch(each -> planned[2].equals(slice.get(each)));
    }

    private static boolean agree(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /// Namespace, kind and name of `namespace/kind/name`, `namespace/name` or `name`.
    private static String[] parts(String workload) {
        String[] parts = workload.split("/", -1);
        int last = parts.length - 1;
        return new String[]{last > 0 ? parts[0] : "", last > 1 ? parts[1] : "", parts[last]};
    }
}
