package io.plimsoll.analysis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.SharedData;
import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.conformance.outcome.Outcomes;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.DatabaseConfig;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/// Files on their whole way: staged, judged, loaded, reported.
class DeliveredFilesTest {
    @TempDir
    Path folder;

    private static String conforming() throws IOException {
        try (var in = DeliveredFilesTest.class.getResourceAsStream("conforming.csv")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ConformanceReport load(Workbench workbench, Path... files) {
        workbench.imports().run(List.of(files), null, false, Progress.NONE, Cancellation.never());
        return workbench.conformance().report(Set.of(), Cancellation.never());
    }

    private Workbench workbench() {
        return Workbench.openOrCreate(folder.resolve("lake"));
    }

    private static RuleResult rule(ConformanceReport report, String id) {
        return report.rules().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void whatWasDeliveredIsJudgedAndNotWhatIsStored() throws IOException {
        String text = conforming().replaceFirst("2026-03-05T00:00:00Z", "2026-03-05 00:00:00")
                .replaceFirst(",0.90,100200300400,", ",\"1,000\",100200300400,");
        Path file = file("march.csv", text);
        try (Workbench workbench = workbench()) {
            ConformanceReport report = load(workbench, file);
            assertThat(workbench.billing().summary().rejects()).isEqualTo(1);
            assertThat(report.rows()).isEqualTo(11);
            assertThat(report.files()).containsExactly(new JudgedFile(file.toString(), 11, ""));
            // Typing takes the time all the same; the row with the other number is not even loaded.
            assertThat(rule(report, "ChargePeriodStart-C-002-M").samples()).containsExactly(
                    new SampleRow(file.toString(), 2, Map.of("ChargePeriodStart", "2026-03-05 00:00:00")));
            assertThat(rule(report, "BilledCost-C-001-M").samples())
                    .containsExactly(new SampleRow(file.toString(), 2, Map.of("BilledCost", "1,000")));
            assertThat(
                    report.rules().stream().filter(rule -> rule.state() == RuleState.FAILED && rule.parts().isEmpty())
                            .map(RuleResult::id))
                    .containsExactly("ChargePeriodStart-C-002-M", "BilledCost-C-001-M",
                            "BilledCost-C-002-M", "BilledCost-C-004-M");
            // 1.2 names that are stored under 1.3 names are judged as delivered.
            assertThat(rule(report, "CostAndUsage-D-038-M").state()).isEqualTo(RuleState.PASSED);
            assertThat(rule(report, "ProviderName-C-003-M").checked()).isEqualTo(11);
        }
    }

    @Test
    void aFileCountsAsLongAsARowOfItIsLoaded() throws IOException {
        Path wrong = file("wrong.csv", conforming().replace("One-Time", "Once"));
        Path right = file("right.csv", conforming());
        try (Workbench workbench = workbench()) {
            assertThat(rule(load(workbench, wrong), "ChargeFrequency-C-003-M").failed()).isEqualTo(2);
            ConformanceReport report = load(workbench, right);
            assertThat(report.files()).extracting(JudgedFile::file).containsExactly(right.toString());
            assertThat(report.mandatoryFailed()).isZero();
        }
    }

    @Test
    void twoFilesAddUp() throws IOException {
        Path march = file("march.csv", conforming().replace("One-Time", "Once"));
        Path april = file("april.csv", conforming().replace("2026-04-01", "2026-05-01").replace("2026-03", "2026-04")
                .replaceFirst("Usage-Based", "Daily"));
        try (Workbench workbench = workbench()) {
            RuleResult rule = rule(load(workbench, march, april), "ChargeFrequency-C-003-M");
            assertThat(rule.checked()).isEqualTo(22);
            assertThat(rule.failed()).isEqualTo(3);
            assertThat(rule.samples()).extracting(sample -> Path.of(sample.file()).getFileName() + ":" + sample.line())
                    .containsExactly("march.csv:5", "march.csv:7", "april.csv:2");
        }
    }

    @Test
    void typesOfParquetAreJudged() throws IOException {
        Path csv = file("march.csv", conforming());
        Path parquet = folder.resolve("march.parquet");
        try (Database engine = Database.open(DatabaseConfig.inMemory(folder.resolve("tmp"), 400_000_000))) {
            engine.execute(
                    Sql.of("COPY (SELECT * REPLACE (CAST(\"BillingAccountId\" AS BIGINT) AS \"BillingAccountId\", "
                            + "CAST(\"BilledCost\" AS DOUBLE) AS \"BilledCost\", "
                            + "CAST(\"ChargePeriodStart\" AS TIMESTAMP) AS \"ChargePeriodStart\") FROM read_csv("
                            + Sql.literal(csv.toString()) + ", all_varchar = true)) TO "
                            + Sql.literal(parquet.toString())
                            + " (FORMAT parquet)"),
                    Cancellation.never());
        }
        try (Workbench workbench = workbench()) {
            ConformanceReport report = load(workbench, parquet);
            assertThat(rule(report, "BillingAccountId-C-002-M").failed()).isEqualTo(11);
            assertThat(rule(report, "ListCost-C-001-M").failed()).isEqualTo(11);
            for (String id : List.of("BilledCost-C-001-M", "BilledCost-C-002-M", "ChargePeriodStart-C-001-M",
                    "ChargePeriodStart-C-002-M", "BillingPeriodStart-C-001-M", "BillingPeriodStart-C-002-M")) {
                assertThat(rule(report, id).state()).as(id).isEqualTo(RuleState.PASSED);
            }
        }
    }

    /// Fourteen of these counts were made apart from this code, by a script that reads the CSV and each rule's text; presence, units
    /// and date formats were looked at against the data.
    @Test
    void theOfficialSampleBreaksWhatItBreaks() {
        ConformanceReport report = report(SharedData.path("billing/focus/focus-sample-1.0-1000.csv"));
        Map<String, Long> failed = report.rules().stream()
                .filter(rule -> rule.state() == RuleState.FAILED && rule.parts().isEmpty())
                .collect(Collectors.toMap(RuleResult::id, RuleResult::failed));
        assertThat(failed).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("CostAndUsage-D-015-C", 1L),
                Map.entry("CostAndUsage-D-018-C", 1L), Map.entry("CostAndUsage-D-033-O", 1L),
                Map.entry("CostAndUsage-D-042-O", 1L), Map.entry("CostAndUsage-D-059-C", 1L),
                Map.entry("CostAndUsage-D-061-C", 1L), Map.entry("BillingAccountName-C-003-C", 7L),
                Map.entry("BillingPeriodStart-C-002-M", 1000L), Map.entry("ChargePeriodStart-C-002-M", 1000L),
                Map.entry("BillingPeriodEnd-C-002-M", 1000L), Map.entry("ChargePeriodEnd-C-002-M", 1000L),
                Map.entry("ListUnitPrice-C-010-C", 426L), Map.entry("ListCost-C-009-C", 426L),
                Map.entry("ContractedUnitPrice-C-011-C", 18L), Map.entry("ContractedUnitPrice-C-009-C", 1L),
                Map.entry("SkuPriceId-C-005-C", 5L), Map.entry("PricingCategory-C-004-C", 5L),
                Map.entry("ContractedUnitPrice-C-006-C", 5L), Map.entry("ConsumedUnit-C-003-O", 9L),
                Map.entry("PricingUnit-C-003-O", 9L), Map.entry("ChargeFrequency-C-003-M", 7L),
                Map.entry("ConsumedQuantity-C-004-C", 2L), Map.entry("ResourceType-C-004-C", 36L),
                Map.entry("ResourceType-C-005-C", 752L), Map.entry("ServiceName-C-005-C", 554L),
                Map.entry("BilledCost-C-005-C", 615L), Map.entry("ContractedCost-C-003-M", 7L),
                Map.entry("RegionName-C-004-C", 7L), Map.entry("RegionName-C-005-C", 2L)));
        assertThat(rule(report, "ListUnitPrice-C-010-C").samples()).extracting(SampleRow::line).containsExactly(3L, 6L,
                8L, 9L, 10L);
    }

    /// A file of FOCUS 0.5 with columns of other names: too few for an import, but the rules can say what it lacks.
    @Test
    void theValidatorsFakeFileLacksMostColumns() {
        ConformanceReport report = report(SharedData.path("billing/focus/validator-fake-focuses.csv"));
        Map<String, RuleResult> rules = report.rules().stream()
                .collect(Collectors.toMap(RuleResult::id, Function.identity()));
        assertThat(report.rules().stream().filter(rule -> rule.function().equals("Presence"))
                .filter(rule -> rule.state() == RuleState.PASSED && rule.failed() == 0).map(rule -> rule.text()
                        .replaceFirst(" .*", "")))
                .containsExactlyInAnyOrder("BillingAccountName", "BilledCost", "BillingPeriodStart",
                        "BillingPeriodEnd", "BillingAccountId", "ChargePeriodEnd", "ChargePeriodStart",
                        "ServiceCategory", "ServiceName", "ResourceName");
        assertThat(rules.get("CostAndUsage-D-031-M").state()).isEqualTo(RuleState.FAILED);
        assertThat(rules.get("EffectiveCost-C-003-M").state()).isEqualTo(RuleState.NOT_RUNNABLE);
        assertThat(rules.get("BilledCost-C-002-M").state()).isEqualTo(RuleState.PASSED);
        assertThat(rules.get("ChargePeriodStart-C-001-M").state()).isEqualTo(RuleState.PASSED);
        // 2023-12-15T16:46:44.416116: no Z, and fractions of a second.
        assertThat(rules.get("ChargePeriodStart-C-002-M").failed()).isEqualTo(1000);
    }

    private ConformanceReport report(Path csv) {
        try (FocusRows rows = new FocusRows(folder)) {
            Outcomes outcomes = new Outcomes(RuleModel.FOCUS_1_2, Set.of());
            outcomes.add(csv.toString(), rows.judge(csv));
            return outcomes.report();
        }
    }
}
