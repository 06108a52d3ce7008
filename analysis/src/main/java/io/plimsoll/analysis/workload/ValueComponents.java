package io.plimsoll.analysis.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// The components that the values of a chart size, and which of them is the workload.
final class ValueComponents {
    private static final Set<String> KINDS = Set.of("Application", "ApplicationSet", "HelmRelease", "HelmValues",
            "ConfigMap");
    private static final Set<String> SIZES = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU, Field.CORES,
            Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY);
    private static final Set<String> COUNTS = Set.of(Field.REPLICAS, Field.INSTANCES);
    /// What stands before the values themselves in an Application, a HelmRelease or a ConfigMap.
    private static final String BEFORE_VALUES = "^(spec\\.sources?(\\[[^]]*])?\\.helm\\.(values>|valuesObject\\.?)|spec\\.values\\.?|.*>)";
    private static final String AFTER_COMPONENT = "(^|\\.)resources(\\.(requests|limits))?$";

    private final List<String> candidates;

    /// @param values all knobs of the chart's values
    /// @param names  what the workload's component may be called; an empty one names none
    ValueComponents(List<Knob> values, List<String> names) {
        this.candidates = candidates(values, names);
    }

    /// Whether a knob is a value that a chart's templates are filled with.
    static boolean isValue(Knob knob) {
        return KINDS.contains(knob.kind());
    }

    /// Those of the workload's component; none if it can't be told. A count may stand above the sizes that it goes with.
    List<Knob> of(List<Knob> found, boolean sizes) {
        if (candidates.size() != 1) {
            return List.of();
        }
        String chosen = candidates.getFirst();
        List<Knob> exact = found.stream().filter(knob -> component(knob).equals(chosen)).toList();
        return !exact.isEmpty() || sizes
                ? exact
                : found.stream().filter(knob -> component(knob).isEmpty()
                        || chosen.startsWith(component(knob) + ".")).toList();
    }

    /// The parts that have a size: what stands before `resources`. Narrowed to the one that is called like the workload if there
    /// are several.
    private static List<String> candidates(List<Knob> values, List<String> names) {
        Set<String> all = components(values, SIZES);
        if (all.isEmpty()) {
            all = components(values, COUNTS);
        }
        List<String> named = all.stream().filter(each -> !each.isEmpty() && names.contains(each)).toList();
        return all.size() > 1 && named.size() == 1 ? named : new ArrayList<>(all);
    }

    private static Set<String> components(List<Knob> values, Set<String> fields) {
        return values.stream().filter(knob -> fields.contains(knob.field())).map(ValueComponents::component)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The keys of a value from the top of the values down to what it sizes: `sparkJob` of
    /// `spec.source.helm.values>sparkJob.cpu`.
    private static String component(Knob knob) {
        return knob.path().parent().toString().replaceFirst(BEFORE_VALUES, "").replaceFirst(AFTER_COMPONENT, "");
    }
}
