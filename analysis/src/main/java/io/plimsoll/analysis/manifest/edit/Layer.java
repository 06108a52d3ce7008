package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;

/// A YAML text: the file itself, or what a literal block scalar of another layer holds. Remembers what it was asked, so it
/// belongs to one thread.
public final class Layer {
    private final YamlTree tree;
    private final @Nullable Layer outer;
    private final @Nullable LiteralBlock block;
    private final int start;
    private final Map<YamlNode.Scalar, Layer> inner = new IdentityHashMap<>();

    private final Map<YamlNode.Mapping, Map<String, List<YamlNode.Entry>>> keys = new IdentityHashMap<>();
    private final Map<YamlNode.Sequence, Map<ManifestPath.Match, List<YamlNode>>> names = new IdentityHashMap<>();

    private Layer(YamlTree tree, @Nullable Layer outer, @Nullable LiteralBlock block, int start) {
        this.start = start;
        this.tree = tree;
        this.outer = outer;
        this.block = block;
    }

    /// @throws io.plimsoll.analysis.task.StepFailure TOO_LARGE, LFS, NOT_UTF8, PARSE or TEMPLATE
    public static Layer file(String file, byte[] content) {
        return of(YamlTree.parse(ManifestText.decode(file, content)));
    }

    public static Layer of(YamlTree tree) {
        return new Layer(tree, null, null, 0);
    }

    /// The YAML that a literal block holds; the same layer each time.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure PARSE, TEMPLATE or BLOCK_SCALAR
    public Layer inside(YamlNode.Scalar scalar) {
        Layer known = inner.get(scalar);
        if (known == null) {
            LiteralBlock opened = LiteralBlock.of(text(), scalar);
            String name = text().file() + ":" + text().line(scalar.start()) + ">";
            known = new Layer(YamlTree.parse(new ManifestText(name, opened.inner())), this, opened,
                    scalar.start());
            inner.put(scalar, known);
        }
        return known;
    }

    /// The YAML that a folded or quoted value holds, for reading only: its characters have no places of their own.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure PARSE or TEMPLATE
    public Layer decoded(YamlNode.Scalar scalar) {
        String name = text().file() + ":" + text().line(scalar.start()) + ">";
        return new Layer(YamlTree.parse(new ManifestText(name, scalar.value())), this, null, scalar.start());
    }

    /// As `Mapping.entries`, quick for a mapping of thousands.
    List<YamlNode.Entry> entries(YamlNode.Mapping mapping, String key) {
        return keys.computeIfAbsent(mapping, unseen -> unseen.entries().stream()
                .filter(entry -> entry.key() instanceof YamlNode.Scalar)
                .collect(Collectors.groupingBy(entry -> ((YamlNode.Scalar) entry.key()).value())))
                .getOrDefault(key, List.of());
    }

    /// The items of a list whose key has the wanted value.
    List<YamlNode> items(YamlDocument document, YamlNode.Sequence sequence, ManifestPath.Match wanted) {
        Map<ManifestPath.Match, List<YamlNode>> known = names.computeIfAbsent(sequence, unseen -> new HashMap<>());
        ManifestPath.Match indexed = new ManifestPath.Match(wanted.key(), "");
        if (known.putIfAbsent(indexed, List.of()) == null) {
            for (YamlNode item : sequence.items()) {
                if (document.followed(item) instanceof YamlNode.Mapping map
                        && map.get(wanted.key()) instanceof YamlNode node
                        && document.followed(node) instanceof YamlNode.Scalar scalar && !scalar.value().isEmpty()) {
                    known.computeIfAbsent(new ManifestPath.Match(wanted.key(), scalar.value()),
                            unseen -> new ArrayList<>()).add(item);
                }
            }
        }
        return known.getOrDefault(wanted, List.of());
    }

    /// The layer inside, if somebody looked into it.
    @Nullable
    Layer opened(YamlNode.Scalar scalar) {
        return inner.get(scalar);
    }

    public YamlTree tree() {
        return tree;
    }

    public ManifestText text() {
        return tree.text();
    }

    /// File offset of an offset in this layer.
    public int inFile(int offset) {
        if (outer == null) {
            return offset;
        }
        return outer.inFile(block == null ? start : block.toOuter(offset));
    }

    /// Whether what ends here ends the text, and that without a line break.
    boolean endsOpen(int offset) {
        LiteralBlock here = block;
        return here != null && here.stripped()
                ? text().text().substring(offset).isBlank()
                : text().endsOpen(offset);
    }

    /// The same splices on the file's text.
    List<Splice> inFile(List<Splice> splices) {
        LiteralBlock here = block;
        if (outer == null) {
            return splices;
        }
        if (here == null) {
            throw new IllegalStateException("A text that is for reading only can't be spliced");
        }
        return outer.inFile(splices.stream().map(here::toOuter).toList());
    }

    /// Where an offset of this layer is, for messages.
    public String place(int offset) {
        return file().text().file() + ":" + file().text().line(inFile(offset));
    }

    public Layer file() {
        return outer == null ? this : outer.file();
    }
}
