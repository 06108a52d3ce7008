package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AlertReplay;
import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.Precision;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Chooses how many alerts a week are heard, beside what each number would have let through in the loaded history.
final class BudgetSheet extends StackPane {
    /// Of the table.
    static final int COLUMNS = 6;

    private final ToggleGroup group = new ToggleGroup();
    private final OtherBudget other;

    private BudgetSheet(ScreenContext context, AnomaliesModel model, AlertReplay replay) {
        setId("anomalies-budget-sheet");
        getStyleClass().add("pl-overlay");
        other = new OtherBudget(context, group);
        Label title = new Label(Messages.text("anomalies.budget.title"));
        title.getStyleClass().add("pl-card-title");
        Label words = new Label(Messages.text("anomalies.budget.words", Formats.count(replay.weeks()),
                DateFormats.dayAndYear(replay.from()), fired(replay.current())));
        words.setId("anomalies-budget-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Button apply = new Button(Messages.text("filter.apply"));
        apply.setId("anomalies-budget-apply");
        apply.getStyleClass().add("accent");
        apply.setDefaultButton(true);
        apply.setOnAction(event -> {
            Integer wanted = wanted();
            context.closeAbove();
            set(context, model, wanted);
        });
        apply.disableProperty().bind(other.missing());
        Button cancel = new Button(Messages.text("anomalies.budget.cancel"));
        cancel.setId("anomalies-budget-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> context.closeAbove());
        VBox content = new VBox(10, title, words, table(replay), new HBox(8, apply, cancel));
        content.getStyleClass().add("pl-form");
        content.setStyle("-fx-padding: 8");
        getChildren().add(content);
        setMinSize(0, 0);
        setMaxSize(620, USE_PREF_SIZE);
    }

    private @Nullable Integer wanted() {
        return other.chosen() || !(group.getSelectedToggle().getUserData() instanceof AlertSetting setting)
                ? other.numberProperty().get()
                : setting.budget();
    }

    /// Asks what other budgets would have meant, and shows it.
    static void open(ScreenContext context, AnomaliesModel model) {
        Feedback feedback = context.workbench().anomalies().feedback();
        context.tasks().latest(List.of(model, "replay"), Messages.text("anomalies.budget.replaying"), feedback::replay,
                replay -> {
                    BudgetSheet sheet = new BudgetSheet(context, model, replay);
                    context.showAbove(sheet);
                    // The keyboard begins at the setting in force.
                    sheet.group.getToggles().stream().filter(Toggle::isSelected).map(Node.class::cast).findFirst()
                            .ifPresent(Node::requestFocus);
                });
    }

    private static void set(ScreenContext context, AnomaliesModel model, @Nullable Integer budget) {
        context.tasks().inTurn(List.of(model, "label"), Messages.text("anomalies.budget.keeping"),
                (progress, cancellation) -> {
                    context.workbench().anomalies().feedback().budget(budget);
                    return model.ask(progress, cancellation);
                }, model::take, thrown -> context.tasks().report(Messages.text("anomalies.budget.keeping"), thrown),
                model::refresh);
    }

    private GridPane table(AlertReplay replay) {
        GridPane grid = new GridPane(18, 7);
        String[] heads = {"anomalies.budget.week", "anomalies.budget.fired", "anomalies.budget.real",
            "anomalies.budget.below", "anomalies.budget.busiest", "anomalies.budget.right"};
        for (int i = 0; i < heads.length; i++) {
            Label head = cell(Messages.text(heads[i]), i);
            head.getStyleClass().addAll("pl-faint", "pl-small");
            grid.add(head, i, 0);
        }
        List<AlertSetting> settings = settings(replay);
        for (int row = 0; row < settings.size(); row++) {
            AlertSetting each = settings.get(row);
            RadioButton choice = new RadioButton(name(each.budget()));
            choice.setToggleGroup(group);
            choice.setUserData(each);
            choice.setAccessibleText(name(each.budget()) + ": " + fired(each));
            choice.setSelected(Objects.equals(each.budget(), replay.current().budget()));
            grid.add(choice, 0, row + 1);
            List<String> cells = told(each);
            for (int i = 0; i < cells.size(); i++) {
                grid.add(cell(cells.get(i), i + 1), i + 1, row + 1);
            }
        }
        other.into(grid, settings.size() + 1);
        return grid;
    }

    /// A setting's figures, in the order of the table's columns.
    static List<String> told(AlertSetting setting) {
        return List.of(Formats.count(setting.fired()), Formats.count(setting.precision().real()),
                Formats.count(setting.below()), Formats.count(setting.busiest()), share(setting.precision()));
    }

    private static List<AlertSetting> settings(AlertReplay replay) {
        List<AlertSetting> all = new ArrayList<>(replay.others());
        if (all.stream().noneMatch(each -> Objects.equals(each.budget(), replay.current().budget()))) {
            all.addFirst(replay.current());
        }
        return all;
    }

    static Label cell(String text, int column) {
        Label label = new Label(text);
        GridPane.setHalignment(label, column == 0 ? HPos.LEFT : HPos.RIGHT);
        return label;
    }

    /// `5 a week`, or `all`
    static String name(@Nullable Integer budget) {
        return budget == null ? Messages.text("anomalies.budget.all") : Messages.text("anomalies.budget.some", budget);
    }

    /// `would have fired 41 times, 2 real`
    static String fired(AlertSetting setting) {
        return Messages.text("anomalies.budget.would", Formats.count(setting.fired()),
                Formats.count(setting.precision().real()));
    }

    private static String share(Precision precision) {
        return precision.enough() ? Formats.percent(precision.share(), 0) : Messages.text("anomalies.budget.few");
    }
}
