package io.plimsoll.app.screen.changes;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The columns of the list of missing tags.
final class TagTable {
    private TagTable() {
    }

    static PagedTable<TagRow> of(Tasks tasks) {
        PagedTable<TagRow> table = new PagedTable<>(tasks, Messages.text("tags.title"), List.of(
                Column.<TagRow>node("add", "", 30, row -> "", TagTable::tick).unsortable(),
                Column.<TagRow>number("cost", Messages.text("tags.cost"), 92, TagTable::cost).unsortable(),
                Column.<TagRow>text("workload", Messages.text("tags.workload"), 170, row -> row.tag().workload())
                        .unsortable(),
                Column.<TagRow>text("tag", Messages.text("tags.tag"), 100, row -> row.tag().key()).unsortable(),
                Column.<TagRow>node("value", Messages.text("tags.value"), 130, row -> row.valueProperty().get(),
                        TagTable::value).unsortable(),
                Column.<TagRow>text("basis", Messages.text("tags.basis"), 200, TagRow::basis).unsortable(),
                Column.<TagRow>mono("file", Messages.text("tags.file"), 130, TagRow::file).unsortable()));
        table.view().setId("tags-rows");
        return table;
    }

    private static String cost(TagRow row) {
        return row.tag().cost().stream().map(MoneyFormat::brief).collect(Collectors.joining(" "));
    }

    private static Node tick(TagRow row) {
        CheckBox tick = new CheckBox();
        tick.setAccessibleText(Messages.text("tags.tick", row.tag().key(), row.tag().workload()));
        tick.selectedProperty().bindBidirectional(row.tickedProperty());
        tick.disableProperty().bind(Bindings.not(row.writableBinding()));
        return tick;
    }

    private static Node value(TagRow row) {
        if (!row.isPossible()) {
            return new Label(row.valueProperty().get());
        }
        TextField field = new TextField();
        field.setPromptText(Messages.text("tags.valuePrompt"));
        field.setAccessibleText(Messages.text("tags.valueOf", row.tag().key(), row.tag().workload()));
        field.textProperty().bindBidirectional(row.valueProperty());
        return field;
    }
}
