package io.plimsoll.analysis.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.quality.DataHealth;
import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.quality.ServiceLag;
import io.plimsoll.analysis.task.Cancellation;

@Command(name = "quality", description = "Data health: how fresh, complete and like before each dataset is, and how long bills take to settle.")
final class QualityCommand implements CliCommand {
    @Override
    public int run(CliContext context) {
        Workbench workbench = context.workbench();
        DataHealth health = workbench.quality().health(context.progress(), Cancellation.never());
        ConformanceReport rules = workbench.conformance().report(Set.of(), Cancellation.never());
        if (context.json()) {
            context.print(json(context, health, rules));
            return 0;
        }
        datasets(context, health.datasets());
        events(context, health.events());
        lags(context, health.lags());
        context.out().println();
        context.out()
                .println("FOCUS rules: " + failed(rules) + " fail (plimsoll conformance). Rejected rows: "
                        + health.rejected().rows() + ", points of telemetry: " + health.rejected().points()
                        + " (plimsoll rejects).");
        return 0;
    }

    private static long failed(ConformanceReport rules) {
        return rules.rules().stream().filter(each -> each.failed() > 0).count();
    }

    private static void datasets(CliContext context, List<DatasetHealth> datasets) {
        TextTable table = new TextTable("dataset", "from", "newest", "complete", "imported", ">rows", ">a day",
                ">series", "emptier than before", "drift");
        datasets.forEach(each -> table.row(each.name(), day(each.first()), day(each.newest()),
                each.completeDay(), day(each.imported()), each.rows(), number(each.rowsADay()), each.series(),
                emptier(each), drift(each)));
        table.print(context.out());
    }

    private static String emptier(DatasetHealth each) {
        return each.emptier()
                .map(share -> share.column() + " " + percent(share.before()) + " -> " + percent(share.now()))
                .orElse("");
    }

    private static String drift(DatasetHealth each) {
        return each.drifted().map(drift -> drift.what() + ", PSI " + number(drift.psi())).orElse("");
    }

    private static void events(CliContext context, List<QualityEvent> events) {
        context.out().println();
        context.out().println(events.isEmpty() ? "No quality events." : "Quality events:");
        events.forEach(each -> {
            context.print("  " + (each.open() ? "open  " : "over  ") + each.sentence());
            context.print("        " + each.remedy());
        });
    }

    private static void lags(CliContext context, List<ServiceLag> lags) {
        context.out().println();
        if (lags.isEmpty()) {
            context.out().println("How long services take to settle is learned once a period has been imported twice.");
            return;
        }
        TextTable table = new TextTable("service", ">settled after days", ">nine of ten after", ">observations");
        lags.forEach(each -> table.row(each.service().isEmpty() ? "(whole bill)" : each.service(), each.medianDays(),
                each.safeDays(), each.observations()));
        table.print(context.out());
    }

    private static ObjectNode json(CliContext context, DataHealth health, ConformanceReport rules) {
        ObjectNode root = context.object();
        ArrayNode datasets = root.putArray("datasets");
        health.datasets().forEach(each -> dataset(datasets.addObject(), each));
        ArrayNode events = root.putArray("events");
        health.events().forEach(each -> event(events.addObject(), each));
        ArrayNode lags = root.putArray("lags");
        health.lags().forEach(each -> lags.addObject().put("service", each.service())
                .put("medianDays", each.medianDays()).put("safeDays", each.safeDays())
                .put("observations", each.observations()));
        root.put("rulesFailed", failed(rules)).put("rejects", health.rejected().rows())
                .put("rejectedPoints", health.rejected().points());
        return root;
    }

    private static void dataset(ObjectNode object, DatasetHealth each) {
        object.put("dataset", each.name()).put("kind", each.kind()).put("from", each.first().toString())
                .put("newest", each.newest().toString()).put("complete", each.complete().toString())
                .put("imported", each.imported() == null ? null : each.imported().toString());
        object.put("usualAgeDays", Json.finite(each.usualAge()));
        object.put("rows", each.rows());
        object.put("rowsADay", Json.finite(each.rowsADay()));
        object.put("series", each.series());
        ArrayNode nulls = object.putArray("nulls");
        each.nulls().forEach(share -> {
            ObjectNode entry = nulls.addObject().put("column", share.column());
            entry.put("before", Json.finite(share.before()));
            entry.put("now", Json.finite(share.now()));
        });
        ArrayNode drifts = object.putArray("drift");
        each.drifts().forEach(drift -> {
            ObjectNode entry = drifts.addObject().put("what", drift.what());
            entry.put("psi", Json.finite(drift.psi()));
            entry.put("ks", Json.finite(drift.ks()));
            entry.put("p", Json.finite(drift.p()));
            entry.put("wasserstein", Json.finite(drift.wasserstein()));
            entry.put("jensenShannon", Json.finite(drift.divergence()));
        });
    }

    private static void event(ObjectNode object, QualityEvent each) {
        object.put("check", each.check().id());
        Json.texts(object, "key", new TreeMap<>(Map.copyOf(each.key())));
        object.put("metric", each.metric()).put("unit", each.unit()).put("from", each.from().toString())
                .put("until", each.until().toString()).put("open", each.open());
        object.put("value", Json.finite(each.value()));
        object.put("expected", Json.finite(each.expected()));
        object.put("confidence", each.confidence()).put("sentence", each.sentence()).put("remedy", each.remedy());
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : value >= 100 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "?" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    private static String day(@Nullable Instant time) {
        return time == null ? "" : LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }
}
