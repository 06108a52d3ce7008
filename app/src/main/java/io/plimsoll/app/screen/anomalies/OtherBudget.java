package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Any other number of alerts a week: what it would have let through is worked out as soon as it is one, and what is none is refused in words.
final class OtherBudget {
    private static final int LONGEST = 4;

    private final ScreenContext context;
    private final RadioButton choice = new RadioButton(Messages.text("anomalies.budget.other"));
    private final TextField field = new TextField();
    private final List<Label> cells;
    private final Label refusal = new Label();
    private final ReadOnlyObjectWrapper<@Nullable Integer> number = new ReadOnlyObjectWrapper<>(this, "number");

    OtherBudget(ScreenContext context, ToggleGroup group) {
        this.context = context;
        this.cells = IntStream.range(1, BudgetSheet.COLUMNS).mapToObj(column -> BudgetSheet.cell("", column)).toList();
        choice.setId("anomalies-budget-other");
        choice.setToggleGroup(group);
        field.setId("anomalies-budget-number");
        field.setPrefColumnCount(LONGEST);
        field.setAccessibleText(Messages.text("anomalies.budget.number"));
        field.setAccessibleHelp(Messages.text("anomalies.budget.refused", Formats.count(AlertSetting.MOST)));
        field.setPromptText(Messages.text("anomalies.budget.prompt"));
        refusal.setId("anomalies-budget-refusal");
        refusal.getStyleClass().add("pl-problem");
        refusal.setWrapText(true);
        refusal.visibleProperty().bind(refusing());
        refusal.managedProperty().bind(refusal.visibleProperty());
        refusal.setText(Messages.text("anomalies.budget.refused", Formats.count(AlertSetting.MOST)));
        field.textProperty().addListener((property, before, now) -> read(now));
        choice.setOnAction(event -> field.requestFocus());
        read("");
    }

    private BooleanBinding refusing() {
        return Bindings.isNull(number).and(choice.selectedProperty()).and(field.textProperty().isNotEmpty());
    }

    /// Adds its row, and one for the refusal.
    void into(GridPane grid, int row) {
        HBox named = new HBox(8, choice, field);
        named.setStyle("-fx-alignment: center-left");
        grid.add(named, 0, row);
        for (int i = 0; i < cells.size(); i++) {
            grid.add(cells.get(i), i + 1, row);
        }
        grid.add(refusal, 0, row + 1, BudgetSheet.COLUMNS, 1);
    }

    private void read(String text) {
        Integer wanted = number(text);
        number.set(wanted);
        field.getStyleClass().remove("wrong");
        if (wanted == null && !text.isEmpty()) {
            field.getStyleClass().add("wrong");
        }
        cells.forEach(each -> each.setText(Formats.NONE));
        if (!text.isEmpty()) {
            choice.setSelected(true);
        }
        if (wanted != null) {
            replay(wanted);
        }
    }

    private void replay(int wanted) {
        context.tasks().latest(List.of(this, "replay"), Messages.text("anomalies.budget.replaying"),
                (progress, cancellation) -> context.workbench().anomalies().feedback().replay(wanted, progress,
                        cancellation),
                replay -> {
                    if (Objects.equals(number.get(), wanted)) {
                        List<String> told = BudgetSheet.told(replay.current());
                        for (int i = 0; i < cells.size(); i++) {
                            cells.get(i).setText(told.get(i));
                        }
                    }
                });
    }

    /// Null if it is no number of alerts.
    static @Nullable Integer number(String text) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1," + LONGEST + "}")) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= AlertSetting.MOST ? number : null;
    }

    /// Whether it is the one that is wanted.
    boolean chosen() {
        return choice.isSelected();
    }

    /// Whether it is wanted and can't be had.
    BooleanBinding missing() {
        return Bindings.isNull(number).and(choice.selectedProperty());
    }

    /// Null while nothing usable is written.
    ReadOnlyObjectProperty<@Nullable Integer> numberProperty() {
        return number.getReadOnlyProperty();
    }
}
