package io.plimsoll.app.screen.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.billing.SavedQuestions;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.task.Failure;

import static org.assertj.core.api.Assertions.assertThat;

class SqlModelTest {
    private final SqlModel model = new SqlModel(SampleWorkspace.context());
    private final List<SqlModel.Answer> answers = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    private void run(String sql) {
        model.run(sql, SqlModel.Period.ALL, answers::add, failures::add);
    }

    @Test
    void anAnswerHasItsColumnsAndTellsFigures() {
        run("SELECT 'a' AS name, 7 AS whole, CAST(1.50 AS DECIMAL(10,2)) AS amount, NULL AS none -- said\n;");
        assertThat(answers.getFirst().columns()).containsExactly("name", "whole", "amount", "none");
        assertThat(answers.getFirst().figures()).contains(1, 2).doesNotContain(0);
        assertThat(answers.getFirst().rows()).containsExactly(List.of("a", "7", "1.5", ""));
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void aSavedQuestionIsAnsweredForItsOwnPeriod() {
        List<SqlModel.Period> periods = new ArrayList<>();
        model.answer(SavedQuestions.find("verify-invoices"), periods::add, answers::add, failures::add);
        assertThat(periods).containsExactly(
                new SqlModel.Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
        assertThat(answers.getFirst().rows()).hasSize(1);
    }

    @Test
    void aStatementMayNameThePeriod() {
        model.run(
                "SELECT $from AS first, $to AS last, count(*) > 0 AS any FROM charge WHERE ChargePeriodStart >= $from",
                new SqlModel.Period(null, LocalDate.of(2026, 8, 31)), answers::add, failures::add);
        assertThat(failures).isEmpty();
        assertThat(answers.getFirst().rows()).containsExactly(List.of("2026-07-01", "2026-08-31", "true"));
    }

    @Test
    void theOrderOfTheStatementStays() {
        run("SELECT * FROM range(5) t(i) ORDER BY i DESC");
        assertThat(answers.getFirst().rows()).extracting(List::getFirst).containsExactly("4", "3", "2", "1", "0");
    }

    @Test
    void aLongAnswerIsCutAndSaysSo() {
        run("SELECT * FROM range(10001)");
        assertThat(answers.getFirst().rows()).hasSize(SqlModel.MOST);
        assertThat(answers.getFirst().cut()).isTrue();
        run("SELECT * FROM range(10000)");
        assertThat(answers.get(1).cut()).isFalse();
    }

    @Test
    void whatWouldChangeSomethingIsRefusedWithAReason() {
        run("DELETE FROM charge");
        run("SELECT 1) ; DROP TABLE charge; SELECT (1");
        assertThat(answers).isEmpty();
        assertThat(failures).hasSize(2).allSatisfy(failure -> assertThat(failure.code()).startsWith("SQL_"));
        assertThat(failures.getFirst().sentence()).isEqualTo("Only SELECT may be run here.");
        assertThat(SampleWorkspace.shared().billing().summary().rows()).isEqualTo(6374);
    }
}
