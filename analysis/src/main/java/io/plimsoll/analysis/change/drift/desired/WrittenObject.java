package io.plimsoll.analysis.change.drift.desired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.change.drift.DesiredObject;
import io.plimsoll.analysis.change.drift.Wanted;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// An object that is written out in Git, with the patches upon it. A field is looked for at its own path, in the strongest document
/// first.
final class WrittenObject implements DesiredObject {
    private static final ManifestPath REPLICAS = ManifestPath.ROOT.key("spec").key("replicas");

    private final String kind;
    private final String namespace;
    private final String name;
    private final String root;
    private final List<ManifestPlace> strongestFirst;
    private final Places places;

    WrittenObject(String kind, String namespace, String name, String root, List<ManifestPlace> strongestFirst,
            Places places) {
        this.kind = kind;
        this.namespace = namespace;
        this.name = name;
        this.root = root;
        this.strongestFirst = List.copyOf(strongestFirst);
        this.places = places;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public boolean deployed() {
        return true;
    }

    @Override
    public Wanted wanted(ManifestPath path, String knob, String container) {
        List<Knob> found = strongestFirst.stream().flatMap(place -> place.knobs().stream()
                .filter(each -> path.equals(target(place, each))
                        || place.role() == Role.KUSTOMIZATION && operates(each, knob)))
                .toList();
        if (found.isEmpty()) {
            return new Wanted.None(false);
        }
        Knob first = found.getFirst();
        if (Templates.inValue(first.value()) || first.reason().startsWith("TEMPLATE")) {
            return new Wanted.Unclear("A template fills it in: " + first.value());
        }
        return operates(first, knob) && !container.isEmpty()
                ? new Wanted.Unclear("A JSON 6902 patch in " + first.file() + " sets it for some container.")
                : new Wanted.Value(first.value(), first.unit(), places.of(first), false);
    }

    /// The path that a knob will have in the object.
    private static ManifestPath target(ManifestPlace place, Knob knob) {
        if (place.role() != Role.KUSTOMIZATION) {
            return knob.path();
        }
        List<ManifestPath.Step> steps = knob.path().steps();
        if (steps.getFirst().equals(new ManifestPath.Key("replicas"))) {
            return REPLICAS;
        }
        int inside = steps.lastIndexOf(new ManifestPath.Nested());
        return new ManifestPath(steps.subList(inside + 1, steps.size()));
    }

    /// A JSON 6902 operation hides its path in a text beside the value; its field alone is known.
    private static boolean operates(Knob knob, String field) {
        return knob.path().keyFromEnd(0).equals("value")
                && knob.field().equals(field);
    }

    @Override
    public List<Setting> settings() {
        Map<ManifestPath, Setting> sets = new LinkedHashMap<>();
        for (ManifestPlace place : strongestFirst) {
            for (Knob knob : place.knobs()) {
                ManifestPath path = target(place, knob);
                if (!knob.path().keyFromEnd(0).equals("value")) {
                    boolean count = path.equals(REPLICAS);
                    sets.putIfAbsent(path, new Setting(path, knob.field(), count ? "" : knob.container(), knob.value(),
                            knob.unit(), places.of(knob)));
                }
            }
        }
        return new ArrayList<>(sets.values());
    }
}
