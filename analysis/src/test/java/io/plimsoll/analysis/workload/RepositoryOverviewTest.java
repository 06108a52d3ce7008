package io.plimsoll.analysis.workload;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryOverviewTest extends OverviewCase {
    private static final String SERVICE = """
                                          kind: Service
                                          metadata: {name: shop, namespace: store, labels: {team: store}}
                                          spec: {selector: {app: shop}}
                                          """;

    @Test
    void filesAndKnobsAreThereWithTheirLines() {
        files.put("docs/a.md", "words\n");
        RepositoryOverview overview = overview();
        assertThat(overview.files()).extracting(file -> file.path()).containsExactly("apps/shop.yaml", "docs/a.md");
        assertThat(overview.knobs()).extracting(PlacedKnob::place).contains("apps/shop.yaml:5", "apps/shop.yaml:12");
        assertThat(overview.manifests().workloads()).extracting(DeclaredWorkload::name).containsExactly("shop");
    }

    @Test
    void aContainerWithoutRequestsIsNamedWithItsLine() {
        assertThat(found("no-requests")).singleElement().satisfies(each -> {
            assertThat(each.place()).isEqualTo("apps/shop.yaml:13");
            assertThat(each.subject()).isEqualTo("store/shop");
            assertThat(each.evidence()).contains("proxy").contains("CPU and no memory");
        });
    }

    @Test
    void whatSeveralRootsBringIsNamedOnce() {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("one/kustomization.yaml", "resources: [../apps]\n");
        files.put("two/kustomization.yaml", "resources: [../apps]\n");
        assertThat(found("no-requests")).hasSize(1);
    }

    @Test
    void thePlimsollFolderHoldsNoKnobs() {
        files.put(".plimsoll/guards.yaml", "version: 1\nfloors:\n  minReplicas: 2\n");
        assertThat(overview().knobs()).extracting(PlacedKnob::place).noneMatch(place -> place.startsWith("."));
    }

    @Test
    void aPatchThatSetsRequestsAndLimitsCounts() {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\npatches:\n- path: size.yaml\n");
        files.put("apps/size.yaml", """
                                    kind: Deployment
                                    metadata: {name: shop, namespace: store}
                                    spec:
                                      template:
                                        spec:
                                          containers:
                                            - name: proxy
                                              resources: {limits: {cpu: 1, memory: 64Mi}}
                                    """);
        assertThat(overview().findings()).extracting(RepositoryFinding::kind).doesNotContain("no-requests",
                "no-limits");
    }

    @Test
    void aWorkloadThatNothingScrapesIsListed() {
        assertThat(found("no-scrape")).singleElement()
                .satisfies(each -> assertThat(each.subject()).isEqualTo("store/shop"));
    }

    @Test
    void aServiceMonitorReachesItsPodsThroughTheService() {
        files.put("apps/service.yaml", SERVICE);
        files.put("monitoring/shop.yaml", """
                                          kind: ServiceMonitor
                                          metadata: {name: shop, namespace: monitoring}
                                          spec:
                                            namespaceSelector: {matchNames: [store]}
                                            selector: {matchExpressions: [{key: team, operator: In, values: [store]}]}
                                          """);
        assertThat(found("no-scrape")).isEmpty();
    }

    @Test
    void aMonitorOfAnotherNamespaceDoesNotReachThem() {
        files.put("apps/service.yaml", SERVICE);
        files.put("monitoring/shop.yaml", "kind: ServiceMonitor\nmetadata: {name: shop, namespace: monitoring}\n"
                + "spec: {selector: {matchLabels: {team: store}}}\n");
        assertThat(found("no-scrape")).hasSize(1);
    }

    @Test
    void aPodMonitorSelectsThePodsThemselves() {
        files.put("apps/monitor.yaml", "kind: PodMonitor\nmetadata: {name: shop, namespace: store}\n"
                + "spec: {selector: {matchLabels: {app: shop}}}\n");
        assertThat(found("no-scrape")).isEmpty();
    }

    @Test
    void aSecretIsFoundInAnyFileAndNeverShown() {
        String value = "q8Zr2LxT0v" + "Nw4kd";
        files.put("settings.env", "HOST=shop\nDB_PASSWORD=" + value + "\n");
        assertThat(found("secret")).singleElement().satisfies(each -> {
            assertThat(each.place()).isEqualTo("settings.env:2");
            assertThat(each.severity()).isEqualTo(Severity.HIGH);
            assertThat(each.toString()).doesNotContain(value);
        });
    }

    @Test
    void aSecretObjectInTheClearIsOneAndAnEncryptedOneIsNot() {
        files.put("a.yaml", "kind: Secret\nmetadata: {name: plain}\ndata:\n  user: YW5uYQ==\n");
        files.put("b.yaml", "kind: Secret\nmetadata: {name: locked}\ndata: {user: 'ENC[AES256_GCM,data:x]'}\n"
                + "sops: {version: 3.9.0}\n");
        files.put("c.yaml", "kind: SealedSecret\nmetadata: {name: sealed}\nspec: {encryptedData: {user: AgBy3i4O}}\n");
        files.put("d.yaml", "kind: Secret\nmetadata: {name: filled}\nstringData: {user: '${USER}'}\n");
        assertThat(found("secret")).extracting(RepositoryFinding::place).containsExactly("a.yaml:4");
    }

    @Test
    void commitsWithoutASignatureAreListed() {
        assertThat(found("unsigned-commit")).singleElement()
                .satisfies(each -> assertThat(each.evidence()).contains("Commit 1").contains("Anna Berg"));
    }

    @Test
    void helmValuesThatArgoDoesNotReadAndFilesThatAreNoYamlAreListed() {
        files.put("app.yaml", "kind: Application\nmetadata: {name: shop}\n"
                + "spec: {source: {path: apps}, helm: {values: 'a: 1'}}\n");
        files.put("broken.yaml", "a: [1\nb: }\n");
        RepositoryOverview overview = overview();
        assertThat(overview.findings()).filteredOn(each -> each.kind().equals("helm-block-elsewhere")).singleElement()
                .satisfies(each -> assertThat(each.file()).isEqualTo("app.yaml"));
        assertThat(overview.findings()).filteredOn(each -> each.kind().equals("unreadable")).singleElement()
                .satisfies(each -> assertThat(each.file()).isEqualTo("broken.yaml"));
    }

    @Test
    void everyKindIsExplainedAndEveryFindingSaysWhatToDo() {
        files.put("settings.env", "token=AKIA" + "ABCDEFGHIJKLMNOP\n");
        assertThat(RepositoryOverview.kinds()).allSatisfy(kind -> {
            assertThat(kind.id()).matches("[a-z-]+");
            assertThat(kind.explanation()).endsWith(".");
        }).doesNotHaveDuplicates();
        assertThat(overview().findings()).hasSizeGreaterThan(3).isSortedAccordingTo(RepositoryFinding.WORST_FIRST)
                .allSatisfy(each -> {
                    assertThat(each.evidence()).endsWith(".");
                    assertThat(each.remedy()).endsWith(".");
                    assertThat(RepositoryOverview.kinds()).extracting(FindingKind::id).contains(each.kind());
                });
    }

    @Test
    void theHistoryOfAFileSaysWhichValuesChanged() {
        Clones.build(folder.resolve("clone"), files, Map.of("docs/a.md", "words\n"),
                Map.of("apps/shop.yaml", PODS.replace("replicas: 2", "replicas: 7")));
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            List<CommitEntry> entries = CommitEntry.history(repository, List.of("apps"), 10, 50, Cancellation.never());
            assertThat(entries).hasSize(2);
            assertThat(entries.getFirst().changes()).singleElement().satisfies(change -> {
                assertThat(change.before()).isEqualTo("2");
                assertThat(change.after()).isEqualTo("7");
            });
            assertThat(entries.getFirst().signed()).isFalse();
            assertThat(entries.getFirst().ours()).isFalse();
            assertThat(entries.getLast().changes()).isEmpty();
        }
    }
}
