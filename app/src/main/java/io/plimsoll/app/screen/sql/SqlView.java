package io.plimsoll.app.screen.sql;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

import io.plimsoll.analysis.billing.SavedQuestion;
import io.plimsoll.analysis.unit.CsvCell;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// A statement above, its answer below, the saved questions beside them.
public final class SqlView extends StackPane {
    private static final String SCREEN = "sql";
    private static final double STATEMENT_HEIGHT = 300;
    private static final double QUESTIONS_WIDTH = 400;
    private static final double DATE_WIDTH = 150;
    private static final double GAP = 12;
    private static final double COLUMN = 150;
    private static final KeyCombination RUN = KeyCombination.valueOf("Shortcut+Enter");

    private final ScreenContext context;
    private final SqlModel model;
    private final TextArea statement = new TextArea(Messages.text("sql.example"));
    private final DatePicker from = date("sql.from");
    private final DatePicker to = date("sql.to");
    private final StackPane answerPlace = new StackPane();
    private final Card answerCard = new Card(Messages.text("sql.answer"), "", answerPlace).flush();
    private final Button copy = new Button(Messages.text("sql.copy"));
    private String copied = "";

    public SqlView(ScreenContext context) {
        this.context = context;
        this.model = new SqlModel(context);
        setId("sql");
        statement.setId("sql-statement");
        statement.getStyleClass().add("pl-code");
        statement.setOnKeyPressed(event -> {
            if (RUN.match(event)) {
                run();
                event.consume();
            }
        });
        Button run = new Button(Messages.text("sql.run"));
        run.setId("sql-run");
        run.getStyleClass().add("accent");
        run.setOnAction(event -> run());
        run.disableProperty().bind(model.runningProperty());
        Button cancel = new Button(Messages.text("sql.cancel"));
        cancel.setOnAction(event -> model.cancel());
        cancel.disableProperty().bind(model.runningProperty().not());
        copy.setDisable(true);
        copy.setOnAction(event -> copy());
        answerCard.withActions(copy);
        answerPlace.getChildren()
                .setAll(EmptyState.of(Messages.text("sql.nothing"), Messages.text("sql.nothingHint")));
        Card asked = new Card(Messages.text("sql.title"), Messages.text("sql.hint"), statement).withActions(from, to,
                cancel, run);
        asked.setMinHeight(STATEMENT_HEIGHT);
        asked.setMaxHeight(STATEMENT_HEIGHT);
        VBox.setVgrow(answerCard, Priority.ALWAYS);
        QuestionsCard questions = new QuestionsCard(this::answer);
        model.questions(all -> {
            questions.show(all);
            context.selection(SCREEN).addListener((property, before, now) -> answer(all, now));
            answer(all, context.selection(SCREEN).get());
        });
        getChildren().add(
                new Sheet().fill(Sheet.beside(new VBox(GAP, asked, answerCard), questions, QUESTIONS_WIDTH)));
    }

    /// Answers the question that another screen asks for.
    private void answer(List<SavedQuestion> all, String id) {
        all.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(this::answer);
    }

    private static DatePicker date(String key) {
        DatePicker picker = new DatePicker();
        picker.setId(key.replace('.', '-'));
        picker.setPromptText(Messages.text(key));
        picker.setAccessibleText(Messages.text(key));
        picker.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, null));
        picker.setPrefWidth(DATE_WIDTH);
        picker.setMinWidth(DATE_WIDTH);
        return picker;
    }

    /// Puts a question's SQL into the editor, where undo brings back what was there, and runs it.
    private void answer(SavedQuestion question) {
        statement.replaceText(0, statement.getLength(), question.sql());
        statement.positionCaret(0);
        statement.setScrollTop(0);
        showLoading();
        model.answer(question, period -> {
            from.setValue(period.from());
            to.setValue(period.to());
        }, this::show, this::show);
    }

    private void run() {
        showLoading();
        model.run(statement.getText(), new SqlModel.Period(from.getValue(), to.getValue()), this::show, this::show);
    }

    private void showLoading() {
        answerPlace.getChildren().setAll(EmptyState.loading());
        copy.setDisable(true);
    }

    private void show(SqlModel.Answer answer) {
        List<Column<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < answer.columns().size(); i++) {
            int at = i;
            String name = answer.columns().get(i);
            columns.add((answer.figures().contains(i)
                    ? Column.<List<String>>number(name, name, COLUMN, row -> row.get(at))
                    : Column.<List<String>>text(name, name, COLUMN, row -> row.get(at))).unsortable());
        }
        PagedTable<List<String>> table = new PagedTable<>(context.tasks(), Messages.text("sql.answer"), columns);
        table.setEmptyState(EmptyState.of(Messages.text("sql.none"), Messages.text("sql.noneHint")));
        table.show((request, cancellation) -> Page.of(answer.rows(), request));
        table.view().setId("sql-answer");
        answerPlace.getChildren().setAll(table);
        answerCard.setHint(Messages.text(answer.cut() ? "sql.cut" : "sql.rows", Formats.count(answer.rows().size()),
                Formats.number(answer.seconds(), 2)));
        copied = text(answer);
        copy.setDisable(false);
    }

    private void show(Failure failure) {
        answerCard.setHint("");
        answerPlace.getChildren()
                .setAll(EmptyState.of(failure.sentence() + "  [" + failure.code() + "]", failure.remedy()));
    }

    private static String text(SqlModel.Answer answer) {
        List<List<String>> lines = new ArrayList<>(List.of(answer.columns()));
        lines.addAll(answer.rows());
        return lines.stream()
                .map(cells -> cells.stream().map(cell -> CsvCell.harmless(cell).replaceAll("[\\t\\r\\n]", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
