package io.plimsoll.analysis.change.propose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.MissingTag;
import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.BilledResource;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.LinkState;
import io.plimsoll.analysis.workload.ManifestIndex;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.analysis.workload.WorkloadKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TagIntentsTest {
    private static final String WEB = """
                                      apiVersion: apps/v1
                                      kind: Deployment
                                      metadata:
                                        name: web # the shop
                                        namespace: shop-prod
                                        labels: {app: web}
                                      spec:
                                        selector: {matchLabels: {app: web}}
                                        template:
                                          metadata: {labels: {app: web}}
                                          spec: {containers: [{name: web}]}
                                      """;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, List<Money>> costs = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> tags = new LinkedHashMap<>();

    private void file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<MissingTag> missing(String... wanted) {
        ManifestIndex index = ManifestIndex.of(files, Cancellation.never());
        List<Workload> workloads = new ArrayList<>();
        index.workloads().forEach(declared -> workloads.add(workload(declared)));
        workloads.sort((one, other) -> other.cost().toString().compareTo(one.cost().toString()));
        return new TagIntents(index.workloads(), path -> Objects.requireNonNull(files.get(path))).missing(workloads,
                List.of(wanted).stream().map(WantedTag::parse).toList(), (workload, declared) -> workload.title());
    }

    private Workload workload(DeclaredWorkload declared) {
        BilledResource machine = new BilledResource("i-1", "i-1", "Instance", "EC2", "eu", Money.of("1", "USD"), "",
                tags.getOrDefault(declared.name(), Map.of()));
        return new Workload(new WorkloadKey("", declared.namespace(), declared.kind(), declared.name(), ""),
                declared.name(), List.of(machine), costs.getOrDefault(declared.name(), List.of()), List.of(), declared,
                LinkState.values()[0], List.of());
    }

    private String applied(MissingTag tag) {
        Intent first = tag.intents().getFirst();
        byte[] content = ManifestEditor.apply(first.file(), Objects.requireNonNull(files.get(first.file())),
                tag.intents().stream().map(Intent::edit).toList()).content();
        return new String(content, StandardCharsets.UTF_8);
    }

    @Test
    void aGivenTagGoesIntoTheLabelsOfTheObjectAndItsPodsAndNotIntoTheSelector() {
        file("web.yaml", WEB);
        MissingTag tag = missing("team=shop").getFirst();
        assertThat(applied(tag)).isEqualTo(WEB.replace("labels: {app: web}", "labels: {app: web, team: shop}"));
        assertThat(tag.problems()).isEmpty();
    }

    @Test
    void aValueThatLooksLikeANumberStaysAString() {
        file("web.yaml", WEB);
        assertThat(applied(missing("cost-center=4711").getFirst()))
                .isEqualTo(WEB.replace("labels: {app: web}", "labels: {app: web, cost-center: \"4711\"}"));
    }

    @Test
    void theBillsTagTellsTheValueWithoutItsProvidersPrefix() {
        file("web.yaml", WEB);
        tags.put("web", Map.of("user:CostCenter", "cc-7"));
        MissingTag tag = missing("cost-center").getFirst();
        assertThat(tag.value()).isEqualTo("cc-7");
        assertThat(tag.basis()).isEqualTo("From tags of its resources in the bill.");
    }

    @Test
    void theOwnLabelThenTheNamespaceThenTheNeighboursTellTheValue() {
        file("web.yaml", WEB.replace("labels: {app: web}\nspec", "labels: {app: web, team: shop}\nspec"));
        file("api.yaml", WEB.replace("web", "api"));
        List<MissingTag> found = missing("team", "environment");
        assertThat(found).extracting(tag -> tag.workload() + " " + tag.key() + "=" + tag.value() + " "
                + tag.intents().size() + " " + tag.basis()).containsExactlyInAnyOrder(
                        "web team=shop 1 From labels of its own.",
                        "web environment=prod 2 From its namespace or folder.",
                        "api team=shop 2 From the labels of all others in shop-prod.",
                        "api environment=prod 2 From its namespace or folder.");
    }

    @Test
    void withoutASingleAnswerNothingIsProposed() {
        file("a.yaml", WEB.replace("web", "a").replace("{app: a}\nspec", "{app: a, team: one}\nspec"));
        file("b.yaml", WEB.replace("web", "b").replace("{app: b}\nspec", "{app: b, team: two}\nspec"));
        file("c.yaml", WEB.replace("web", "c"));
        MissingTag tag = missing("team").stream().filter(each -> each.workload().equals("c")).findFirst().orElseThrow();
        assertThat(tag.value()).isNull();
        assertThat(tag.intents()).isEmpty();
        assertThat(tag.basis()).contains("one, two");
    }

    @Test
    void aValueThatTheUserGivesFillsThePlacesThatHadNone() {
        file("web.yaml", WEB);
        MissingTag tag = missing("team").getFirst();
        assertThat(tag.intents()).isEmpty();
        MissingTag given = tag.with("shop");
        assertThat(applied(given)).isEqualTo(WEB.replace("labels: {app: web}", "labels: {app: web, team: shop}"));
        assertThatThrownBy(() -> tag.with("no label")).isInstanceOf(StepFailure.class);
    }

    @Test
    void twoGivenValuesForOneSharedPlaceAreRefusedAndOneIsWrittenOnce() {
        file("base/kustomization.yaml", "resources: [web.yaml]\n");
        file("base/web.yaml", WEB.replace("  namespace: shop-prod\n", ""));
        for (String stage : List.of("one", "two")) {
            file(stage + "/kustomization.yaml", "namespace: shop-" + stage + "\nresources: [../base]\n");
        }
        List<MissingTag> found = missing("team");
        assertThat(MissingTag.edits(found.stream().map(tag -> tag.with("shop")).toList())).hasSize(2);
        assertThatThrownBy(() -> MissingTag.edits(List.of(found.get(0).with("a"), found.get(1).with("b"))))
                .isInstanceOfSatisfying(StepFailure.class, failure -> assertThat(failure.code()).isEqualTo("SHARED"));
    }

    @Test
    void theKeysThatMostWorkloadsCarryAreWantedAsTheySpellThem() {
        file("a.yaml", WEB.replace("web", "a").replace("{app: a}\nspec", "{app: a, costCenter: x, team: t}\nspec"));
        file("b.yaml", WEB.replace("web", "b").replace("{app: b}\nspec", "{app: b, costCenter: x}\nspec"));
        file("c.yaml", WEB.replace("web", "c").replace("{app: c}\nspec", "{app: c, cost-center: x}\nspec"));
        assertThat(WantedTag.carried(ManifestIndex.of(files, Cancellation.never()).workloads()))
                .extracting(WantedTag::key).containsExactly("costCenter", "team");
        assertThat(WantedTag.carried(List.of())).isEqualTo(WantedTag.usual());
    }

    @Test
    void aTagThatIsThereInAnotherSpellingOrInTheSelectorIsNotMissing() {
        file("web.yaml", WEB.replace("{app: web}", "{app: web, costCenter: x}"));
        file("api.yaml", WEB.replace("web", "api").replace("{app: api}", "{app: api, team: x}"));
        assertThat(missing("cost-center=y")).extracting(MissingTag::workload).containsExactly("api");
        assertThat(missing("team=y")).extracting(MissingTag::workload).containsExactly("web");
    }

    @Test
    void aJobsTemplateIsLeftAloneAndACronJobsAndASparkJobsAreNot() {
        file("job.yaml",
                "apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: load\nspec:\n  template:\n    spec: {}\n");
        file("cron.yaml",
                "apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: cron\nspec:\n  jobTemplate:\n    spec:\n"
                        + "      template:\n        spec: {}\n");
        file("spark.yaml", "apiVersion: sparkoperator.k8s.io/v1beta2\nkind: SparkApplication\nmetadata: {name: etl}\n"
                + "spec: {driver: {cores: 1}, executor: {cores: 1}}\n");
        assertThat(missing("team=x").stream().flatMap(tag -> tag.intents().stream())
                .map(intent -> intent.file() + " " + intent.path())).containsExactlyInAnyOrder(
                        "job.yaml metadata.labels.team", "cron.yaml metadata.labels.team",
                        "cron.yaml spec.jobTemplate.spec.template.metadata.labels.team",
                        "spark.yaml metadata.labels.team", "spark.yaml spec.driver.labels.team",
                        "spark.yaml spec.executor.labels.team");
    }

    @Test
    void theCostliestComesFirst() {
        file("web.yaml", WEB);
        file("api.yaml", WEB.replace("web", "api"));
        costs.put("web", List.of(Money.of("90", "USD")));
        costs.put("api", List.of(Money.of("10", "USD")));
        assertThat(missing("team=x")).extracting(MissingTag::workload).containsExactly("web", "api");
    }

    /// Two overlays bring the same base to two namespaces; what one says of it is not true for the other.
    @Test
    void aBaseThatTwoOverlaysShareGetsNoValueThatDiffers() {
        file("base/kustomization.yaml", "resources: [web.yaml]\n");
        file("base/web.yaml", WEB.replace("  namespace: shop-prod\n", ""));
        for (String stage : List.of("prod", "test")) {
            file(stage + "/kustomization.yaml", "namespace: shop-" + stage + "\nresources: [../base]\n");
        }
        List<MissingTag> found = missing("environment", "team=shop");
        assertThat(found).filteredOn(tag -> tag.key().equals("environment")).hasSize(2).allSatisfy(tag -> {
            assertThat(tag.intents()).isEmpty();
            assertThat(tag.problems().getFirst()).startsWith("SHARED: base/web.yaml");
        });
        assertThat(found).filteredOn(tag -> tag.key().equals("team")).allMatch(tag -> tag.intents().size() == 2);
    }

    @Test
    void inAChartsValuesATagGoesBesideTheOthers() {
        file("app.yaml", """
                         apiVersion: argoproj.io/v1alpha1
                         kind: Application
                         metadata: {name: vision}
                         spec:
                           destination: {namespace: ml}
                           source:
                             chart: job
                             helm:
                               values: |
                                 job:
                                   costTags:
                                     owner: ml # who pays
                         """);
        MissingTag tag = missing("team=vision").getFirst();
        assertThat(applied(tag)).contains("            owner: ml # who pays\n            team: vision\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "team=a b", "-x",
        "team=" + "very-long-value-very-long-value-very-long-value-very-long-value-x"})
    void whatIsNoLabelIsWrongUsage(String text) {
        assertThatThrownBy(() -> WantedTag.parse(text)).isInstanceOfSatisfying(StepFailure.class,
                failure -> assertThat(failure.code()).isEqualTo("LABEL"));
    }
}
