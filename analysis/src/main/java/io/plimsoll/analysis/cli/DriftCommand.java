package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftReport;
import io.plimsoll.analysis.change.DriftRequest;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

@Command(name = "drift", description = {"Holds a dump of a cluster against the clone's HEAD, cost field by cost field.",
    "Exit code 0 whatever is found; with --fail-on-drift 1 if a field differs.",
    "The dump: kubectl get deploy,sts,ds,cronjob,hpa,pvc,limitrange,pods -A -o yaml --show-managed-fields"})
final class DriftCommand implements CliCommand {
    @Option(names = "--cluster", paramLabel = "DUMP", required = true, description = "YAML or JSON of kubectl get, .gz too, or a folder of such files.")
    Path dump = Path.of("");

    @Option(names = "--cluster-name", paramLabel = "NAME", defaultValue = "", description = "What the cluster is called; a dump does not say it.")
    String name = "";

    @Option(names = "--root", paramLabel = "PATH", defaultValue = "", description = "Only what is deployed from below this path, where the clone holds several clusters.")
    String root = "";

    @Option(names = "--all", description = "Lists equal fields, too.")
    boolean all;

    @Option(names = "--fail-on-drift", description = "Exit code 1 if a field differs.")
    boolean failOnDrift;

    @Override
    public int run(CliContext context) {
        DriftReport report = context.workbench().drift().compare(new DriftRequest(dump, name, root),
                context.progress(), Cancellation.never());
        if (context.json()) {
            ArrayNode rows = context.array();
            report.rows().stream().filter(this::lists).forEach(row -> rows.add(json(context, row)));
            report.problems().forEach(problem -> context.say(problem));
            context.print(rows);
        } else {
            table(context, report);
        }
        return failOnDrift && report.differences() > 0 ? 1 : 0;
    }

    private boolean lists(DriftRow row) {
        return all || row.state() != DriftState.EQUAL;
    }

    private void table(CliContext context, DriftReport report) {
        TextTable table = new TextTable("workload", "field", "git", "cluster", "state", ">monthly");
        for (DriftRow row : report.rows()) {
            if (lists(row)) {
                Money monthly = row.monthly();
                table.row(row.namespace() + "/" + row.workload(), row.field(), row.git(), row.cluster(),
                        row.state().word(), monthly == null ? "" : TextTable.money(monthly));
                table.note(note(row));
            }
        }
        table.print(context.out());
        report.problems().forEach(context::print);
        context.print(report.differences() + " of " + report.rows().size() + " fields differ, "
                + report.count(DriftState.EQUAL) + " are equal; " + report.objects() + " objects in " + report.dump()
                + " against " + report.commit().substring(0, 7) + ".");
    }

    /// Where it is written in Git, why it differs and who set it.
    private static String note(DriftRow row) {
        DriftOrigin origin = row.origin();
        DriftOwner owner = row.owner();
        String setter = owner == null
                ? ""
                : "set by " + owner.manager() + (owner.time() == null ? "" : " " + owner.time());
        return Stream.of(origin == null ? "" : origin.place(), row.isDifference() ? row.cause().word() : "", setter)
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(", "));
    }

    private static ObjectNode json(CliContext context, DriftRow row) {
        DriftOwner owner = row.owner();
        DriftOrigin origin = row.origin();
        Money monthly = row.monthly();
        ObjectNode object = context.object().put("workload", row.workload()).put("field", row.field())
                .put("git", row.git()).put("cluster", row.cluster())
                .put("owner", owner == null ? null : owner.manager())
                .put("state", row.state().word()).put("kind", row.kind()).put("namespace", row.namespace())
                .put("container", row.container()).put("path", row.path()).put("base", row.base())
                .put("time", owner == null || owner.time() == null ? null : owner.time().toString())
                .put("cause", row.cause().word()).put("reason", row.reason());
        object.put("file", origin == null ? null : origin.file()).put("line", line(origin))
                .put("monthly", monthly == null ? null : monthly.plain())
                .put("currency", monthly == null ? null : monthly.currency());
        return object;
    }

    private static @Nullable Integer line(@Nullable DriftOrigin origin) {
        return origin == null || origin.line() == 0 ? null : origin.line();
    }
}
