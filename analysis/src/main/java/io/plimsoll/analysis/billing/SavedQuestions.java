package io.plimsoll.analysis.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.question.QuestionLibrary;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.analysis.workspace.SqlConsole;

/// Answers the questions that come with Plimsoll, and the user's own, for a period. Every question runs as the user's own SQL does:
/// read only, on the locked-down engine. Safe from any thread.
public final class SavedQuestions {
    private final SqlConsole console;
    private final Supplier<Optional<BillingSpan>> span;

    SavedQuestions(SqlConsole console, Supplier<Optional<BillingSpan>> span) {
        this.console = console;
        this.span = span;
    }

    /// All of them, by topic.
    public static List<SavedQuestion> all() {
        return QuestionLibrary.questions();
    }

    /// @throws StepFailure UNKNOWN_QUESTION
    public static SavedQuestion find(String id) {
        return all().stream().filter(question -> question.id().equals(id)).findFirst()
                .orElseThrow(() -> StepFailure.wrongUsage("UNKNOWN_QUESTION", "There is no saved question " + id + ".",
                        "List them with: query --saved"));
    }

    /// The days that a question is about unless told otherwise: the last month that has arrived whole if it asks for one and there
    /// is one, otherwise everything loaded. Empty without charges.
    public Optional<Days> days(SavedQuestion question) {
        return span.get()
                .map(loaded -> question.lastMonth() ? lastMonth(loaded) : new Days(loaded.first(), loaded.last()));
    }

    private static Days lastMonth(BillingSpan loaded) {
        YearMonth month = YearMonth.from(loaded.lastComplete().plusDays(1)).minusMonths(1);
        return month.atEndOfMonth().isBefore(loaded.first())
                ? new Days(loaded.first(), loaded.last())
                : new Days(month.atDay(1), month.atEndOfMonth());
    }

    /// Answers a question.
    ///
    /// @param from first day, null for the question's own
    /// @param to   last day, null for the question's own
    /// @throws StepFailure PERIOD_BACKWARDS, SQL_FAILED
    public TablePage answer(SavedQuestion question, @Nullable LocalDate from, @Nullable LocalDate to,
            Cancellation cancellation) {
        return console.all(question.sql(), values(days(question), from, to), cancellation);
    }

    /// Answers the user's own statement; `$from` and `$to` in it are the first and the last day, of all that is loaded unless given.
    ///
    /// @throws StepFailure PERIOD_BACKWARDS, SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED
    public TablePage ask(String sql, @Nullable LocalDate from, @Nullable LocalDate to, Cancellation cancellation) {
        return console.all(sql, values(loaded(), from, to), cancellation);
    }

    /// The first rows of an answer, otherwise as `ask`.
    ///
    /// @throws StepFailure PERIOD_BACKWARDS, SQL_SYNTAX, SQL_NOT_READ_ONLY, SQL_FAILED
    public TablePage first(String sql, @Nullable LocalDate from, @Nullable LocalDate to, int most,
            Cancellation cancellation) {
        return console.first(sql, values(loaded(), from, to), most, cancellation);
    }

    private Optional<Days> loaded() {
        return span.get().map(loaded -> new Days(loaded.first(), loaded.last()));
    }

    private static Map<String, @Nullable Object> values(Optional<Days> usual, @Nullable LocalDate from,
            @Nullable LocalDate to) {
        LocalDate first = from == null ? usual.map(Days::from).orElse(null) : from;
        LocalDate last = to == null ? usual.map(Days::to).orElse(null) : to;
        if (first != null && last != null && last.isBefore(first)) {
            throw StepFailure.wrongUsage("PERIOD_BACKWARDS", "The period ends on " + last + ", before it starts on "
                    + first + ".", "Give both ends, the first day first.");
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("from", first);
        values.put("to", last);
        return values;
    }
}
