package io.plimsoll.analysis.change.drift.desired;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.drift.DesiredObject;
import io.plimsoll.analysis.change.drift.Wanted;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.yaml.Templates;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.LiveKnobs;
import io.plimsoll.analysis.workload.LiveValue;
import io.plimsoll.analysis.workload.ManifestPlace.Role;

/// An object that a chart makes of values. What its templates make of a value is not known; most write it through.
final class ChartObject implements DesiredObject {
    private static final List<List<String>> SAME = List.of(
            List.of(Field.CPU_REQUEST, Field.CPU, Field.CORES), List.of(Field.MEMORY_REQUEST, Field.MEMORY),
            List.of(Field.REPLICAS, Field.INSTANCES));
    /// Parts of a job that charts rarely have values for.
    private static final Set<String> BESIDE = Set.of("driver", "jobManager");

    private final DeclaredWorkload declared;
    private final Places places;

    ChartObject(DeclaredWorkload declared, Places places) {
        this.declared = declared;
        this.places = places;
    }

    @Override
    public String kind() {
        return declared.kind();
    }

    @Override
    public String namespace() {
        return declared.namespace();
    }

    @Override
    public String name() {
        return declared.name();
    }

    @Override
    public String root() {
        return declared.root();
    }

    @Override
    public boolean deployed() {
        return true;
    }

    @Override
    public Wanted wanted(ManifestPath path, String knob, String container) {
        if (BESIDE.contains(container)) {
            return new Wanted.None(true);
        }
        return switch (new LiveKnobs(declared, container).of(same(knob))) {
            case LiveValue.None none -> new Wanted.None(true);
            case LiveValue.Unclear unclear -> new Wanted.Unclear(unclear.sentence());
            case LiveValue.One one when Templates.inValue(one.knob().value()) -> new Wanted.Unclear(
                    "A template fills it in: " + one.knob().value());
            case LiveValue.One one -> new Wanted.Value(one.knob().value(), one.knob().unit(),
                    places.of(one.knob()), LiveKnobs.isChartValue(one.knob()));
        };
    }

    /// The words for the same thing, the asked one first.
    private static String[] same(String knob) {
        List<String> others = SAME.stream().filter(each -> each.contains(knob)).findFirst().orElse(List.of());
        return Stream.concat(Stream.of(knob), others.stream().filter(each -> !each.equals(knob)))
                .toArray(String[]::new);
    }

    @Override
    public List<Setting> settings() {
        List<Setting> sets = new ArrayList<>();
        LiveKnobs live = new LiveKnobs(declared, "");
        for (String field : live.fields()) {
            if (live.of(field) instanceof LiveValue.One(Knob knob, Role role)
                    && role != Role.TEMPLATE && role != Role.AUTOSCALER) {
                sets.add(new Setting(knob.path(), field, "", knob.value(), knob.unit(), places.of(knob)));
            }
        }
        return sets;
    }
}
