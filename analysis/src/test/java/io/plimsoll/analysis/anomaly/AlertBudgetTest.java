package io.plimsoll.analysis.anomaly;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.LedgerEntry;

import static org.assertj.core.api.Assertions.assertThat;

/// Which events are heard within a budget of alerts, and what another one would have let through.
class AlertBudgetTest extends FeedbackCase {
    @Test
    void whatWaitsOnTheBillAsksOtherDomainsOnlyWhereTheyShareABudget() {
        signal("a", MONDAY, Severity.HIGH);
        assertThat(feedback.waitingOnBill(Progress.NONE, Cancellation.never())).isEmpty();
        assertThat(asked).isZero();
        feedback.budget(1);
        assertThat(feedback.waitingOnBill(Progress.NONE, Cancellation.never())).isEmpty();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void withoutABudgetAllIsHeardAndWithOneTheHeaviestAreAndTheRestIsKeptApart() {
        for (int week = 0; week < 12; week++) {
            signal("low" + week, MONDAY.plusWeeks(week).plusDays(week % 5), Severity.LOW);
            signal("high" + week, MONDAY.plusWeeks(week).plusDays(6), Severity.HIGH);
        }
        assertThat(feedback.budget()).isNull();
        assertThat(all()).allMatch(Verdict::heard);
        feedback.budget(1);
        List<Verdict> later = all().stream().filter(each -> !each.anomaly().start().isBefore(MONDAY.plusWeeks(4)))
                .toList();
        assertThat(later).allMatch(each -> each.heard() == each.id().startsWith("high"));
        assertThat(later.stream().filter(each -> !each.heard())).hasSize(8)
                .allMatch(each -> each.status() == Status.BELOW && each.mutedBy().equals("budget"));
        refused("ALERT_BUDGET", () -> feedback.budget(0));
        feedback.budget(null);
        assertThat(all()).allMatch(Verdict::heard);
        assertThat(workspace.ledger().entries()).extracting(LedgerEntry::payload)
                .containsExactly("{\"perWeek\":\"1\"}", "{\"perWeek\":\"all\"}");
    }

    @Test
    void theReplaySaysWhatTheSettingWouldHaveFiredAndHowRightThatWas() {
        for (int week = 0; week < 12; week++) {
            signal("low" + week, MONDAY.plusWeeks(week).plusDays(week % 5), Severity.LOW);
            signal("high" + week, MONDAY.plusWeeks(week).plusDays(6), Severity.HIGH);
        }
        feedback.label(List.of("high10", "high11"), Label.REAL, null);
        feedback.label(List.of("low11"), Label.USELESS, null);
        AlertReplay all = feedback.replay(Progress.NONE, Cancellation.never());
        assertThat(all.weeks()).isEqualTo(12);
        assertThat(all.current()).isEqualTo(new AlertSetting(null, 0, 24, 0, 0, 2,
                new Precision("all", 24, 2, 1, 0, 21)));
        feedback.budget(1);
        AlertReplay one = feedback.replay(Progress.NONE, Cancellation.never());
        // All of the first four weeks, the heavy one of each after that.
        assertThat(one.current().fired()).isEqualTo(16);
        assertThat(one.current().below()).isEqualTo(8);
        assertThat(one.current().precision()).isEqualTo(new Precision("all", 16, 2, 0, 0, 14));
        assertThat(one.current().overWeeks()).isEqualTo(4);
        assertThat(one.others()).extracting(AlertSetting::fired).isSorted();
        assertThat(one.others().getLast().budget()).isNull();
        assertThat(one.kinds()).singleElement().isEqualTo(new Precision("spike", 16, 2, 0, 0, 14));
        assertThat(one.domains()).singleElement().isEqualTo(new Precision("use", 16, 2, 0, 0, 14));
    }

    @Test
    void whatAnotherLabelMutesTakesNothingOfTheBudget() {
        for (int week = 0; week < 12; week++) {
            signal("batch" + week, MONDAY.plusWeeks(week), Severity.HIGH);
            signal("low" + week, MONDAY.plusWeeks(week).plusDays(1 + week % 5), Severity.LOW);
        }
        feedback.budget(1);
        assertThat(of("low11").status()).isEqualTo(Status.BELOW);
        feedback.label(List.of("batch0"), Label.USELESS, null);
        assertThat(of("batch9").status()).isEqualTo(Status.MUTED);
        // The week of the labelled one had two, the ten after it one each.
        assertThat(of("low11").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void anEmptyWorkspaceHasNothingToSay() {
        feedback.budget(5);
        assertThat(all()).isEmpty();
        assertThat(feedback.replay(Progress.NONE, Cancellation.never()).current().fired()).isZero();
        assertThat(Map.copyOf(feedback.labels())).isEmpty();
    }
}
