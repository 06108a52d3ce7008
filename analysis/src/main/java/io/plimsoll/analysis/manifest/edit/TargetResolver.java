package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.common.ScalarStyle;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.Sharing;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.StepFailure;

/// Follows a path through the tree and refuses every place where a change would mean more, or less, than it says.
public final class TargetResolver {
    private static final int DEEPEST = 200;

    private final ManifestPath path;
    private final Sharing sharing;
    private Layer layer;
    private YamlDocument document;
    private boolean last;
    private List<YamlNode> chain = new ArrayList<>();

    private TargetResolver(Layer layer, int document, ManifestPath path, Sharing sharing) {
        this.path = path;
        this.sharing = sharing;
        this.layer = layer;
        if (document < 0 || document >= layer.tree().documents().size()) {
            throw Refusal.NO_SUCH_PATH.because(layer.text().file() + " has " + layer.tree().documents().size()
                    + " documents, none with number " + document + ".");
        }
        this.document = layer.tree().documents().get(document);
        step(this.document.root());
    }

    /// @throws StepFailure a `Refusal`
    public static Target resolve(Layer file, int document, ManifestPath path) {
        return resolve(file, document, path, Sharing.REFUSE);
    }

    /// @throws StepFailure a `Refusal`
    public static Target resolve(Layer file, int document, ManifestPath path, Sharing sharing) {
        TargetResolver resolver = new TargetResolver(file, document, path, sharing);
        List<ManifestPath.Step> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            resolver.last = i == steps.size() - 1;
            if (!resolver.follow(steps.get(i))) {
                return resolver.target(steps.subList(i, steps.size()));
            }
        }
        return resolver.target(List.of());
    }

    private Target target(List<ManifestPath.Step> rest) {
        List<String> missing = new ArrayList<>();
        for (ManifestPath.Step step : rest) {
            if (!(step instanceof ManifestPath.Key(String name))) {
                throw noSuchPath("list items and texts are not added");
            }
            missing.add(name);
        }
        return new Target(layer, document, chain, missing);
    }

    /// @return false when the step's key does not exist
    private boolean follow(ManifestPath.Step step) {
        return switch (step) {
            case ManifestPath.Key(String name) -> key(name);
            case ManifestPath.Index(int position) -> {
                List<YamlNode> items = chain.getLast() instanceof YamlNode.Sequence list ? list.items() : List.of();
                if (position >= items.size()) {
                    throw noSuchPath("the list has " + items.size() + " items");
                }
                yield step(items.get(position));
            }
            case ManifestPath.Match(String key, String value) -> match(key, value);
            case ManifestPath.Nested() -> nested();
        };
    }

    private boolean key(String name) {
        YamlNode node = chain.getLast();
        if (node instanceof YamlNode.Scalar scalar && scalar.nothing()) {
            return false;
        }
        if (!(node instanceof YamlNode.Mapping mapping)) {
            throw noSuchPath("there is no mapping that could hold " + name);
        }
        List<YamlNode.Entry> found = layer.entries(mapping, name);
        if (found.size() > 1) {
            throw Refusal.DUP_KEY.because(layer.place(found.getFirst().key().start()) + ": the key " + name + " of "
                    + path + " is written " + found.size() + " times.");
        }
        if (found.isEmpty()) {
            return merged(mapping, name);
        }
        YamlNode key = found.getFirst().key();
        if (Tokens.explicit(layer.text(), key)) {
            throw Refusal.EXPLICIT_KEY.because(layer.place(key.start()) + ": " + name + " is an explicit key.");
        }
        if (document.aliasesOf(key).size() > 0) {
            throw Refusal.ALIAS.because(layer.place(key.start()) + ": the key " + name + " is used elsewhere too.");
        }
        return step(found.getFirst().value());
    }

    /// @return false when no merge key brings the key either, or when it shall be written beside the merge key
    private boolean merged(YamlNode.Mapping mapping, String name) {
        Optional<YamlNode.Mapping> source = mapping.entries("<<").stream()
                .map(entry -> document.followed(entry.value()))
                .flatMap(node -> node instanceof YamlNode.Sequence list
                        ? list.items().stream().map(document::followed)
                        : Stream.of(node))
                .filter(YamlNode.Mapping.class::isInstance).map(YamlNode.Mapping.class::cast)
                .filter(from -> !from.entries(name).isEmpty() || !from.entries("<<").isEmpty()).findFirst();
        if (source.isEmpty() || sharing == Sharing.OVERRIDE && last) {
            return false;
        }
        if (sharing == Sharing.OVERRIDE) {
            throw Refusal.ALIAS
                    .because(place() + ": " + name + " of " + path + " comes as a whole from a merge key (<<) of "
                            + layer.place(source.get().start()) + "; to write a part of it here would lose the rest.");
        }
        if (sharing == Sharing.REFUSE || chain.size() > DEEPEST) {
            throw Refusal.ALIAS.because(place() + ": " + name + " of " + path + " comes from a merge key (<<) of "
                    + layer.place(source.get().start()) + "; it can be overridden here, or changed there.");
        }
        chain.add(source.get());
        return key(name);
    }

    private boolean match(String key, String value) {
        if (!(chain.getLast() instanceof YamlNode.Sequence sequence)) {
            throw noSuchPath("there is no list");
        }
        List<YamlNode> found = layer.items(document, sequence, new ManifestPath.Match(key, value));
        if (found.isEmpty()) {
            throw noSuchPath("no list item has " + key + " " + value);
        }
        if (found.size() > 1) {
            throw Refusal.DUP_KEY.because(layer.place(found.get(1).start()) + ": " + found.size()
                    + " list items have " + key + " " + value + ".");
        }
        return step(found.getFirst());
    }

    private boolean nested() {
        if (!(chain.getLast() instanceof YamlNode.Scalar scalar)) {
            throw noSuchPath("there is no text to look into");
        }
        if (scalar.style() == ScalarStyle.FOLDED) {
            throw Refusal.FOLDED.because(place() + ": the text that " + path + " leads into is folded.");
        }
        if (!scalar.literal()) {
            throw Refusal.BLOCK_SCALAR.because(
                    place() + ": the text that " + path + " leads into is no literal block (|).");
        }
        layer = layer.inside(scalar);
        if (layer.tree().documents().isEmpty()) {
            throw noSuchPath("the text is empty");
        }
        document = layer.tree().documents().getFirst();
        chain = new ArrayList<>();
        return step(document.root());
    }

    private boolean step(YamlNode node) {
        if (sharing == Sharing.ANCHOR && node instanceof YamlNode.Alias alias
                && document.target(alias) instanceof YamlNode shared) {
            return step(shared);
        }
        chain.add(node);
        if (node instanceof YamlNode.Alias alias) {
            throw Refusal.ALIAS.because(place() + ": " + path + " leads through the alias *" + alias.target() + ".");
        }
        List<YamlNode.Alias> copies = document.aliasesOf(node);
        if (!copies.isEmpty() && sharing != Sharing.ANCHOR) {
            String lines = copies.stream().map(copy -> layer.place(copy.start())).distinct().limit(8)
                    .collect(Collectors.joining(", "));
            throw Refusal.ALIAS.because(place() + ": &" + node.anchor() + " on the way to " + path
                    + " is used again at " + lines + ".");
        }
        if (Tokens.template(layer.text(), node)
                || node instanceof YamlNode.Scalar scalar && scalar.plain() && Templates.inValue(scalar.value())) {
            throw Refusal.TEMPLATE.because(place() + ": the value of " + path + " is filled in by a template.");
        }
        return true;
    }

    private String place() {
        return layer.place(chain.getLast().start());
    }

    private StepFailure noSuchPath(String why) {
        return Refusal.NO_SUCH_PATH.because(place() + ": nothing at " + path + ": " + why + ".");
    }
}
