package io.plimsoll.analysis.workload;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// A clone of a few files and its overview.
class OverviewCase {
    static final String PODS = """
                               apiVersion: apps/v1
                               kind: Deployment
                               metadata: {name: shop, namespace: store}
                               spec:
                                 replicas: 2
                                 template:
                                   metadata:
                                     labels: {app: shop}
                                   spec:
                                     containers:
                                       - name: web
                                         resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}
                                       - name: proxy
                                         image: proxy:1
                               """;
    @TempDir
    Path folder;
    Map<String, String> files;

    @BeforeEach
    void start() {
        files = new LinkedHashMap<>();
        files.put("apps/shop.yaml", PODS);
    }

    RepositoryOverview overview() {
        Clones.build(folder.resolve("clone"), files);
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            return RepositoryOverview.read(repository, Progress.NONE, Cancellation.never());
        }
    }

    List<RepositoryFinding> found(String kind) {
        return overview().findings().stream().filter(each -> each.kind().equals(kind)).toList();
    }
}
