package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// Appends an item to a list in block style, and makes the list at the end of its mapping if there is none. Proven like any
/// edit: all that was there is there still, and the item is what was asked for.
public final class ListGrowth {
    private static final Added NOTHING = new Added(null, "", -1);

    private final Layer before;
    private final ManifestText text;
    private final Target target;
    private final List<String> item;

    private ListGrowth(Layer before, Target target, List<String> item) {
        this.before = before;
        this.text = before.text();
        this.target = target;
        this.item = item;
    }

    /// @param list     to the list, or to the key of a mapping that it will get; not into a text
    /// @param item     lines of YAML, indented as if they stood alone
    /// @throws StepFailure a `Refusal`
    public static byte[] append(String file, byte[] content, int document, ManifestPath list, List<String> item) {
        Layer layer = Layer.file(file, content);
        EditStep.check(layer);
        Target target = TargetResolver.resolve(layer, document, list);
        ListGrowth growth = new ListGrowth(layer, target, item);
        Splice splice = target.exists() ? growth.intoList() : growth.asNewList();
        byte[] grown = new ManifestText(file, Splice.applied(layer.text().text(), List.of(splice))).encode();
        growth.prove(file, grown, document, list, splice);
        return grown;
    }

    private Splice intoList() {
        if (!(target.node() instanceof YamlNode.Sequence list) || list.flow() || list.items().isEmpty()) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": here is no list with an item on each line.");
        }
        int dash = text.text().lastIndexOf('-', list.items().getLast().start() - 1);
        if (dash < text.lineStart(dash) || !text.text().substring(text.lineStart(dash), dash).isBlank()) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": the list's items don't start lines.");
        }
        int at = Indentation.growsAt(text, list, target);
        return splice(at, "", text.column(dash));
    }

    private Splice asNewList() {
        if (target.missing().size() != 1 || !(target.node() instanceof YamlNode.Mapping mapping) || mapping.flow()
                || mapping.entries().isEmpty()) {
            throw Refusal.NO_SUCH_PATH.because(target.shown() + ": here is no mapping that a list could be added to.");
        }
        int column = text.column(mapping.entries().getFirst().key().start());
        int inner = mapping.entries().stream().map(YamlNode.Entry::value)
                .filter(value -> value instanceof YamlNode.Sequence list && !list.flow() && !list.items().isEmpty())
                .map(value -> text.column(text.text().lastIndexOf('-', value.end() == value.start()
                        ? value.start()
                        : ((YamlNode.Sequence) value).items().getFirst().start() - 1)))
                .findFirst().orElse(column + 2);
        int at = Indentation.growsAt(text, mapping, target);
        return splice(at, "\n" + " ".repeat(column) + ScalarWriter.key(target.missing().getFirst(), false) + ":",
                inner);
    }

    private Splice splice(int at, String head, int column) {
        StringBuilder lines = new StringBuilder(head);
        for (int i = 0; i < item.size(); i++) {
            String line = item.get(i);
            lines.append('\n').append(line.isEmpty() ? "" : " ".repeat(column) + (i == 0 ? "- " : "  ") + line);
        }
        return new Splice(at, at, lines.toString().replace("\n", text.lineBreak(at)));
    }

    private void prove(String file, byte[] grown, int document, ManifestPath list, Splice splice) {
        Layer after = Layer.file(file, grown);
        Target now = TargetResolver.resolve(after, document, list);
        YamlNode wanted = YamlTree.parse(new ManifestText(file, item.stream().collect(Collectors.joining("\n"))))
                .documents().getFirst().root();
        boolean proven = now.node() instanceof YamlNode.Sequence sequence && !sequence.items().isEmpty()
                && same(wanted, sequence.items().getLast(), NOTHING)
                && Proof.untouchedOutside(before.tree(), after.text(), List.of(splice))
                && holds(before, after, document, new Added(target.node(),
                        target.exists() ? "" : target.missing().getFirst(), -1));
        if (!proven) {
            throw Refusal.PROOF_FAILED.because("The edited " + file + " would differ in more than was asked.");
        }
    }

    /// What a larger tree has more than a smaller one.
    ///
    /// @param node     of the smaller tree, which grew; null for nothing
    /// @param key      of the new entry, if it is a mapping
    /// @param position of the new entry or item; -1 for the last
    record Added(@Nullable YamlNode node, String key, int position) {
        private int at(List<YamlNode> nodes) {
            return position < 0 ? nodes.size() - 1 : position;
        }

        private YamlNode of(List<YamlNode> nodes) {
            return nodes.get(at(nodes));
        }

        private List<YamlNode> without(List<YamlNode> nodes) {
            List<YamlNode> left = new ArrayList<>(nodes);
            left.remove(at(nodes));
            return left;
        }
    }

    /// Whether two files are equal but for what was added to one document.
    static boolean holds(Layer smaller, Layer larger, int document, Added added) {
        List<YamlDocument> was = smaller.tree().documents();
        List<YamlDocument> is = larger.tree().documents();
        boolean holds = was.size() == is.size();
        for (int i = 0; holds && i < was.size(); i++) {
            holds = was.get(i).head().equals(is.get(i).head())
                    && same(was.get(i).root(), is.get(i).root(), i == document ? added : NOTHING);
        }
        return holds;
    }

    @SuppressWarnings("ReferenceEquality") // an equal node elsewhere is another node
    private static boolean same(YamlNode old, YamlNode now, Added added) {
        boolean here = old == added.node();
        return Objects.equals(old.anchor(), now.anchor()) && switch (old) {
            case YamlNode.Alias alias -> now instanceof YamlNode.Alias that && alias.target().equals(that.target());
            case YamlNode.Scalar scalar -> now instanceof YamlNode.Scalar that && scalar.style() == that.style()
                    && Objects.equals(scalar.tag(), that.tag()) && scalar.value().equals(that.value());
            case YamlNode.Sequence list -> now instanceof YamlNode.Sequence that && list.flow() == that.flow()
                    && Objects.equals(list.tag(), that.tag())
                    && that.items().size() == list.items().size() + (here ? 1 : 0)
                    && allSame(list.items(), here ? added.without(that.items()) : that.items(), added);
            case YamlNode.Mapping mapping -> now instanceof YamlNode.Mapping that && mapping.flow() == that.flow()
                    && Objects.equals(mapping.tag(), that.tag())
                    && that.entries().size() == mapping.entries().size() + (here ? 1 : 0)
                    && (!here || added.of(keys(that)) instanceof YamlNode.Scalar key
                            && key.value().equals(added.key()))
                    && allSame(keys(mapping), here ? added.without(keys(that)) : keys(that), added)
                    && allSame(values(mapping), here ? added.without(values(that)) : values(that), added);
        };
    }

    private static boolean allSame(List<YamlNode> old, List<YamlNode> now, Added added) {
        for (int i = 0; i < old.size(); i++) {
            if (!same(old.get(i), now.get(i), added)) {
                return false;
            }
        }
        return true;
    }

    private static List<YamlNode> keys(YamlNode.Mapping mapping) {
        return mapping.entries().stream().map(YamlNode.Entry::key).toList();
    }

    private static List<YamlNode> values(YamlNode.Mapping mapping) {
        return mapping.entries().stream().map(YamlNode.Entry::value).toList();
    }
}
