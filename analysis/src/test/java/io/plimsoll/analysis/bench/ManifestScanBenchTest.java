package io.plimsoll.analysis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.KnobKeys;
import io.plimsoll.analysis.manifest.Knobs;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.FileKnobs;
import io.plimsoll.analysis.workload.ManifestIndex;

import static org.assertj.core.api.Assertions.assertThat;

/// How long a clone of 4 000 manifests takes from Git to its knobs, against reading its blobs alone and against a bare parser.
@Tag("bench")
class ManifestScanBenchTest {
    private static final int RUNS = 7;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Person AUTHOR = new Person("Bench", "bench@example.org");

    @TempDir
    Path folder;

    @Test
    void aCloneOf4000FilesIsScannedOnceAndThenOnlyWhereItChanged() throws Exception {
        Map<String, Optional<byte[]>> files = files();
        assertThat(files).hasSize(4000);
        Path clone = folder.resolve("clone");
        List<String> ids;
        try (GitRepository repository = GitRepository.create(clone, "main")) {
            ids = repository.commitAll(List.of(new DatedCommit(START, AUTHOR, "all", files),
                    new DatedCommit(START.plusSeconds(60), AUTHOR, "one", changed(files, 1)),
                    new DatedCommit(START.plusSeconds(120), AUTHOR, "two", changed(files, 2)),
                    new DatedCommit(START.plusSeconds(180), AUTHOR, "three", changed(files, 3))));
        }
        pack(clone);
        Measured coldReading = Measured.here(() -> opened(clone, repository -> read(repository, ids.getFirst())));
        Measured coldScan = Measured.here(
                () -> opened(clone, repository -> FileKnobs.of(repository, ids.getFirst(), Cancellation.never())));
        double reading = Double.MAX_VALUE;
        double scanning = Double.MAX_VALUE;
        double parsing = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            reading = Math.min(reading,
                    Measured.here(() -> opened(clone, repository -> read(repository, ids.getFirst()))).cpuSeconds());
            parsing = Math.min(parsing,
                    Measured.here(() -> opened(clone, repository -> parse(repository, ids.getFirst()))).cpuSeconds());
            scanning = Math.min(scanning,
                    Measured.here(() -> opened(clone, repository -> scan(repository, ids.getFirst()))).cpuSeconds());
        }
        List<Double> again = new ArrayList<>();
        List<Double> workloads = new ArrayList<>();
        Measured index = Measured.here(
                () -> opened(clone,
                        repository -> ManifestIndex.read(repository, ids.getFirst(), Cancellation.never())));
        for (String id : ids.subList(1, ids.size())) {
            again.add(
                    Measured.here(() -> opened(clone, repository -> FileKnobs.of(repository, id, Cancellation.never())))
                            .cpuSeconds());
            workloads.add(Measured
                    .here(() -> opened(clone, repository -> ManifestIndex.read(repository, id, Cancellation.never())))
                    .cpuSeconds());
        }
        System.out.printf(Locale.ROOT,
                "4000 files, CPU ms: first read %.0f, first scan %.0f (%.1f times); warm %.0f and %.0f (%.1f times; with the bare "
                        + "parser on every file %.0f); scan after one "
                        + "change %s; workloads %.0f, after one change %s%n",
                coldReading.cpuSeconds() * 1e3, coldScan.cpuSeconds() * 1e3,
                coldScan.cpuSeconds() / coldReading.cpuSeconds(), reading * 1e3, scanning * 1e3, scanning / reading,
                parsing * 1e3,
                millis(again), index.cpuSeconds() * 1e3, millis(workloads));
        assertThat(scanning).isLessThan(3 * parsing);
        assertThat(again).allMatch(each -> each < 0.3);
        assertThat(workloads).allMatch(each -> each < 0.3);
    }

    private static List<Long> millis(List<Double> seconds) {
        return seconds.stream().map(each -> Math.round(each * 1e3)).toList();
    }

    private static void opened(Path clone, Consumer<GitRepository> work) {
        try (GitRepository repository = GitRepository.open(clone)) {
            work.accept(repository);
        }
    }

    private static long read(GitRepository repository, String commit) {
        long[] bytes = new long[1];
        repository.visit(commit, Knobs::mayBeIn, (path, content) -> bytes[0] += content.length, Cancellation.never());
        return bytes[0];
    }

    /// What a YAML library alone takes.
    private static void parse(GitRepository repository, String commit) {
        repository.visit(commit, Knobs::mayBeIn,
                (path, content) -> YamlTree.parse(ManifestText.decode(path, content)), Cancellation.never());
    }

    /// Without what is kept from run to run.
    private static long scan(GitRepository repository, String commit) {
        KnobKeys keys = new KnobKeys();
        long[] knobs = new long[1];
        repository.visit(commit, Knobs::mayBeIn, (path, content) -> {
            if (keys.anyIn(content)) {
                knobs[0] += Knobs.find(path, content).size();
            }
        }, Cancellation.never());
        return knobs[0];
    }

    /// A clone that somebody fetched has its objects in a pack.
    private static void pack(Path clone) throws IOException, ParseException {
        try (FileRepository repository = new FileRepository(clone.resolve(".git").toFile())) {
            GC gc = new GC(repository);
            gc.setExpireAgeMillis(0);
            gc.repack();
            gc.prunePacked();
        }
    }

    private static Map<String, Optional<byte[]>> changed(Map<String, Optional<byte[]>> files, int round) {
        String path = "apps/app-" + round + "/base/deployment.yaml";
        String text = new String(files.get(path).orElseThrow(), StandardCharsets.UTF_8);
        return Map.of(path, bytes(text.replace("memory: 1Gi", "memory: " + (round + 1) + "Gi")));
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// 400 applications with ten files each, as such repositories have them: most files hold no knob.
    private static Map<String, Optional<byte[]>> files() {
        Map<String, Optional<byte[]>> files = new TreeMap<>();
        Random random = new Random(4);
        for (int i = 0; i < 400; i++) {
            String name = "app-" + i;
            String top = "apps/" + name + "/";
            files.put(top + "base/deployment.yaml", bytes(deployment(name, random)));
            files.put(top + "base/service.yaml",
                    bytes("# cluster-internal\napiVersion: v1\nkind: Service\nmetadata:\n  name: " + name
                            + "\n  labels:\n    app: " + name + "\nspec:\n  selector:\n    app: " + name
                            + "\n  ports:\n    - name: http\n      port: 80\n      targetPort: 8080\n"));
            files.put(top + "base/configmap.yaml", bytes("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name
                    + "\ndata:\n  application.yaml: |\n" + settings(random)));
            files.put(top + "base/rbac.yaml", bytes(rbac(name)));
            files.put(top + "base/kustomization.yaml",
                    bytes("resources:\n  - deployment.yaml\n  - service.yaml\n  - configmap.yaml\n"
                            + "  - rbac.yaml\n  - hpa.yaml\n"));
            files.put(top + "base/hpa.yaml",
                    bytes("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: "
                            + name
                            + "\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: "
                            + name
                            + "\n  minReplicas: 2\n  maxReplicas: 8\n"));
            for (String stage : List.of("test", "prod")) {
                files.put(top + stage + "/kustomization.yaml",
                        bytes("namespace: " + stage + "\nresources:\n  - ../base\n"
                                + "patches:\n  - path: resources.yaml\n"));
                files.put(top + stage + "/resources.yaml",
                        bytes("apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name
                                + "\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          resources:\n"
                                + "            requests:\n              cpu: " + (100 + random.nextInt(900))
                                + "m # measured\n"));
            }
        }
        return files;
    }

    private static String deployment(String name, Random random) {
        StringBuilder env = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            env.append("            - name: SETTING_").append(i).append("\n              value: \"")
                    .append(random.nextInt())
                    .append("\"\n");
        }
        return """
               # Owned by the team of NAME.
               apiVersion: apps/v1
               kind: Deployment
               metadata:
                 name: NAME
                 labels:
                   app: NAME
               spec:
                 replicas: 3 # two are enough at night
                 selector:
                   matchLabels:
                     app: NAME
                 template:
                   metadata:
                     labels:
                       app: NAME
                   spec:
                     serviceAccountName: NAME
                     containers:
                       - name: app
                         image: registry.example/NAME:1.2.3
                         ports:
                           - name: http
                             containerPort: 8080
                         resources:
                           requests:
                             cpu: 500m
                             memory: 1Gi
                           limits:
                             memory: 1Gi
                         readinessProbe:
                           httpGet:
                             path: /ready
                             port: http
                           periodSeconds: 10
                         env:
               """.replace("NAME", name) + env;
    }

    private static String settings(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append("    section-").append(i).append(":\n      value: ").append(random.nextInt()).append('\n');
        }
        return text.toString();
    }

    private static String rbac(String name) {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: " + name
                + "\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: " + name
                + "\nrules:\n");
        for (String group : List.of("", "apps", "batch", "policy")) {
            text.append("  - apiGroups: [\"").append(group)
                    .append("\"]\n    resources: [\"pods\", \"jobs\", \"deployments\"]\n    verbs: [\"get\", \"list\", \"watch\"]\n");
        }
        return text.toString();
    }
}
