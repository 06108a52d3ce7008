package io.plimsoll.analysis.manifest.owner.kustomize;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;

/// Makes the config maps and secrets of `configMapGenerator` and `secretGenerator`. A value of a literal has the literal as
/// its origin, one of a file the whole file.
final class Generators {
    private final Sources sources;
    private final Kustomization from;
    private final ResourceMap resources;

    Generators(Sources sources, Kustomization from, ResourceMap resources) {
        this.sources = sources;
        this.from = from;
        this.resources = resources;
    }

    /// @throws io.plimsoll.analysis.task.StepFailure when kustomize would refuse it, or a file is missing
    void run() {
        from.items("configMapGenerator").forEach(entry -> absorb(made(entry, "ConfigMap"), entry));
        from.items("secretGenerator").forEach(entry -> absorb(made(entry, "Secret"), entry));
    }

    private Resource made(Value entry, String kind) {
        Value.Fields tree = new Value.Fields();
        tree.entries().put("apiVersion", Value.Leaf.made("v1"));
        tree.entries().put("kind", Value.Leaf.made(kind));
        Value.Fields metadata = Resource.child(tree, "metadata");
        metadata.entries().put("name", Value.Leaf.made(entry.text("name")));
        if (!entry.text("namespace").isEmpty()) {
            metadata.entries().put("namespace", Value.Leaf.made(entry.text("namespace")));
        }
        if (kind.equals("Secret")) {
            String type = entry.text("type");
            tree.entries().put("type", Value.Leaf.made(type.isEmpty() ? "Opaque" : type));
        }
        for (String map : List.of("labels", "annotations")) {
            copy(from.tree().at("generatorOptions", map), metadata, map);
            copy(entry.at("options", map), metadata, map);
        }
        new GeneratedData(sources, from, tree, kind.equals("Secret")).fill(entry);
        boolean plainName = yes(entry, "disableNameSuffixHash");
        return new Resource(tree).generated(entry.text("behavior"), !plainName);
    }

    private boolean yes(Value entry, String option) {
        return entry.text("options", option).equals("true")
                || from.tree().text("generatorOptions", option).equals("true");
    }

    private static void copy(@Nullable Value pairs, Value.Fields metadata, String map) {
        if (pairs instanceof Value.Fields fields && !fields.entries().isEmpty()) {
            Resource.child(metadata, map).entries().putAll(fields.entries());
        }
    }

    private void absorb(Resource made, Value entry) {
        List<Resource> old = resources.ever(made.id());
        boolean joins = made.behavior().equals("merge") || made.behavior().equals("replace");
        if (old.size() > 1 || joins == old.isEmpty()) {
            throw Refused.invalid("The generator of " + made.id() + " (" + entry.text("behavior") + ") finds "
                    + old.size() + " objects of that name.");
        }
        if (old.isEmpty()) {
            resources.append(made);
            return;
        }
        Resource before = old.getFirst();
        for (String map : List.of("labels", "annotations")) {
            under(before.tree().at("metadata", map), made.metadata(), map);
        }
        made.rename(before.name());
        made.moveTo(before.namespace());
        made.remember(before.previousIds());
        if (made.behavior().equals("merge")) {
            under(before.tree().at("data"), made.tree(), "data");
            under(before.tree().at("binaryData"), made.tree(), "binaryData");
        }
        resources.replace(before, made.generated(made.behavior(), made.hashed() && before.hashed()));
    }

    /// What `old` holds is kept where the new mapping says nothing.
    private static void under(@Nullable Value old, Value.Fields parent, String key) {
        if (!(old instanceof Value.Fields fields) || fields.entries().isEmpty()) {
            return;
        }
        Value.Fields mapping = Resource.child(parent, key);
        fields.entries().forEach((name, value) -> {
            Value present = mapping.get(name);
            mapping.entries().put(name, present instanceof Value.Leaf leaf ? leaf.over(value) : value);
        });
    }

    /// The data of one generator entry.
    private record GeneratedData(Sources sources, Kustomization from, Value.Fields tree, boolean secret) {
        void fill(Value entry) {
            String env = entry.text("env");
            if (!env.isEmpty()) {
                variables(env);
            }
            entry.items("envs").forEach(file -> variables(file.text()));
            entry.items("literals").forEach(this::literal);
            entry.items("files").forEach(file -> file(file.text()));
        }

        private void variables(String path) {
            String file = from.resolve(path);
            String[] lines = sources.text(file).replaceFirst("^\uFEFF", "").split("\r?\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String line = lines[i].stripLeading();
                int equals = line.indexOf('=');
                if (!line.isEmpty() && !line.startsWith("#")) {
                    put(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1),
                            new Origin(file, 0, i + 1, ManifestPath.ROOT));
                }
            }
        }

        private void literal(Value literal) {
            int equals = literal.text().indexOf('=');
            if (equals <= 0) {
                throw Refused.invalid("Not a literal key=value: " + literal.text() + ".");
            }
            String value = literal.text().substring(equals + 1);
            boolean quoted = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0
                    && value.charAt(0) == value.charAt(value.length() - 1);
            put(literal.text().substring(0, equals), quoted ? value.substring(1, value.length() - 1) : value,
                    literal instanceof Value.Leaf leaf ? leaf.origin() : null);
        }

        private void file(String source) {
            int equals = source.indexOf('=');
            String file = from.resolve(source.substring(equals + 1));
            String key = equals < 0 ? ClonePaths.name(file) : source.substring(0, equals);
            byte[] content = sources.content(file);
            String text = new String(content, StandardCharsets.UTF_8);
            if (!secret && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), content)) {
                Resource.child(tree, "binaryData").entries().put(key,
                        Value.Leaf.made(Base64.getEncoder().encodeToString(content)));
            } else if (secret) {
                put(key, Base64.getEncoder().encodeToString(content), null, true);
            } else {
                put(key, text, new Origin(file, 0, 1, ManifestPath.ROOT));
            }
        }

        private void put(String key, String value, @Nullable Origin origin) {
            put(key, value, origin, false);
        }

        private void put(String key, String value, @Nullable Origin origin, boolean encoded) {
            String stored = secret && !encoded
                    ? Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
                    : value;
            Value.Fields data = Resource.child(tree, "data");
            if (data.entries().put(key, new Value.Leaf(stored, false, origin, List.of())) != null) {
                throw Refused.invalid("The key " + key + " is generated twice.");
            }
        }
    }
}
