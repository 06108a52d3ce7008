package io.plimsoll.analysis.conformance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;

import static org.assertj.core.api.Assertions.assertThat;

/// Every leaf rule that asks something of a row finds a row that was changed against it, and no other.
///
/// `mutations.csv` has a line for each: which of the conforming rows is changed, how, and which other rules that change breaks as
/// well because they say the same or less. What is not in the table is tested below, since it needs several rows, or rows of its
/// own.
class RowRulesTest {
    private static final RuleModel MODEL = RuleModel.FOCUS_1_2;
    /// Few enough rows that no rule finds more than the samples that are kept, so that every line it finds is known.
    private static final int BATCH = 24;
    private static final long FIRST = 100;
    /// Of these two a conforming row breaks one: they are two ways to comply with InvoiceId-C-003-C.
    private static final List<String> WAYS = List.of("InvoiceId-C-004-C", "InvoiceId-C-005-C");

    @TempDir
    static Path folder;
    private static FocusRows rows;

    @BeforeAll
    static void open() {
        rows = new FocusRows(folder);
    }

    @AfterAll
    static void close() {
        rows.close();
    }

    private record Mutation(String rule, String row, String change, Set<String> also) {
        Map<String, String> apply(Map<String, String> conforming, long number) {
            Map<String, String> changed = new LinkedHashMap<>(conforming);
            // Rules about all rows of a service or SKU would otherwise see the change on the rows it is not made on.
            List.of("ServiceName", "SkuId", "SkuPriceId").forEach(
                    column -> changed.computeIfPresent(column, (name, is) -> is.isEmpty() ? is : is + number));
            changes(change).forEach((column, value) -> assertThat(changed.put(column, value)).isNotEqualTo(value));
            return changed;
        }
    }

    private static Map<String, String> changes(String change) {
        Map<String, String> changes = new LinkedHashMap<>();
        Arrays.stream(change.split(";")).map(each -> each.split("=", 2)).forEach(each -> changes.put(each[0], each[1]));
        return changes;
    }

