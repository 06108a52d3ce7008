package io.plimsoll.analysis.allocation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.read.CsvRecords;
import io.plimsoll.analysis.workspace.ForeignInput;

/// By which keys shared services are paid: a CSV `service,consumer,weight`. Both are a namespace, `namespace/workload`, or for a
/// service `__control-plane__`. A consumer may be a service itself and hands on what it gets; in a circle nobody would pay in the end, so
/// that is refused.
///
/// @param byService consumer to weight, by service; a service comes after all that give to it
public record SharedKeys(Map<String, Map<String, BigDecimal>> byService) {
    public static final SharedKeys NONE = new SharedKeys(Map.of());
    private static final List<String> COLUMNS = List.of("service", "consumer", "weight");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{1,18})?");

    /// @param file CSV with the header `service,consumer,weight`, also packed
    /// @throws StepFailure FILE_MISSING, FILE_NOT_READABLE, FILE_EMPTY, FILE_DAMAGED, FILE_BOMB, FILE_ENCODING, FILE_TRUNCATED;
    ///                     MISSING_COLUMN, ROW_UNREADABLE, ROW_TWICE, KEYS_CYCLE
    public static SharedKeys read(Path file) {
        Map<String, Map<String, BigDecimal>> keys = new LinkedHashMap<>();
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            CsvRecords records = new CsvRecords(in, file.toString());
            List<Integer> columns = columns(records.next(), file);
            for (List<String> row = records.next(); row != null; row = records.next()) {
                add(keys, row, columns, file + ", line " + records.line());
            }
        } catch (IOException e) {
            throw ForeignInput.damaged(file, String.valueOf(e.getMessage()), e);
        }
        if (keys.isEmpty()) {
            throw StepFailure.badInput("FILE_EMPTY", file + " has no keys.",
                    "Give a row for each service and consumer.");
        }
        return of(keys);
    }

    private static List<Integer> columns(@Nullable List<String> header, Path file) {
        List<String> names = header == null
                ? List.of()
                : header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        if (!names.containsAll(COLUMNS)) {
            throw StepFailure.badInput("MISSING_COLUMN", file + " has no column "
                    + String.join(", ", COLUMNS.stream().filter(name -> !names.contains(name)).toList()) + ".",
                    "Keys need the columns " + String.join(", ", COLUMNS) + ".");
        }
        return COLUMNS.stream().map(names::indexOf).toList();
    }

    private static void add(Map<String, Map<String, BigDecimal>> keys, List<String> row, List<Integer> columns,
            String place) {
        List<String> cells = columns.stream().map(index -> index < row.size() ? row.get(index).strip() : "").toList();
        String weight = cells.get(2);
        if (cells.get(0).isEmpty() || cells.get(1).isEmpty()) {
            throw unreadable(place, cells.get(0).isEmpty() ? "service is missing" : "consumer is missing");
        }
        if (!NUMBER.matcher(weight).matches() || new BigDecimal(weight).signum() == 0) {
            throw unreadable(place, "weight is not a number above 0: " + weight);
        }
        if (keys.computeIfAbsent(cells.get(0), service -> new LinkedHashMap<>()).putIfAbsent(cells.get(1),
                new BigDecimal(weight)) != null) {
            throw StepFailure.badInput("ROW_TWICE", place + ": " + cells.get(0) + " has a key for " + cells.get(1)
                    + " already.", "Leave one of the two out.");
        }
    }

    private static StepFailure unreadable(String place, String reason) {
        return StepFailure.badInput("ROW_UNREADABLE", place + ": " + reason + ".",
                "Correct the line. Nothing was allocated.");
    }

    /// @throws StepFailure KEYS_CYCLE
    public static SharedKeys of(Map<String, Map<String, BigDecimal>> keys) {
        Map<String, Map<String, BigDecimal>> ordered = new LinkedHashMap<>();
        List<String> done = new ArrayList<>();
        keys.keySet().forEach(service -> visit(service, keys, new LinkedHashSet<>(), done));
        done.reversed().forEach(service -> ordered.put(service, Map.copyOf(keys.getOrDefault(service, Map.of()))));
        return new SharedKeys(Collections.unmodifiableMap(ordered));
    }

    private static void visit(String service, Map<String, Map<String, BigDecimal>> keys, SequencedSet<String> path,
            List<String> done) {
        if (!path.add(service)) {
            throw StepFailure.badInput("KEYS_CYCLE",
                    "The keys go in a circle: " + String.join(" > ", path) + " > " + service + ".",
                    "Take one of these keys out; a service can't pay for itself in the end.");
        }
        if (!done.contains(service)) {
            keys.getOrDefault(service, Map.of()).keySet().forEach(consumer -> keys.keySet().stream()
                    .filter(other -> meet(consumer, other, keys.keySet()))
                    .forEach(other -> visit(other, keys, path, done)));
            done.add(service);
        }
        path.remove(service);
    }

    /// Whether what a consumer gets is a service's to hand on: they are the same, or one is in the other and has no keys of its own.
    private static boolean meet(String consumer, String service, Set<String> services) {
        return consumer.equals(service) || service.startsWith(consumer + "/")
                || consumer.startsWith(service + "/") && !services.contains(consumer);
    }

    /// In the order in which they have to be handed on.
    public List<String> services() {
        return List.copyOf(byService.keySet());
    }

    /// In a fixed order.
    public Map<String, BigDecimal> consumers(String service) {
        return new TreeMap<>(byService.getOrDefault(service, Map.of()));
    }

    /// By whose keys a tenant's cost is handed on: the workload's own, else its namespace's.
    public Optional<String> serviceOf(Tenant tenant) {
        if (tenant.kind() == Tenant.Kind.CONTROL_PLANE) {
            return Optional.of(tenant.name()).filter(byService::containsKey);
        }
        if (!tenant.works() || tenant.namespace().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(tenant.title()).filter(byService::containsKey)
                .or(() -> Optional.of(tenant.namespace()).filter(byService::containsKey));
    }

    /// Whether a name of the file means a tenant.
    public static boolean names(String name, Tenant tenant) {
        return tenant.works() && !tenant.namespace().isEmpty()
                && (name.equals(tenant.namespace()) || name.equals(tenant.title()));
    }
}
