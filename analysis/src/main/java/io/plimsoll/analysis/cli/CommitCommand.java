package io.plimsoll.analysis.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.CommitWish;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.DeskBase;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

@Command(name = "commit", description = "Commits the change set on a new branch of the clone; index, work tree and HEAD stay.")
final class CommitCommand implements CliCommand {
    @Option(names = "--branch", paramLabel = "B", required = true, description = "A new branch, or one that Plimsoll started from the same commit.")
    String branch = "";

    @Option(names = "--message", paramLabel = "M", description = "Your words, above the table of changes.")
    @Nullable
    String message;

    @Option(names = "--override", paramLabel = "GUARD=REASON", description = "Goes against a guard; the reason lands in a trailer.")
    Map<String, String> overrides = new LinkedHashMap<>();

    @Option(names = "--sign-off", description = "Adds Signed-off-by.")
    boolean signOff;

    @Option(names = "--per-workload", description = "One commit for each workload, all or none.")
    boolean perWorkload;

    @Mixin
    SignOptions sign = new SignOptions();

    @Option(names = "--omit-money", description = "Leaves the expected saving out of the commit.")
    boolean omitMoney;

    @Override
    public int run(CliContext context) {
        ChangeDesk desk = context.workbench().changes();
        DeskBase base = desk.base();
        if (base.moved()) {
            throw StepFailure.refused("BASE_MOVED",
                    "The clone's HEAD has moved since the change set was made at " + base.commitId().substring(0, 7)
                            + "; values and guards may be others now.",
                    "Look at it again on the present commit: plimsoll propose");
        }
        CommitWish wish = new CommitWish(branch, message, overrides, omitMoney ? null : desk.saving().orElse(null), "",
                signOff, perWorkload, sign.wish());
        print(context, desk.commit(wish, context.progress(), Cancellation.never()));
        return 0;
    }

    static void print(CliContext context, Committed made) {
        if (context.json()) {
            var document = context.object().put("branch", made.branch());
            ArrayNode commits = document.putArray("commits");
            made.ids().forEach(commits::add);
            context.print(document.put("signed", made.signed()));
        } else {
            made.ids().forEach(id -> context.print("Committed " + id + " on " + made.branch()
                    + (made.signed() ? ", signed." : ".")));
        }
    }
}
