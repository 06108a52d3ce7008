package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.SavedQuestion;
import io.plimsoll.analysis.billing.SavedQuestions;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.TablePage;

@Command(name = "query", description = "Runs one read-only SELECT, or a saved question; CSV by default.")
final class QueryCommand implements CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "SQL", description = "May name the period's days as $from and $to.")
    @Nullable
    String sql;

    @Option(names = "--saved", paramLabel = "ID", arity = "0..1", fallbackValue = "", description = "Runs a saved question; without ID lists them.")
    @Nullable
    String saved;

    @Option(names = "--from", paramLabel = "D", description = "First day, such as 2026-09-01.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day.")
    @Nullable
    LocalDate to;

    @Override
    public int run(CliContext context) {
        if ((sql == null) == (saved == null)) {
            throw StepFailure.wrongUsage("QUERY", "Nothing, or two things, to run.",
                    "Give one SELECT, or --saved with the id of a question; --saved alone lists them.");
        }
        if (sql != null) {
            print(context, context.workbench().billing().questions().ask(sql, from, to, Cancellation.never()));
        } else if (Optional.ofNullable(saved).orElse("").isEmpty()) {
            list(context);
        } else {
            SavedQuestion question = SavedQuestions.find(String.valueOf(saved));
            print(context, context.workbench().billing().questions().answer(question, from, to, Cancellation.never()));
        }
        return 0;
    }

    private static void list(CliContext context) {
        if (context.json()) {
            ArrayNode list = context.array();
            SavedQuestions.all().forEach(question -> list.addObject().put("id", question.id())
                    .put("topic", question.topic()).put("title", question.title()).put("focus", question.focus())
                    .put("period", period(question)).put("source", question.source()).put("sql", question.sql()));
            context.print(list);
        } else {
            CsvText csv = new CsvText(context.out());
            csv.row(List.of("id", "topic", "title", "focus", "period", "source"));
            SavedQuestions.all().forEach(question -> csv.row(List.of(question.id(), question.topic(), question.title(),
                    question.focus(), period(question), question.source())));
        }
    }

    private static String period(SavedQuestion question) {
        return question.lastMonth() ? "last month" : "all";
    }

    private static void print(CliContext context, TablePage answer) {
        if (context.json()) {
            ArrayNode rows = context.array();
            for (List<@Nullable Object> row : answer.rows()) {
                ObjectNode object = rows.addObject();
                for (int i = 0; i < row.size(); i++) {
                    put(object, answer.columns().get(i), row.get(i));
                }
            }
            context.print(rows);
        } else {
            CsvText csv = new CsvText(context.out());
            csv.row(answer.columns());
            answer.rows().forEach(csv::row);
        }
    }

    /// Decimals as text, so that no reader turns money into a double.
    private static void put(ObjectNode object, String name, @Nullable Object value) {
        switch (value) {
            case null -> object.putNull(name);
            case Boolean flag -> object.put(name, flag);
            case Integer number -> object.put(name, number);
            case Long number -> object.put(name, number);
            case Double number when Double.isFinite(number) -> object.put(name, number);
            case BigDecimal decimal -> object.put(name, decimal.toPlainString());
            default -> object.put(name, value.toString());
        }
    }
}
