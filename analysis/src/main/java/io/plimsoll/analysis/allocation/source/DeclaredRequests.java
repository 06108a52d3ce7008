package io.plimsoll.analysis.allocation.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.allocation.split.MigSlices;
import io.plimsoll.analysis.allocation.split.Resources;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.rightsizing.FormerSize;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.rightsizing.current.FormerSizes;
import io.plimsoll.analysis.rightsizing.current.PlacedKnob;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;

/// What main containers ask for by Git's word, at the time: for telemetry that carries no requests.
public final class DeclaredRequests {
    private static final List<String> GPU = List.of(Field.GPU_REQUEST, Field.GPU_LIMIT, Field.GPU);

    private final Map<WorkloadKey, TreeMap<Instant, Resources>> requests = new HashMap<>();

    /// @param clone null without one: nothing is declared then
    /// @param end   of the period; changes of the 60 days before are known
    public DeclaredRequests(List<Workload> workloads, @Nullable GitRepository clone, Instant end,
            Cancellation cancellation) {
        if (clone == null) {
            return;
        }
        Map<WorkloadKey, DeclaredSize> declared = new LinkedHashMap<>();
        for (Workload each : workloads) {
            if (each.hasManifest() && each.hasTelemetry()) {
                WorkloadKey key = each.key();
                declared.put(key, DeclaredSize.of(each.manifest(), key.kind(), key.container()));
            }
        }
        FormerSizes former = new FormerSizes(clone.head().commitId(), declared.values());
        declared.forEach((key, size) -> {
            cancellation.check();
            requests.put(key, until(size, former, clone, end, cancellation));
        });
    }

    private static TreeMap<Instant, Resources> until(DeclaredSize declared, FormerSizes former, GitRepository clone,
            Instant end, Cancellation cancellation) {
        double gpus = gpus(declared);
        TreeMap<Instant, Resources> until = new TreeMap<>();
        until.put(Instant.MAX, resources(declared.size(Size.unset(1)), gpus));
        for (FormerSize each : former.of(clone, declared, Size.unset(1), end, cancellation)) {
            until.put(each.until(), resources(each.size(), gpus));
        }
        return until;
    }

    private static double gpus(DeclaredSize declared) {
        for (String field : GPU) {
            PlacedKnob knob = declared.knobs().get(field);
            if (knob != null) {
                double weight = MigSlices.weight(knob.knob().path().keyFromEnd(0));
                return (weight > 0 ? weight : 1) * knob.knob().unit().amount(knob.knob().value()).doubleValue();
            }
        }
        return 0;
    }

    private static Resources resources(Size size, double gpus) {
        return new Resources(size.cpuRequest(), (double) size.memoryRequest() / Bytes.GI, gpus);
    }

    /// Cores, GiB and GPUs of one replica at a time; nothing for a container that is not the main one.
    Resources of(Place place, Instant time) {
        WorkloadKey key = place.workload().key();
        TreeMap<Instant, Resources> until = requests.get(key);
        if (until == null || !place.container().equals(key.container())) {
            return Resources.NONE;
        }
        return until.higherEntry(time).getValue();
    }
}
