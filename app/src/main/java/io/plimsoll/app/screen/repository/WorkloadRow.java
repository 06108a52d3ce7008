package io.plimsoll.app.screen.repository;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.UnmatchedCost;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.WorkloadMap;

/// A workload with what is matched to it, or a charged resource that belongs to none.
///
/// @param workload null for a resource
/// @param evidence the strongest first, candidates that were not taken among them
/// @param pins     of the user that lead here
record WorkloadRow(String title, String namespace, String kind, LinkState state, List<Money> cost, int series,
        List<String> files, @Nullable Workload workload, @Nullable UnmatchedCost resource, List<Evidence> evidence,
        List<Pin> pins) {
    private static final Comparator<Evidence> STRONGEST = Comparator.comparing((Evidence each) -> each.rule().score())
            .reversed().thenComparing(each -> !each.taken()).thenComparing(Evidence::side)
            .thenComparing(Evidence::item);

    /// Workloads first, then resources without one that are machines or have several candidates, the costliest first.
    static List<WorkloadRow> of(WorkloadMap map, List<Pin> pins) {
        List<WorkloadRow> rows = new ArrayList<>();
        map.workloads().forEach(workload -> rows.add(of(workload, pins)));
        map.coverage().unmatched().stream().filter(each -> each.machine() || each.state() == LinkState.AMBIGUOUS)
                .forEach(each -> rows.add(of(each)));
        return rows;
    }

    private static WorkloadRow of(Workload workload, List<Pin> pins) {
        DeclaredWorkload declared = workload.manifest();
        List<String> files = declared == null
                ? List.of()
                : declared.places().stream().map(ManifestPlace::file).distinct().toList();
        return new WorkloadRow(workload.title(), workload.key().namespace(), workload.key().kind(), workload.state(),
                workload.cost(), workload.use().size(), files, workload, null,
                workload.evidence().stream().sorted(STRONGEST).toList(),
                pins.stream().filter(pin -> pin.target().agrees(workload.key())).toList());
    }

    private static WorkloadRow of(UnmatchedCost each) {
        String name = each.resource().name();
        return new WorkloadRow(name.isEmpty() ? each.resource().resourceId() : name, "", each.resource().type(),
                each.state(), List.of(each.resource().cost()), 0, List.of(), null, each,
                each.candidates().stream().sorted(STRONGEST).toList(), List.of());
    }

    String file() {
        return files.isEmpty() ? "" : files.getFirst();
    }

    String whole() {
        return namespace.isEmpty() ? title : namespace + "/" + title;
    }

    /// What of this row a pin would move to another workload; null where a pin has nothing to hold on to.
    @Nullable
    Item item() {
        if (resource != null) {
            return new Item(Side.BILL, resource.resource().resourceId());
        }
        Workload known = workload;
        if (known == null) {
            return null;
        }
        DeclaredWorkload declared = known.manifest();
        if (declared != null) {
            return new Item(Side.MANIFEST, declared.item());
        }
        WorkloadKey key = known.key();
        if (!known.hasTelemetry()) {
            return known.hasBill() ? new Item(Side.BILL, known.billed().getFirst().resourceId()) : null;
        }
        boolean machine = key.kind().equals(WorkloadKey.MACHINE) && known.hasBill();
        return new Item(Side.TELEMETRY, machine
                ? known.billed().getFirst().resourceId()
                : String.join("/", key.cluster(), key.namespace(), key.kind(), key.name()));
    }

    /// What a pin names.
    record Item(Side side, String item) {}
}
