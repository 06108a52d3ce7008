package io.plimsoll.analysis.cli;

import java.util.List;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;

/// Owners of cost fields as rows; JSON holds more.
final class TraceRows {
    private static final String SEPARATOR = ";";
    private final CliContext context;

    TraceRows(CliContext context) {
        this.context = context;
    }

    /// Roots that nothing is said about go to standard error.
    void print(Trace trace) {
        trace.unresolved().forEach(each -> context.say(each.root() + ": " + each.reason()));
        if (context.json()) {
            ObjectNode document = context.object();
            ArrayNode fields = document.putArray("fields");
            trace.fields().forEach(field -> put(fields.addObject(), field));
            ArrayNode unresolved = document.putArray("unresolved");
            trace.unresolved()
                    .forEach(each -> unresolved.addObject().put("root", each.root()).put("reason", each.reason()));
            context.print(document);
            return;
        }
        PlainRows rows = new PlainRows(context, "root", "kind", "namespace", "name", "container", "field", "value",
                "file", "line", "path", "shared_by");
        trace.fields().forEach(field -> rows.row(List.of(field.root(), field.kind(), field.namespace(), field.name(),
                field.container(), field.field(), field.value(), field.origin().file(), field.origin().line(),
                field.origin().path(), String.join(SEPARATOR, field.sharedBy()))));
        rows.print();
    }

    static void put(ObjectNode object, OwnedField field) {
        object.put("root", field.root()).put("kind", field.kind()).put("namespace", field.namespace())
                .put("name", field.name()).put("container", field.container()).put("field", field.field())
                .put("value", field.value());
        place(object, field.origin());
        ArrayNode shared = object.putArray("shared_by");
        field.sharedBy().forEach(shared::add);
        ArrayNode shadowed = object.putArray("shadowed");
        field.shadowed().forEach(each -> place(shadowed.addObject(), each));
        object.put("rendered_path", field.renderedPath().toString()).put("note", field.note());
    }

    private static void place(ObjectNode object, Origin origin) {
        object.put("file", origin.file()).put("document", origin.document()).put("line", origin.line()).put("path",
                origin.path().toString());
    }
}
