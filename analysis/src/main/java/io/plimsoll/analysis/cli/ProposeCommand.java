package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.MissingTag;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.Proposal;
import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;

@Command(name = "propose", description = "The change set: files, edits, guards and the unified diff. With --workload its advice is added.")
final class ProposeCommand implements CliCommand {
    @Option(names = "--workload", paramLabel = "W", description = "Adds what rightsize says of this workload.")
    @Nullable
    String workload;

    @Option(names = "--scenario", paramLabel = "S", description = "Adds the steps of this scenario.")
    @Nullable
    String scenario;

    @Option(names = "--tags", arity = "0..1", paramLabel = "KEY[=VALUE]", fallbackValue = "", description = "Adds labels that workloads "
            + "lack, the costliest first; may be repeated. Alone: team, cost-center, environment, project.")
    List<String> tags = List.of();

    @Option(names = "--clear", description = "Starts from an empty change set.")
    boolean clear;

    @Option(names = "--compensate", description = "Also adds the edits that guards offer, as an autoscaler's new target.")
    boolean compensate;

    @Option(names = "--patch", paramLabel = "FILE", description = "Also writes the diff, as git apply takes it.")
    @Nullable
    Path patch;

    @Option(names = "--patch-overlay", paramLabel = "ROOT", description = "Patches this root alone where an edit would change others "
            + "too: of the workload's edits, or of all.")
    @Nullable
    String overlay;

    @Override
    public int run(CliContext context) {
        ChangeDesk desk = context.workbench().changes();
        if (clear) {
            desk.clear();
        } else if (desk.base().moved()) {
            desk.rebase(Cancellation.never());
            context.say("The change set now stands on the clone's present commit");
        }
        String word = workload == null ? null : add(context, desk, workload);
        if (scenario != null) {
            ScenarioIntents.add(context, desk, scenario);
        }
        List<MissingTag> missing = tags.isEmpty() ? List.of() : addTags(context, desk);
        if (overlay != null) {
            desk.overlays().patch(desk.current(), desk.current().ticked().stream()
                    .filter(intent -> word == null || intent.workload().equals(word)).toList(), overlay,
                    Cancellation.never());
        }
        Preview preview = desk.preview(context.progress(), Cancellation.never());
        if (compensate && preview.guards().stream().anyMatch(guard -> !guard.compensations().isEmpty())) {
            for (GuardResult guard : preview.guards()) {
                desk.compensate(guard, Cancellation.never());
            }
            preview = desk.preview(context.progress(), Cancellation.never());
        }
        Money saving = desk.saving().map(Evidence.Saving::perMonth).orElse(null);
        if (patch != null) {
            desk.patch(patch, context.progress(), Cancellation.never());
        }
        if (context.json()) {
            ObjectNode document = json(context, preview, saving);
            if (!tags.isEmpty()) {
                missing.forEach(tag -> tag(document.withArray("missingTags").addObject(), tag));
            }
            context.print(document);
        } else {
            context.out().print(preview.unified());
            remarks(context, preview);
            EditOwnerRows.print(context, preview.edits());
            TextTable table = new TextTable("guard", "state", "evidence");
            preview.guards().forEach(guard -> table.row(guard.rule(), state(guard), guard.evidence()));
            table.print(context.out());
            context.print(saving == null
                    ? "Saving unknown."
                    : "Expected saving " + TextTable.money(saving) + " a month.");
        }
        return preview.guards().stream().anyMatch(GuardResult::blocks) ? 1 : 0;
    }

