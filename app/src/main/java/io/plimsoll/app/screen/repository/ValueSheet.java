package io.plimsoll.app.screen.repository;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.app.text.Messages;

/// Asks for a new value, says how it will be written in the author's unit, and what is wrong with one that can't be.
final class ValueSheet extends VBox {
    private static final double WIDTH = 440;

    private final Knob knob;
    private final TextField value = new TextField();
    private final Label remark = Details.words("", "pl-card-hint");
    private final Button add = new Button(Messages.text("repo.addToChanges"));
    private String written = "";

    ValueSheet(PlacedKnob placed, Consumer<String> onAdd, Runnable onCancel) {
        this.knob = placed.knob();
        getStyleClass().add("pl-overlay");
        setId("repository-value-sheet");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        Label title = Details.words(Messages.text("repo.newValue", RepositoryTables.words(knob.field())),
                "pl-card-title");
        value.setId("repository-value");
        value.setText(knob.value());
        value.textProperty().addListener((property, before, now) -> judge());
        remark.setId("repository-value-remark");
        Button cancel = new Button(Messages.text("preview.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> onCancel.run());
        add.setId("repository-value-add");
        add.setDefaultButton(true);
        add.setOnAction(event -> onAdd.accept(written));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, gap, cancel, add);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, Details.words(placed.place(), "pl-mono"),
                Details.words(knob.path().toString(), "pl-mono"), value, remark, foot);
        judge();
    }

    /// Once the sheet is shown.
    void start() {
        value.requestFocus();
        value.selectAll();
    }

    private void judge() {
        try {
            written = written(knob, value.getText());
            boolean same = written.equals(knob.value());
            add.setDisable(same);
            remark.setText(same
                    ? Messages.text("repo.now", knob.value())
                    : Messages.text("repo.willBe", knob.value(), written));
        } catch (StepFailure e) {
            add.setDisable(true);
            remark.setText(e.message() + " " + e.remedy());
        }
    }

    /// @throws StepFailure UNIT
    static String written(Knob knob, String wanted) {
        String text = wanted.strip();
        if (text.isEmpty() || text.contains("\n")) {
            throw StepFailure.wrongUsage("UNIT", Messages.text("repo.noValue"), "");
        }
        return knob.unit() == UnitGrammar.TEXT ? text : knob.unit().write(knob.value(), text);
    }
}
