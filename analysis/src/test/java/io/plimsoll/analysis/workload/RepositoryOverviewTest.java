package io.plimsoll.analysis.workload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.repository.Clones;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workload.RepositoryFinding.Severity;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryOverviewTest {
    private static final String PODS = """
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
    private static final String SERVICE = """
                                          kind: Service
                                          metadata: {name: shop, namespace: store, labels: {team: store}}
                                          spec: {selector: {app: shop}}
                                          """;
    @TempDir
    Path folder;
    private Map<String, String> files;

    @BeforeEach
    void start() {
        files = new LinkedHashMap<>();
        files.put("apps/shop.yaml", PODS);
    }

    private RepositoryOverview overview() {
        Clones.build(folder.resolve("clone"), files);
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            return RepositoryOverview.read(repository, Progress.NONE, Cancellation.never());
        }
    }

    private List<RepositoryFinding> found(String kind) {
        return overview().findings().stream().filter(each -> each.kind().equals(kind)).toList();
    }

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
    void ofTwoPlacesTheOverlayOwnsAValueAndTheBaseIsShadowed() {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("prod/kustomization.yaml", "resources: [../apps]\npatches:\n- path: size.yaml\n");
        files.put("prod/size.yaml",
                "kind: Deployment\nmetadata: {name: shop, namespace: store}\nspec:\n  replicas: 5\n");
        RepositoryOverview overview = overview();
        assertThat(OwnedValues.declared(overview.manifests().workloads(), overview.knobs()))
                .filteredOn(each -> each.placed().knob().field().equals("replicas"))
                .anySatisfy(each -> {
                    assertThat(each.placed().place()).isEqualTo("prod/size.yaml:4");
                    assertThat(each.takesEffect()).isTrue();
                }).anySatisfy(each -> {
                    assertThat(each.placed().place()).isEqualTo("apps/shop.yaml:5");
                    assertThat(each.shadow()).isNotNull();
                });
    }

    @Test
    void theTraceSaysWhoElseTakesAValueFromTheBase() {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("prod/kustomization.yaml", "resources: [../apps]\nreplicas: [{name: shop, count: 5}]\n");
        files.put("dev/kustomization.yaml", "resources: [../apps]\nnamespace: dev\n");
        files.put("alone/api.yaml", PODS.replace("shop", "api"));
        RepositoryOverview overview = overview();
        List<OwnedValue> values = OwnedValues.traced(overview, Cancellation.never());
        assertThat(values).filteredOn(each -> each.placed().knob().field().equals("replicas"))
                .anySatisfy(each -> {
                    assertThat(each.workload()).isEqualTo("store/shop");
                    assertThat(each.placed().place()).isEqualTo("prod/kustomization.yaml:2");
                    assertThat(each.role()).isEqualTo(ManifestPlace.Role.KUSTOMIZATION);
                }).anySatisfy(each -> {
                    assertThat(each.workload()).isEqualTo("store/shop");
                    assertThat(each.placed().place()).isEqualTo("apps/shop.yaml:5");
                    assertThat(each.takesEffect()).isFalse();
                }).anySatisfy(each -> assertThat(each.workload()).isEqualTo("store/api"));
        assertThat(values).filteredOn(each -> each.workload().equals("dev/shop")
                && each.placed().knob().field().equals("cpu-request")).singleElement()
                .satisfies(each -> assertThat(each.sharedBy()).containsExactly("prod"));
    }

    @Test
    void aKustomizationThatNothingDeploysIsListed() {
        files.put("old/kustomization.yaml", "resources: [../apps]\n");
        files.put("new/kustomization.yaml", "resources: [../apps]\n");
        files.put("argo.yaml", application("ours", "", "new"));
        assertThat(found("not-deployed")).singleElement()
                .satisfies(each -> assertThat(each.place()).isEqualTo("old/kustomization.yaml"));
    }

    @Test
    void anApplicationOfAnotherRepositoryTakesNothingFromThisCloneUnlessNoneSpeaksOfIt() throws IOException {
        files.put("apps/kustomization.yaml", "resources: [shop.yaml]\n");
        files.put("new/kustomization.yaml", "resources: [../apps]\n");
        files.put("old/kustomization.yaml", "resources: [../apps]\n");
        files.put("ours.yaml", application("ours", "https://example.org/us/ours", "new"));
        files.put("theirs.yaml", application("theirs", "https://example.org/them/theirs", "old"));
        Clones.build(folder.resolve("clone"), files);
        assertThat(unresolved()).as("nobody knows the address").isEmpty();
        Path config = folder.resolve("clone/.git/config");
        String before = Files.readString(config);
        Files.writeString(config, before + "[remote \"origin\"]\n\turl = git@example.org:us/ours.git\n");
        assertThat(unresolved()).singleElement().asString().startsWith("OTHER_REPOSITORY: old");
        Files.writeString(config, before + "[remote \"origin\"]\n\turl = /srv/mirror/of-it\n");
        assertThat(unresolved()).as("a mirror").isEmpty();
    }

    private List<String> unresolved() {
        try (GitRepository repository = GitRepository.open(folder.resolve("clone"))) {
            return ManifestIndex.read(repository, "HEAD", Cancellation.never()).owners().trace(Cancellation.never())
                    .unresolved().stream().map(Unresolved::reason).toList();
        }
    }

    private static String application(String name, String repository, String path) {
        return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: " + name
                + ", namespace: argocd}\nspec:\n  source: {repoURL: \"" + repository + "\", path: " + path
                + "}\n  destination: {namespace: " + name + "}\n";
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
