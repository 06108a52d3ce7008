package io.plimsoll.analysis.workload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.CloneText;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

import static org.assertj.core.api.Assertions.assertThat;

/// What the edit of one place reaches, in money.
class BlastRadiusTest {
    private static final Days TEN_DAYS = new Days(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 10));
    private static final Origin REPLICAS = new Origin("base/web.yaml", 0, 0, ManifestPath.parse("spec.replicas"));
    private final CloneText clone = new CloneText().file("base/kustomization.yaml", "resources: [web.yaml, hpa.yaml]\n")
            .file("base/web.yaml", """
                                   apiVersion: apps/v1
                                   kind: Deployment
                                   metadata: {name: web}
                                   spec:
                                     replicas: 2
                                     template: {spec: {containers: [{name: app, resources: {requests: {cpu: 1}}}]}}
                                   """)
            .file("base/hpa.yaml", """
                                   apiVersion: autoscaling/v2
                                   kind: HorizontalPodAutoscaler
                                   metadata: {name: web}
                                   spec:
                                     scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
                                     minReplicas: 2
                                     maxReplicas: 5
                                   """)
            .file("eu/kustomization.yaml", "resources: [../base]\nnamespace: eu\n")
            .file("us/kustomization.yaml", "resources: [../base]\nnamespace: us\nreplicas: [{name: web, count: 9}]\n");

    private WorkloadMap map(Money... costs) {
        List<DeclaredWorkload> declared = ManifestIndex.of(clone.files(), Cancellation.never()).workloads().stream()
                .filter(each -> each.name().equals("web")).toList();
        List<Workload> workloads = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            DeclaredWorkload each = declared.get(i);
            workloads.add(new Workload(new WorkloadKey("", each.namespace(), each.kind(), each.name(), ""),
                    each.namespace(), List.of(), i == 0 ? List.of(costs) : List.of(Money.of("7", "USD")), List.of(),
                    each, LinkState.MATCHED, List.of()));
        }
        return new WorkloadMap(TEN_DAYS, workloads, new Coverage(List.of(), List.of(), List.of()), List.of());
    }

    @Test
    void tenDaysInTwoCurrenciesAreTwoMonthlyAmounts() {
        BlastRadius radius = BlastRadius.of(map(Money.of("24", "EUR"), Money.of("240", "USD")), REPLICAS);
        assertThat(radius.workloads()).isNotEmpty();
        assertThat(radius.monthly()).extracting(Money::currency).containsExactly("EUR", "USD");
        assertThat(radius.monthly().getFirst().amount()).isEqualByComparingTo("73");
    }

    @Test
    void withoutABillNothingIsKnownOfTheMonth() {
        WorkloadMap map = map();
        assertThat(BlastRadius.of(new WorkloadMap(null, map.workloads(), map.coverage(), List.of()), REPLICAS)
                .monthly()).isEmpty();
    }

    @Test
    void anAutoscalersValueReachesWhatItScales() {
        assertThat(BlastRadius.of(map(Money.of("24", "EUR")), new Origin("base/hpa.yaml", 0, 0,
                ManifestPath.parse("spec.minReplicas"))).workloads()).isNotEmpty();
    }

    @Test
    void aPatchReachesTheWorkloadThatStandsForItsRoot() {
        WorkloadMap map = map(Money.of("24", "EUR"));
        List<String> roots = map.workloads().stream().map(each -> each.manifest().root()).toList();
        assertThat(roots).containsExactlyInAnyOrder("eu", "us");
        Origin cpu = new Origin("base/web.yaml", 0, 0,
                ManifestPath.parse("spec.template.spec.containers[name=app].resources.requests.cpu"));
        assertThat(BlastRadius.of(map, cpu).workloads()).hasSize(2);
        assertThat(BlastRadius.of(map, cpu, "us")).hasValueSatisfying(radius -> assertThat(radius.workloads())
                .singleElement().extracting(Workload::title).isEqualTo("us"));
        assertThat(BlastRadius.of(map, REPLICAS, "us")).as("it takes the number from elsewhere").isEmpty();
    }
}
