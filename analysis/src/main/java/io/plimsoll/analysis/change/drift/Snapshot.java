package io.plimsoll.analysis.change.drift;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.change.drift.dump.DumpFiles;
import io.plimsoll.analysis.change.drift.dump.DumpReader;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;

/// What a dump says of cost: the fields, who may set them, which pods run past their template. Each object is let go once it was
/// looked at. Filled by one thread, then only read.
public final class Snapshot {
    private static final int MOST_PROBLEMS = 20;

    private final List<LiveObject> objects = new ArrayList<>();
    /// By the namespace and name of the target.
    private final Map<String, List<Scaler>> scalers = new HashMap<>();
    private final Map<String, List<PodSize>> pods = new HashMap<>();
    private final IgnoreRules ignored = new IgnoreRules();
    private final Set<String> kinds = new TreeSet<>();
    private final Set<String> namespaces = new TreeSet<>();
    /// `namespace requests|limits cpu` to what a LimitRange gives a container that says nothing.
    private final Map<String, String> limitRanges = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int count;

    private Snapshot() {
    }

    /// @throws StepFailure DUMP_NO_OBJECTS and what `DumpFiles` and `DumpReader` refuse
    public static Snapshot read(Path dump, Progress progress, Cancellation cancellation) {
        Snapshot snapshot = new Snapshot();
        List<Path> files = DumpFiles.of(dump);
        for (int i = 0; i < files.size(); i++) {
            Progress part = progress.part((double) i / files.size(), (i + 1.0) / files.size());
            DumpReader.Counts counts = DumpReader.read(files.get(i), snapshot::take, part, cancellation);
            snapshot.count += counts.objects();
            if (counts.oversized() > 0) {
                snapshot.problem(files.get(i).getFileName() + ": " + counts.oversized()
                        + " objects are larger than any API server takes; they are left out.");
            }
        }
        if (snapshot.count == 0) {
            throw DumpReader.noObjects(dump);
        }
        return snapshot;
    }

    private void take(ObjectNode object) {
        String kind = object.path("kind").asString("");
        kinds.add(kind);
        namespaces.add(object.path("metadata").path("namespace").asString(""));
        Scaler.of(object).ifPresent(each -> scalers
                .computeIfAbsent(each.namespace() + "/" + each.name(), key -> new ArrayList<>()).add(each));
        PodSize.of(object).ifPresent(each -> pods
                .computeIfAbsent(each.namespace() + "/" + each.workload(), key -> new ArrayList<>()).add(each));
        ignored.read(object);
        if (kind.equals("LimitRange")) {
            limitRange(object);
        }
        if (LiveObjects.concerns(object)) {
            try {
                LiveObject live = LiveObjects.of(object);
                if (!live.fields().isEmpty()) {
                    objects.add(live);
                }
            } catch (StepFailure e) {
                problem(kind + " " + object.path("metadata").path("namespace").asString("") + "/"
                        + object.path("metadata").path("name").asString("") + " can't be looked at (" + e.code()
                        + ").");
            }
        }
    }

    private void problem(String sentence) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(sentence);
        }
    }

    private void limitRange(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asString("");
        for (JsonNode limit : object.path("spec").path("limits")) {
            if (limit.path("type").asString("").equals("Container")) {
                limit.path("defaultRequest").properties().forEach(each -> limitRanges
                        .put(namespace + " requests " + each.getKey(), each.getValue().asString("")));
                limit.path("default").properties().forEach(each -> limitRanges
                        .put(namespace + " limits " + each.getKey(), each.getValue().asString("")));
            }
        }
    }

    /// Objects in the dump, of all kinds.
    public int count() {
        return count;
    }

    /// Whether any object says who set what.
    public boolean owned() {
        return objects.stream().anyMatch(LiveObject::owned);
    }

    /// What could not be looked at, in sentences.
    public List<String> problems() {
        return Stream.concat(problems.stream(), ignored.problems().stream()).toList();
    }

    List<LiveObject> objects() {
        return objects;
    }

    IgnoreRules ignored() {
        return ignored;
    }

    boolean hasKind(String kind) {
        return kinds.contains(kind);
    }

    boolean hasNamespace(String namespace) {
        return namespace.isEmpty() || namespaces.contains(namespace);
    }

    /// Notes an autoscaler that Git has, for dumps without them.
    void assume(Scaler scaler) {
        scalers.computeIfAbsent(scaler.namespace() + "/" + scaler.name(), key -> new ArrayList<>()).add(scaler);
    }

    /// What sets the number of replicas.
    Optional<Scaler> scaler(LiveObject object) {
        return scalers.getOrDefault(object.namespace() + "/" + object.name(), List.of()).stream()
                .filter(each -> each.scales(object) && each.state() != DriftState.VPA).findFirst();
    }

    /// The pods of a workload that run past its template.
    List<PodSize> pods(LiveObject object) {
        return pods.getOrDefault(object.namespace() + "/" + object.name(), List.of()).stream()
                .filter(pod -> pod.of(object)).toList();
    }

    /// What a LimitRange of the namespace gives for a container's resource; empty for nothing.
    String limitRange(LiveObject object, LiveField field) {
        String part = switch (field.knob()) {
            case Field.CPU_REQUEST -> " requests cpu";
            case Field.CPU_LIMIT -> " limits cpu";
            case Field.MEMORY_REQUEST -> " requests memory";
            case Field.MEMORY_LIMIT -> " limits memory";
            default -> " none";
        };
        return limitRanges.getOrDefault(object.namespace() + part, "");
    }
}
