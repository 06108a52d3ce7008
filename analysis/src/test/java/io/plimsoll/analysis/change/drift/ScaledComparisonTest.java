package io.plimsoll.analysis.change.drift;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;

import static org.assertj.core.api.Assertions.assertThat;

/// What is held against Git where something in the cluster changes replicas or sizes by itself.
class ScaledComparisonTest extends ComparisonCase {
    @Test
    void replicasBelongToTheHpa() {
        DriftRow row = replicas().live(scaler("autoscaling/v2", "HorizontalPodAutoscaler", "")).row("spec.replicas");
        assertThat(row.state()).isEqualTo(DriftState.HPA);
        assertThat(row.isDifference()).isFalse();
        assertThat(row.isAdoptable()).isFalse();
    }

    @Test
    void anHpaOfKedaIsKedas() {
        assertThat(replicas().live(scaler("autoscaling/v2", "HorizontalPodAutoscaler",
                "  labels: {app.kubernetes.io/managed-by: keda-operator}\n")).row("spec.replicas").state())
                .isEqualTo(DriftState.KEDA);
        assertThat(replicas().live(scaler("keda.sh/v1alpha1", "ScaledObject", "")).row("spec.replicas").state())
                .isEqualTo(DriftState.KEDA);
    }

    @Test
    void aScalerThatIsNotInTheDumpIsKnownByItsMark() {
        String fields = "  managedFields:\n  - {manager: kube-controller-manager, operation: Update, subresource: scale, "
                + "fieldsV1: {'f:spec': {'f:replicas': {}}}}\n";
        assertThat(new Scene(folder).git("web.yaml", Scene.DEPLOYMENT)
                .live(live(fields).replace("replicas: 2", "replicas: 6")).row("spec.replicas").state())
                .isEqualTo(DriftState.HPA);
    }

    @Test
    void aPodResizedInPlaceRunsPastItsTemplate() {
        DriftRow row = resized("subresource: resize, manager: kubectl", "").row(CPU);
        assertThat(row.state()).isEqualTo(DriftState.RESIZED);
        assertThat(row.isDifference()).isTrue();
        assertThat(row.cluster()).isEqualTo("1500m");
        assertThat(row.git()).isEqualTo("1");
        assertThat(row.owner()).extracting(DriftOwner::manager).isEqualTo("kubectl");
        assertThat(row.reason()).startsWith("One pod runs with another size than the template's 1");
    }

    @Test
    void aPodSizedByTheVpaIsTheVpas() {
        assertThat(resized("manager: kubelet", "    annotations: {vpaUpdates: Pod resources updated}\n").row(CPU)
                .state()).isEqualTo(DriftState.VPA);
        assertThat(resized("subresource: resize, manager: vpa-updater", "").row(CPU).state())
                .isEqualTo(DriftState.VPA);
    }

    @Test
    void aScalerThatOnlyGitHasOwnsTheReplicas() {
        assertThat(replicas().git("hpa.yaml", scaler("autoscaling/v2", "HorizontalPodAutoscaler", ""))
                .row("spec.replicas").state()).isEqualTo(DriftState.HPA);
    }

    private Scene resized(String managed, String metadata) {
        return new Scene(folder).git("web.yaml", Scene.DEPLOYMENT).live(Scene.DEPLOYMENT)
                .live("""
                      kind: Pod
                      metadata:
                        name: web-5d4f8c7b9-abcde
                        namespace: shop
                        ownerReferences: [{kind: ReplicaSet, name: web-5d4f8c7b9}]
                        managedFields: [{%s, time: '2026-10-30T01:00:00Z', fieldsV1: {'f:spec': {}}}]
                      %sspec: {containers: [{name: app, resources: {requests: {cpu: 1500m, memory: 1Gi}}}]}
                      status: {containerStatuses: [{name: app, resources: {requests: {cpu: 1500m, memory: 1Gi}}}]}
                      """.formatted(managed, metadata.replace("    ", "  ")));
    }

    private static String scaler(String version, String kind, String metadata) {
        return "apiVersion: " + version + "\nkind: " + kind + "\nmetadata:\n  name: web\n  namespace: shop\n" + metadata
                + "spec: {scaleTargetRef: {kind: Deployment, name: web}, maxReplicas: 9}\n";
    }
}
