package io.plimsoll.analysis.change.drift;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.change.Drift;
import io.plimsoll.analysis.change.DriftCause;
import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest extends ComparisonCase {
    private static final String MEMORY = "resources.requests.memory";

    @ParameterizedTest
    @CsvSource({"1, 1000m", "1, 1.0", "0.5, 500m", "2, 2e0"})
    void theSameAmountIsEqualHoweverItIsWritten(String git, String cluster) {
        DriftRow row = scene(git, cluster, "").row(CPU);
        assertThat(row.state()).isEqualTo(DriftState.EQUAL);
        assertThat(row.git()).isEqualTo(git);
        assertThat(row.cluster()).isEqualTo(cluster);
    }

    @ParameterizedTest
    @CsvSource({"1Gi, 1024Mi", "1Ki, 1024", "1G, 1000M", "1Gi, 1073741824"})
    void memoryIsComparedInBytes(String git, String cluster) {
        Scene scene = new Scene(folder).git("web.yaml", Scene.DEPLOYMENT.replace("1Gi", git))
                .live(Scene.DEPLOYMENT.replace("1Gi", cluster));
        assertThat(scene.row(MEMORY).state()).isEqualTo(DriftState.EQUAL);
    }

    @Test
    void aDifferenceSaysWhereGitSetsItAndWhatWouldBeWrittenThere() {
        DriftRow row = scene("500m", "2", "").row(CPU);
        assertThat(row.state()).isEqualTo(DriftState.DIFFERS);
        assertThat(row.cause()).isEqualTo(DriftCause.UNKNOWN);
        assertThat(row.container()).isEqualTo("app");
        assertThat(row.origin()).isEqualTo(new DriftOrigin("web.yaml", 0,
                "spec.template.spec.containers[name=app].resources.requests.cpu", 11, "500m", true, ""));
        assertThat(Drift.intent(row).newValue()).isEqualTo("2000m");
        assertThat(Drift.intent(row).oldValue()).isEqualTo("500m");
    }

    @Test
    void whatAnEditorOwnsWasChangedInTheCluster() {
        DriftRow row = scene("1", "2", managed("kubectl-edit", "Update", "")).row(CPU);
        assertThat(row.cause()).isEqualTo(DriftCause.CLUSTER);
        assertThat(row.owner()).isEqualTo(
                new DriftOwner("kubectl-edit", "Update", "", Instant.parse("2026-10-31T22:40:00Z")));
    }

    @Test
    void whatTheDeliveryOwnsIsNotAppliedYet() {
        assertThat(scene("1", "2", managed("argocd-controller", "Apply", "")).row(CPU).cause())
                .isEqualTo(DriftCause.GIT);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 1, CLUSTER", "2, 1, 1, GIT", "2, 3, 1, BOTH"})
    void whatWasAppliedLastTellsWhichSideMoved(String git, String cluster, String base, DriftCause cause) {
        DriftRow row = scene(git, cluster, applied(base) + managed("kubectl-edit", "Update", "")).row(CPU);
        assertThat(row.cause()).isEqualTo(cause);
        assertThat(row.base()).isEqualTo(base);
    }

    @Test
    void anAnnotationThatIsNoObjectSaysNothing() {
        String broken = "  annotations: {kubectl.kubernetes.io/last-applied-configuration: '{{{'}\n";
        assertThat(scene("1", "2", broken).row(CPU).base()).isNull();
    }

    @Test
    void whatNoManifestDeclaresIsOnlyInTheCluster() {
        Scene scene = new Scene(folder).git("other.yaml", Scene.DEPLOYMENT.replace("web", "other"))
                .live(Scene.DEPLOYMENT);
        assertThat(scene.rows()).filteredOn(row -> row.workload().equals("web"))
                .allMatch(row -> row.state() == DriftState.ONLY_IN_CLUSTER && row.git() == null).hasSize(3);
        assertThat(scene.rows()).filteredOn(row -> row.workload().equals("other"))
                .allMatch(row -> row.state() == DriftState.ONLY_IN_GIT && row.cluster() == null).hasSize(3);
    }

    @Test
    void whatTheClusterFillsInIsSaidToBeThat() {
        Scene scene = new Scene(folder)
                .git("web.yaml", Scene.DEPLOYMENT.replace("  replicas: 2\n", "").replace("requests:", "limits:"))
                .live(Scene.DEPLOYMENT.replace("replicas: 2", "replicas: 1").replace("requests:",
                        "limits: {cpu: 1000m, "
                                + "memory: 1Gi}\n          requests:"));
        assertThat(scene.row("spec.replicas").reason()).contains("1 is what Kubernetes takes");
        assertThat(scene.row(CPU).reason()).contains("takes the limit");
        assertThat(scene.row("resources.limits.cpu").state()).isEqualTo(DriftState.EQUAL);
        assertThat(scene.rows()).noneMatch(DriftRow::isDifference);
    }

    @Test
    void aFieldThatOnlyTheManifestHasIsOnlyInGit() {
        DriftRow row = new Scene(folder).git("web.yaml", Scene.DEPLOYMENT)
                .live(Scene.DEPLOYMENT.replace("cpu: \"1\", ", "")).row(CPU);
        assertThat(row.state()).isEqualTo(DriftState.ONLY_IN_GIT);
        assertThat(row.origin()).extracting(DriftOrigin::place).isEqualTo("web.yaml:11");
    }

    @Test
    void kindsThatWereNotExportedAreNoFinding() {
        Comparison.Result found = new Scene(folder).git("web.yaml", Scene.DEPLOYMENT)
                .git("job.yaml",
                        "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: n}\nspec: {schedule: '* * * * *'}\n")
                .live(Scene.DEPLOYMENT).compared();
        assertThat(found.rows()).noneMatch(row -> row.kind().equals("CronJob"));
        assertThat(found.problems()).contains(
                "The dump holds no CronJob; those in Git are not compared. Add them to kubectl get.");
    }

    @Test
    void whatATemplateFillsInIsNotCompared() {
        DriftRow row = scene("'${CPU}'", "2", "").row(CPU);
        assertThat(row.state()).isEqualTo(DriftState.NOT_COMPARABLE);
        assertThat(row.reason()).contains("${CPU}");
    }

    @Test
    void twoClustersInOneCloneAreToldApartByTheirRoot() {
        Scene scene = new Scene(folder).git("east/web.yaml", Scene.DEPLOYMENT)
                .git("west/web.yaml", Scene.DEPLOYMENT.replace("\"1\"", "\"4\"")).live(Scene.DEPLOYMENT);
        assertThat(scene.row(CPU).state()).isEqualTo(DriftState.NOT_COMPARABLE);
        assertThat(scene.row(CPU).reason()).contains("east/web.yaml:11", "west/web.yaml:11", "--root");
        assertThat(scene.row("spec.replicas").state()).isEqualTo(DriftState.EQUAL);
        assertThat(scene.root("west").row(CPU).state()).isEqualTo(DriftState.DIFFERS);
        assertThat(scene.root("east").row(CPU).state()).isEqualTo(DriftState.EQUAL);
    }

    @Test
    void childrenOfControllersAreLeftOut() {
        assertThat(new Scene(folder).git("web.yaml", Scene.DEPLOYMENT).live(Scene.DEPLOYMENT)
                .live(Scene.DEPLOYMENT.replace("Deployment", "ReplicaSet").replace("name: web, namespace: shop",
                        "name: web-5d4f8c7b9, namespace: shop, ownerReferences: [{kind: Deployment, name: web}]"))
                .rows()).noneMatch(row -> row.kind().equals("ReplicaSet"));
    }

    @Test
    void aKustomizationsNumberOfReplicasIsWhatGitSays() {
        DriftRow row = new Scene(folder).git("base/kustomization.yaml", "resources: [web.yaml]\n")
                .git("base/web.yaml", Scene.DEPLOYMENT)
                .git("prod/kustomization.yaml", "resources: [../base]\nreplicas:\n- name: web\n  count: 5\n")
                .live(Scene.DEPLOYMENT).row("spec.replicas");
        assertThat(row.git()).isEqualTo("5");
        assertThat(row.origin()).extracting(DriftOrigin::place).isEqualTo("prod/kustomization.yaml:4");
    }

    @Test
    void anApplicationMayIgnoreADifference() {
        String application = """
                             apiVersion: argoproj.io/v1alpha1
                             kind: Application
                             metadata: {name: shop}
                             spec:
                               destination: {namespace: shop}
                               ignoreDifferences:
                               - group: apps
                                 kind: Deployment
                                 jqPathExpressions: ['.spec.template.spec.containers[] | select(.name == "app") | .resources', '.a |= 1']
                             """;
        Scene scene = scene("1", "2", "").git("app.yaml", application);
        assertThat(scene.row(CPU).state()).isEqualTo(DriftState.IGNORED);
        assertThat(scene.row(CPU).reason()).contains("Application shop");
        assertThat(scene.compared().problems()).anyMatch(each -> each.contains(".a |= 1"));
    }

    @Test
    void aClaimIsHeldAgainstTheTemplateThatItWasMadeOf() {
        String set = """
                     apiVersion: apps/v1
                     kind: StatefulSet
                     metadata: {name: db, namespace: shop}
                     spec:
                       volumeClaimTemplates:
                       - metadata: {name: data}
                         spec: {resources: {requests: {storage: 10Gi}}}
                     """;
        Scene scene = new Scene(folder).git("db.yaml", set).live(set).live(claim("data-db-0", "10Gi"))
                .live(claim("data-db-1", "20Gi")).live(claim("data-other-0", "5Gi"));
        assertThat(scene.rows()).filteredOn(row -> row.workload().equals("data-db-0")).singleElement()
                .matches(row -> row.state() == DriftState.EQUAL);
        assertThat(scene.rows()).filteredOn(row -> row.workload().equals("data-db-1")).singleElement()
                .matches(row -> row.state() == DriftState.DIFFERS && !row.isAdoptable());
        assertThat(scene.rows()).filteredOn(row -> row.workload().equals("data-other-0")).singleElement()
                .matches(row -> row.state() == DriftState.ONLY_IN_CLUSTER);
    }

    private static String claim(String name, String size) {
        return "kind: PersistentVolumeClaim\nmetadata: {name: " + name + ", namespace: shop}\n"
                + "spec: {resources: {requests: {storage: " + size + "}}}\n";
    }

    @Test
    void differencesStandFirst() {
        assertThat(scene("1", "2", "").rows().getFirst().field()).isEqualTo(CPU);
        assertThat(scene("1", "2", "").rows().getLast().state()).isEqualTo(DriftState.EQUAL);
    }

    private Scene scene(String git, String cluster, String metadata) {
        return new Scene(folder).git("web.yaml", Scene.DEPLOYMENT.replace("\"1\"", git))
                .live(with(metadata, Scene.DEPLOYMENT.replace("\"1\"", cluster)));
    }

    private static String applied(String cpu) {
        return "  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{\"kind\":\"Deployment\",\"spec\":"
                + "{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"resources\":{\"requests\":{\"cpu\":\""
                + cpu + "\"}}}]}}}}'\n";
    }
}