    /// @return the workload's word in the change set
    private static String add(CliContext context, ChangeDesk desk, String name) {
        List<WorkloadAdvice> found = context.workbench().rightsizing().advise(AdviceQuery.of(name), context.progress(),
                Cancellation.never());
        WorkloadAdvice advice = found.getFirst();
        Advice pods = advice.advice();
        if (pods == null || advice.refused() || advice.keeps()) {
            throw StepFailure.checkFailed("NO_ADVICE",
                    advice.keeps()
                            ? name + " has the size that it needs: there is nothing to change."
                            : "There is nothing to change for " + name + ": " + advice.against(),
                    "See: plimsoll rightsize --workload " + name);
        }
        Money saving = advice.monthlySaving();
        Proposal proposal = desk.propose(advice.workload(), pods.proposed(),
                saving == null ? null : new Evidence.Saving(saving, null, null), Cancellation.never());
        proposal.notPossible().forEach(each -> context.say(each.code() + ": " + each.sentence()));
        proposal.remarks().forEach(remark -> context.say(remark));
        return proposal.workload();
    }

    private List<MissingTag> addTags(CliContext context, ChangeDesk desk) {
        List<WantedTag> wanted = new ArrayList<>();
        tags.forEach(tag -> wanted.addAll(tag.isEmpty() ? WantedTag.usual() : List.of(WantedTag.parse(tag))));
        List<MissingTag> missing = desk.missingTags(context.workbench().workloadMap(Cancellation.never()), wanted,
                Cancellation.never());
        missing.forEach(tag -> {
            tag.problems().forEach(problem -> context.say(tag.workload() + ": " + problem));
            context.say(tag.workload() + " lacks " + tag.key() + ". " + tag.basis());
        });
        desk.add(missing.stream().flatMap(tag -> tag.intents().stream()).toList());
        return missing;
    }

    private static void tag(ObjectNode entry, MissingTag tag) {
        entry.put("workload", tag.workload()).put("key", tag.key()).put("value", tag.value()).put("basis", tag.basis())
                .put("edits", tag.intents().size());
        ArrayNode costs = entry.putArray("cost");
        tag.cost().forEach(cost -> costs.addObject().put("amount", cost.plain()).put("currency", cost.currency()));
        ArrayNode problems = entry.putArray("problems");
        tag.problems().forEach(problems::add);
    }

    /// What the diff alone does not tell: who else takes a value, and words beside it that it makes wrong.
    private static void remarks(CliContext context, Preview preview) {
        for (FilePreview file : preview.files()) {
            for (EditPreview edit : file.edits()) {
                String place = "Note: " + file.file() + ": " + edit.intent().path() + ": ";
                String stale = edit.applied().staleComment();
                if (stale != null) {
                    context.print(place + "the comment beside it may be stale: " + stale);
                }
            }
        }
    }

    private static String state(GuardResult guard) {
        return guard.passed() ? "passed" : guard.severity().name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode json(CliContext context, Preview preview, @Nullable Money saving) {
        ObjectNode document = context.object();
        ArrayNode files = document.putArray("files");
        for (FilePreview file : preview.files()) {
            ObjectNode entry = files.addObject().put("file", file.file());
            ArrayNode edits = entry.putArray("edits");
            for (EditPreview edit : file.edits()) {
                EditOwnerRows.put(edits.addObject().put("document", edit.intent().document())
                        .put("path", edit.path())
                        .put("old", edit.intent().oldValue()).put("new", edit.intent().newValue())
                        .put("staleComment", edit.applied().staleComment()).put("dirtySpan", edit.dirtySpan())
                        .putObject("owner"), edit);
            }
            entry.put("diff", file.unified());
        }
        ArrayNode guards = document.putArray("guards");
        preview.guards().forEach(guard -> put(guards.addObject(), guard));
        return document.put("monthlySaving", saving == null ? null : saving.plain())
                .put("currency", saving == null ? null : saving.currency()).put("base", preview.baseCommit());
    }

    private static void put(ObjectNode entry, GuardResult guard) {
        entry.put("rule", guard.rule()).put("severity", guard.severity().name().toLowerCase(Locale.ROOT))
                .put("passed", guard.passed()).put("evidence", guard.evidence())
                .put("overridable", guard.overridable());
        ArrayNode compensations = entry.putArray("compensations");
        guard.compensations()
                .forEach(edit -> compensations.addObject().put("file", edit.file()).put("document", edit.document())
                        .put("path", edit.path()).put("old", edit.oldValue()).put("new", edit.newValue()));
    }
}
