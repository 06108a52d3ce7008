package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Breakdown;
import io.plimsoll.analysis.anomaly.Counterfactual;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.FindingSql;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Neighbour;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.analysis.anomaly.Surroundings;
import io.plimsoll.analysis.anomaly.UnitPrice;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.unit.Money;

/// One event with all that is known of it, in the shape that scripts rely on.
final class ExplainJson {
    private ExplainJson() {
    }

    static ObjectNode of(ObjectNode document, FindingDetail detail, Surroundings around, @Nullable Label label) {
        AnomaliesCommand.FindingJson.write(document, detail, label);
        explanation(document, detail.finding().explanation());
        Bridge bridge = detail.bridge().money();
        document.putObject("bridge").put("before", Json.plain(bridge.before()))
                .put("volume", Json.plain(bridge.volume()))
                .put("mix", Json.plain(bridge.mix())).put("price", Json.plain(bridge.price()))
                .put("started", Json.plain(bridge.started())).put("ended", Json.plain(bridge.ended()))
                .put("other", Json.plain(bridge.other())).put("after", Json.plain(bridge.after()));
        CauseLines.write(document, detail);
        sentences(document, detail.commits());
        ArrayNode breakdowns = document.putArray("breakdowns");
        detail.account().breakdowns().forEach(each -> breakdown(breakdowns.addObject(), each));
        ArrayNode otherwise = document.putArray("counterfactuals");
        detail.account().counterfactuals().forEach(each -> counterfactual(otherwise.addObject(), each));
        Breakdown driven = around.breakdown();
        if (driven != null) {
            breakdown(breakdowns.addObject(), driven);
        }
        Counterfactual driver = around.driver();
        if (driver != null) {
            counterfactual(otherwise.addObject(), driver);
        }
        unitPrice(document, detail.account().unitPrice());
        document.put("monthlyExcess", plain(detail.account().monthlyExcess()));
        ArrayNode workloads = document.putArray("workloads");
        around.workloads().forEach(workloads::add);
        neighbours(document, around.neighbours(), around.note());
        FindingSql sql = detail.account().sql();
        document.putObject("sql").put("days", sql.days()).put("expected", sql.expected()).put("rows", sql.rows());
        return document;
    }

    static ObjectNode of(ObjectNode document, SignalDetail detail, @Nullable Label label, List<CommitScore> commits) {
        SignalJson.write(document, detail.signal(), label, commits);
        sentences(document, commits);
        explanation(document, detail.signal().explanation());
        document.put("workload", detail.workload());
        amounts(document.putArray("cost"), detail.cost());
        amounts(document.putArray("usualCost"), detail.usual());
        neighbours(document, detail.neighbours(), detail.note());
        ArrayNode readings = document.putArray("readings");
        detail.signal().readings().forEach(each -> readings.addObject().put("time", each.time().toString())
                .put("value", Json.finite(each.value())).put("expected", Json.finite(each.expected())));
        document.putObject("sql").put("samples", detail.sql());
        return document;
    }

    private static void sentences(ObjectNode document, List<CommitScore> commits) {
        ArrayNode sentences = document.putArray("commitSentences");
        commits.forEach(commit -> sentences.add(commit.sentence()));
    }

    private static void explanation(ObjectNode document, Explanation explanation) {
        document.put("explanation", explanation.sentence());
        ArrayNode contributions = document.putArray("contributions");
        explanation.contributions()
                .forEach(each -> contributions.addObject().put("name", each.name()).put("percent", each.percent()));
    }

    private static void breakdown(ObjectNode object, Breakdown breakdown) {
        object.put("about", breakdown.about()).put("rule", breakdown.rule().name().toLowerCase(Locale.ROOT))
                .put("percent", breakdown.percent());
        ArrayNode parts = object.putArray("parts");
        breakdown.parts()
                .forEach(each -> parts.addObject().put("name", each.name()).put("percent", each.percent()));
    }

    private static void unitPrice(ObjectNode document, @Nullable UnitPrice price) {
        if (price == null) {
            document.putNull("unitPrice");
        } else {
            document.putObject("unitPrice").put("before", price.plainBefore()).put("after", price.plainAfter())
                    .put("currency", price.currency()).put("unit", price.unit()).put("meters", price.meters())
                    .put("sentence", price.sentence());
        }
    }

    private static void counterfactual(ObjectNode object, Counterfactual each) {
        object.put("held", each.held().id()).put("cost", plain(each.cost())).put("difference",
                plain(each.difference())).put("sentence", each.sentence());
    }

    private static void neighbours(ObjectNode document, List<Neighbour> neighbours, String note) {
        ArrayNode array = document.putArray("neighbours");
        for (Neighbour each : neighbours) {
            array.addObject().put("workload", each.workload()).put("container", each.container())
                    .put("measure", each.measure().name().toLowerCase(Locale.ROOT)).put("unit", each.measure().unit())
                    .put("moved", each.moved()).put("before", Json.finite(each.before()))
                    .put("after", Json.finite(each.after())).put("at", each.at() == null ? null : each.at().toString())
                    .put("lagHours", each.lagHours()).put("wobbles", Json.finite(each.wobbles()));
        }
        document.put("neighboursNote", note);
    }

    private static void amounts(ArrayNode array, List<Money> amounts) {
        amounts.forEach(each -> array.addObject().put("amount", each.plain()).put("currency", each.currency()));
    }

    private static @Nullable String plain(@Nullable Money money) {
        return money == null ? null : money.plain();
    }
}
