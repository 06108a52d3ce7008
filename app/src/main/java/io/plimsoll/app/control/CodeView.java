package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A file to read: its lines with their numbers, one of them marked and in view. Makes nodes for the lines in view only.
public final class CodeView extends StackPane {
    private static final int ABOVE = 4;
    private static final double NUMBER = 38;

    /// @param number from 1
    private record Line(int number, String text) {}

    private final ListView<Line> list = new ListView<>();
    private int marked;

    public CodeView() {
        list.getStyleClass().add("pl-diff");
        list.setId("code");
        list.setCellFactory(view -> new Cell());
        getChildren().add(list);
    }

    /// @param lines  without their line ends
    /// @param marked number of a line, from 1; 0 for none
    public void show(List<String> lines, int marked) {
        List<Line> numbered = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            numbered.add(new Line(i + 1, lines.get(i)));
        }
        this.marked = marked;
        list.getItems().setAll(numbered);
        list.scrollTo(Math.max(0, marked - 1 - ABOVE));
    }

    private final class Cell extends ListCell<Line> {
        private final Label number = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(number, text);

        Cell() {
            number.getStyleClass().add("pl-diff-number");
            number.setMinWidth(NUMBER);
            number.setPrefWidth(NUMBER);
            text.setMinWidth(Region.USE_PREF_SIZE);
            text.setMnemonicParsing(false);
            text.getStyleClass().add("pl-diff-text");
            box.getStyleClass().add("pl-diff-line");
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            box.getStyleClass().remove("marked");
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            number.setText(Integer.toString(line.number()));
            text.setText(line.text().replace("\t", "        "));
            if (line.number() == marked) {
                box.getStyleClass().add("marked");
            }
            setGraphic(box);
        }
    }
}
