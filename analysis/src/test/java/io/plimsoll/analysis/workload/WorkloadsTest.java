package io.plimsoll.analysis.workload;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingStager;
import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.series.TimeSeries;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.telemetry.stage.TelemetryStager;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.StagingChild;
import io.plimsoll.analysis.workspace.Workspace;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/// Whole cases through the real imports.
class WorkloadsTest {
    private static final String COMPUTE_SERVICE = "Amazon Elastic Compute Cloud";

    @TempDir
    Path folder;

    private Workspace open() {
        List<Migration> migrations = new ArrayList<>(Billing.migrations());
        migrations.addAll(Telemetry.migrations());
        migrations.addAll(Workloads.migrations());
        return Workspace.openOrCreate(folder.resolve("ws"), migrations, WorkspaceOptions.of(Child.class.getName()));
    }

    private static Workloads load(Workspace workspace, List<Path> bills, List<Path> metrics) {
        Billing billing = new Billing(workspace);
        Telemetry telemetry = new Telemetry(workspace);
        billing.importFiles(ImportRequest.of(bills.toArray(Path[]::new)), Progress.NONE, Cancellation.never());
        telemetry.importFiles(metrics, Optional.empty(), Progress.NONE, Cancellation.never());
        return new Workloads(workspace, billing, telemetry);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /// The sample's tree at its last commit.
    private static ManifestIndex sampleTree(Path sample) throws IOException {
        Map<String, byte[]> tree = new LinkedHashMap<>();
        for (JsonNode commit : JsonMapper.shared().readTree(Files.readString(sample.resolve("gitops/history.json")))) {
            for (JsonNode path : commit.path("delete")) {
                tree.remove(path.asString());
            }
            for (Map.Entry<String, JsonNode> put : commit.path("put").properties()) {
                tree.put(put.getKey(), Files.readAllBytes(sample.resolve("gitops").resolve(put.getValue().asString())));
            }
        }
        return ManifestIndex.of(tree, Cancellation.never());
    }

    @Test
    void theSampleCaseMatchesAsItsAnswersSay() throws IOException {
        Path sample = beside("sample-data");
        JsonNode answers = JsonMapper.shared().readTree(Files.readString(sample.resolve("ANSWERS.json")));
        ManifestIndex tree = sampleTree(sample);
        try (Workspace workspace = open()) {
            Workloads workloads = load(workspace, files(sample.resolve("billing")), files(sample.resolve("telemetry")));
            WorkloadMap map = workloads.map(tree, new Days(LocalDate.parse(answers.get("firstDay").asString()),
                    LocalDate.parse(answers.get("lastDay").asString())), Cancellation.never());
            everyAdvisedWorkloadIsKnown(map, answers);
            theMatchedCostIsThatOfTheAnswers(map, answers.get("match"));
            theMatchedCostOfAGroupIsThatOfTheAnswers(new Billing(workspace), map, answers.get("match"));
            aGroupOfOneWorkloadHasItsFile(new Billing(workspace), map);
            theBlindSpotsAreThoseOfTheAnswers(map, answers.get("blindSpots"));
            for (JsonNode machine : answers.get("machines")) {
                assertThat(map.workloads())
                        .filteredOn(each -> each.key().name().equals(machine.get("resourceId").asString()))
                        .singleElement().satisfies(each -> assertThat(each.state()).isEqualTo(LinkState.MATCHED));
            }
            thePeakOfTheExecutorsIsReadable(workloads, map);
            pinsHoldUntilTakenBack(workloads, tree, new Billing(workspace).span().orElseThrow().lastComplete());
            assertThat(workspace.ledger().verify().intact()).isTrue();
        }
    }

    private static void everyAdvisedWorkloadIsKnown(WorkloadMap map, JsonNode answers) {
        for (JsonNode advice : answers.get("rightsizing")) {
            String name = advice.get("workload").asString();
            assertThat(map.find(advice.get("namespace").asString() + "/" + name)).as(name).hasValueSatisfying(found -> {
                assertThat(found.state()).isEqualTo(LinkState.MATCHED);
                assertThat(found.key().kind()).isEqualTo(advice.get("kind").asString());
                assertThat(found.key().cluster()).isEqualTo("lake-prod-use1");
                assertThat(found.hasManifest()).isTrue();
                assertThat(found.hasBill()).isTrue();
                if (found.hasTelemetry()) {
                    assertThat(found.key().container()).isEqualTo(advice.get("container").asString());
                }
            });
        }
    }

    private static void theMatchedCostIsThatOfTheAnswers(WorkloadMap map, JsonNode match) {
        Money matched = map.workloads().stream().filter(Workload::hasTelemetry).flatMap(each -> each.billed().stream())
                .filter(each -> each.service().equals(COMPUTE_SERVICE)).map(BilledResource::cost)
                .reduce(Money.zero("USD"), Money::plus);
        assertThat(matched.plain()).isEqualTo(match.get("matched").asString());
        assertThat(map.coverage().machines()).singleElement()
                .satisfies(share -> {
                    assertThat(share.total().plain()).isEqualTo(match.get("total").asString());
                    assertThat(share.withTelemetry().plain()).isEqualTo(match.get("matched").asString());
                    assertThat(share.telemetryShare()).isEqualTo(new BigDecimal("0.8898"));
                    assertThat(share.rules().stream().map(Coverage.RuleShare::cost).reduce(Money.zero("USD"),
                            Money::plus)).isEqualTo(share.withTelemetry());
                    assertThat(share.rules()).extracting(Coverage.RuleShare::rule).contains(IdentityRule.RESOURCE_ID)
                            .doesNotHaveDuplicates();
                    assertThat(share.rules()).allMatch(each -> each.machines() > 0);
                    assertThat(share.blind()).isNotEmpty();
                    assertThat(share.blind().stream().map(Coverage.BlindMachine::cost).reduce(share.withTelemetry(),
                            Money::plus)).isEqualTo(share.total());
                });
    }

    /// The answers come from the generator of the case, which knows whose resources are measured without any matching.
    private static void theMatchedCostOfAGroupIsThatOfTheAnswers(Billing billing, WorkloadMap map, JsonNode match) {
        CostQuery compute = CostQuery.by(CostMetric.EFFECTIVE, "ServiceName")
                .where(CostFilter.is("ServiceCategory", "Compute"));
        MatchedCost cost = matched(billing, compute, map).get(List.of(COMPUTE_SERVICE));
        assertThat(cost).isNotNull();
        assertThat(cost.cost()).isEqualByComparingTo(match.get("total").asString());
        assertThat(cost.matched()).isEqualByComparingTo(match.get("matched").asString());
        assertThat(cost.share()).contains(new BigDecimal("0.8898"));
        assertThat(cost.file()).as("of many workloads").isEmpty();
        MatchedCost tax = matched(billing, CostQuery.by(CostMetric.EFFECTIVE, "ServiceName"), map).get(List.of("Tax"));
        assertThat(tax.share()).as("no cost of resources").isEmpty();
    }

    private static void aGroupOfOneWorkloadHasItsFile(Billing billing, WorkloadMap map) {
        Map<List<String>, MatchedCost> found = matched(billing,
                CostQuery.by(CostMetric.EFFECTIVE, "tag:app.kubernetes.io/name", "ServiceName"), map);
        MatchedCost cost = found.get(List.of("caption-encoder", COMPUTE_SERVICE));
        assertThat(cost.file()).isEqualTo("data-pipelines/caption/application.yaml");
        assertThat(cost.matched()).isPositive();
        MatchedCost unmeasured = found.get(List.of("redaction-proxy", COMPUTE_SERVICE));
        assertThat(unmeasured.matched()).isZero();
        assertThat(unmeasured.share()).hasValueSatisfying(share -> assertThat(share).isZero());
        assertThat(unmeasured.file()).isEmpty();
    }

    private static Map<List<String>, MatchedCost> matched(Billing billing, CostQuery query, WorkloadMap map) {
        CostTable table = billing.costs(MatchedCost.question(query), Cancellation.never()).getFirst();
        return MatchedCost.of(query.by(), table, map);
    }

    private static void theBlindSpotsAreThoseOfTheAnswers(WorkloadMap map, JsonNode expected) {
        for (JsonNode spot : expected) {
            assertThat(map.coverage().blindSpots())
                    .filteredOn(each -> each.title().equals(spot.get("workload").asString()))
                    .singleElement().satisfies(each -> {
                        assertThat(each.git()).isEqualTo(spot.get("git").asBoolean());
                        assertThat(each.bill()).isEqualTo(spot.get("bill").asBoolean());
                        assertThat(each.telemetry()).isFalse();
                    });
        }
        assertThat(map.coverage().blindSpots()).extracting(BlindSpot::title).hasSize(expected.size());
    }

    private static void thePeakOfTheExecutorsIsReadable(Workloads workloads, WorkloadMap map) {
        Workload extraction = map.find("multimodal-feature-extraction").orElseThrow();
        Map<String, TimeSeries> use = workloads.use(extraction, extraction.key().container(), Measure.CPU_CORES,
                Instant.EPOCH,
                Instant.parse("2100-01-01T00:00:00Z"), Cancellation.never());
        assertThat(use).hasSize(10);
        assertThat(use.values()).allSatisfy(each -> assertThat(each.step()).isEqualTo(300));
    }

    private static void pinsHoldUntilTakenBack(Workloads workloads, ManifestIndex tree, LocalDate lastComplete) {
        WorkloadMap before = workloads.map(tree, Cancellation.never());
        assertThat(before.period()).isNotNull().satisfies(days -> {
            assertThat(days.count()).isEqualTo(30);
            assertThat(days.to()).isEqualTo(lastComplete);
        });
        BilledResource system = before.coverage().unmatched().stream().map(UnmatchedCost::resource)
                .filter(each -> each.name().equals("karpenter-system")).findFirst().orElseThrow();
        workloads.pin(Side.BILL, system.resourceId(), new WorkloadKey("", "platform", "", "quality-gate", ""));
        assertThat(workloads.map(tree, Cancellation.never()).find("platform/quality-gate").orElseThrow().evidence())
                .anyMatch(each -> each.rule() == IdentityRule.PIN && each.item().equals(system.resourceId()));
        workloads.unpin(Side.BILL, system.resourceId());
        assertThat(workloads.map(tree, Cancellation.never())).isEqualTo(before);
        assertThatExceptionOfType(StepFailure.class).isThrownBy(() -> workloads.unpin(Side.BILL, "x"))
                .extracting(StepFailure::code).isEqualTo("PIN_UNKNOWN");
    }

    @Test
    void everyMachineOfTheSimulatedCaseIsMatchedByItsId() {
        Path simulated = beside("shared/data").resolve("joint/sim-dev");
        assumeThat(simulated).as("the simulated case is not on this machine").exists();
        try (Workspace workspace = open()) {
            Workloads workloads = load(workspace, List.of(simulated.resolve("focus-1.2.csv.gz")),
                    List.of(simulated.resolve("telemetry-hourly.csv.gz")));
            WorkloadMap map = workloads.map(ManifestIndex.empty(), Cancellation.never());
            assertThat(map.workloads()).filteredOn(Workload::hasTelemetry).hasSize(25)
                    .allSatisfy(each -> assertThat(each.state()).isEqualTo(LinkState.MATCHED));
        }
    }

    @Test
    void anEmptyWorkspaceHasAnEmptyMap() {
        try (Workspace workspace = open()) {
            WorkloadMap map = new Workloads(workspace, new Billing(workspace), new Telemetry(workspace))
                    .map(ManifestIndex.empty(), Cancellation.never());
            assertThat(map.workloads()).isEmpty();
            assertThat(map.period()).isNull();
            assertThat(map.coverage().machines()).isEmpty();
        }
        assertThat(Workloads.rules().getFirst()).isEqualTo(IdentityRule.PIN);
    }

    /// The folder of that name in the project or beside one of its parents.
    private static Path beside(String name) {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable
        Path each = start; each != null; each = each.getParent()) {
            if (Files.isDirectory(each.resolve(name))) {
                return each.resolve(name);
            }
        }
        return start.resolve(name);
    }

    /// What this test starts as the staging child.
    static final class Child {
        private Child() {
        }

        public static void main(String[] arguments) throws IOException {
            System.exit(
                    new StagingChild(List.of(new BillingStager(), new TelemetryStager()), System.out).serve(System.in));
        }
    }
}
