package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.text.Messages;

/// Chooses up to three dimensions to group by, from the outside in.
final class GroupEditor extends VBox {
    GroupEditor(FilterChoices choices, List<String> chosen, Consumer<List<String>> done) {
        getStyleClass().add("pl-pop");
        List<String> offered = new ArrayList<>(List.of(""));
        offered.addAll(choices.dimensions());
        GridPane grid = new GridPane(8, 8);
        List<ComboBox<String>> boxes = new ArrayList<>();
        for (int level = 0; level < Filter.MOST_GROUPINGS; level++) {
            ComboBox<String> box = new ComboBox<>();
            box.getItems().setAll(offered);
            box.setValue(level < chosen.size() ? chosen.get(level) : "");
            box.setConverter(new DimensionNames(choices));
            box.setPrefWidth(260);
            boxes.add(box);
            grid.addRow(level, new Label(Integer.toString(level + 1)), box);
        }
        Button apply = new Button(Messages.text("filter.apply"));
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> done
                .accept(boxes.stream().map(ComboBox::getValue).filter(each -> !each.isEmpty()).distinct().toList()));
        getChildren().addAll(new Label(Messages.text("filter.groupBy")), grid, apply);
    }
}
