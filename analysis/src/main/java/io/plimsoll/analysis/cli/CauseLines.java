package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.Offset;
import io.plimsoll.analysis.anomaly.cause.Agreement;
import io.plimsoll.analysis.anomaly.cause.BothSides;
import io.plimsoll.analysis.anomaly.cause.Cause;

/// Where a finding comes from: both sides of it and everything else, which add up to its impact to the cent.
final class CauseLines {
    private static final int MOST = 8;

    private CauseLines() {
    }

    static void print(CliContext context, FindingDetail detail) {
        BothSides breakdown = detail.breakdown(MOST);
        if (breakdown.along().isEmpty() && breakdown.against().isEmpty()) {
            context.print("No smaller part stands out: the slice changed as a whole.");
            if (!detail.common().isEmpty()) {
                context.print("All of it: " + detail.common().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining(", ")) + ".");
            }
        } else {
            TextTable table = new TextTable("where it comes from", ">excess", ">share");
            breakdown.along().forEach(each -> row(table, each));
            if (!breakdown.against().isEmpty()) {
                table.row(detail.excess().signum() > 0 ? "against it, cost less:" : "against it, cost more:", "", "");
                breakdown.against().forEach(each -> row(table, each));
            }
            if (breakdown.rest().amount().signum() != 0) {
                row(table, breakdown.rest());
            }
            table.print(context.out());
        }
        String agreement = Agreement.sentence(detail.causes(), detail.dimensions());
        if (!agreement.isEmpty()) {
            context.print(agreement);
        }
    }

    private static void row(TextTable table, BothSides.Part part) {
        Cause cause = part.cause();
        table.row(cause == null ? "everything else" : named(cause), part.amount().toPlainString(),
                part.percent() + " %");
    }

    /// As its text, but for charges without a value, which scripts see as an empty one.
    static String named(Cause cause) {
        return cause.element().entrySet().stream()
                .map(each -> each.getKey() + "=" + (each.getValue().isEmpty() ? "(none)" : each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /// `breakdown`, `offset` and `agreement` of a document.
    static void write(ObjectNode document, FindingDetail detail) {
        BothSides breakdown = detail.breakdown(MOST);
        ObjectNode parts = document.putObject("breakdown");
        write(parts.putArray("along"), breakdown.along());
        write(parts.putArray("against"), breakdown.against());
        parts.putObject("rest").put("amount", breakdown.rest().amount().toPlainString()).put("percent",
                breakdown.rest().percent());
        Json.texts(document, "common", detail.common());
        document.put("agreement", Agreement.sentence(detail.causes(), detail.dimensions()));
        Offset offset = detail.finding().offset();
        if (offset == null) {
            document.putNull("offset");
        } else {
            ObjectNode object = document.putObject("offset");
            Json.texts(object, "inside", offset.inside().dimensions());
            sides(object.putArray("beside"), offset.beside());
            sides(object.putArray("against"), offset.against());
        }
    }

    private static void write(ArrayNode array, List<BothSides.Part> parts) {
        for (BothSides.Part part : parts) {
            Cause cause = part.cause();
            array.addObject().put("element", cause == null ? "" : cause.text())
                    .put("amount", part.amount().toPlainString()).put("percent", part.percent());
        }
    }

    private static void sides(ArrayNode array, List<Offset.Side> sides) {
        for (Offset.Side side : sides) {
            ObjectNode object = array.addObject().put("amount", side.amount().plain());
            Json.texts(object, "key", side.key().dimensions());
        }
    }
}
