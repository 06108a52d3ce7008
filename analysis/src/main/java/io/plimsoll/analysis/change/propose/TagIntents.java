package io.plimsoll.analysis.change.propose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.MissingTag;
import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.analysis.manifest.CostTags;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;
import io.plimsoll.analysis.workload.Workload;

/// Insertions of missing tags: into the labels of the object and of its pods, or beside a tag that a chart's values have already. Never
/// into a selector, and not where the cluster would refuse it, as in a Job's template.
public final class TagIntents {
    private static final ManifestPath OBJECT = ManifestPath.parse("metadata.labels");
    private static final ManifestPath SELECTOR = ManifestPath.parse("spec.selector.matchLabels");
    private static final List<ManifestPath> PODS = List.of(ManifestPath.parse("spec.template.metadata.labels"));
    private static final Map<String, List<ManifestPath>> POD_LABELS = Map.of("Deployment", PODS, "StatefulSet", PODS,
            "DaemonSet", PODS, "ReplicaSet", PODS, "Rollout", PODS, "DeploymentConfig", PODS, "CronJob",
            List.of(ManifestPath.parse("spec.jobTemplate.spec.template.metadata.labels")), "SparkApplication",
            List.of(ManifestPath.parse("spec.driver.labels"), ManifestPath.parse("spec.executor.labels")),
            "ScheduledSparkApplication", List.of(ManifestPath.parse("spec.template.driver.labels"),
                    ManifestPath.parse("spec.template.executor.labels")));

    private final TagValues values;
    private final Function<String, byte[]> files;
    private final Map<String, byte[]> read = new HashMap<>();

    /// @param declared all of the clone
    /// @param files    a file's bytes at the change set's commit
    public TagIntents(Collection<DeclaredWorkload> declared, Function<String, byte[]> files) {
        this.values = new TagValues(declared);
        this.files = files;
    }

    /// What is missing, the costliest workload first, as the map has them. A place that two workloads share and for which different
    /// values are proposed gets none.
    ///
    /// @param word what to call a workload in the intents
    public List<MissingTag> missing(List<Workload> workloads, List<WantedTag> wanted,
            BiFunction<Workload, DeclaredWorkload, String> word) {
        List<MissingTag> all = new ArrayList<>();
        for (Workload workload : workloads) {
            DeclaredWorkload manifest = workload.manifest();
            if (manifest != null) {
                wanted.forEach(tag -> add(all, workload, manifest, tag, word.apply(workload, manifest)));
            }
        }
        return unshared(all);
    }

    private void add(List<MissingTag> all, Workload workload, DeclaredWorkload manifest, WantedTag tag, String word) {
        TagValues.Value value = values.of(workload, manifest, tag);
        List<Intent> intents = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean lacking = false;
        for (ManifestPlace place : places(manifest)) {
            for (ManifestPath map : maps(place)) {
                try {
                    if (lacks(place, map, tag.key())) {
                        lacking = true;
                        intents.add(new Intent(place.file(), place.document(), map.key(tag.key()).toString(), null,
                                value.text(), word));
                    }
                } catch (StepFailure e) {
                    lacking = true;
                    problems.add(e.code() + ": " + e.message());
                }
            }
        }
        boolean chart = places(manifest).isEmpty()
                && values.of(workload, manifest, new WantedTag(tag.key(), null)).text()
                        .isEmpty();
        if (chart) {
            problems.add("CHART: a chart makes " + word
                    + "; no values in the clone set a tag that this one could stand beside.");
        }
        if (lacking || chart) {
            boolean known = !value.text().isEmpty();
            all.add(new MissingTag(word, workload.cost(), tag.key(), known ? value.text() : null, value.basis(),
                    intents, problems));
        }
    }

    /// The declaring object, else the strongest values that have a tag already.
    private static List<ManifestPlace> places(DeclaredWorkload manifest) {
        ManifestPlace first = manifest.places().getFirst();
        if (first.role() == Role.OBJECT) {
            return List.of(first);
        }
        return manifest.weakestFirst().reversed().stream()
                .filter(place -> place.role() == Role.INLINE_VALUES || place.role() == Role.VALUES_FILE)
                .filter(place -> place.knobs().stream().anyMatch(knob -> isEditableTag(knob))).limit(1).toList();
    }

    private static boolean isEditableTag(Knob knob) {
        return knob.field().equals(Field.COST_TAG) && knob.editable();
    }

    private static List<ManifestPath> maps(ManifestPlace place) {
        if (place.role() != Role.OBJECT) {
            return place.knobs().stream().filter(TagIntents::isEditableTag).map(knob -> knob.path().parent()).distinct()
                    .toList();
        }
        List<ManifestPath> maps = new ArrayList<>(List.of(OBJECT));
        maps.addAll(POD_LABELS.getOrDefault(place.kind(), List.of()));
        return maps;
    }

    private boolean lacks(ManifestPlace place, ManifestPath map, String key) {
        byte[] content = read.computeIfAbsent(place.file(), files);
        boolean present = ManifestEditor.value(place.file(), content, place.document(), map.key(key)) != null;
        if (place.role() != Role.OBJECT) {
            return !present && place.knobs().stream().noneMatch(knob -> knob.path().parent().equals(map)
                    && CostTags.same(knob.path().keyFromEnd(0), key));
        }
        YamlNode root = Knobs.read(place.file(), content).tree().documents().get(place.document()).root();
        return !present && Stream.of(map, SELECTOR).flatMap(each -> keys(root, each))
                .noneMatch(each -> each.equals(key) || CostTags.isOne(key) && CostTags.same(each, key));
    }

    private static Stream<String> keys(YamlNode root, ManifestPath map) {
        YamlNode here = root;
        for (ManifestPath.Step step : map.steps()) {
            if (!(here instanceof YamlNode.Mapping mapping && step instanceof ManifestPath.Key(String name)
                    && mapping.get(name) instanceof YamlNode below)) {
                return Stream.of();
            }
            here = below;
        }
        return here instanceof YamlNode.Mapping mapping
                ? mapping.entries().stream().map(YamlNode.Entry::key).filter(YamlNode.Scalar.class::isInstance)
                        .map(name -> ((YamlNode.Scalar) name).value())
                : Stream.of();
    }

    private static List<MissingTag> unshared(List<MissingTag> all) {
        Map<String, Set<String>> wanted = new HashMap<>();
        all.forEach(tag -> tag.intents().forEach(intent -> wanted
                .computeIfAbsent(intent.place(), place -> new HashSet<>()).add(intent.newValue())));
        return all.stream().map(tag -> {
            if (tag.value() == null) {
                return tag;
            }
            List<Intent> alone = tag.intents().stream()
                    .filter(intent -> Objects.requireNonNull(wanted.get(intent.place())).size() == 1).toList();
            List<String> problems = new ArrayList<>(tag.problems());
            tag.intents().stream().filter(intent -> !alone.contains(intent)).forEach(intent -> problems
                    .add("SHARED: " + intent.file() + " is used with several values of " + tag.key() + "."));
            return new MissingTag(tag.workload(), tag.cost(), tag.key(), tag.value(), tag.basis(), alone, problems);
        }).toList();
    }
}
