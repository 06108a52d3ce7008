package io.plimsoll.analysis.rightsizing.pod;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.rightsizing.current.Situation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;

/// What the pod of a workload asks of a node.
///
/// Kubernetes reserves for a pod the larger of what its containers and native side-cars ask together, and of what each init
/// container asks with the side-cars that were started before it (kubernetes.io, "Sidecar Containers", "Resource sharing within
/// containers"; KEP-753).
///
/// @param parts the other containers in the order in which they start
public record PodShape(List<PodPart> parts) {
    private static final Set<String> SIZES = Set.of(Field.CPU_REQUEST, Field.CPU_LIMIT, Field.MEMORY_REQUEST,
            Field.MEMORY_LIMIT);

    public PodShape {
        parts = List.copyOf(parts);
    }

    /// Containers that the manifests give a request, a limit standing in for one.
    public static PodShape of(Situation situation) {
        DeclaredWorkload declared = situation.workload().manifest();
        return declared == null
                ? new PodShape(List.of())
                : of(declared, main(situation, declared));
    }

    /// The one that the size is of, as the manifest calls it.
    private static String main(Situation situation, DeclaredWorkload declared) {
        return situation.declared().knobs().entrySet().stream().filter(each -> SIZES.contains(each.getKey()))
                .map(each -> each.getValue().knob().container()).findFirst()
                .orElse(situation.workload().key().container().isEmpty()
                        ? declared.name()
                        : situation.workload().key().container());
    }

    private static PodShape of(DeclaredWorkload declared, String main) {
        Map<String, Map<String, Knob>> byName = new LinkedHashMap<>();
        for (ManifestPlace place : declared.weakestFirst()) {
            for (Knob knob : place.knobs()) {
                if (SIZES.contains(knob.field()) && !knob.container().equals(main) && !knob.container().isEmpty()
                        && knob.path().keyFromEnd(2).equals("resources")
                        && (knob.path().passes("containers") || knob.path().passes("initContainers"))) {
                    byName.computeIfAbsent(knob.container(), unseen -> new LinkedHashMap<>()).put(knob.field(), knob);
                }
            }
        }
        return new PodShape(byName.entrySet().stream()
                .map(each -> new PodPart(each.getKey(), role(declared, each.getValue()),
                        amount(each.getValue(), Field.CPU_REQUEST, Field.CPU_LIMIT),
                        amount(each.getValue(), Field.MEMORY_REQUEST, Field.MEMORY_LIMIT)))
                .toList());
    }

    private static double amount(Map<String, Knob> knobs, String request, String limit) {
        Knob knob = knobs.getOrDefault(request, knobs.get(limit));
        return knob == null || !knob.unit().reads(knob.value())
                ? 0
                : knob.unit().amount(knob.value()).max(BigDecimal.ZERO).doubleValue();
    }

    private static PodPart.Role role(DeclaredWorkload declared, Map<String, Knob> knobs) {
        boolean init = knobs.values().stream().anyMatch(knob -> knob.path().passes("initContainers"));
        return !init
                ? PodPart.Role.BESIDE
                : knobs.values().stream().anyMatch(knob -> stays(declared, knob))
                        ? PodPart.Role.SIDECAR
                        : PodPart.Role.INIT;
    }

    private static boolean stays(DeclaredWorkload declared, Knob knob) {
        byte[] content = declared.owners().files().get(knob.file());
        if (content == null) {
            return false;
        }
        ManifestPath container = knob.path().parent().parent().parent();
        try {
            return "Always".equals(ManifestEditor.value(knob.file(), content, knob.document(),
                    container.key("restartPolicy")));
        } catch (StepFailure noSuchKey) {
            return false;
        }
    }

    /// What runs beside the main container all the time, in cores.
    public double coresBeside() {
        return beside(PodPart::cores);
    }

    /// The same in bytes.
    public double memoryBeside() {
        return beside(PodPart::memory);
    }

    /// The main container's CPU request below which a node reserves no less, because an init container asks for more.
    public double leastCores() {
        return least(PodPart::cores);
    }

    /// The same in bytes.
    public double leastMemory() {
        return least(PodPart::memory);
    }

    private double beside(ToDoubleFunction<PodPart> which) {
        return parts.stream().filter(PodPart::stays).mapToDouble(which).sum();
    }

    private double least(ToDoubleFunction<PodPart> which) {
        double started = 0;
        double highest = 0;
        for (PodPart each : parts) {
            if (each.role() == PodPart.Role.SIDECAR) {
                started += which.applyAsDouble(each);
            } else if (each.role() == PodPart.Role.INIT) {
                highest = Math.max(highest, started + which.applyAsDouble(each));
            }
        }
        return Math.max(0, highest - beside(which));
    }
}
