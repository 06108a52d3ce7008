package io.plimsoll.analysis.manifest.owner.helm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.plimsoll.analysis.manifest.owner.helm.value.FromTree;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// The charts of a clone. A folder is one if it has a `Chart.yaml`, or `templates/` beside a `values.yaml`. For one thread.
public final class Charts {
    private static final int DEEPEST = 8;

    private final Sources sources;
    private final SortedSet<String> folders = new TreeSet<>();
    private final Map<String, TreeMap<String, String>> templateFiles = new HashMap<>();
    private final Map<String, Optional<Chart>> read = new HashMap<>();

    public Charts(Sources sources, Iterable<String> files) {
        this.sources = sources;
        for (String file : files) {
            if (ClonePaths.name(file).equals("Chart.yaml")) {
                folders.add(ClonePaths.folder(file));
            }
            int templates = ("/" + file).indexOf("/templates/");
            if (templates >= 0) {
                String folder = templates == 0 ? "." : file.substring(0, templates - 1);
                templateFiles.computeIfAbsent(folder, each -> new TreeMap<>()).put(file, file);
            }
        }
        templateFiles.keySet().stream().filter(folder -> sources.isFile(in(folder, "values.yaml")))
                .forEach(folders::add);
    }

    public boolean is(String folder) {
        return folders.contains(folder);
    }

    /// Whether a file is part of a chart: what it declares reaches no cluster but through a release.
    public boolean contain(String file) {
        for (String folder = ClonePaths.folder(file);; folder = ClonePaths.folder(folder)) {
            if (folders.contains(folder)) {
                return true;
            }
            if (folder.equals(".")) {
                return false;
            }
        }
    }

    /// The charts that are not below another one.
    public List<String> outermost() {
        return folders.stream().filter(folder -> folder.equals(".") || !contain(folder)).toList();
    }

    /// The chart of a folder, with those below it.
    ///
    /// @throws StepFailure if its values or its `Chart.yaml` can't be read
    Optional<Chart> at(String folder) {
        Optional<Chart> known = read.get(folder);
        if (known == null) {
            known = folders.contains(folder) ? Optional.of(read(folder, 0)) : Optional.empty();
            read.put(folder, known);
        }
        return known;
    }

    private Chart read(String folder, int depth) {
        Value described = first(in(folder, "Chart.yaml"));
        HelmValue.Table meta = new HelmValue.Table();
        FromTree.table(described).entries().forEach((key, value) -> meta
                .with(key.substring(0, Math.min(1, key.length())).toUpperCase(Locale.ROOT)
                        + key.substring(Math.min(1, key.length())), value));
        meta.entries().putIfAbsent("Name", HelmValue.text(folder.equals(".") ? "chart" : ClonePaths.name(folder)));
        meta.entries().putIfAbsent("Version", HelmValue.text("0.0.0"));
        Map<String, String> templates = new LinkedHashMap<>();
        templateFiles.getOrDefault(folder, new TreeMap<>()).keySet().forEach(file -> templates.put(file,
                sources.text(file)));
        return new Chart(folder, meta, FromTree.table(first(in(folder, "values.yaml"))), templates,
                depth > DEEPEST ? List.of() : below(folder, described, depth));
    }

    private Value first(String file) {
        List<Value> documents = sources.isFile(file) ? sources.documents(file) : List.of();
        return documents.isEmpty() ? new Value.Fields() : documents.getFirst();
    }

    /// Those that the chart names, and whatever else lies below `charts/`.
    private List<Chart.Part> below(String folder, Value described, int depth) {
        List<Value> named = new ArrayList<>(described.items("dependencies"));
        named.addAll(first(in(folder, "requirements.yaml")).items("dependencies"));
        List<Chart.Part> parts = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (Value dependency : named) {
            String where = where(folder, dependency);
            if (folders.contains(where) && !where.equals(folder)) {
                taken.add(where);
                String alias = dependency.text("alias");
                parts.add(new Chart.Part(alias.isEmpty() ? dependency.text("name") : alias,
                        dependency.text("condition"), dependency.items("tags").stream().map(tag -> tag.text()).toList(),
                        read(where, depth + 1)));
            }
        }
        String prefix = in(folder, "charts/");
        folders.stream().filter(each -> each.startsWith(prefix) && each.indexOf('/', prefix.length()) < 0
                && !taken.contains(each)).forEach(each -> {
                    Chart chart = read(each, depth + 1);
                    parts.add(new Chart.Part(chart.name(), "", List.of(), chart));
                });
        return parts;
    }

    private static String where(String folder, Value dependency) {
        String repository = Objects.requireNonNullElse(dependency.text("repository"), "");
        try {
            return repository.startsWith("file://")
                    ? ClonePaths.resolve(folder, repository.substring("file://".length()))
                    : in(folder, "charts/" + dependency.text("name"));
        } catch (StepFailure outside) {
            return "";
        }
    }

    static String in(String folder, String name) {
        return folder.equals(".") ? name : folder + "/" + name;
    }
}
