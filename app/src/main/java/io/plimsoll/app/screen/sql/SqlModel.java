package io.plimsoll.app.screen.sql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.SavedQuestion;
import io.plimsoll.analysis.billing.SavedQuestions;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.RunningTask;
import io.plimsoll.app.text.Messages;

/// Runs one statement at a time. On the FX thread.
final class SqlModel {
    /// Rows that are shown at most; more would not fit into memory, nor be read.
    static final int MOST = 10_000;

    /// @param columns names in order
    /// @param figures which of them are figures, by index
    /// @param rows    one text a column
    /// @param cut     whether there are more than are shown
    record Answer(List<String> columns, List<Integer> figures, List<List<String>> rows, boolean cut, double seconds) {}

    /// What `$from` and `$to` stand for; null for the first and the last day that is loaded.
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        static final Period ALL = new Period(null, null);
    }

    private final ScreenContext context;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private @Nullable RunningTask task;

    SqlModel(ScreenContext context) {
        this.context = context;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// Reads the saved questions and hands them over.
    void questions(Consumer<List<SavedQuestion>> done) {
        context.tasks().submit(Messages.text("sql.reading"), (progress, cancellation) -> SavedQuestions.all(), done);
    }

    /// Runs a statement, its `$from` and `$to` bound to the period; an older one is stopped.
    void run(String sql, Period period, Consumer<Answer> done, Consumer<Failure> failed) {
        start(cancellation -> ask(context.workbench(), sql, period, cancellation), done, failed);
    }

    /// Answers a saved question for the period that it asks about unless told otherwise, and says which that is.
    void answer(SavedQuestion question, Consumer<Period> period, Consumer<Answer> done, Consumer<Failure> failed) {
        start(cancellation -> {
            Period usual = context.workbench().billing().questions().days(question)
                    .map(days -> new Period(days.from(), days.to())).orElse(Period.ALL);
            return Map.entry(usual, ask(context.workbench(), question.sql(), usual, cancellation));
        }, asked -> {
            period.accept(asked.getKey());
            done.accept(asked.getValue());
        }, failed);
    }

    private <T> void start(Function<Cancellation, T> work, Consumer<T> done, Consumer<Failure> failed) {
        String title = Messages.text("sql.running");
        running.set(true);
        task = context.tasks().latest(this, title, (progress, cancellation) -> work.apply(cancellation),
                answer -> {
                    running.set(false);
                    done.accept(answer);
                }, thrown -> {
                    running.set(false);
                    failed.accept(Failure.of(title, thrown));
                });
    }

    void cancel() {
        RunningTask current = task;
        if (current != null) {
            current.cancel();
            running.set(false);
        }
    }

    /// One row more than is shown tells whether there are more.
    static Answer ask(Workbench workbench, String sql, Period period, Cancellation cancellation) {
        long from = System.nanoTime();
        TablePage page = workbench.billing().questions().first(sql, period.from(), period.to(), MOST + 1, cancellation);
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : page.rows().subList(0, Math.min(MOST, page.rows().size()))) {
            rows.add(row.stream().map(CostOrigin::text).toList());
        }
        List<Integer> figures = new ArrayList<>();
        for (int i = 0; i < page.types().size(); i++) {
            if (page.types().get(i).matches("(DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|FLOAT|REAL).*")) {
                figures.add(i);
            }
        }
        return new Answer(page.columns(), List.copyOf(figures), List.copyOf(rows), page.rows().size() > MOST,
                (System.nanoTime() - from) / 1e9);
    }
}
