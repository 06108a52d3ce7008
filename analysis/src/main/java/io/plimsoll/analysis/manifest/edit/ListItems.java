package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.plimsoll.analysis.manifest.EditedManifest;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// Items of a list in block style, told apart by their text.
public final class ListItems {
    private final Layer layer;
    private final ManifestText text;
    private final Target target;
    private final ManifestPath list;

    private ListItems(Layer layer, int document, ManifestPath list) {
        this.layer = layer;
        this.list = list;
        this.text = layer.text();
        this.target = TargetResolver.resolve(layer, document, list);
    }

    /// Whether a file has the item already that its one edit would add.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure a `Refusal`
    public static boolean holds(String file, byte[] content, EditedManifest edited) {
        int document = edited.edits().getFirst().edit().document();
        ManifestPath list = NewItems.list(edited.edits().getFirst().edit().path());
        ListItems now = new ListItems(Layer.file(file, content), document, list);
        ListItems grown = new ListItems(Layer.file(file, edited.content()), document, list);
        return now.positions(grown.lines(grown.items().size() - 1)).length > 0;
    }

    /// See `ManifestEditor.withdrawItem`.
    public static byte[] withdrawn(String file, byte[] content, int document, ManifestPath item, byte[] made) {
        ManifestPath list = NewItems.list(item);
        int position = ((ManifestPath.Index) item.steps().getLast()).position();
        List<String> lines = new ListItems(Layer.file(file, made), document, list).lines(position);
        ListItems now = new ListItems(Layer.file(file, content), document, list);
        int[] found = now.positions(lines);
        if (found.length == 0) {
            throw Refusal.STALE_OLD_VALUE.because(file + ": no item of " + list + " is as it was added.");
        }
        return now.without(found[found.length - 1], document);
    }

    private List<YamlNode> items() {
        return target.exists() && target.node() instanceof YamlNode.Sequence list && !list.flow()
                ? list.items()
                : List.of();
    }

    private int[] positions(List<String> lines) {
        return IntStream.range(0, items().size()).filter(i -> lines(i).equals(lines)).toArray();
    }

    private int dash(int position) {
        return text.text().lastIndexOf('-', items().get(position).start() - 1);
    }

    private int end(int position) {
        return text.lineEnd(Indentation.lastLeafEnd(text, items().get(position)));
    }

    /// From the dash on, as if it stood in the first column.
    private List<String> lines(int position) {
        int dash = dash(position);
        String margin = " ".repeat(text.column(dash));
        List<String> lines = new ArrayList<>();
        text.text().substring(dash, end(position)).lines()
                .forEach(line -> lines.add(line.startsWith(margin) && !lines.isEmpty()
                        ? line.substring(margin.length())
                        : line));
        return lines;
    }

    private byte[] without(int position, int document) {
        if (items().size() > 1) {
            return without(dash(position), end(position), document, list, new ListGrowth.Added(null, "", position));
        }
        YamlNode above = target.chain().size() > 1 ? target.chain().get(target.chain().size() - 2) : target.node();
        List<YamlNode.Entry> entries = above instanceof YamlNode.Mapping mapping ? mapping.entries() : List.of();
        int at = IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).value().start() == target.node().start()).findFirst().orElse(-1);
        if (entries.size() < 2 || at < 0) {
            throw Refusal.STALE_OLD_VALUE.because(target.shown() + ": the item is all that is left here.");
        }
        return without(entries.get(at).key().start(), end(position), document, list.parent(),
                new ListGrowth.Added(null, list.keyFromEnd(0), at));
    }

    /// Takes whole lines out.
    ///
    /// @param grown to what has one item or entry less then
    private byte[] without(int first, int end, int document, ManifestPath grown, ListGrowth.Added added) {
        int start = text.lineStart(first);
        int from = Indentation.beforeBreak(text, start);
        Splice splice = from == start && text.nextLine(end) >= 0
                ? new Splice(start, text.nextLine(end), "")
                : new Splice(from, end, "");
        byte[] left = new ManifestText(text.file(), Splice.applied(text.text(), List.of(splice))).encode();
        Layer after = Layer.file(text.file(), left);
        YamlNode node = TargetResolver.resolve(after, document, grown).node();
        if (!ListGrowth.holds(after, layer, document,
                new ListGrowth.Added(node, added.key(), added.position()))) {
            throw Refusal.PROOF_FAILED.because(text.file() + " would differ in more than the item.");
        }
        return left;
    }
}
