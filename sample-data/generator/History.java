import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The history of the GitOps repository. The first commit's files are written by hand and only read here; every later
/// commit is an edit of the tree before it and is written out as whole files.
final class History {
    static final String RAISE = "vision: raise executors for backfill";
    private static final String FIRST = "gitops/files/0001-import-the-platform";
    private static final Map<String, String> PEOPLE = Map.of("mira", "Mira Okafor", "jonas", "Jonas Lindqvist", "priya",
            "Priya Raman", "tomas", "Tomas Varga", "updates", "Image Updates");

    private final Map<String, String> tree = new TreeMap<>();
    private final List<Map<String, Object>> commits = new ArrayList<>();

    /// One replacement in one file; an empty `before` adds the file.
    record Edit(String path, String before, String after) {
    }

    void write() {
        readFirst();
        record("2026-06-20T09:12:00Z", "mira", "Import the platform", FIRST, tree.keySet());
        commit("2026-06-24T13:40:00Z", "jonas", "docs: say who owns what", edit("README.md",
                "| `terraform/` | sizes of the machines outside Kubernetes |\n",
                "| `terraform/` | sizes of the machines outside Kubernetes |\n\n"
                        + "Vision: Mira. Language: Priya. Audio: Tomas. Platform: Jonas.\n"));
        commit("2026-07-02T08:05:00Z", "updates", "caption-encoder: bump image to v2.4.0",
                edit("data-pipelines/caption/application.yaml", "tag: v2.3.1", "tag: v2.4.0"));
        commit("2026-07-09T14:22:00Z", "mira", "ocr-workers: keep six through node upgrades", edit("overlays/prod/kustomization.yaml",
                "  - ../../base\n", "  - ../../base\n  - ocr-workers-budget.yaml\n"), edit("overlays/prod/ocr-workers-budget.yaml", "", """
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata:
                          name: ocr-workers
                          namespace: vision
                        spec:
                          minAvailable: 6
                          selector:
                            matchLabels:
                              app.kubernetes.io/name: ocr-workers
                        """));
        commit("2026-07-21T10:31:00Z", "priya", "embedding-api: allow twelve at peak",
                edit("overlays/prod/embedding-api-size.yaml", "maxReplicas: 10", "maxReplicas: 12"));
        commit("2026-08-04T16:10:00Z", "jonas", "storage: abort stale uploads of embeddings",
                edit("storage/lake-embeddings-lifecycle.yaml", "",
                        tree.get("storage/lake-raw-text-lifecycle.yaml").replace("lake-raw-text", "lake-embeddings")));
        commit("2026-08-18T07:58:00Z", "jonas", "terraform: note the weekend schedule", edit("terraform/machines.auto.tfvars",
                "annotation_vm_instance_type = \"m6i.2xlarge\"", "annotation_vm_instance_type = \"m6i.2xlarge\" # ten hours a day on weekends"));
        commit("2026-09-03T11:45:00Z", "tomas", "audio-align: checkpoint every two minutes",
                edit("audio/audio-align.yaml", "checkpointing.interval: 60s", "checkpointing.interval: 120s"));
        commit("2026-09-10T09:27:00Z", "jonas", "lineage-sync: start an hour later",
                edit("platform/lineage-sync.yaml", "15 1 * * *", "15 2 * * *"));
        commit("2026-09-21T15:03:00Z", "priya", "quality-gate: tighten the null rate\n\nCaptions with a null language slipped through.",
                edit("platform/quality-gate-config.yaml", "null_rate: 0.02", "null_rate: 0.01"));
        commit("2026-10-02T08:05:00Z", "updates", "kafka-connect: bump image to 3.8.1-1",
                edit("platform/kafka-connect.yaml", "3.8.0-2", "3.8.1-1"));
        october();
        Output.write("gitops/history.json", Json.pretty(commits));
    }

    private void october() {
        commit("2026-10-05T08:31:00Z", "updates", "caption-encoder: bump image to v2.4.1",
                edit("data-pipelines/caption/application.yaml", "tag: v2.4.0", "tag: v2.4.1"));
        commit("2026-10-05T15:47:00Z", "tomas", "docs: how to run a backfill", edit("docs/backfill.md", "", """
                # Running a backfill

                Raise the executors, wait for the lag to fall to zero, put them back. Say in the commit message until when.
                """));
        commit("2026-10-06T09:14:00Z", "updates", "feature-extraction: bump image to v1.2.0",
                edit("data-pipelines/vision/application.yaml", "spark-processor:v1.1.4", "spark-processor:v1.2.0"));
        commit("2026-10-06T18:02:00Z", "mira", RAISE + "\n\nReprocess the September images with the new encoder.",
                edit("data-pipelines/vision/application.yaml", "replicas: 3 #", "replicas: 9 #"),
                edit("data-pipelines/vision/application.yaml", "cpu: 2 #", "cpu: 4 #"),
                edit("data-pipelines/vision/application.yaml", "memory: 8Gi #", "memory: 16Gi #"));
        commit("2026-10-07T07:55:00Z", "priya", "gpu-finetune: bump image to v0.4.1",
                edit("language/gpu-finetune.yaml", "caption-finetune:v0.4.0", "caption-finetune:v0.4.1"));
        commit("2026-10-07T10:20:00Z", "updates", "ocr-workers: bump image to v4.1.0",
                edit("overlays/prod/kustomization.yaml", "newTag: v4.0.2", "newTag: v4.1.0"));
        commit("2026-10-20T13:05:00Z", "updates", "caption-encoder: bump image to v2.5.0",
                edit("data-pipelines/caption/application.yaml", "tag: v2.4.1", "tag: v2.5.0"));
        commit("2026-10-26T09:50:00Z", "jonas", "redaction-proxy: close the debug port",
                edit("language/redaction-proxy.yaml", "            - containerPort: 6060 # debug\n", ""));
        commit("2026-10-30T11:55:00Z", "tomas", "speech-vad: let Prometheus scrape it", edit("audio/speech-vad.yaml",
                "        team: audio\n", "        team: audio\n      annotations:\n        prometheus.io/scrape: \"true\"\n"));
    }

    private void readFirst() {
        Path root = Output.ROOT.resolve(FIRST);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                tree.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Edit edit(String path, String before, String after) {
        return new Edit(path, before, after);
    }

    private void commit(String time, String who, String message, Edit... edits) {
        String title = message.lines().findFirst().orElseThrow().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String folder = String.format(Locale.ROOT, "gitops/files/%04d-%s", commits.size() + 1, title);
        List<String> paths = new ArrayList<>();
        for (Edit edit : edits) {
            String old = tree.getOrDefault(edit.path, "");
            if (!edit.before.isEmpty() && old.split(java.util.regex.Pattern.quote(edit.before), -1).length != 2)
                throw new IllegalStateException(edit + " must match once");
            tree.put(edit.path, edit.before.isEmpty() ? edit.after : old.replace(edit.before, edit.after));
            if (!paths.contains(edit.path))
                paths.add(edit.path);
        }
        paths.forEach(path -> Output.write(folder + "/" + path, tree.get(path)));
        record(time, who, message, folder, paths);
    }

    private void record(String time, String who, String message, String folder, Iterable<String> paths) {
        Map<String, Object> put = new LinkedHashMap<>();
        paths.forEach(path -> put.put(path, folder.substring("gitops/".length()) + "/" + path));
        commits.add(Json.map("time", time, "author", PEOPLE.get(who), "email", who + "@example.com", "message", message, "put",
                put, "delete", List.of()));
    }
}
