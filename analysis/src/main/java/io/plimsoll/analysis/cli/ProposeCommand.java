package io.plimsoll.analysis.cli;

import java.nio.file.Path;
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
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.change.Proposal;
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

    @Option(names = "--clear", description = "Starts from an empty change set.")
    boolean clear;

    @Option(names = "--patch", paramLabel = "FILE", description = "Also writes the diff, as git apply takes it.")
    @Nullable
    Path patch;

    @Override
    public int run(CliContext context) {
        ChangeDesk desk = context.workbench().changes();
        if (clear) {
            desk.clear();
        } else if (desk.base().moved()) {
            desk.rebase(Cancellation.never());
            context.progress().update("The change set now stands on the clone's present commit", -1);
        }
        if (workload != null) {
            add(context, desk, workload);
        }
        Preview preview = desk.preview(context.progress(), Cancellation.never());
        Money saving = desk.saving().map(Evidence.Saving::perMonth).orElse(null);
        if (patch != null) {
            desk.patch(patch, context.progress(), Cancellation.never());
        }
        if (context.json()) {
            context.print(json(context, preview, saving));
        } else {
            context.out().print(preview.unified());
            TextTable table = new TextTable("guard", "state", "evidence");
            preview.guards().forEach(guard -> table.row(guard.rule(), state(guard), guard.evidence()));
            table.print(context.out());
            context.print(saving == null
                    ? "Saving unknown."
                    : "Expected saving " + TextTable.money(saving) + " a month.");
        }
        return preview.guards().stream().anyMatch(GuardResult::blocks) ? 1 : 0;
    }

    private static void add(CliContext context, ChangeDesk desk, String name) {
        List<WorkloadAdvice> found = context.workbench().rightsizing().advise(AdviceQuery.of(name), context.progress(),
                Cancellation.never());
        WorkloadAdvice advice = found.getFirst();
        Advice pods = advice.advice();
        if (pods == null || advice.refused() || advice.keeps()) {
            throw StepFailure.checkFailed("NO_ADVICE",
                    "There is nothing to change for " + name + ": " + advice.against(),
                    "See: plimsoll rightsize --workload " + name);
        }
        Money saving = advice.monthlySaving();
        Proposal proposal = desk.propose(advice.workload(), pods.proposed(),
                saving == null ? null : new Evidence.Saving(saving, null, null), Cancellation.never());
        proposal.notPossible().forEach(each -> context.progress().update(each.code() + ": " + each.sentence(), -1));
        proposal.remarks().forEach(remark -> context.progress().update(remark, -1));
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
                ObjectNode owner = edits.addObject().put("document", edit.intent().document()).put("path", edit.intent().path())
                        .put("old", edit.intent().oldValue()).put("new", edit.intent().newValue())
                        .put("staleComment", edit.applied().staleComment()).put("dirtySpan", edit.dirtySpan())
                        .putObject("owner").put("base", edit.owner().isBase());
                edit.owner().changes().forEach(owner.putArray("changes")::add);
                edit.owner().hidden().forEach(owner.putArray("hidden")::add);
            }
            entry.put("diff", file.unified());
        }
        ArrayNode guards = document.putArray("guards");
        preview.guards().forEach(guard -> guards.addObject().put("rule", guard.rule())
                .put("severity", guard.severity().name().toLowerCase(Locale.ROOT)).put("passed", guard.passed())
                .put("evidence", guard.evidence()));
        return document.put("monthlySaving", saving == null ? null : saving.plain())
                .put("currency", saving == null ? null : saving.currency()).put("base", preview.baseCommit());
    }
}
