package io.plimsoll.analysis.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;

import io.plimsoll.analysis.anomaly.LabelPlace;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "labels", description = "Every label that you gave, the latest first, and the event that it stands at now.")
final class LabelsCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        List<LabelPlace> places = context.workbench().anomalies().feedback().places(context.progress(),
                Cancellation.never());
        if (context.json()) {
            ArrayNode list = context.array();
            places.forEach(each -> list.addObject().put("id", each.given().anomaly())
                    .put("label", each.given().label().id())
                    .put("until", each.given().until() == null ? null : each.given().until().toString())
                    .put("given", each.given().given().toString()).put("where", each.where())
                    .put("start", each.start() == null ? null : each.start().toString()).put("event", each.event())
                    .put("why", each.why()));
            context.print(list);
        } else {
            TextTable table = new TextTable("id", "label", "until", "start", "event now", "where");
            places.forEach(each -> {
                table.row(each.given().anomaly(), each.given().label().id(), text(each.given().until()),
                        text(each.start()), each.event() == null ? "none" : each.event(), where(each));
                table.note(each.why());
            });
            table.print(context.out());
        }
        return 0;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String where(LabelPlace place) {
        String where = place.where();
        return where == null ? "" : where.isEmpty() ? "total" : where;
    }
}
