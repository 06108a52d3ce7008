package io.plimsoll.analysis.workload;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;

/// Which of a workload's values in Git takes effect: the one rule for what is shown as its size and for what is edited, so that an
/// edit never changes another value than the one that was looked at.
///
/// Where the tracer of owners is certain about a field, its origin decides. Else
/// the strongest place that sets the value decides (`DeclaredWorkload.weakestFirst`), also where what stands there can't be read:
/// a weaker place has no effect then. Of several containers only the main one's values count.
public final class LiveKnobs {
    static final Set<String> SIZES = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU, Field.CORES,
            Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY);
    /// Stand at a container; all else stands at the object.
    static final Set<String> OF_CONTAINER = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.CPU, Field.CORES,
            Field.MEMORY_REQUEST, Field.MEMORY_LIMIT, Field.MEMORY, Field.MEMORY_OVERHEAD, Field.GPU, Field.GPU_REQUEST,
            Field.GPU_LIMIT, Field.EPHEMERAL_REQUEST, Field.EPHEMERAL_LIMIT);
    private static final Set<String> OF_AUTOSCALER = Set.of(Field.MIN_REPLICAS, Field.MAX_REPLICAS, Field.TARGET_CPU,
            Field.TARGET_MEMORY);
    static final Set<String> SPARK = Set.of("SparkApplication", "ScheduledSparkApplication");
    static final Set<String> FLINK = Set.of("FlinkDeployment", "FlinkSessionJob", "FlinkBlueGreenDeployment");

    private final DeclaredWorkload declared;
    private final List<ManifestPlace> strongestFirst;
    private final List<ManifestPlace> autoscalers;
    private final String container;
    private final ValueComponents components;
    private final TracedKnobs traced;

    /// @param container the main one as telemetry calls it, or empty
    public LiveKnobs(DeclaredWorkload declared, String container) {
        this.declared = declared;
        this.strongestFirst = declared.weakestFirst().reversed();
        this.autoscalers = declared.places().stream().filter(place -> place.role() == ManifestPlace.Role.AUTOSCALER)
                .toList().reversed();
        this.container = container;
        this.traced = new TracedKnobs(declared, container);
        this.components = new ValueComponents(all(strongestFirst).filter(ValueComponents::isValue).toList(),
                List.of(container, declared.name(), declared.appName()));
    }

    /// Whether a knob is a value of a chart: nobody knows what its templates make of it.
    public static boolean isChartValue(Knob knob) {
        return ValueComponents.isValue(knob);
    }

    /// Which of several fields for the same thing is set where it takes effect; those of autoscalers are asked of them.
    ///
    /// @param fields words of `Field`, the more exact one first
    public LiveValue of(String... fields) {
        if (OF_AUTOSCALER.contains(fields[0])) {
            return ofAutoscaler(fields[0]);
        }
        return traced.of(fields).orElseGet(() -> strongest(fields));
    }

    private LiveValue strongest(String... fields) {
        for (ManifestPlace place : strongestFirst) {
            for (String field : fields) {
                List<Knob> found = place.knobs().stream()
                        .filter(knob -> knob.field().equals(field) && concerns(knob)).toList();
                if (!found.isEmpty()) {
                    return choose(found, place.role());
                }
            }
        }
        return new LiveValue.None();
    }

    /// The fields that any place sets.
    public Set<String> fields() {
        return all(declared.places()).map(Knob::field).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether an autoscaler of this kind is there.
    public boolean scaledBy(String kind) {
        return autoscalers.stream().anyMatch(place -> place.kind().equals(kind));
    }

    /// What the strongest autoscaler says. KEDA's number for idle times is no lower bound while there is work.
    private LiveValue ofAutoscaler(String field) {
        return autoscalers.stream().flatMap(place -> place.knobs().stream())
                .filter(knob -> knob.field().equals(field) && !knob.path().toString().endsWith("idleReplicaCount"))
                .findFirst().<LiveValue>map(knob -> new LiveValue.One(knob, ManifestPlace.Role.AUTOSCALER))
                .orElseGet(LiveValue.None::new);
    }

    private boolean concerns(Knob knob) {
        if (SPARK.contains(knob.kind())) {
            return knob.container().equals("executor");
        }
        if (FLINK.contains(knob.kind())) {
            return knob.container().equals("taskManager") || knob.field().equals(Field.PARALLELISM);
        }
        if (knob.kind().equals("Kustomization")) {
            return knob.container().equals(declared.name());
        }
        return ValueComponents.isValue(knob) || (OF_CONTAINER.contains(knob.field())
                ? mayBeMain(knob)
                : knob.container().isEmpty() || knob.container().equals(container));
    }

    /// A container that the manifests don't size is not to be mixed up with one that they do, so the choice is left to `choose`.
    private boolean mayBeMain(Knob knob) {
        Set<String> sized = containers();
        return container.isEmpty() || !sized.contains(container) || knob.container().equals(container);
    }

    private Set<String> containers() {
        return all(strongestFirst).filter(knob -> SIZES.contains(knob.field()) && !ValueComponents.isValue(knob))
                .map(Knob::container).collect(Collectors.toCollection(TreeSet::new));
    }

    private LiveValue choose(List<Knob> found, ManifestPlace.Role role) {
        List<Knob> left = SPARK.contains(found.getFirst().kind()) ? submittedLast(found) : found;
        if (ValueComponents.isValue(found.getFirst())) {
            left = components.of(found, SIZES.contains(found.getFirst().field()));
        } else if (OF_CONTAINER.contains(found.getFirst().field())) {
            left = ofMainContainer(left);
            if (left.isEmpty()) {
                return new LiveValue.Unclear("CONTAINER_UNKNOWN", "Telemetry speaks of container "
                        + (container.isEmpty() ? "(none)" : container) + ", " + found.getFirst().file() + " sizes "
                        + String.join(", ", containers()) + ".");
            }
        }
        if (left.size() != 1) {
            return new LiveValue.Unclear("AMBIGUOUS", found.getFirst().file() + " sets " + found.getFirst().field()
                    + " for several components; which one is " + declared.name() + " can't be told.");
        }
        return new LiveValue.One(left.getFirst(), role);
    }

    /// The Spark operator (2.x) passes its own fields to spark-submit after `sparkConf`, and of two that set the same the later counts.
    private static List<Knob> submittedLast(List<Knob> found) {
        List<Knob> fields = found.stream().filter(knob -> !knob.path().passes("sparkConf")).toList();
        return fields.isEmpty() ? found : fields;
    }

    /// In a pod template the container's name must fit; operators have fixed words instead. Where telemetry names none, the only
    /// one is meant, or the one that is called like the workload.
    private List<Knob> ofMainContainer(List<Knob> found) {
        if (SPARK.contains(found.getFirst().kind()) || FLINK.contains(found.getFirst().kind())) {
            return found;
        }
        Set<String> sized = containers();
        boolean unnamed = sized.size() <= 1 && (container.isEmpty() || found.getFirst().container().isEmpty());
        Stream<String> names = container.isEmpty()
                ? Stream.of(declared.name(), declared.appName())
                : Stream.of(container);
        String main = names.filter(name -> !name.isEmpty() && sized.contains(name)).findFirst().orElse("");
        return unnamed
                ? found
                : found.stream().filter(knob -> !main.isEmpty() && knob.container().equals(main)).toList();
    }

    private static Stream<Knob> all(List<ManifestPlace> places) {
        return places.stream().flatMap(place -> place.knobs().stream());
    }
}
