package io.plimsoll.analysis.manifest.owner.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.edit.Layer;
import io.plimsoll.analysis.manifest.edit.TargetResolver;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// The clone's files, each parsed once. For one thread.
public final class Sources {
    private final Map<String, byte[]> files;
    private final SortedSet<String> folders = new TreeSet<>();
    private final Set<String> checked = new HashSet<>();
    private final Map<String, Layer> layers = new HashMap<>();
    private final Map<String, List<Value>> documents = new HashMap<>();

    /// @param files path from the clone's top, with `/`, and content; not copied
    public Sources(Map<String, byte[]> files) {
        this.files = files;
        for (String file : files.keySet()) {
            String folder = ClonePaths.folder(file);
            while (folders.add(folder) && !folder.equals(".")) {
                folder = ClonePaths.folder(folder);
            }
        }
        folders.add(".");
    }

    public boolean isFile(String path) {
        return files.containsKey(path);
    }

    public boolean isFolder(String path) {
        return folders.contains(path);
    }

    /// All folders that hold a file, the clone's top included.
    public SortedSet<String> folders() {
        return folders;
    }

    /// @throws StepFailure NO_SUCH_FILE
    public byte[] content(String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw StepFailure.badInput("NO_SUCH_FILE", "There is no file " + file + " in the clone.",
                    "Correct the reference, or add the file.");
        }
        return content;
    }

    /// @throws StepFailure NO_SUCH_FILE, TOO_LARGE, LFS or NOT_UTF8
    public String text(String file) {
        return ManifestText.decode(file, content(file)).text();
    }

    /// The documents of a YAML or JSON file, empty ones included as `null` values. Copy before changing.
    ///
    /// @throws StepFailure NO_SUCH_FILE, TOO_LARGE, LFS, NOT_UTF8, PARSE or TEMPLATE
    public List<Value> documents(String file) {
        List<Value> known = documents.get(file);
        if (known == null) {
            Layer layer = layer(file);
            List<YamlDocument> parsed = layer.tree().documents();
            ValueReader reader = new ValueReader(layer, file);
            known = IntStream.range(0, parsed.size())
                    .mapToObj(i -> reader.read(parsed.get(i), i, ManifestPath.ROOT)).toList();
            documents.put(file, known);
        }
        return known;
    }

    /// @throws StepFailure DUP_KEY if a mapping of the file has a key twice, which kustomize refuses; or as `documents`
    public void checkKeys(String file) {
        if (!checked.contains(file)) {
            layer(file).tree().documents().forEach(document -> UniqueKeys.check(layer(file), document.root()));
            checked.add(file);
        }
    }

    /// The same for the YAML that a single value holds.
    public static void checkKeys(Value.Leaf text) {
        Origin origin = text.origin();
        Layer layer = Layer.of(YamlTree.parse(new ManifestText(origin == null ? "text" : origin.file(), text.text())));
        layer.tree().documents().forEach(document -> UniqueKeys.check(layer, document.root()));
    }

    /// The documents of the YAML that a single value holds, with the places of their leaves in the file. Those after the
    /// first have the whole text as their place, for no path leads to them.
    ///
    /// @throws StepFailure as `documents`
    public List<Value> inside(Value.Leaf leaf) {
        Origin origin = leaf.origin();
        if (origin == null) {
            return parsed(leaf.text(), null);
        }
        if (origin.path().steps().isEmpty() && text(origin.file()).equals(leaf.text())) {
            return documents(origin.file());
        }
        Layer inner = innerLayer(leaf, origin);
        if (inner == null) {
            return parsed(leaf.text(), origin);
        }
        List<YamlDocument> parsed = inner.tree().documents();
        ValueReader reader = new ValueReader(inner, origin.file());
        return IntStream.range(0, parsed.size()).mapToObj(i -> i == 0
                ? reader.read(parsed.get(i), origin.document(), origin.path().nested())
                : ValueReader.placed(reader.read(parsed.get(i), i, ManifestPath.ROOT), origin)).toList();
    }

    private @Nullable Layer innerLayer(Value.Leaf leaf, Origin origin) {
        try {
            if (TargetResolver.resolve(layer(origin.file()), origin.document(), origin.path())
                    .node() instanceof YamlNode.Scalar scalar && scalar.value().equals(leaf.text())) {
                Layer outer = TargetResolver.resolve(layer(origin.file()), origin.document(), origin.path()).layer();
                return scalar.literal() ? outer.inside(scalar) : outer.decoded(scalar);
            }
        } catch (StepFailure e) {
            return null;
        }
        return null;
    }

    private static List<Value> parsed(String text, @Nullable Origin origin) {
        String name = origin == null ? "text" : origin.file();
        Layer layer = Layer.of(YamlTree.parse(new ManifestText(name, text)));
        ValueReader reader = new ValueReader(layer, name);
        return layer.tree().documents().stream()
                .map(document -> ValueReader.placed(reader.read(document, 0, ManifestPath.ROOT), origin)).toList();
    }

    private Layer layer(String file) {
        Layer known = layers.get(file);
        if (known == null) {
            known = Layer.file(file, content(file));
            layers.put(file, known);
        }
        return known;
    }
}
