package io.plimsoll.analysis.cli;

import java.util.Arrays;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.JoinRules;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.WorkloadKey;

@Command(name = "rule", description = "Changes the rules by which names are joined.", subcommands = {
    WorkloadRuleCommand.Add.class, WorkloadRuleCommand.Remove.class, WorkloadRuleCommand.On.class,
    WorkloadRuleCommand.Off.class})
final class WorkloadRuleCommand {
    @Command(name = "add", description = "Joins what matches a pattern to a workload; says what it matches.")
    static final class Add implements CliCommand {
        @Parameters(index = "0", paramLabel = "bill|telemetry|manifest")
        String side = "";

        @Parameters(index = "1", paramLabel = "FIELD", description = "bill: ResourceName, ResourceId, ResourceType, ServiceName, RegionId, tag:NAME; "
                + "telemetry: pod, namespace, container, resource_id, metric, label:NAME; manifest: name, namespace, kind, app, file")
        String field = "";

        @Parameters(index = "2", paramLabel = "PATTERN", description = "A regular expression for the whole text; groups namespace, name, kind and cluster name the workload.")
        String pattern = "";

        @Option(names = "--name", defaultValue = "", description = "The workload's name, with $${GROUP} for a group.")
        String name = "";

        @Option(names = "--namespace", defaultValue = "", description = "As --name.")
        String namespace = "";

        @Option(names = "--kind", defaultValue = "", description = "As --name.")
        String kind = "";

        @Option(names = "--cluster", defaultValue = "", description = "As --name.")
        String cluster = "";

        @Option(names = "--at", defaultValue = "1000", description = "Place in the order, from 1; the first that matches holds.")
        int place;

        @Option(names = "--try", description = "Only say what it would match.")
        boolean tried;

        @Override
        public int run(CliContext context) {
            JoinRule rule = new JoinRule(0, WorkloadsCommand.side(side), field, pattern,
                    new WorkloadKey(cluster, namespace, kind, name, ""), true);
            RuleMatch match = context.workbench().ruleMatch(rule, Cancellation.never());
            if (!tried) {
                JoinRule saved = context.workbench().workloads().joinRules().add(rule, place);
                match = new RuleMatch(saved, match.items(), match.cost(), match.all(), match.examples());
            }
            if (context.json()) {
                var object = context.object();
                WorkloadRulesCommand.json(object, match);
                context.print(object);
            } else {
                String share = WorkloadRulesCommand.share(match);
                context.print((tried ? "The rule would match " : "Rule " + match.rule().id() + " matches ")
                        + match.items() + (share.isEmpty() ? "." : ", " + share + " of the cost of resources."));
                match.examples().forEach(each -> context.print("  " + each));
            }
            return 0;
        }
    }

    @Command(name = "remove", description = "Removes a rule of yours.")
    static final class Remove implements CliCommand {
        @Parameters(index = "0", paramLabel = "NUMBER")
        long id;

        @Override
        public int run(CliContext context) {
            context.workbench().workloads().joinRules().remove(id);
            return WorkloadsCommand.done(context, "Rule " + id + " is gone.");
        }
    }

    @Command(name = "on", description = "Lets a rule take part.")
    static final class On implements CliCommand {
        @Parameters(index = "0", paramLabel = "RULE", description = "A number, or a name as `workloads rules` lists it.")
        String rule = "";

        @Override
        public int run(CliContext context) {
            turn(context, rule, true);
            return WorkloadsCommand.done(context, rule + " is on.");
        }
    }

    @Command(name = "off", description = "Leaves a rule out.")
    static final class Off implements CliCommand {
        @Parameters(index = "0", paramLabel = "RULE", description = "A number, or a name as `workloads rules` lists it.")
        String rule = "";

        @Override
        public int run(CliContext context) {
            turn(context, rule, false);
            return WorkloadsCommand.done(context, rule + " is off.");
        }
    }

    private static void turn(CliContext context, String rule, boolean on) {
        JoinRules rules = context.workbench().workloads().joinRules();
        if (rule.matches("[0-9]{1,18}")) {
            rules.turn(Long.parseLong(rule), on);
            return;
        }
        rules.turn(Arrays.stream(IdentityRule.values()).filter(each -> each.name().equalsIgnoreCase(rule)).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("RULE_UNKNOWN", "There is no rule " + rule + ".",
                        "List the rules with: plimsoll workloads rules")),
                on);
    }
}
