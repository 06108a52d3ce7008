package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AlertReplay;
import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.Precision;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Chooses how many alerts a week are heard, beside what each number would have let through in the loaded history.
final class BudgetSheet extends StackPane {
    private final ToggleGroup group = new ToggleGroup();

    private BudgetSheet(ScreenContext context, AnomaliesModel model, AlertReplay replay) {
        setId("anomalies-budget-sheet");
        getStyleClass().add("pl-overlay");
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
            context.closeAbove();
            AlertSetting wanted = (AlertSetting) group.getSelectedToggle().getUserData();
            set(context, model, wanted.budget());
        });
        Button cancel = new Button(Messages.text("anomalies.budget.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> context.closeAbove());
        getChildren().add(new Card(Messages.text("anomalies.budget.title"), "", words, table(replay),
                new HBox(8, apply, cancel)));
        setMinSize(0, 0);
        setMaxSize(620, USE_PREF_SIZE);
    }

    /// Asks what other budgets would have meant, and shows it.
    static void open(ScreenContext context, AnomaliesModel model) {
        Feedback feedback = context.workbench().anomalies().feedback();
        context.tasks().latest(List.of(model, "replay"), Messages.text("anomalies.budget.replaying"), feedback::replay,
                replay -> context.showAbove(new BudgetSheet(context, model, replay)));
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
            String[] cells = {Formats.count(each.fired()), Formats.count(each.precision().real()),
                Formats.count(each.below()), Formats.count(each.busiest()), share(each.precision())};
            for (int i = 0; i < cells.length; i++) {
                grid.add(cell(cells[i], i + 1), i + 1, row + 1);
            }
        }
        return grid;
    }

    private static List<AlertSetting> settings(AlertReplay replay) {
        List<AlertSetting> all = new ArrayList<>(replay.others());
        if (all.stream().noneMatch(each -> Objects.equals(each.budget(), replay.current().budget()))) {
            all.addFirst(replay.current());
        }
        return all;
    }

    private static Label cell(String text, int column) {
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
