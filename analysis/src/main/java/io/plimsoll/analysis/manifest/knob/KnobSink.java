package io.plimsoll.analysis.manifest.knob;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.edit.EditStep;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.edit.Target;
import io.plimsoll.analysis.manifest.edit.TargetResolver;
import io.plimsoll.analysis.manifest.edit.Tokens;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.StepFailure;

/// Takes the knobs that finders report. The first report of a place counts, so the finders that know more come first.
final class KnobSink {
    private final Layer file;
    private final String sealed;
    private final Map<Place, Found> found;
    private final ManifestObject object;
    private final int document;
    private final String warning;

    private KnobSink(Layer file, String sealed, Map<Place, Found> found, ManifestObject object,
            int document, String warning) {
        this.file = file;
        this.sealed = sealed;
        this.found = found;
        this.object = object;
        this.document = document;
        this.warning = warning;
    }

    /// @param sealed why nothing in the file can be edited; empty if it can
    static KnobSink of(Layer file, String sealed, ManifestObject object, int document) {
        return new KnobSink(file, sealed, new HashMap<>(), object, document, "");
    }

    /// The same collection for another object.
    KnobSink in(ManifestObject other, int otherDocument) {
        return new KnobSink(file, sealed, found, other, otherDocument, warning);
    }

    KnobSink in(ManifestObject other) {
        return in(other, document);
    }

    ManifestObject object() {
        return object;
    }

    /// The same collection, with a remark on each knob that follows.
    KnobSink warned(String remark) {
        return new KnobSink(file, sealed, found, object, document, remark);
    }

    void add(Cursor value, String container, String field) {
        add(value, container, field, value.path());
    }

    /// @param meaning the path that the value will have when it is used, where it differs from its own: that of a patch's
    ///                target, or of a chart parameter
    void add(Cursor value, String container, String field, ManifestPath meaning) {
        YamlNode node = value.node();
        if (node == null) {
            return;
        }
        Place key = new Place(document, value.path());
        boolean template = Tokens.template(value.layer().text(), node);
        if (found.containsKey(key)
                || !template && (!(node instanceof YamlNode.Scalar scalar) || scalar.nothing())) {
            return;
        }
        String text = shown(value);
        String reason = sealed.isEmpty() ? refusal(value.path()) : sealed;
        String remark = reason.isEmpty() ? remark(meaning, text) : reason;
        String kind = object.kind().isEmpty() ? "HelmValues" : object.kind();
        Knob knob = new Knob(object.file(), document, value.path(), kind, object.namespace(), object.name(), container,
                field, text, GrammarRules.at(object.kind(), meaning, text), reason.isEmpty(), remark);
        found.put(key, new Found(knob, value.layer().inFile(node.start())));
    }

    /// The author's text: decoded, or as it stands in the file where a template fills it in.
    static String shown(Cursor value) {
        YamlNode node = value.node();
        return node == null || node instanceof YamlNode.Scalar
                ? value.text()
                : value.layer().text().text().substring(node.start(), node.end()).strip();
    }

    private String remark(ManifestPath path, String text) {
        boolean half = text.endsWith("m") && path.keyFromEnd(0).equals("memory") && text.matches("[0-9]+m")
                && GrammarRules.at(object.kind(), path, text).name()
                        .equals("KUBERNETES");
        return half
                ? "m means thousandths here: " + text + " is less than one byte a unit; Mi was probably meant"
                : warning;
    }

    private String refusal(ManifestPath path) {
        try {
            Target target = TargetResolver.resolve(file, document, path);
            if (target.exists()) {
                EditStep.replaceable(target);
                return "";
            }
            return "ALIAS: the value comes from another place";
        } catch (StepFailure e) {
            return e.code() + ": " + e.message();
        }
    }

    List<Knob> knobs() {
        List<Found> sorted = new ArrayList<>(found.values());
        sorted.sort(Comparator.comparingInt((Found each) -> each.knob.document()).thenComparingInt(Found::offset)
                .thenComparing(each -> each.knob.path().toString()));
        return sorted.stream().map(Found::knob).toList();
    }

    private record Place(int document, ManifestPath path) {}

    private record Found(Knob knob, int offset) {}
}
