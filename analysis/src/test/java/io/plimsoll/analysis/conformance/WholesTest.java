package io.plimsoll.analysis.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.conformance.Verdict.Finding;
import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.conformance.model.Rule;
import io.plimsoll.analysis.conformance.model.RuleModel;
import io.plimsoll.analysis.conformance.outcome.Outcomes;

import static org.assertj.core.api.Assertions.assertThat;

/// Rules about the header, and rules that are made of others.
class WholesTest {
    private static final RuleModel MODEL = RuleModel.FOCUS_1_2;

    @TempDir
    static Path folder;
    private static Verdict conforming;

    @BeforeAll
    static void judge() {
        try (FocusRows rows = new FocusRows(folder)) {
            conforming = rows.judge(FocusRows.lines(FocusRows.conforming()));
        }
    }

    private static ConformanceReport report(Verdict verdict, Set<String> supported) {
        Outcomes outcomes = new Outcomes(MODEL, supported);
        outcomes.add("file.csv", verdict);
        return outcomes.report();
    }

    private static Set<String> failed(Verdict verdict) {
        return ids(report(verdict, MODEL.criteria()), RuleState.FAILED);
    }

    private static Set<String> ids(ConformanceReport report, RuleState state) {
        return report.rules().stream().filter(rule -> rule.state() == state).map(RuleResult::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Verdict without(String column) {
        return new Verdict(conforming.edition(), conforming.rows(),
                conforming.columns().stream().filter(each -> !each.name().equals(column)).toList(),
                conforming.findings());
    }

    private static void addWithWholes(Rule rule, Set<String> broken) {
        broken.add(rule.id());
        MODEL.wholes(rule).stream().filter(whole -> rule.level().countsIn(whole.level()))
                .forEach(whole -> addWithWholes(whole, broken));
    }

    @Test
    void conformingRowsBreakNothingAndAllRulesRunThatHaveACheck() {
        ConformanceReport report = report(conforming, MODEL.criteria());
        assertThat(report.rules()).hasSize(420);
        assertThat(report.dynamic()).isEqualTo(201);
        assertThat(ids(report, RuleState.FAILED)).isEmpty();
        // BillingAccountId is never null in rows that conform, so nothing can be asked of those where it is.
        assertThat(ids(report, RuleState.NOT_APPLICABLE)).containsExactly("BillingAccountType-C-004-C");
        report.rules().stream().filter(rule -> rule.parts().isEmpty() && rule.state() == RuleState.PASSED)
                .forEach(rule -> assertThat(rule.checked()).as(rule.id()).isPositive());
        // What remains is made only of rules that the model has no check for.
        Set<String> notRunnable = ids(report, RuleState.NOT_RUNNABLE);
        assertThat(notRunnable).hasSize(42).allSatisfy(id -> assertThat(MODEL.rule(id).parts()).isNotEmpty()
                .allMatch(part -> !MODEL.isStatic(part) || notRunnable.contains(part)));
    }

    @Test
    void aColumnThatIsNotInTheHeaderBreaksTheRulesThatAskForIt() {
        List<Rule> presence = MODEL.rules().stream().filter(rule -> rule.check() instanceof Check.Present).toList();
        assertThat(presence).hasSize(63);
        for (Rule rule : presence) {
            String column = rule.check().columns().getFirst();
            Set<String> expected = new TreeSet<>();
            presence.stream().filter(each -> each.check().equals(rule.check()) && !each.level().permission())
                    .forEach(each -> addWithWholes(each, expected));
            ConformanceReport report = report(without(column), MODEL.criteria());
            assertThat(ids(report, RuleState.FAILED)).as(column).isEqualTo(expected);
            assertThat(report.rules().stream().filter(each -> each.id().equals(rule.id())).findFirst().orElseThrow()
                    .failed()).as(rule.id()).isEqualTo(1);
        }
    }

    @Test
    void aWholeFailsWithEachPartThatCountsAndWithNoOther() {
        for (Finding finding : conforming.findings()) {
            Rule rule = MODEL.rule(finding.rule());
            boolean can = !rule.level().permission() && finding.checked() > 0
                    && MODEL.wholes(rule).stream().noneMatch(Rule::alternatives);
            Set<String> expected = new TreeSet<>();
            if (can) {
                addWithWholes(rule, expected);
                // Ways to comply that some rows don't take count once no way is left.
                conforming.findings().stream().filter(each -> rule.alternatives() && each.failed() > 0)
                        .map(Finding::rule).filter(rule.parts()::contains).forEach(expected::add);
            }
            Verdict broken = new Verdict(conforming.edition(), conforming.rows(), conforming.columns(),
                    conforming.findings().stream().map(each -> each == finding ? fail(each) : each).toList());
            assertThat(failed(broken)).as(rule.id()).isEqualTo(expected);
        }
    }

    private static Finding fail(Finding finding) {
        return new Finding(finding.rule(), finding.checked(), 1, List.of());
    }

    @Test
    void aRecommendationThatIsNotFollowedBreaksNoMust() {
        assertThat(failed(without("ServiceSubcategory"))).containsExactly("CostAndUsage-D-042-O");
        assertThat(failed(without("ServiceName"))).containsExactly("CostAndUsage-D-000-M", "CostAndUsage-D-001-M",
                "CostAndUsage-D-041-M");
    }

    @Test
    void whatNoFileShowsDoesNotApplyUntilTheUserSaysSo() {
        Verdict noTags = without("Tags");
        Set<String> silent = ids(report(noTags, Set.of()), RuleState.NOT_APPLICABLE);
        assertThat(silent).contains("CostAndUsage-D-064-C", "Tags-C-000-C", "Tags-C-001-M");
        assertThat(ids(report(noTags, Set.of("TAGGING_SUPPORTED")), RuleState.FAILED))
                .contains("CostAndUsage-D-064-C");
        // Some of the columns of commitment discounts have values, so that all of them must be there.
        assertThat(ids(report(without("CommitmentDiscountUnit"), Set.of()), RuleState.FAILED))
                .contains("CostAndUsage-D-015-C");
    }

    @Test
    void aRuleWhoseColumnIsNotThereIsNotRunAndNeverPassed() {
        try (FocusRows rows = new FocusRows(folder)) {
            var lines = FocusRows.lines(FocusRows.conforming());
            lines.values().forEach(row -> row.remove("ServiceSubcategory"));
            ConformanceReport report = report(rows.judge(lines), MODEL.criteria());
            RuleResult result = report.rules().stream().filter(rule -> rule.id().equals("ServiceSubcategory-C-003-M"))
                    .findFirst().orElseThrow();
            assertThat(result.state()).isEqualTo(RuleState.NOT_RUNNABLE);
            assertThat(result.reason()).contains("No column ServiceSubcategory");
        }
    }
}
