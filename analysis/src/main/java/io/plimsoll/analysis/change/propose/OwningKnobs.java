package io.plimsoll.analysis.change.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.WorkloadKey;

/// The knobs of a workload's main container, and which of them takes effect. A weaker place is never edited where a stronger one
/// sets the same value: that edit would change nothing.
final class OwningKnobs {
    private static final Set<String> SIZES = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU, Field.CORES,
            Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY);
    private static final Set<String> COUNTS = Set.of(Field.REPLICAS, Field.INSTANCES);
    private static final Set<String> VALUES = Set.of("Application", "ApplicationSet", "HelmRelease", "HelmValues",
            "ConfigMap");
    private static final Set<String> SPARK = Set.of("SparkApplication", "ScheduledSparkApplication");
    private static final Set<String> FLINK = Set.of("FlinkDeployment", "FlinkSessionJob", "FlinkBlueGreenDeployment");
    /// What stands before the values themselves in an Application, a HelmRelease or a ConfigMap.
    private static final String BEFORE_VALUES = "^(spec\\.sources?(\\[[^]]*])?\\.helm\\.(values>|valuesObject\\.?)|spec\\.values\\.?|.*>)";
    private static final String AFTER_COMPONENT = "(^|\\.)resources(\\.(requests|limits))?$";

    private final List<ManifestPlace> strongestFirst;
    private final List<ManifestPlace> autoscalers;
    private final WorkloadKey key;
    private final String name;

    OwningKnobs(DeclaredWorkload declared, WorkloadKey key) {
        this.strongestFirst = declared.weakestFirst().reversed();
        this.autoscalers = declared.places().stream().filter(place -> place.role() == ManifestPlace.Role.AUTOSCALER)
                .toList().reversed();
        this.key = key;
        this.name = declared.name();
    }

    /// @param fields words of `Field`, the more exact one first
    Owner of(String... fields) {
        for (ManifestPlace place : strongestFirst) {
            for (String field : fields) {
                List<Knob> found = place.knobs().stream()
                        .filter(knob -> knob.field().equals(field) && concerns(knob, field)).toList();
                if (!found.isEmpty()) {
                    return choose(found);
                }
            }
        }
        return new Owner.None();
    }

    /// What an autoscaler says, the strongest of several.
    Owner ofAutoscaler(String field) {
        return autoscalers.stream().flatMap(place -> place.knobs().stream()).filter(knob -> knob.field().equals(field))
                .findFirst().map(knob -> choose(List.of(knob))).orElseGet(Owner.None::new);
    }

    /// Whether an autoscaler of this kind is there.
    boolean scaledBy(String kind) {
        return autoscalers.stream().anyMatch(place -> place.kind().equals(kind));
    }

    private boolean concerns(Knob knob, String field) {
        if (isSpark(knob)) {
            return knob.container().equals("executor");
        }
        if (FLINK.contains(knob.kind())) {
            return knob.container().equals("taskManager") || field.equals(Field.PARALLELISM);
        }
        if (knob.kind().equals("Kustomization")) {
            return knob.container().equals(name);
        }
        return isValue(knob) || (SIZES.contains(field) ? mayBeMain(knob) : knob.container().isEmpty());
    }

    static boolean isSpark(Knob knob) {
        return SPARK.contains(knob.kind());
    }

    static boolean isValue(Knob knob) {
        return VALUES.contains(knob.kind());
    }

    /// A container that the manifests don't size is not to be mixed up with one that they do, so the choice is left to `choose`.
    private boolean mayBeMain(Knob knob) {
        Set<String> sized = containers();
        return key.container().isEmpty() || !sized.contains(key.container())
                || knob.container().equals(key.container());
    }

    private Set<String> containers() {
        return strongestFirst.stream().flatMap(place -> place.knobs().stream())
                .filter(knob -> SIZES.contains(knob.field()) && !isValue(knob)).map(Knob::container)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Owner choose(List<Knob> found) {
        List<Knob> left = found;
        if (isValue(found.getFirst())) {
            left = ofComponent(found);
        } else if (SIZES.contains(found.getFirst().field()) && unknownContainer(found.getFirst())) {
            return new Owner.Closed("CONTAINER_UNKNOWN", "Telemetry speaks of container "
                    + (key.container().isEmpty() ? "(none)" : key.container()) + ", " + found.getFirst().file()
                    + " sizes "
                    + String.join(", ", containers()) + ".");
        }
        if (left.size() != 1) {
            return new Owner.Closed("AMBIGUOUS", found.getFirst().file() + " sets " + found.getFirst().field()
                    + " for several components; which one is " + name + " can't be told.");
        }
        Knob knob = left.getFirst();
        return knob.editable() ? new Owner.One(knob) : closed(knob);
    }

    private static Owner closed(Knob knob) {
        int colon = knob.reason().indexOf(':');
        String code = colon < 0 ? Refusal.NO_SUCH_PATH.name() : knob.reason().substring(0, colon);
        String reason = knob.reason().substring(colon + 1).strip();
        return new Owner.Closed(code, reason.startsWith(knob.file()) ? reason : knob.file() + ": " + reason);
    }

    /// In a pod template the container's name must fit; operators have fixed words instead.
    private boolean unknownContainer(Knob knob) {
        boolean operator = isSpark(knob) || FLINK.contains(knob.kind());
        return !operator && !knob.container().equals(key.container())
                && !(key.container().isEmpty() && containers().size() == 1);
    }

    /// A count may stand above the sizes that it goes with.
    private List<Knob> ofComponent(List<Knob> found) {
        List<String> components = components();
        if (components.size() != 1) {
            return List.of();
        }
        String chosen = components.getFirst();
        List<Knob> exact = found.stream().filter(knob -> component(knob).equals(chosen)).toList();
        return !exact.isEmpty() || SIZES.contains(found.getFirst().field())
                ? exact
                : found.stream().filter(knob -> component(knob).isEmpty()
                        || chosen.startsWith(component(knob) + ".")).toList();
    }

    /// The parts of all values that have a size: what stands before `resources`. Narrowed to the one that has the workload's or the
    /// container's name if there are several.
    private List<String> components() {
        Set<String> all = strongestFirst.stream().flatMap(place -> place.knobs().stream())
                .filter(knob -> isValue(knob) && SIZES.contains(knob.field())).map(OwningKnobs::component)
                .collect(Collectors.toCollection(TreeSet::new));
        if (all.isEmpty()) {
            strongestFirst.stream().flatMap(place -> place.knobs().stream())
                    .filter(knob -> isValue(knob) && COUNTS.contains(knob.field())).map(OwningKnobs::component)
                    .forEach(all::add);
        }
        List<String> named = all.stream().filter(each -> each.equals(name) || each.equals(key.container())).toList();
        return all.size() > 1 && named.size() == 1 ? named : new ArrayList<>(all);
    }

    /// The keys of a value from the top of the values down to what it sizes: `sparkJob` of
    /// `spec.source.helm.values>sparkJob.cpu`.
    private static String component(Knob knob) {
        return knob.path().parent().toString().replaceFirst(BEFORE_VALUES, "").replaceFirst(AFTER_COMPONENT, "");
    }
}
