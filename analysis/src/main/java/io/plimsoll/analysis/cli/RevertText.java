package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.RevertPreview;
import io.plimsoll.analysis.unit.Money;

/// What undoing a commit would do, as text and as JSON.
final class RevertText {
    private RevertText() {
    }

    static void print(CliContext context, RevertPreview preview) {
        if (context.json()) {
            ObjectNode document = context.object();
            write(document, preview);
            document.put("diff", preview.unified());
            context.print(document);
            return;
        }
        context.print(sentence(preview));
        if (!preview.unread().isEmpty()) {
            context.print(preview.unread());
        }
        preview.conflicts().forEach(each -> context.print("stays: " + each.sentence()));
        context.print(preview.unified());
        context.print("Nothing was written.");
    }

    /// `Undoing 9f31c2a would save 803.52 USD a month.`
    static String sentence(RevertPreview preview) {
        String commit = preview.commit().id().substring(0, 7);
        List<Money> monthly = preview.monthly();
        if (monthly.isEmpty()) {
            return "What undoing " + commit + " would save can't be told. " + preview.unknown();
        }
        String sums = monthly.stream().map(each -> (each.amount().signum() > 0 ? "cost " : "save ")
                + TextTable.money(new Money(each.amount().abs(), each.currency())))
                .collect(Collectors.joining(" and "));
        return "Undoing " + commit + " would " + sums + " a month"
                + (preview.conflicts().isEmpty() ? "." : "; not all of it can be undone.");
    }

    static void write(ObjectNode object, RevertPreview preview) {
        object.put("commit", preview.commit().id());
        ArrayNode monthly = object.putArray("monthly");
        preview.monthly().forEach(each -> monthly.addObject().put("amount", Json.plain(each.amount()))
                .put("currency", each.currency()));
        object.put("sentence", sentence(preview)).put("unknown", preview.unknown())
                .put("unreadFiles", preview.effect().unread());
        ArrayNode files = object.putArray("files");
        preview.files().stream().map(FilePreview::file).forEach(files::add);
        ArrayNode values = object.putArray("values");
        preview.effect().values().forEach(each -> values.addObject().put("file", each.knob().file())
                .put("path", each.knob().path().toString()).put("field", each.knob().field())
                .put("now", each.after()).put("then", each.before()));
        ArrayNode conflicts = object.putArray("conflicts");
        preview.conflicts().forEach(each -> conflicts.addObject().put("file", each.change().knob().file())
                .put("path", each.change().knob().path().toString())
                .put("later", each.later().map(later -> later.id()).orElse("")).put("sentence", each.sentence()));
    }
}
