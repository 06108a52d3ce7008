package io.plimsoll.analysis.change.message;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.Evidence;

/// The first line: `finops(web): cpu 4→2, replicas 9→3 (-$412/mo est.)`.
final class Subject {
    private static final int LONGEST = 100;

    private Subject() {
    }

    static String of(List<EditPreview> edits, @Nullable String end) {
        Set<String> workloads = new LinkedHashSet<>();
        edits.forEach(edit -> workloads.add(edit.intent().workload()));
        workloads.remove("");
        String scope = workloads.isEmpty()
                ? ""
                : "(" + (workloads.size() > 2
                        ? workloads.size() + " workloads"
                        : String.join(", ", workloads)) + ")";
        List<String> parts = parts(edits);
        String tail = end == null ? "" : " (" + end + ")";
        for (int shown = parts.size();; shown--) {
            String more = shown == parts.size() ? "" : (shown == 0 ? "" : ", ") + (parts.size() - shown) + " more";
            String line = "finops" + scope + ": " + String.join(", ", parts.subList(0, shown)) + more + tail;
            if (line.length() <= LONGEST || shown == 0) {
                return line;
            }
        }
    }

    /// A request and a limit that move alike are told once, as are equal changes of several containers.
    private static List<String> parts(List<EditPreview> edits) {
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (EditPreview edit : edits) {
            String base = edit.label().replaceAll("-(request|limit)$", "");
            String change = base + "\0" + text(edit.before()) + "→" + text(edit.applied().after());
            labels.computeIfAbsent(change, key -> new LinkedHashSet<>()).add(edit.label());
        }
        List<String> parts = new ArrayList<>();
        labels.forEach((change, names) -> {
            String[] both = change.split("\0", 2);
            String label = names.size() > 1 ? both[0] : names.iterator().next();
            parts.add(label.replace('-', ' ') + " " + both[1]);
        });
        return parts;
    }

    private static String text(@Nullable String value) {
        return value == null || value.isEmpty() ? "none" : value;
    }

    /// A saving counts down: what is paid less.
    static @Nullable String saving(Evidence.@Nullable Saving saving) {
        if (saving == null) {
            return null;
        }
        BigDecimal cost = saving.perMonth().amount().negate().setScale(0, RoundingMode.HALF_EVEN);
        String sign = cost.signum() > 0 ? "+" : cost.signum() < 0 ? "-" : "";
        String amount = cost.abs().toPlainString();
        String currency = saving.perMonth().currency();
        return sign + (currency.equals("USD") ? "$" + amount : amount + " " + currency) + "/mo est.";
    }
}