    private static List<Mutation> mutations() {
        return FocusRows.table("mutations.csv").stream()
                .map(row -> new Mutation(row.get("rule"), row.get("row"), row.get("change"),
                        Arrays.stream(row.get("also").split(" ")).filter(id -> !id.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    @Test
    void everyRuleFindsTheRowThatWasChangedAgainstItAndNoOther() {
        List<Mutation> mutations = mutations();
        for (int from = 0; from < mutations.size(); from += BATCH) {
            List<Mutation> batch = mutations.subList(from, Math.min(from + BATCH, mutations.size()));
            Map<String, Map<String, String>> conforming = FocusRows.conforming();
            Map<Long, Map<String, String>> lines = FocusRows.lines(conforming);
            Map<Long, Set<String>> expected = new TreeMap<>();
            for (Mutation mutation : batch) {
                long line = FIRST + expected.size();
                lines.put(line, mutation.apply(conforming.get(mutation.row()), line));
                Set<String> broken = new TreeSet<>(mutation.also());
                broken.add(mutation.rule());
                expected.put(line, broken);
            }
            assertThat(broken(rows.judge(lines))).isEqualTo(expected);
        }
    }

    /// The rules that each line breaks; without permissions and ways to comply, which conforming rows don't all use.
    private static Map<Long, Set<String>> broken(Verdict verdict) {
        Map<Long, Set<String>> broken = new TreeMap<>();
        for (Verdict.Finding finding : verdict.findings()) {
            Rule rule = MODEL.rule(finding.rule());
            if (!rule.level().permission() && !WAYS.contains(rule.id())) {
                assertThat(finding.samples()).as(rule.id()).hasSize((int) finding.failed());
                finding.samples().forEach(
                        sample -> broken.computeIfAbsent(sample.line(), line -> new TreeSet<>()).add(rule.id()));
            }
        }
        return broken;
    }

    /// Permissions and ways to comply, each on a row of its own: conforming data need not use them.
    @ParameterizedTest
    @CsvSource({"ListUnitPrice-C-006-O, tax, ListUnitPrice=1", "SkuPriceId-C-011-O, usage, SkuPriceId=SKU-2",
        "SkuPriceDetails-C-005-C, usage, SkuPriceDetails={}", "Tags-C-002-O, tax, Tags={}",
        "ConsumedQuantity-C-007-C, correction, ConsumedQuantity=1;ConsumedUnit=Hours",
        "CommitmentDiscountQuantity-C-006-C, committed correction, CommitmentDiscountQuantity=1",
        "InvoiceId-C-004-C, tax, InvoiceId=INV-2", "InvoiceId-C-005-C, usage, InvoiceId="})
    void aPermissionFindsTheRowThatDoesNotUseIt(String rule, String kind, String change) {
        Map<String, String> row = new LinkedHashMap<>(FocusRows.conforming().get(kind));
        row.put("SkuPriceId", row.get("SkuId"));
        if (kind.equals("usage")) {
            row.computeIfPresent("SkuPriceDetails", (column, value) -> rule.startsWith("SkuPriceDetails") ? "" : value);
        }
        Map<String, String> changed = new LinkedHashMap<>(row);
        changed.putAll(changes(change));
        Verdict.Finding found = finding(rows.judge(Map.of(2L, row, 3L, changed)), rule);
        assertThat(found).returns(2L, Verdict.Finding::checked).returns(1L, Verdict.Finding::failed);
        assertThat(found.samples()).extracting(Verdict.Sample::line).containsExactly(3L);
    }

    private static Verdict.Finding finding(Verdict verdict, String rule) {
        return verdict.findings().stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
    }

    /// Several rows together break these; the rows of another service or SKU don't.
    @ParameterizedTest
    @CsvSource({"ServiceName-C-005-C, ServiceName, ServiceCategory=Storage",
        "ServiceName-C-008-C, ServiceName, ServiceSubcategory=Containers",
        "SkuPriceId-C-008-M, SkuPriceId, SkuId=SKU-9"})
    void aValueThatComesWithTwoOthersIsFoundOnAllItsRows(String rule, String column, String change) {
        Map<String, String> usage = FocusRows.conforming().get("usage");
        Map<String, String> changed = new LinkedHashMap<>(usage);
        Map<String, String> other = new LinkedHashMap<>(usage);
        other.put(column, "another");
        Map<Long, Map<String, String>> lines = new TreeMap<>(Map.of(2L, usage, 3L, other, 4L, changed));
        assertThat(finding(rows.judge(lines), rule)).returns(3L, Verdict.Finding::checked)
                .returns(0L, Verdict.Finding::failed);
        changed.putAll(changes(change));
        assertThat(finding(rows.judge(lines), rule).samples()).extracting(Verdict.Sample::line).containsExactly(2L, 4L);
    }

    /// All text is a string, so that only a file with types can break these: by the type of the column.
    @Test
    void aColumnOfAnotherTypeIsNoString() {
        List<Rule> rules = typeStrings();
        Map<Long, Map<String, String>> lines = FocusRows.lines(FocusRows.conforming());
        for (int half = 0; half < 2; half++) {
            Map<String, String> types = new HashMap<>();
            Set<String> expected = new TreeSet<>();
            for (int i = half; i < rules.size(); i += 2) {
                types.put(rules.get(i).entity(), "BIGINT");
                expected.add(rules.get(i).id());
            }
            Set<String> failed = new TreeSet<>();
            rows.judge(lines, types).findings().stream().filter(finding -> finding.failed() > 0)
                    .filter(finding -> MODEL.rule(finding.rule()).function().equals("Type"))
                    .forEach(finding -> failed.add(finding.rule()));
            assertThat(failed).isEqualTo(expected);
        }
    }

    private static List<Rule> typeStrings() {
        return MODEL.rules().stream().filter(rule -> rule.check() instanceof Check.Shape shape
                && shape.kind() == Check.Kind.TYPE_STRING).toList();
    }

    @Test
    void everyLeafRuleIsCovered() {
        Set<String> covered = new TreeSet<>();
        mutations().forEach(mutation -> assertThat(covered.add(mutation.rule())).as(mutation.rule()).isTrue());
        assertThat(covered).hasSize(164);
        typeStrings().forEach(rule -> covered.add(rule.id()));
        covered.addAll(WAYS);
        List<Rule> leaves = MODEL.rules().stream().filter(rule -> !rule.composite()).toList();
        leaves.stream().filter(rule -> rule.level().permission() || rule.check() instanceof Check.DistinctCount
                || rule.check() instanceof Check.Present).forEach(rule -> covered.add(rule.id()));
        assertThat(covered).containsExactlyInAnyOrderElementsOf(leaves.stream().map(Rule::id).toList()).hasSize(277);
    }
}
