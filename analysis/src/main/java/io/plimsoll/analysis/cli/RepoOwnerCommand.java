package io.plimsoll.analysis.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.BlastRadius;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadMap;

@Command(name = "owner", description = "Where a field of a workload is written in the clone's HEAD, who shares it, and what those cost.")
final class RepoOwnerCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "WORKLOAD", description = "A name, or namespace/name.")
    String workload = "";

    @Parameters(index = "1", paramLabel = "FIELD", description = "As the knob of `manifest knobs`, such as cpu-request.")
    String field = "";

    @Override
    public int run(CliContext context) {
        context.workbench().repository().gone().ifPresent(gone -> {
            throw gone;
        });
        WorkloadMap map = context.workbench().workloadMap(Cancellation.never());
        List<Workload> found = map.named(workload);
        if (found.isEmpty()) {
            throw StepFailure.wrongUsage("WORKLOAD_UNKNOWN", "There is no workload " + workload + ".",
                    "See: plimsoll workloads");
        }
        List<OwnedField> owned = owned(found);
        DeclaredWorkload declared = found.stream().map(Workload::manifest).filter(Objects::nonNull).findFirst()
                .orElseThrow();
        Map<Origin, List<OverlayWay>> byOrigin = new HashMap<>();
        ArrayNode list = context.array();
        for (OwnedField each : owned) {
            BlastRadius radius = BlastRadius.of(map, each.origin());
            boolean told = byOrigin.containsKey(each.origin());
            List<OverlayWay> ways = byOrigin.computeIfAbsent(each.origin(), origin -> OverlayWay.of(declared, each));
            if (context.json()) {
                ObjectNode object = list.addObject();
                put(object, each, radius);
                ArrayNode patches = object.putArray("patches");
                ways.forEach(way -> way.put(patches.addObject()));
            } else {
                print(context, each, radius);
                if (!told) {
                    ways.forEach(way -> context.print("    " + way.text()));
                }
            }
        }
        if (context.json()) {
            context.print(list);
        }
        return 0;
    }

    /// Of all roots that bring it.
    private List<OwnedField> owned(List<Workload> found) {
        List<OwnedField> all = found.stream().map(Workload::manifest).filter(Objects::nonNull)
                .flatMap(declared -> declared.owned().stream()).distinct().toList();
        List<OwnedField> owned = all.stream().filter(each -> each.field().equals(field)).toList();
        if (owned.isEmpty()) {
            String known = all.stream().map(OwnedField::field).distinct().sorted().collect(Collectors.joining(", "));
            throw StepFailure.checkFailed("NO_OWNER", "Nothing in the clone is known to set the " + field + " of "
                    + workload + ".",
                    known.isEmpty()
                            ? "See what could not be followed: plimsoll manifest trace CLONE"
                            : "Fields that are known: " + known);
        }
        return owned;
    }

    private static void print(CliContext context, OwnedField field, BlastRadius radius) {
        String container = field.container().isEmpty() ? "" : " of " + field.container();
        context.print(field.field() + container + " = " + field.value() + " in " + field.root());
        context.print("  written at " + field.origin());
        field.shadowed().forEach(each -> context.print("  without effect: " + each));
        if (!field.note().isEmpty()) {
            context.print("  " + field.note());
        }
        if (!field.sharedBy().isEmpty()) {
            context.print("  shared by " + String.join(", ", field.sharedBy()));
        }
        context.print("  reaches " + reach(radius));
        context.print(field.sharedBy().isEmpty()
                ? "  an edit there changes nothing else"
                : "  either edit it there (" + (field.sharedBy().size() + 1)
                        + " roots change), or patch it for one alone");
    }

    private static String reach(BlastRadius radius) {
        String names = radius.workloads().stream().map(Workload::title).distinct().collect(Collectors.joining(", "));
        String cost = radius.cost().stream().map(TextTable::money).collect(Collectors.joining(" and "));
        Days period = radius.period();
        return names + (cost.isEmpty() || period == null
                ? ", cost unknown"
                : ", " + cost + " from " + period.from() + " to " + period.to());
    }

    private static void put(ObjectNode object, OwnedField field, BlastRadius radius) {
        TraceRows.put(object, field);
        ArrayNode names = object.putArray("workloads");
        radius.workloads().forEach(each -> names.add(each.key().namespace() + "/" + each.key().name()));
        ObjectNode cost = object.putObject("cost");
        radius.cost().forEach(money -> cost.put(money.currency(), money.plain()));
        ObjectNode monthly = object.putObject("monthlyCost");
        radius.monthly().forEach(money -> monthly.put(money.currency(), money.plain()));
        Days period = radius.period();
        object.put("from", period == null ? null : period.from().toString()).put("to",
                period == null ? null : period.to().toString());
    }
}
