package io.plimsoll.analysis.cli;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.CostLedger;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.LedgerTotal;
import io.plimsoll.analysis.observability.MetricReview;
import io.plimsoll.analysis.observability.MonthCost;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.observability.SizingChange;
import io.plimsoll.analysis.observability.Waste;
import io.plimsoll.analysis.unit.Money;

/// The document of `observability --json`.
final class ObservabilityJson {
    private ObservabilityJson() {
    }

    static ObjectNode of(CliContext context, ObservabilityReport report) {
        ObjectNode json = context.object();
        CostLedger ledger = report.ledger();
        json.put("from", ledger.days() == null ? null : ledger.days().from().toString()).put("to",
                ledger.days() == null ? null : ledger.days().to().toString());
        ArrayNode totals = json.putArray("totals");
        ledger.totals().forEach(each -> total(totals.addObject(), each));
        ArrayNode lines = json.putArray("lines");
        ledger.lines().forEach(each -> line(lines.addObject(), each));
        ArrayNode sources = json.putArray("sources");
        ledger.sources().forEach(each -> money(sources.addObject().put("signal", each.signal().id())
                .put("service", each.service()).put("resource", each.resourceId()), each.cost()));
        ArrayNode agents = json.putArray("agents");
        ledger.agents().forEach(each -> agent(agents.addObject(), each));
        ArrayNode metrics = json.putArray("metrics");
        report.metrics().forEach(each -> metric(metrics.addObject(), each));
        ArrayNode wastes = json.putArray("series");
        report.wastes().forEach(each -> waste(wastes.addObject(), each));
        ArrayNode sizing = json.putArray("sizing");
        report.sizing().forEach(each -> sizing(sizing.addObject(), each));
        ArrayNode cuts = json.putArray("cuts");
        report.cuts().forEach(each -> cut(cuts.addObject(), each));
        report.remarks().forEach(json.putArray("remarks")::add);
        return json;
    }

    private static void total(ObjectNode node, LedgerTotal each) {
        money(node, new Money(each.cost(), each.currency()))
                .put("bill", new Money(each.bill(), each.currency()).plain())
                .put("share", each.share().map(share -> new Money(share, "").plain()).orElse(null))
                .put("change", each.change().map(change -> new Money(change, "").plain()).orElse(null));
        months(node, each.months());
    }

    private static void line(ObjectNode node, LedgerLine each) {
        money(node.put("signal", each.signal().id()).put("part", each.part()).put("provider", each.provider())
                .put("service", each.service()).put("account", each.account()).put("team", each.team()),
                new Money(each.cost(), each.currency())).put("unit", each.unit())
                .put("quantity", each.quantity() == null ? null : new Money(each.quantity(), "").plain())
                .put("unitCost", each.unitCost().map(cost -> new Money(cost, "").plain()).orElse(null))
                .put("rows", each.rows());
        months(node, each.months());
    }

    private static void months(ObjectNode node, List<MonthCost> months) {
        ArrayNode list = node.putArray("months");
        months.forEach(each -> list.addObject().put("month", each.month().toString())
                .put("cost", new Money(each.cost(), "").plain()).put("whole", each.whole()));
    }

    private static void agent(ObjectNode node, AgentCost each) {
        node.put("workload", each.workload()).put("program", each.program()).put("signal", each.signal().id())
                .put("certain", each.certain()).put("how", each.how()).put("days", each.days());
        amounts(node.putArray("cost"), each.cost());
    }

    private static void metric(ObjectNode node, MetricReview each) {
        node.put("metric", each.metric()).put("series", each.series()).put("samples", each.samples())
                .put("share", each.share()).put("constant", each.constant()).put("duplicates", each.duplicates())
                .put("gone", each.gone()).put("label", each.widest()).put("values", each.values())
                .put("step", each.step());
        each.readers().forEach(node.putArray("readers")::add);
        ArrayNode mentions = node.putArray("mentions");
        each.mentions()
                .forEach(one -> mentions.addObject().put("kind", one.kind().title()).put("file", one.file()));
    }

    private static void waste(ObjectNode node, Waste each) {
        node.put("kind", each.kind().id()).put("metric", each.metric()).put("series", each.series())
                .put("share", each.share()).put("evidence", each.evidence());
        amounts(node.putArray("estimatedMonthly"), each.monthly());
    }

    private static void sizing(ObjectNode node, SizingChange each) {
        node.put("kind", each.kind().name().toLowerCase(java.util.Locale.ROOT)).put("keep", each.keep())
                .put("workloads", each.workloads()).put("cpuChanged", each.cpu()).put("memoryChanged", each.memory())
                .put("memoryBelowUse", each.below()).put("unsized", each.unsized());
        each.names().forEach(node.putArray("names")::add);
    }

    private static void cut(ObjectNode node, Cut each) {
        node.put("kind", each.kind().id()).put("subject", each.subject()).put("share", each.share())
                .put("estimate", each.estimate()).put("says", each.sentence()).put("note", each.note());
        amounts(node.putArray("monthly"), each.monthly());
        ArrayNode blinds = node.putArray("blinds");
        each.blinds().forEach(one -> {
            ObjectNode blind = blinds.addObject().put("what", one.what()).put("count", one.count()).put("of", one.of());
            one.names().forEach(blind.putArray("names")::add);
        });
    }

    private static void amounts(ArrayNode node, List<Money> amounts) {
        amounts.forEach(each -> money(node.addObject(), each));
    }

    private static ObjectNode money(ObjectNode node, Money each) {
        return node.put("cost", each.plain()).put("currency", each.currency());
    }
}
