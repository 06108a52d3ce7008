package io.plimsoll.analysis.cli;

import java.util.Locale;

import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;

@Command(name = "idle", description = "Resources that cost money and do nothing, and those of which that can't be told.")
final class IdleCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        IdleReport report = context.workbench().idleResources().idle(Cancellation.never());
        context.sayIfCloneGone();
        if (context.json()) {
            context.print(json(context, report));
            return 0;
        }
        TextTable table = new TextTable("kind", "resource", ">costs a month", "certainty", "evidence");
        for (IdleFinding each : report.findings()) {
            table.row(each.kind().id(), each.name(), each.cost().map(TextTable::money).orElse(""),
                    each.certainty().name().toLowerCase(Locale.ROOT), each.evidence());
        }
        table.print(context.out());
        for (UndecidedResources each : report.undecided()) {
            context.out().println(each.resources() + " may be " + each.kind().id() + ": " + each.reason());
        }
        return 0;
    }

    private static ObjectNode json(CliContext context, IdleReport report) {
        ObjectNode json = context.object();
        json.put("from", report.period() == null ? null : report.period().from().toString()).put("to",
                report.period() == null ? null : report.period().to().toString());
        ArrayNode findings = json.putArray("findings");
        for (IdleFinding each : report.findings()) {
            ObjectNode finding = findings.addObject().put("kind", each.kind().id()).put("resource", each.resourceId())
                    .put("name", each.name()).put("region", each.region());
            finding.put("monthlyCost", each.cost().map(Money::plain).orElse(null))
                    .put("currency", each.cost().map(Money::currency).orElse(null)).put("evidence", each.evidence())
                    .put("rows", each.rows()).put("certainty", each.certainty().name()).put("remedy", each.remedy());
        }
        ArrayNode undecided = json.putArray("undecided");
        for (UndecidedResources each : report.undecided()) {
            ObjectNode entry = undecided.addObject().put("kind", each.kind().id()).put("resources", each.resources())
                    .put("reason", each.reason());
            ArrayNode costs = entry.putArray("monthlyCost");
            each.monthlyCost()
                    .forEach(money -> costs.addObject().put("amount", money.plain()).put("currency", money.currency()));
        }
        return json;
    }
}
