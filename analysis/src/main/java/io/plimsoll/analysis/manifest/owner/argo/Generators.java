package io.plimsoll.analysis.manifest.owner.argo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.deploy.Globs;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// The parameters that an ApplicationSet's generators give, one mapping an Application. Those that ask a cluster or a service give
/// none; what they would give is told as unresolved.
final class Generators {
    private static final int MOST = 2_000;

    private final Clone clone;
    private final Deployment into;

    Generators(Clone clone, Deployment into) {
        this.clone = clone;
        this.into = into;
    }

    List<Value.Fields> of(Value generator) {
        List<Value.Fields> found = new ArrayList<>();
        if (generator.at("selector") != null) {
            into.unresolved("SELECTOR: a generator's selector is not evaluated; some Applications may not exist");
        }
        if (generator.at("list") != null) {
            generator.items("list", "elements").stream().filter(Value.Fields.class::isInstance)
                    .forEach(each -> found.add((Value.Fields) each.copy()));
            if (generator.at("list", "elementsYaml") != null) {
                into.unresolved("GENERATOR: elementsYaml is not evaluated");
            }
        } else if (generator.at("git") != null) {
            git(generator, found);
        } else if (generator.at("matrix") != null) {
            found.addAll(matrix(generator.items("matrix", "generators")));
        } else if (generator.at("merge") != null) {
            found.addAll(merged(generator));
        } else if (generator.at("clusters") != null) {
            into.unresolved("GENERATOR: the clusters are known to Argo CD only; one Application stands for all");
            found.add(cluster(generator));
        } else {
            String kind = generator instanceof Value.Fields fields
                    ? String.join(", ", fields.entries().keySet())
                    : "this generator";
            into.unresolved("GENERATOR: what " + kind + " gives is not in the clone");
        }
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private static Value.Fields cluster(Value generator) {
        Value.Fields fields = new Value.Fields();
        if (generator.at("clusters", "values") instanceof Value.Fields values) {
            fields.entries().put("values", values.copy());
        }
        return fields;
    }

    private void git(Value generator, List<Value.Fields> found) {
        Value values = generator.at("git", "values");
        List<Value> directories = generator.items("git", "directories");
        for (String folder : clone.sources().folders()) {
            if (!folder.equals(".") && matches(folder, directories)) {
                found.add(withPath(new Value.Fields(), folder, "", values));
            }
        }
        for (Value entry : generator.items("git", "files")) {
            if (entry.text("exclude").equals("true") || entry.text("path").isEmpty()) {
                continue;
            }
            Predicate<String> glob = Globs.matching(entry.text("path"));
            clone.files().stream().filter(glob).filter(file -> !excluded(file, generator.items("git", "files")))
                    .forEach(file -> file(file, values, found));
        }
    }

    private static boolean matches(String folder, List<Value> directories) {
        return directories.stream().anyMatch(each -> !each.text("exclude").equals("true")
                && Globs.matching(each.text("path")).test(folder)) && !excluded(folder, directories);
    }

    private static boolean excluded(String path, List<Value> entries) {
        return entries.stream().anyMatch(each -> each.text("exclude").equals("true")
                && Globs.matching(each.text("path")).test(path));
    }

    private void file(String file, @Nullable Value values, List<Value.Fields> found) {
        into.files().add(file);
        try {
            for (Value document : clone.sources().documents(file)) {
                List<Value> each = document instanceof Value.Items list ? list.values() : List.of(document);
                each.stream().filter(Value.Fields.class::isInstance)
                        .forEach(one -> found.add(withPath((Value.Fields) one.copy(), ClonePaths.folder(file),
                                ClonePaths.name(file), values)));
            }
        } catch (StepFailure e) {
            into.unresolved(e.code() + ": " + e.message());
        }
    }

    private static Value.Fields withPath(Value.Fields fields, String folder, String file,
            @Nullable Value values) {
        String base = ClonePaths.name(folder);
        Value.Fields path = new Value.Fields();
        path.entries().put("path", Value.Leaf.made(folder));
        path.entries().put("basename", Value.Leaf.made(base));
        path.entries().put("basenameNormalized", Value.Leaf.made(normalized(base)));
        Value.Items segments = new Value.Items();
        for (String segment : folder.split("/")) {
            segments.values().add(Value.Leaf.made(segment));
        }
        path.entries().put("segments", segments);
        if (!file.isEmpty()) {
            path.entries().put("filename", Value.Leaf.made(file));
            path.entries().put("filenameNormalized", Value.Leaf.made(normalized(file)));
        }
        fields.entries().put("path", path);
        if (values != null) {
            fields.entries().put("values", values.copy());
        }
        return fields;
    }

    /// A name as DNS takes it.
    private static String normalized(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    }

    /// Each of the first with each of the second, which may use the first's parameters.
    private List<Value.Fields> matrix(List<Value> generators) {
        List<Value.Fields> all = new ArrayList<>();
        if (generators.size() != 2) {
            into.unresolved("GENERATOR: a matrix has two generators");
            return all;
        }
        for (Value.Fields first : of(generators.getFirst())) {
            Value second = new Substitution(first, true).of(new Substitution(first, false).of(generators.get(1)));
            for (Value.Fields each : of(second)) {
                Value.Fields both = first.copy();
                both.entries().putAll(each.entries());
                all.add(both);
            }
        }
        return all;
    }

    /// The first's parameters, over them those of the others with the same keys.
    private List<Value.Fields> merged(Value generator) {
        List<String> keys = generator.items("merge", "mergeKeys").stream().map(key -> key.text()).toList();
        List<Value> generators = generator.items("merge", "generators");
        List<Value.Fields> base = generators.isEmpty() ? new ArrayList<>() : of(generators.getFirst());
        Map<List<String>, Value.Fields> byKeys = new HashMap<>();
        base.forEach(one -> byKeys.putIfAbsent(keyed(one, keys), one));
        if (byKeys.size() < base.size()) {
            into.unresolved("GENERATOR: the merge keys are the same for several elements, which Argo CD refuses");
            return base;
        }
        for (Value over : generators.subList(Math.min(1, generators.size()), generators.size())) {
            for (Value.Fields each : of(over)) {
                Value.Fields one = byKeys.get(keyed(each, keys));
                if (one != null) {
                    each.entries().forEach((key, value) -> one.entries().merge(key, value,
                            (old, now) -> now instanceof Value.Leaf leaf ? leaf.over(old) : now));
                }
            }
        }
        return base;
    }

    private static List<String> keyed(Value one, List<String> keys) {
        return keys.stream().map(key -> one.text(key.split("\\."))).toList();
    }
}
