package io.plimsoll.analysis.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.BlindSpot;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

@Command(name = "workloads", description = "Workloads over bill, telemetry and Git: what matched how, and blind spots.", subcommands = {
    WorkloadsCommand.PinItem.class, WorkloadsCommand.UnpinItem.class, WorkloadRulesCommand.class,
    WorkloadRuleCommand.class})
final class WorkloadsCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        WorkloadMap map = context.workbench().workloadMap(Cancellation.never());
        if (context.json()) {
            ObjectNode document = json(context, map);
            context.cloneGone().ifPresent(each -> document.put(Json.CLONE_GONE, each));
            context.print(document);
        } else {
            print(context, map);
            context.cloneGone().ifPresent(context::print);
        }
        return 0;
    }

    private static ObjectNode json(CliContext context, WorkloadMap map) {
        ObjectNode document = context.object();
        ArrayNode list = document.putArray("workloads");
        for (Workload workload : map.workloads()) {
            WorkloadKey key = workload.key();
            ObjectNode object = list.addObject().put("cluster", key.cluster()).put("namespace", key.namespace())
                    .put("kind", key.kind()).put("name", key.name()).put("container", key.container())
                    .put("state", workload.state().name().toLowerCase(Locale.ROOT));
            ObjectNode cost = object.putObject("cost");
            workload.cost().forEach(money -> cost.put(money.currency(), money.plain()));
            object.put("series", workload.use().size())
                    .put("manifest", workload.manifest() == null ? null : workload.manifest().item())
                    .put("root", workload.manifest() == null ? null : workload.manifest().root());
            ArrayNode evidence = object.putArray("evidence");
            workload.evidence()
                    .forEach(each -> evidence.addObject().put("side", each.side().name().toLowerCase(Locale.ROOT))
                            .put("item", each.item()).put("rule", each.rule().title()).put("taken", each.taken())
                            .put("text", each.text()));
        }
        ArrayNode shares = document.putArray("coverage");
        map.coverage().machines().forEach(share -> {
            ArrayNode rules = shares.addObject().put("currency", share.total().currency())
                    .put("total", share.total().plain()).put("withTelemetry", share.withTelemetry().plain())
                    .put("withManifest", share.withManifest().plain()).put("telemetryShare", share.telemetryShare())
                    .put("manifestShare", share.manifestShare()).put("blindMachines", share.blind().size())
                    .putArray("rules");
            share.rules().forEach(each -> rules.addObject().put("rule", each.rule().title())
                    .put("cost", each.cost().plain()).put("machines", each.machines()));
        });
        ArrayNode blind = document.putArray("blindSpots");
        map.coverage().blindSpots().forEach(spot -> blind.addObject().put("title", spot.title())
                .put("namespace", spot.namespace()).put("git", spot.git()).put("bill", spot.bill())
                .put("telemetry", spot.telemetry()));
        return document;
    }

    private static void print(CliContext context, WorkloadMap map) {
        TextTable table = new TextTable("workload", "kind", "state", ">cost", ">series", "manifest");
        for (Workload workload : map.workloads()) {
            table.row(workload.key().namespace() + "/" + workload.key().name(), workload.key().kind(),
                    workload.state().name().toLowerCase(Locale.ROOT), money(workload), workload.use().size(),
                    place(workload));
        }
        table.print(context.out());
        for (Coverage.Share share : map.coverage().machines()) {
            context.print("Cost of machines " + TextTable.money(share.total())
                    + ": with telemetry " + share.telemetryShare().movePointRight(2) + " %, with a manifest "
                    + share.manifestShare().movePointRight(2) + " %");
            share.rules().forEach(each -> context.print("  " + each.rule().title() + ": "
                    + share.of(each.cost()).movePointRight(2) + " %, machines: " + each.machines()));
        }
        map.coverage().blindSpots().stream().map(WorkloadsCommand::blind).distinct().forEach(context::print);
        map.problems().forEach(context::print);
    }

    /// With its root, where the path does not tell it.
    private static String place(Workload workload) {
        DeclaredWorkload manifest = workload.manifest();
        if (manifest == null) {
            return "";
        }
        return manifest.item().startsWith(manifest.root())
                ? manifest.item()
                : manifest.item() + " in " + manifest.root();
    }

    private static String blind(BlindSpot spot) {
        return "Blind spot: " + (spot.namespace().isEmpty() ? "" : spot.namespace() + "/") + spot.title() + " ("
                + (spot.git() ? "Git " : "") + (spot.bill() ? "bill " : "") + (spot.telemetry() ? "telemetry " : "")
                + "only)";
    }

    private static String money(Workload workload) {
        return String.join(" ", workload.cost().stream().map(TextTable::money).toList());
    }

    @Command(name = "pin", description = "Says that an item belongs to a workload, whatever the rules find.")
    static final class PinItem implements CliCommand {
        @Parameters(index = "0", paramLabel = "bill|telemetry|manifest")
        String side = "";

        @Parameters(index = "1", paramLabel = "ITEM", description = "As `workloads --json` names it under evidence.")
        String item = "";

        @Parameters(index = "2", paramLabel = "WORKLOAD", description = "namespace/name")
        String workload = "";

        @Option(names = "--kind", defaultValue = "", description = "Such as Deployment.")
        String kind = "";

        @Override
        public int run(CliContext context) {
            int slash = workload.indexOf('/');
            WorkloadKey key = new WorkloadKey("", slash < 0 ? "" : workload.substring(0, slash), kind,
                    workload.substring(slash + 1), "");
            context.workbench().workloads().pin(side(side), item, key);
            return done(context, item + " belongs to " + workload + ".");
        }
    }

    @Command(name = "unpin", description = "Takes a pin back; the rules decide again.")
    static final class UnpinItem implements CliCommand {
        @Parameters(index = "0", paramLabel = "bill|telemetry|manifest")
        String side = "";

        @Parameters(index = "1", paramLabel = "ITEM")
        String item = "";

        @Override
        public int run(CliContext context) {
            context.workbench().workloads().unpin(side(side), item);
            return done(context, item + " is no longer pinned.");
        }
    }

    static int done(CliContext context, String sentence) {
        if (context.json()) {
            context.print(context.object().put("done", sentence));
        } else {
            context.print(sentence);
        }
        return 0;
    }

    static Side side(String text) {
        try {
            return Side.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw StepFailure.wrongUsage("SIDE", "There is no side " + text + ".", "Use bill, telemetry or manifest.");
        }
    }
}
