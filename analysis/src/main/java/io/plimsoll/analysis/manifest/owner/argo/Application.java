package io.plimsoll.analysis.manifest.owner.argo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.deploy.Deployer;
import io.plimsoll.analysis.manifest.owner.deploy.Deployment;
import io.plimsoll.analysis.manifest.owner.deploy.Folder;
import io.plimsoll.analysis.manifest.owner.deploy.Globs;
import io.plimsoll.analysis.manifest.owner.helm.Release;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Value;
import io.plimsoll.analysis.task.StepFailure;

/// An Argo CD Application: one or more sources, each a chart, a kustomization or a directory. What kind a source is, is told as Argo CD
/// tells it: by its block, else by what lies in its path.
public final class Application implements Deployer {
    private static final String HERE = ".";
    private final Clone clone;
    private final Repositories repositories;

    /// @param own addresses of this clone's repository; may be empty
    public Application(Clone clone, List<String> own) {
        this.clone = clone;
        this.repositories = new Repositories(List.copyOf(own));
    }

    @Override
    public boolean takes(Value object) {
        return object.text("kind").equals("Application") && object.text("apiVersion").startsWith("argoproj.io/");
    }

    @Override
    public Deployment deploy(Value object, Beside beside) {
        String name = object.text("metadata", "name");
        Deployment into = new Deployment(Clone.id(object), name, object.text("spec", "destination", "namespace"));
        List<Value> sources = sources(object);
        Map<String, String> references = new HashMap<>();
        sources.stream().filter(source -> !source.text("ref").isEmpty()).forEach(source -> references
                .put(source.text("ref"), repositories.maybeThis(source.text("repoURL")) ? HERE : ""));
        if (object.at("spec", "helm") != null || object.at("spec", "syncPolicy", "helm") != null) {
            into.unresolved("MISPLACED: a helm block that is not under spec.source has no effect");
        }
        for (Value source : sources) {
            if (source.text("ref").isEmpty() || !source.text("path").isEmpty() || !source.text("chart").isEmpty()) {
                source(source, name, references, into);
            }
        }
        Folder.inNamespace(into);
        return into;
    }

    /// With a hydrator only the dry source is written by people.
    private static List<Value> sources(Value object) {
        Value dry = object.at("spec", "sourceHydrator", "drySource");
        if (dry != null) {
            return List.of(dry);
        }
        List<Value> sources = new ArrayList<>(object.items("spec", "sources"));
        Value single = object.at("spec", "source");
        if (single != null && sources.isEmpty()) {
            sources.add(single);
        }
        return sources;
    }

    private void source(Value written, String name, Map<String, String> references, Deployment into) {
        Optional<String> folder = folder(written);
        Value source = folder.isPresent() ? overridden(written, folder.get(), name, into) : written;
        if (source.at("plugin") != null) {
            into.unresolved("PLUGIN: a configuration management plugin renders " + source.text("path"));
        } else if (folder.isEmpty()) {
            elsewhere(source, name, references, into);
        } else if (source.at("helm") != null || looksLike(source, clone.charts().is(folder.get()))) {
            chart(source, folder.get(), name, references, into);
        } else if (source.at("kustomize") != null
                || looksLike(source, clone.kustomization(folder.get()).isPresent())) {
            Folder.kustomize(clone, folder.get(), KustomizeBlock.changes(source), false, into);
        } else {
            directory(source, folder.get(), into);
        }
    }

    /// A `directory` block decides even where a chart lies.
    private static boolean looksLike(Value source, boolean found) {
        return found && source.at("directory") == null;
    }

    /// The source's folder, if that is in this clone.
    private Optional<String> folder(Value source) {
        String path = source.text("path");
        if (!source.text("chart").isEmpty() || path.isEmpty() && source.at("path") == null
                || !repositories.maybeThis(source.text("repoURL"))) {
            return Optional.empty();
        }
        try {
            String folder = ClonePaths.resolve(HERE, path);
            return clone.sources().isFolder(folder) ? Optional.of(folder) : Optional.empty();
        } catch (StepFailure outside) {
            return Optional.empty();
        }
    }

    /// `.argocd-source.yaml` and the one with the Application's name are JSON merge patches of the source.
    private Value overridden(Value source, String folder, String name, Deployment into) {
        Value merged = source;
        for (String file : List.of(".argocd-source.yaml", ".argocd-source-" + name + ".yaml")) {
            String path = ClonePaths.resolve(folder, file);
            if (clone.sources().isFile(path)) {
                into.files().add(path);
                try {
                    for (Value document : clone.sources().documents(path)) {
                        merged = MergePatch.of(merged, document);
                    }
                } catch (StepFailure e) {
                    into.unresolved(e.code() + ": " + e.message());
                }
            }
        }
        return merged;
    }

    private void elsewhere(Value source, String name, Map<String, String> references, Deployment into) {
        String chart = source.text("chart");
        if (chart.isEmpty() && source.text("path").isEmpty()) {
            into.unresolved("NO_SOURCE: a source names neither path nor chart");
            return;
        }
        if (chart.isEmpty() && source.at("helm") == null) {
            into.unresolved((repositories.maybeThis(source.text("repoURL")) ? "NOT_HERE: " : "OTHER_REPOSITORY: ")
                    + source.text("path") + " of " + source.text("repoURL") + " is not in this clone");
            return;
        }
        String where = chart.isEmpty() ? source.text("path") : chart;
        HelmValue.Table values = new ArgoValues(clone, references, name, into).of(source, "");
        release(source, name, where + " of " + source.text("repoURL"), values, into);
    }

    private void chart(Value source, String folder, String name, Map<String, String> references, Deployment into) {
        into.paths().add(folder);
        if (!clone.charts().is(folder)) {
            into.unresolved("NOT_HERE: there is no chart in " + folder);
        }
        release(source, name, folder, new ArgoValues(clone, references, name, into).of(source, folder), into);
    }

    private void release(Value source, String name, String chart, HelmValue.Table values, Deployment into) {
        String named = source.text("helm", "releaseName");
        into.rendered().add(clone.releases().render(new Release(into.id(), named.isEmpty() ? name : named,
                into.namespace(), chart, values), clone.cancellation()));
    }

    private void directory(Value source, String folder, Deployment into) {
        into.paths().add(folder);
        boolean recurse = source.text("directory", "recurse").equals("true");
        String include = source.text("directory", "include");
        String exclude = source.text("directory", "exclude");
        Predicate<String> in = include.isEmpty() ? path -> true : Globs.matching(include);
        Predicate<String> out = exclude.isEmpty() ? path -> false : Globs.matching(exclude);
        List<String> files = clone.below(folder).stream().filter(Clone::isYaml).filter(file -> {
            String inside = folder.equals(HERE) ? file : file.substring(folder.length() + 1);
            return (recurse || inside.indexOf('/') < 0) && in.test(inside) && !out.test(inside);
        }).toList();
        Folder.plain(clone, files, into);
    }
}
