package io.plimsoll.analysis.workload.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.source.MeasuredWorkload;

/// A workload while its parts come together.
final class Draft {
    private WorkloadKey key;
    private String title;
    private final String resourceId;
    private final String item;
    private @Nullable DeclaredWorkload manifest;
    private boolean ambiguous;
    private final List<UseSeries> use = new ArrayList<>();
    private final List<BilledResource> billed = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();

    private Draft(WorkloadKey key, String resourceId, String item) {
        this.key = key;
        this.title = key.name();
        this.resourceId = resourceId;
        this.item = item;
    }

    static Draft measured(MeasuredWorkload measured, WorkloadKey key) {
        Draft draft = new Draft(key, measured.resourceId(), measured.item());
        draft.use.addAll(measured.use());
        return draft;
    }

    static Draft declared(DeclaredWorkload declared, WorkloadKey key) {
        Draft draft = new Draft(key, "", declared.item());
        draft.manifest = declared;
        return draft;
    }

    static Draft billed(WorkloadKey key, String item) {
        return new Draft(key, "", item);
    }

    WorkloadKey key() {
        return key;
    }

    String resourceId() {
        return resourceId;
    }

    String item() {
        return item;
    }

    /// The label by which Git groups it, empty if Git does not know it.
    String appName() {
        DeclaredWorkload declared = manifest;
        return declared == null ? "" : declared.appName();
    }

    boolean hasUse() {
        return !use.isEmpty();
    }

    boolean hasManifest() {
        return manifest != null;
    }

    void join(List<UseSeries> more) {
        use.addAll(more);
    }

    /// Git's kind is the one to show, unless the user put another object here; the cluster is known to others only.
    void link(DeclaredWorkload declared, Evidence why) {
        manifest = declared;
        boolean keepKind = declared.kind().isEmpty() || why.rule() == IdentityRule.PIN && !key.kind().isEmpty();
        key = new WorkloadKey(key.cluster(), key.namespace().isEmpty() ? declared.namespace() : key.namespace(),
                keepKind ? key.kind() : declared.kind(), key.name(), "");
        evidence.add(why);
    }

    void link(BilledResource resource, String cluster, Evidence why) {
        billed.add(resource);
        if (key.cluster().isEmpty() && !cluster.isEmpty()) {
            key = new WorkloadKey(cluster, key.namespace(), key.kind(), key.name(), key.container());
        }
        if (!resourceId.isEmpty() && !resource.name().isEmpty()) {
            title = resource.name();
        }
        evidence.add(why);
    }

    /// A weaker claim by the same name, to be seen.
    void note(Evidence why) {
        evidence.add(why);
    }

    void candidate(Evidence why) {
        ambiguous = true;
        evidence.add(why);
    }

    Workload finished() {
        WorkloadKey whole = new WorkloadKey(key.cluster(), key.namespace(), key.kind(), key.name(), mainContainer());
        int sides = (use.isEmpty() ? 0 : 1) + (billed.isEmpty() ? 0 : 1) + (manifest == null ? 0 : 1);
        LinkState state = ambiguous ? LinkState.AMBIGUOUS : sides > 1 ? LinkState.MATCHED : LinkState.UNMATCHED;
        Map<String, Money> cost = new TreeMap<>();
        billed.forEach(each -> cost.merge(each.cost().currency(), each.cost(), Money::plus));
        return new Workload(whole, title,
                billed.stream().sorted(Comparator.comparing((BilledResource each) -> each.cost().amount()).reversed())
                        .toList(),
                List.copyOf(cost.values()), use, manifest, state, evidence);
    }

    /// The container with most series of use over the replicas, of anything where use was not measured: latency or network traffic of a
    /// pod names no container. Of equals, the one that is not an obvious sidecar, then the first name.
    private String mainContainer() {
        Map<String, Integer> counts = new HashMap<>();
        boolean used = use.stream().anyMatch(each -> each.measure().isUse());
        use.stream().filter(each -> !used || each.measure().isUse())
                .forEach(each -> counts.merge(each.container(), 1, Integer::sum));
        return counts.keySet().stream().min(Comparator.comparing((String name) -> isSidecar(name)).thenComparing(
                name -> -counts.getOrDefault(name, 0)).thenComparing(Comparator.naturalOrder())).orElse("");
    }

    private static boolean isSidecar(String container) {
        return container.matches(
                "istio-proxy|linkerd-proxy|envoy|cloud-sql-proxy|vault-agent|.*-(?:sidecar|exporter|agent|proxy)");
    }
}
