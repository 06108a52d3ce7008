package io.plimsoll.analysis.manifest.edit;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;

/// A YAML text: the file itself, or what a literal block scalar of another layer holds.
public final class Layer {
    private final YamlTree tree;
    private final @Nullable Layer outer;
    private final @Nullable LiteralBlock block;
    private final Map<YamlNode.Scalar, Layer> inner = new IdentityHashMap<>();

    private Layer(YamlTree tree, @Nullable Layer outer, @Nullable LiteralBlock block) {
        this.tree = tree;
        this.outer = outer;
        this.block = block;
    }

    /// @throws io.plimsoll.analysis.task.StepFailure TOO_LARGE, LFS, NOT_UTF8, PARSE or TEMPLATE
    public static Layer file(String file, byte[] content) {
        return of(YamlTree.parse(ManifestText.decode(file, content)));
    }

    public static Layer of(YamlTree tree) {
        return new Layer(tree, null, null);
    }

    /// The YAML that a literal block holds; the same layer each time.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure PARSE, TEMPLATE or BLOCK_SCALAR
    public Layer inside(YamlNode.Scalar scalar) {
        Layer known = inner.get(scalar);
        if (known == null) {
            LiteralBlock opened = LiteralBlock.of(text(), scalar);
            String name = text().file() + ":" + text().line(scalar.start()) + ">";
            known = new Layer(YamlTree.parse(new ManifestText(name, opened.inner())), this, opened);
            inner.put(scalar, known);
        }
        return known;
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
        return outer == null || block == null ? offset : outer.inFile(block.toOuter(offset));
    }

    /// The same splices on the file's text.
    List<Splice> inFile(List<Splice> splices) {
        LiteralBlock here = block;
        return outer == null || here == null ? splices : outer.inFile(splices.stream().map(here::toOuter).toList());
    }

    /// Where an offset of this layer is, for messages.
    public String place(int offset) {
        return file().text().file() + ":" + file().text().line(inFile(offset));
    }

    public Layer file() {
        return outer == null ? this : outer.file();
    }
}
