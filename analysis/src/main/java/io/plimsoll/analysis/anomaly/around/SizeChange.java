package io.plimsoll.analysis.anomaly.around;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Quantity;

/// What a commit made of the replicas and the size of one workload.
final class SizeChange {
    private static final String REPLICAS = "replicas";
    private static final List<String> SIZES = List.of("cpu", "memory");
    private static final Duration EARLIEST = Duration.ofDays(2);

    private final CommitFact commit;
    private final Map<String, FieldChange> changes;

    private SizeChange(CommitFact commit, Map<String, FieldChange> changes) {
        this.commit = commit;
        this.changes = changes;
    }

    /// The first of some commits that changed a size of one of the workloads shortly before or on an event's first day.
    ///
    /// @param commits likeliest first
    /// @param names   of the workloads
    static Optional<SizeChange> of(List<CommitFact> commits, Collection<String> names, Instant event) {
        return commits.stream().filter(each -> !each.time().isBefore(event.minus(EARLIEST)))
                .map(each -> new SizeChange(each, sizes(each, names))).filter(each -> !each.changes.isEmpty())
                .findFirst();
    }

    /// A field that a commit changed twice, differently, is left out.
    private static Map<String, FieldChange> sizes(CommitFact commit, Collection<String> names) {
        Map<String, FieldChange> found = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (FieldChange each : commit.changes()) {
            boolean sizing = each.field().equals(REPLICAS) || SIZES.contains(each.field());
            if (sizing && names.contains(each.workload()) && level(each.oldValue()).signum() > 0
                    && level(each.newValue()).signum() > 0) {
                FieldChange other = found.putIfAbsent(each.field(), each);
                if (other != null && !(other.oldValue() + other.newValue()).equals(each.oldValue() + each.newValue())) {
                    twice.add(each.field());
                }
            }
        }
        found.keySet().removeAll(twice);
        return found;
    }

    private static BigDecimal level(String value) {
        try {
            return Quantity.parse(value).value();
        } catch (IllegalArgumentException e) {
            return BigDecimal.ZERO;
        }
    }

    /// Replicas alone, sizes alone, and replicas times sizes.
    List<Driver> drivers(Days over) {
        List<Driver> all = new ArrayList<>();
        FieldChange replicas = changes.get(REPLICAS);
        if (replicas != null) {
            all.add(driver(List.of(replicas), over));
        }
        for (String size : SIZES) {
            FieldChange change = changes.get(size);
            if (change != null) {
                all.add(driver(List.of(change), over));
                if (replicas != null) {
                    all.add(driver(List.of(replicas, change), over));
                }
            }
        }
        return all;
    }

    private Driver driver(List<FieldChange> held, Days over) {
        BigDecimal from = BigDecimal.ONE;
        BigDecimal to = BigDecimal.ONE;
        for (FieldChange each : held) {
            from = from.multiply(level(each.oldValue()));
            to = to.multiply(level(each.newValue()));
        }
        String name = String.join(" x ", held.stream().map(FieldChange::field).toList());
        return Driver.step(name, words(held, true),
                words(held, true) + " to " + words(held, false) + " (commit " + commit.shortId() + ")", from, to,
                commit.time(), over);
    }

    /// `3 replicas of 2 cpu`
    private static String words(List<FieldChange> held, boolean old) {
        return String.join(" of ", held.stream().map(each -> {
            String value = old ? each.oldValue() : each.newValue();
            return value + " " + (each.path().contains(".executor.") && each.field().equals(REPLICAS)
                    ? "executors"
                    : each.field());
        }).toList());
    }
}
