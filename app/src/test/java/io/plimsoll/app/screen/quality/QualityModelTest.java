package io.plimsoll.app.screen.quality;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.conformance.ConformanceReport;
import io.plimsoll.analysis.conformance.RuleResult;
import io.plimsoll.analysis.conformance.RuleState;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.Sort;
import io.plimsoll.app.screen.ScreenContext;

import static org.assertj.core.api.Assertions.assertThat;

class QualityModelTest {
    private final ScreenContext context = SampleWorkspace.context();
    private final QualityModel model = new QualityModel(context);

    @BeforeEach
    void ask() {
        model.refresh();
    }

    private ConformanceReport report() {
        ConformanceReport report = model.reportProperty().get();
        assertThat(report).isNotNull();
        return report;
    }

    @Test
    void failedRulesStandFirstAndEveryRuleIsInSomeState() {
        assertThat(report().rules()).hasSize(420);
        assertThat(model.listed()).isNotEmpty().extracting(RuleResult::state).containsOnly(RuleState.FAILED);
        int listed = 0;
        for (Show each : List.of(Show.FAILED, Show.PASSED, Show.NOT_RUNNABLE, Show.NOT_APPLICABLE)) {
            model.showProperty().set(each);
            listed += model.listed().size();
        }
        assertThat(listed).isEqualTo(420);
        model.showProperty().set(Show.ALL);
        assertThat(model.listed().getFirst().state()).isEqualTo(RuleState.FAILED);
        assertThat(model.listed().getFirst().parts()).isEmpty();
        assertThat(model.listed()).extracting(RuleResult::state).isSorted();
    }

    @Test
    void theSearchTakesAllWordsInAnyOrder() {
        model.showProperty().set(Show.ALL);
        model.searchProperty().set("null billingcurrency");
        assertThat(model.listed()).extracting(RuleResult::id).contains("BillingCurrency-C-004-M")
                .allMatch(id -> id.startsWith("BillingCurrency") || id.contains("Currency"));
        model.searchProperty().set("no-such-thing");
        assertThat(model.listed()).isEmpty();
    }

    @Test
    void aColumnOrdersTheRules() {
        model.showProperty().set(Show.ALL);
        List<RuleResult> first = QualityModel
                .page(model.listed(), new PageRequest(0, 3, new Sort("failed", false))).rows();
        long most = report().rules().stream().mapToLong(RuleResult::failed).max().orElse(0);
        assertThat(first).hasSize(3);
        assertThat(first.getFirst().failed()).isEqualTo(most).isPositive();
    }

    @Test
    void theStatementOfARuleCountsWhatTheRuleSays() throws Exception {
        RuleResult rule = model.listed().stream().filter(each -> !each.function().equals("Presence")).findFirst()
                .orElseThrow();
        ProvenanceInfo info = QualityOrigin.rule(report(), rule);
        long failed = context.workbench().console().all(info.sql(), Cancellation.never()).rows().stream()
                .mapToLong(row -> ((Number) row.get(2)).longValue()).sum();
        assertThat(failed).isEqualTo(rule.failed()).isPositive();
        assertThat(info.files()).isNotEmpty();
        assertThat(info.rows()).isNotNull();
        assertThat(info.rows().source().load(new PageRequest(0, 10, null), Cancellation.never()).total())
                .isEqualTo(rule.samples().size());
    }
}
