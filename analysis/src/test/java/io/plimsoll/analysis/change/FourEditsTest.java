package io.plimsoll.analysis.change;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.repository.LineDiff;

import static org.assertj.core.api.Assertions.assertThat;

/// Four everyday edits that break something in the tools that write manifests today.
class FourEditsTest {
    private static final String DEPLOYMENT = """
                                             apiVersion: apps/v1
                                             kind: Deployment
                                             metadata: {name: web, labels: {app: web}} # owned by shop
                                             spec:
                                               replicas: 4   # two a zone
                                               template:
                                                 spec:
                                                   containers:
                                                   - {name: log, image: log:1}
                                                   - name: web
                                                     image: "registry.example/web:1.2"
                                                     env: [{name: MODE, value: normal}]
                                                     resources:
                                                       requests:
                                                         cpu: 500m # measured in spring
                                                         memory: "1Gi"
                                                       limits:
                                                         memory: 2Gi   # heap is 1500m
                                             ---
                                             apiVersion: v1
                                             kind: Service
                                             metadata:
                                               name: web
                                             spec: {ports: [{port: 80}]}
                                             """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String edited(String file, String text, List<Edit> edits) {
        return new String(ManifestEditor.apply(file, bytes(text), edits).content(), StandardCharsets.UTF_8);
    }

    private static List<String> changedLines(String before, String after) {
        return LineDiff.of(bytes(before), bytes(after)).unified("f.yaml").lines()
                .filter(line -> line.matches("[+-](?!--|\\+\\+).*")).toList();
    }

    private static long comments(String text) {
        return text.lines().filter(line -> line.contains("# ")).count();
    }

    @Test
    void fourValuesOfADeploymentAreEightLinesAndKeepCommentsFlowStyleAndTheSecondDocument() {
        List<Edit> edits = new ArrayList<>();
        String container = "spec.template.spec.containers[name=web].resources.";
        edits.add(ManifestEditor.proposed("f.yaml", bytes(DEPLOYMENT), 0, ManifestPath.parse("spec.replicas"), "3"));
        edits.add(ManifestEditor.proposed("f.yaml", bytes(DEPLOYMENT), 0,
                ManifestPath.parse(container + "requests.cpu"), "0.25"));
        edits.add(ManifestEditor.proposed("f.yaml", bytes(DEPLOYMENT), 0,
                ManifestPath.parse(container + "requests.memory"), "768Mi"));
        edits.add(ManifestEditor.proposed("f.yaml", bytes(DEPLOYMENT), 0,
                ManifestPath.parse(container + "limits.memory"), "1536Mi"));
        String after = edited("f.yaml", DEPLOYMENT, edits);
        assertThat(changedLines(DEPLOYMENT, after)).hasSize(8).contains("+  replicas: 3   # two a zone",
                "+            cpu: 250m # measured in spring", "+            memory: \"768Mi\"",
                "+            memory: 1536Mi   # heap is 1500m");
        assertThat(comments(after)).isEqualTo(comments(DEPLOYMENT)).isEqualTo(4);
        assertThat(after.substring(after.indexOf("---"))).isEqualTo(DEPLOYMENT.substring(DEPLOYMENT.indexOf("---")));
    }

    /// The pod that runs was fixed by hand: another image and another variable. Even who takes over every value that costs from the
    /// live object gets nothing else of it, since only a knob can become an edit.
    @Test
    void aHotFixOfTheLivePodNeverEntersGit() {
        String live = DEPLOYMENT.replace("web:1.2", "web:1.2-hotfix").replace("value: normal", "value: debug")
                .replace("replicas: 4", "replicas: 6").replace("cpu: 500m", "cpu: 750m");
        List<Knob> differing = Knobs.find("live.yaml", bytes(live)).stream()
                .filter(knob -> !knob.value().equals(ManifestEditor.value("f.yaml", bytes(DEPLOYMENT), 0, knob.path())))
                .toList();
        assertThat(differing).extracting(Knob::field).containsExactly(Field.REPLICAS, Field.CPU_REQUEST);
        String after = edited("f.yaml", DEPLOYMENT, differing.stream()
                .map(knob -> new Edit(knob.document(), knob.path(), null, knob.value())).toList());
        assertThat(after).isEqualTo(DEPLOYMENT.replace("replicas: 4", "replicas: 6").replace("cpu: 500m", "cpu: 750m"));
    }

    @Test
    void ofAnAppItsSidecarAndAQuotaInOneFileOnlyTheAppChanges() {
        String text = DEPLOYMENT.replace("{name: log, image: log:1}",
                "{name: log, image: log:1, resources: {requests: {cpu: 500m, memory: 1Gi}}}")
                + """
                  ---
                  apiVersion: v1
                  kind: ResourceQuota # of the team
                  metadata: {name: web}
                  spec:
                    hard:
                      requests.cpu: 500m
                      limits.memory: 2Gi # agreed
                  """;
        List<Edit> edits = Knobs.find("f.yaml", bytes(text)).stream().filter(knob -> knob.container().equals("web"))
                .filter(knob -> knob.field().equals(Field.CPU_REQUEST) || knob.field().equals(Field.MEMORY_LIMIT))
                .map(knob -> ManifestEditor.proposed("f.yaml", bytes(text), knob.document(), knob.path(),
                        knob.field().equals(Field.CPU_REQUEST) ? "400m" : "3Gi"))
                .toList();
        List<Edit> missing = new ArrayList<>(edits);
        missing.add(
                new Edit(0, ManifestPath.parse("spec.template.spec.containers[name=web].resources.limits.cpu"), null,
                        "1"));
        String after = edited("f.yaml", text, missing);
        assertThat(changedLines(text, after)).containsExactly("-            cpu: 500m # measured in spring",
                "+            cpu: 400m # measured in spring", "-            memory: 2Gi   # heap is 1500m",
                "+            memory: 3Gi   # heap is 1500m", "+            cpu: 1");
    }

    @Test
    void oneValueOfAnApplicationsInlineHelmValuesIsOneLine() {
        String text = """
                      apiVersion: argoproj.io/v1alpha1
                      kind: Application
                      metadata: {name: job}
                      spec:
                        source:
                          chart: job
                          helm:
                            values: |
                              # sizes
                              executor:
                                memory: "8g" # from the last run
                                cores: 2
                        destination: {namespace: data}
                      """;
        ManifestPath path = ManifestPath.parse("spec.source.helm.values>executor.memory");
        String after = edited("app.yaml", text,
                List.of(ManifestEditor.proposed("app.yaml", bytes(text), 0, path, "6Gi")));
        assertThat(changedLines(text, after)).containsExactly("-          memory: \"8g\" # from the last run",
                "+          memory: \"6g\" # from the last run");
    }
}
