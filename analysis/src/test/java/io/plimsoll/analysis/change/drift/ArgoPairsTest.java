package io.plimsoll.analysis.change.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.change.DriftCause;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;

import static org.assertj.core.api.Assertions.assertThat;

/// Live and target objects as real clusters and repositories have them, from the tests of Argo CD (Apache-2.0).
class ArgoPairsTest {
    private static final String FOLDER = "manifests/argoproj__argo-cd/controller/testdata/";

    @TempDir
    Path folder;

    @Test
    void aTargetThatArgoHasNotSyncedYetIsAheadOfTheCluster() throws IOException {
        List<DriftRow> rows = rows("target-deployment.yaml", "live-deployment.yaml");
        assertThat(rows).filteredOn(row -> row.field().startsWith("resources.requests"))
                .extracting(DriftRow::state).containsOnly(DriftState.EQUAL).hasSize(2);
        assertThat(rows).extracting(DriftRow::owner).extracting(DriftOwner::manager).contains("argocd");
        assertThat(rows).filteredOn(DriftRow::isDifference).singleElement()
                .matches(row -> row.field().equals("spec.replicas") && row.cause() == DriftCause.GIT
                        && "4".equals(row.base()));
    }

    @Test
    void whatWasAppliedLastIsReadFromTheRealAnnotation() throws IOException {
        String target = text("target-deployment.yaml").replace("50m", "80m");
        List<DriftRow> rows = new Scene(folder).git("target.yaml", target).live(text("live-deployment.yaml")).rows();
        assertThat(rows).filteredOn(row -> row.field().endsWith("requests.cpu")).singleElement()
                .matches(row -> "80m".equals(row.git()) && "50m".equals(row.base()) && row.cause() == DriftCause.GIT);
    }

    @Test
    void everyLiveObjectThereIsRead() throws IOException {
        for (String name : List.of("live-deployment-env-vars.yaml", "live-httpproxy.yaml", "live-pdb.yaml",
                "live-rollout.yaml", "simple-app-live.yaml", "live-child-application.yaml",
                "pod-running-restart-always.yaml")) {
            assertThat(new Scene(folder).git("a.yaml", Scene.DEPLOYMENT).live(text(name)).compared().problems())
                    .noneMatch(problem -> problem.contains("can't be looked at"));
        }
    }

    private List<DriftRow> rows(String target, String live) throws IOException {
        return new Scene(folder).git("target.yaml", text(target)).live(text(live)).rows();
    }

    private static String text(String name) throws IOException {
        return Files.readString(SharedData.path(FOLDER + name));
    }
}
