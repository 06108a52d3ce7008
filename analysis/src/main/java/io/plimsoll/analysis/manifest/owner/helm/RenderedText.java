package io.plimsoll.analysis.manifest.owner.helm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.Piece;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;

/// A template's result as objects whose leaves know their sources. One use.
final class RenderedText {
    private static final int DEEPEST = 100;
    static final String LITERAL = "literal in a template";

    private final MaskedPlaces places;
    private final TreeMap<Integer, Piece> pieces = new TreeMap<>();
    private final String text;
    private final Rendered rendered = new Rendered();
    private final List<ManifestPath.Step> trail = new ArrayList<>();

    RenderedText(List<Piece> parts, MaskedPlaces places) {
        this.places = places;
        StringBuilder all = new StringBuilder();
        for (Piece piece : parts) {
            if (!piece.text().isEmpty()) {
                pieces.put(all.length(), piece);
                all.append(piece.text());
            }
        }
        this.text = all.toString();
    }

    /// @throws io.plimsoll.analysis.task.StepFailure PARSE or TEMPLATE if the result is no YAML
    Rendered read(String file) {
        for (YamlDocument document : YamlTree.parse(new ManifestText(file, text)).documents()) {
            Value value = value(document, document.root());
            if (value instanceof Value.Fields fields && !fields.text("kind").isEmpty()) {
                rendered.objects().add(fields);
            }
        }
        return rendered;
    }

    private Value value(YamlDocument document, YamlNode unresolved) {
        YamlNode node = document.followed(unresolved);
        if (trail.size() > DEEPEST) {
            return new Value.Leaf("", true, null, List.of());
        }
        return switch (node) {
            case YamlNode.Scalar scalar -> leaf(scalar);
            case YamlNode.Alias dangling -> Value.Leaf.made("");
            case YamlNode.Sequence list -> {
                Value.Items items = new Value.Items();
                for (int i = 0; i < list.items().size(); i++) {
                    trail.add(new ManifestPath.Index(i));
                    items.values().add(value(document, list.items().get(i)));
                    trail.removeLast();
                }
                yield items;
            }
            case YamlNode.Mapping mapping -> {
                Value.Fields fields = new Value.Fields();
                for (YamlNode.Entry entry : mapping.entries()) {
                    if (entry.key() instanceof YamlNode.Scalar key) {
                        trail.add(new ManifestPath.Key(key.value()));
                        fields.entries().put(key.value(), value(document, entry.value()));
                        trail.removeLast();
                    }
                }
                yield fields;
            }
        };
    }

    private Value.Leaf leaf(YamlNode.Scalar scalar) {
        List<Piece> parts = parts(scalar.start(), scalar.end());
        Set<String> notes = new LinkedHashSet<>();
        parts.forEach(part -> notes.addAll(part.doubt()));
        List<Piece> valued = parts.stream().filter(part -> part.value() != null
                && part.value().origin() != null && !part.text().isBlank()).toList();
        Value.Leaf leaf;
        if (valued.isEmpty()) {
            leaf = new Value.Leaf(scalar.value(), scalar.plain(), literal(parts), List.of());
            notes.add(LITERAL);
        } else {
            HelmValue.Scalar source = Objects.requireNonNull(valued.getFirst().value());
            leaf = new Value.Leaf(scalar.value(), scalar.plain(), source.origin(), source.shadowed());
            if (valued.stream().map(Piece::value).distinct().count() > 1) {
                notes.add("made of several values");
            }
        }
        rendered.notes().put(leaf, String.join("; ", notes));
        return leaf;
    }

    private @Nullable Origin literal(List<Piece> parts) {
        Piece first = parts.stream().filter(part -> !part.text().isBlank() && !part.file().isEmpty()).findFirst()
                .orElse(null);
        return first == null ? null : places.at(first.file(), first.offset(), new ManifestPath(trail));
    }

    /// The parts that a stretch of the text is made of, cut to it; quotes at its ends left out.
    private List<Piece> parts(int start, int end) {
        int from = start;
        int to = end;
        if (to - from > 1 && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
            from++;
            to--;
        }
        List<Piece> parts = new ArrayList<>();
        Integer first = pieces.floorKey(from);
        if (first != null) {
            for (var each : pieces.subMap(first, true, Math.max(to, first + 1), false).entrySet()) {
                int begin = Math.max(from, each.getKey()) - each.getKey();
                int stop = Math.min(to, each.getKey() + each.getValue().text().length()) - each.getKey();
                if (begin < stop) {
                    parts.add(each.getValue().part(begin, stop));
                }
            }
        }
        return parts;
    }
}
