package io.plimsoll.analysis.workload.match;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Statistic;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Evidence;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.ManifestPlace;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.UnmatchedCost;
import io.plimsoll.analysis.workload.UseSeries;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.analysis.workload.source.MeasuredWorkload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MatcherTest {
    private final Matcher matcher = new Matcher(List.of());

    private static MeasuredWorkload measured(String cluster, String namespace, String kind, String name) {
        return new MeasuredWorkload(cluster, namespace, kind, name, "", List.of(use("app", name + "-0", 1)), "test");
    }

    private static UseSeries use(String container, String replica, long id) {
        return new UseSeries(container, Measure.CPU_CORES, Statistic.SAMPLE, replica, id);
    }

    private static DeclaredWorkload declared(String namespace, String kind, String name, String appName, String file) {
        return new DeclaredWorkload(kind, namespace, name, appName, file,
                List.of(new ManifestPlace(file, 0, kind, ManifestPlace.Role.OBJECT, List.of())), "test");
    }

    private static BilledResource billed(String id, String... tags) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            map.put(tags[i], tags[i + 1]);
        }
        return new BilledResource(id, id, "", "", "", new Money(BigDecimal.TEN, "USD"), "", map);
    }

    private Workload only() {
        assertThat(matcher.workloads()).hasSize(1);
        return matcher.workloads().getFirst();
    }

    @Test
    void threeNamesOfOneWorkloadMeet() {
        matcher.measured(List.of(measured("c1", "shop", "Deployment", "api")));
        matcher.declared(List.of(declared("shop", "Deployment", "api", "", "a.yaml")));
        matcher.billed(billed("asg-1", "user:app.kubernetes.io/name", "api", "kubernetes-namespace", "shop"), true);
        Workload found = only();
        assertThat(found.state()).isEqualTo(LinkState.MATCHED);
        assertThat(found.key()).isEqualTo(new WorkloadKey("c1", "shop", "Deployment", "api", "app"));
        assertThat(found.evidence()).extracting(Evidence::rule).containsExactly(IdentityRule.SAME_OBJECT,
                IdentityRule.TAGS_NAME_AND_NAMESPACE);
        assertThat(found.cost()).containsExactly(new Money(BigDecimal.TEN, "USD"));
    }

    @Test
    void aPoolOfAKafkaClusterIsFoundByTheNameOfItsPods() {
        String pool = """
                      kind: KafkaNodePool
                      metadata: {name: brokers, namespace: log, labels: {strimzi.io/cluster: main}}
                      spec: {replicas: 3, resources: {limits: {memory: 8Gi}}}
                      """;
        matcher.measured(List.of(measured("c1", "log", "StrimziPodSet", "main-brokers")));
        matcher.declared(
                ManifestIndex.of(Map.of("pool.yaml", pool.getBytes(StandardCharsets.UTF_8)), Cancellation.never())
                        .workloads());
        assertThat(only().manifest()).isNotNull();
        assertThat(only().evidence()).extracting(Evidence::rule).containsExactly(IdentityRule.NODE_POOL);
    }

    @Test
    void twoDeclarationsWithAnEqualClaimAreATie() {
        matcher.measured(List.of(measured("c1", "shop", "Deployment", "api")));
        matcher.declared(List.of(declared("shop", "Deployment", "api", "", "clusters/a.yaml"),
                declared("shop", "Deployment", "api", "", "clusters/b.yaml")));
        assertThat(only().state()).isEqualTo(LinkState.AMBIGUOUS);
        assertThat(only().hasManifest()).isFalse();
        assertThat(only().evidence()).extracting(Evidence::item, Evidence::taken).containsExactly(
                tuple("clusters/a.yaml#0", false),
                tuple("clusters/b.yaml#0", false));
    }

    @Test
    void oneDeclarationForTwoClustersIsATieToo() {
        matcher.measured(
                List.of(measured("c1", "shop", "Deployment", "api"), measured("c2", "shop", "Deployment", "api")));
        matcher.declared(List.of(declared("shop", "Deployment", "api", "", "a.yaml")));
        assertThat(matcher.workloads()).filteredOn(each -> each.state() == LinkState.AMBIGUOUS).singleElement()
                .satisfies(each -> assertThat(each.evidence()).hasSize(2));
        assertThat(matcher.workloads()).filteredOn(Workload::hasTelemetry).noneMatch(Workload::hasManifest);
    }

    @Test
    void aNameTagWithoutANamespaceIsTakenOnlyIfUnique() {
        matcher.measured(List.of(measured("c", "a", "Deployment", "api"), measured("c", "b", "Deployment", "api"),
                measured("c", "b", "Deployment", "web")));
        matcher.billed(billed("r1", "app.kubernetes.io/name", "api"), true);
        matcher.billed(billed("r2", "app.kubernetes.io/name", "web"), true);
        assertThat(matcher.unmatched()).singleElement().satisfies(cost -> {
            assertThat(cost.state()).isEqualTo(LinkState.AMBIGUOUS);
            assertThat(cost.candidates()).hasSize(2);
        });
        assertThat(matcher.workloads()).filteredOn(Workload::hasBill).singleElement()
                .satisfies(each -> assertThat(each.title()).isEqualTo("web"));
    }

    @Test
    void anotherClusterOrNamespaceIsAnotherWorkload() {
        matcher.measured(List.of(measured("c1", "shop", "Deployment", "api")));
        matcher.declared(List.of(declared("other", "Deployment", "api", "", "a.yaml"),
                declared("shop", "StatefulSet", "api", "", "b.yaml")));
        matcher.billed(
                billed("r", "app.kubernetes.io/name", "api", "kubernetes-namespace", "shop", "eks:cluster-name", "c2"),
                true);
        Workload measured = matcher.workloads().getFirst();
        assertThat(measured.hasBill()).isFalse();
        assertThat(measured.hasManifest()).isFalse();
        assertThat(matcher.workloads()).hasSize(3);
    }

    @Test
    void machinesMatchByResourceIdWhateverItsCase() {
        matcher.measured(List.of(new MeasuredWorkload("", "", WorkloadKey.MACHINE, "/subscriptions/x/vm-1",
                "/subscriptions/x/vm-1", List.of(use("", "/subscriptions/x/vm-1", 1)), "")));
        matcher.billed(billed("/Subscriptions/X/vm-1"), true);
        assertThat(only().state()).isEqualTo(LinkState.MATCHED);
        assertThat(only().evidence()).extracting(Evidence::rule).containsExactly(IdentityRule.RESOURCE_ID);
    }

    @Test
    void tagsOfAWorkloadThatNobodyElseKnowsMakeOneAndUntaggedCostStaysOpen() {
        matcher.billed(billed("r1", "k8s-workload", "shop/api"), true);
        matcher.billed(billed("r2", "kubernetes-namespace", "shop", "app.kubernetes.io/name", "api"), true);
        matcher.billed(billed("r3"), true);
        assertThat(only().billed()).hasSize(2);
        assertThat(only().state()).isEqualTo(LinkState.UNMATCHED);
        assertThat(matcher.unmatched()).extracting(UnmatchedCost::state).containsExactly(LinkState.UNMATCHED);
    }

    @Test
    void aPinBeatsTheRulesOnEverySide() {
        WorkloadKey target = new WorkloadKey("", "shop", "", "api", "");
        Matcher pinned = new Matcher(List.of(new Pin(Side.BILL, "r1", target, Instant.EPOCH),
                new Pin(Side.MANIFEST, "b.yaml#0", target, Instant.EPOCH),
                new Pin(Side.TELEMETRY, "c1/shop/Deployment/api-canary", target, Instant.EPOCH)));
        pinned.measured(List.of(measured("c1", "shop", "Deployment", "api"),
                measured("c1", "shop", "Deployment", "api-canary"), measured("c1", "shop", "Deployment", "web")));
        pinned.declared(List.of(declared("shop", "Deployment", "api", "", "a.yaml"),
                declared("elsewhere", "Deployment", "zzz", "", "b.yaml")));
        pinned.billed(billed("r1", "app.kubernetes.io/name", "web", "kubernetes-namespace", "shop"), true);
        Workload api = pinned.workloads().stream()
                .filter(each -> each.key().name().equals("api") && each.hasTelemetry())
                .findFirst().orElseThrow();
        assertThat(api.use()).hasSize(2);
        assertThat(api.manifest()).isNotNull().satisfies(manifest -> assertThat(manifest.name()).isEqualTo("zzz"));
        assertThat(api.billed()).extracting(BilledResource::resourceId).containsExactly("r1");
    }

    @Test
    void theMainContainerIsNoSidecar() {
        matcher.measured(List.of(new MeasuredWorkload("c", "n", "Deployment", "api", "",
                List.of(use("istio-proxy", "api-0", 1), use("istio-proxy", "api-1", 2), use("api", "api-0", 3)), "")));
        assertThat(only().key().container()).isEqualTo("api");
        assertThat(only().series(Measure.CPU_CORES)).containsOnly(Map.entry("api-0", List.of(3L)));
    }

    @Test
    void aReplicasPartsBecomeOneSeriesOfItsBestStatistic() {
        Workload workload = new Workload(new WorkloadKey("", "", "", "w", "app"), "w", List.of(), List.of(),
                List.of(use("app", "p", 1), use("app", "p", 2),
                        new UseSeries("app", Measure.CPU_CORES, Statistic.AVERAGE, "p", 3)),
                null, LinkState.UNMATCHED, List.of());
        Map<String, TimeSeries> use = ReplicaUse.of(workload, "app", Measure.CPU_CORES, id -> new TimeSeries(
                new long[]{id * 10, 100}, new double[]{id, id}));
        assertThat(use).containsOnly(Map.entry("p", new TimeSeries(new long[]{10, 20, 100}, new double[]{1, 2, 2})));
    }

    private static UseSeries pool(String pool, long id) {
        return new UseSeries("app", Measure.HEAP_USED_BYTES, Statistic.SAMPLE, "p", pool, id);
    }

    private static TimeSeries heap(List<UseSeries> series, Map<Long, TimeSeries> samples) {
        Workload workload = new Workload(new WorkloadKey("", "", "", "w", "app"), "w", List.of(), List.of(), series,
                null,
                LinkState.UNMATCHED, List.of());
        return ReplicaUse.of(workload, "app", Measure.HEAP_USED_BYTES, samples::get).get("p");
    }

    @Test
    void poolsOfAHeapAreAddedUpAndOneThatWasRelabelledCountsOnce() {
        List<UseSeries> series = List.of(pool("Eden", 1), pool("Old", 2), pool("Old", 3));
        TimeSeries found = heap(series, Map.of(1L, new TimeSeries(new long[]{60, 120, 180}, new double[]{5, 1, 7}),
                2L, new TimeSeries(new long[]{60, 120}, new double[]{10, 11}),
                3L, new TimeSeries(new long[]{120, 180}, new double[]{11, 12})));
        assertThat(found).isEqualTo(new TimeSeries(new long[]{60, 120, 180}, new double[]{15, 12, 19}));
    }

    @Test
    void aPoolWithoutABoundAddsNothingAndOneThatEndedIsForgotten() {
        TimeSeries found = heap(List.of(pool("Eden", 1), pool("Old", 2)),
                Map.of(1L, new TimeSeries(new long[]{60, 120, 180, 240, 300}, new double[]{-1, -1, -1, -1, -1}),
                        2L, new TimeSeries(new long[]{61, 121}, new double[]{10, 11})));
        assertThat(found.times()).containsExactly(60, 61, 120, 121, 180, 240, 300);
        assertThat(found.values()).containsExactly(0, 10, 10, 11, 11, 11, 0);
    }

    @Test
    void ofPoolsAndTheWholeTheHigherCounts() {
        TimeSeries found = heap(List.of(pool("", 1), pool("Eden", 2), pool("Old", 3)),
                Map.of(1L, new TimeSeries(new long[]{60}, new double[]{9}), 2L,
                        new TimeSeries(new long[]{60}, new double[]{3}), 3L,
                        new TimeSeries(new long[]{60}, new double[]{5})));
        assertThat(found.values()).containsExactly(9);
    }
}
