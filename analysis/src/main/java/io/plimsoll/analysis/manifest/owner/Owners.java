package io.plimsoll.analysis.manifest.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.owner.Deployments.Deployed;
import io.plimsoll.analysis.manifest.owner.deploy.Clone;
import io.plimsoll.analysis.manifest.owner.helm.ChartRoots;
import io.plimsoll.analysis.manifest.owner.helm.ReleaseFields;
import io.plimsoll.analysis.manifest.owner.kustomize.KustomizeRoots;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

/// Says for every cost field that a clone deploys which file, document, line and path it is written at, who else takes it
/// from there, and which places lose. Nothing is executed or fetched. Pure, safe from any thread.
///
/// Roots are, in this order: Argo CD's and Flux's objects, kustomizations that nothing builds upon or deploys, charts that nothing
/// installs, folders of plain manifests. What a root reaches is no root again.
public final class Owners {
    private static final Set<String> DEPLOYERS = Set.of("Application", "ApplicationSet", "HelmRelease",
            "Kustomization");

    private Owners() {
    }

    /// As below, for a clone whose address nobody knows: each repository is taken for it whose paths are in it.
    public static Trace trace(Map<String, byte[]> files, Cancellation cancellation) {
        return trace(files, List.of(), cancellation);
    }

    /// @param files the clone's files: path from the top, with `/`, and content
    /// @param own   addresses of the clone's repository
    /// @throws io.plimsoll.analysis.task.CancelledException when asked to stop
    public static Trace trace(Map<String, byte[]> files, List<String> own, Cancellation cancellation) {
        Sources sources = new Sources(files);
        Clone clone = new Clone(files, sources, cancellation);
        Map<String, Boolean> used = KustomizationFiles.used(clone);
        List<String> kustomizations = KustomizeRoots.roots(sources).stream()
                .filter(folder -> !clone.charts().contain(folder + "/kustomization.yaml")).toList();
        List<Deployed> deployed = new Deployments(clone, own).follow(used, kustomizations);
        Set<String> paths = deployed.stream().flatMap(each -> each.deployment().paths().stream())
                .collect(Collectors.toSet());
        List<Trace> traces = new ArrayList<>(traced(sources, deployed));
        traces.add(KustomizeRoots.trace(sources,
                kustomizations.stream().filter(folder -> !paths.contains(folder)).toList(), cancellation));
        traces.add(ChartRoots.trace(sources, clone.charts(), clone.releases(), paths, cancellation));
        deployed.forEach(each -> each.deployment().files().forEach(file -> used.putIfAbsent(file, false)));
        traces.add(PlainRoots.trace(clone, used.keySet(), paths));
        return WrittenValues.checked(sources, Trace.joined(traces.stream().map(Owners::withoutDeployers).toList()));
    }

    /// What a deployer's object says of a release is told of the release.
    private static Trace withoutDeployers(Trace trace) {
        return new Trace(trace.fields().stream().filter(field -> !DEPLOYERS.contains(field.kind())).toList(),
                trace.unresolved(), trace.folders());
    }

    /// Each deployment under a name of its own.
    private static List<Trace> traced(Sources sources, List<Deployed> deployed) {
        Map<String, Long> ids = deployed.stream()
                .collect(Collectors.groupingBy(each -> each.deployment().id(), Collectors.counting()));
        Map<String, Integer> taken = new HashMap<>();
        List<Trace> traces = new ArrayList<>();
        for (Deployed each : deployed) {
            String id = each.deployment().id();
            String word = ids.getOrDefault(id, 1L) > 1 ? id + "@" + each.place() : id;
            int number = taken.merge(word, 1, Integer::sum);
            String root = number > 1 ? word + "#" + number : word;
            each.deployment().noteFiles();
            List<OwnedField> fields = new ReleaseFields(sources, root, each.deployment().name(),
                    each.deployment().namespace()).of(each.deployment().rendered());
            traces.add(new Trace(fields, each.deployment().rendered().unresolved().stream()
                    .map(unresolved -> new Unresolved(root, unresolved.reason())).distinct().toList(),
                    Map.of(root, Set.copyOf(each.deployment().paths()))));
        }
        return traces;
    }
}
