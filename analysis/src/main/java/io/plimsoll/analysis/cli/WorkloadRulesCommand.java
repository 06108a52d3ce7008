package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.Workloads;

@Command(name = "rules", description = "By which rules names are joined: yours with what each matches, then Plimsoll's, the strongest first.")
final class WorkloadRulesCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        List<RuleMatch> own = context.workbench().ruleMatches(Cancellation.never());
        Set<IdentityRule> off = context.workbench().workloads().joinRules().off();
        if (context.json()) {
            ObjectNode document = context.object();
            ArrayNode list = document.putArray("own");
            own.forEach(each -> json(list.addObject(), each));
            ArrayNode built = document.putArray("rules");
            Workloads.rules().forEach(each -> built.addObject().put("id", each.name()).put("title", each.title())
                    .put("explanation", each.explanation()).put("on", !off.contains(each)));
            context.print(document);
        } else {
            TextTable table = new TextTable("rule", "on", ">matches", ">of cost", "what it says");
            own.forEach(each -> table.row(each.rule().id(), each.rule().on() ? "yes" : "no", each.items(), share(each),
                    text(each.rule())));
            Workloads.rules().forEach(each -> table.row(each.name(), off.contains(each) ? "no" : "yes", "", "",
                    each.explanation()));
            table.print(context.out());
        }
        return 0;
    }

    static void json(ObjectNode object, RuleMatch match) {
        JoinRule rule = match.rule();
        WorkloadKey target = rule.target();
        object.put("id", rule.id()).put("side", rule.side().name().toLowerCase(Locale.ROOT)).put("field", rule.field())
                .put("pattern", rule.pattern()).put("cluster", target.cluster()).put("namespace", target.namespace())
                .put("kind", target.kind()).put("name", target.name()).put("on", rule.on())
                .put("matches", match.items());
        ObjectNode cost = object.putObject("cost");
        match.cost().forEach(each -> cost.put(each.currency(), each.plain()));
        ArrayNode examples = object.putArray("examples");
        match.examples().forEach(examples::add);
    }

    /// `bill tag:team (?<name>.+) → shop/${name}`.
    static String text(JoinRule rule) {
        WorkloadKey target = rule.target();
        String to = String.join("/", List.of(target.cluster(), target.namespace(), target.kind(), target.name())
                .stream().filter(each -> !each.isEmpty()).toList());
        return rule.side().name().toLowerCase(Locale.ROOT) + " " + rule.field() + " " + rule.pattern()
                + (to.isEmpty() ? "" : " → " + to);
    }

    /// Of all resources, by currency.
    static String share(RuleMatch match) {
        return String.join(" ", match.cost().stream().map(each -> {
            BigDecimal all = match.all().stream().filter(other -> other.currency().equals(each.currency()))
                    .map(Money::amount).findFirst().orElse(BigDecimal.ZERO);
            return all.signum() == 0
                    ? ""
                    : each.amount().movePointRight(2).divide(all, 1, RoundingMode.HALF_EVEN) + " %"
                            + (match.all().size() > 1 ? " " + each.currency() : "");
        }).toList());
    }
}
