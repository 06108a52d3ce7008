package io.plimsoll.app.screen.rightsizing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import io.plimsoll.app.text.Messages;

/// What the sliders lead to, beside what is there now. Its labels are made once, so that an answer is a change of text.
final class AnswerGrid extends GridPane {
    private static final int BOUND = 3;
    private static final double NAME = 96;

    private final double boundWidth;

    private final List<String> rows;
    private final List<List<Label>> cells = new ArrayList<>();

    /// @param rows   keys of the lines, of which the text is that of `rightsizing.answer` and the key
    /// @param figure width of the columns now and then
    /// @param bound  title of the last column, which is `boundWidth` wide
    AnswerGrid(List<String> rows, double figure, double boundWidth, String bound) {
        this.boundWidth = boundWidth;
        this.rows = List.copyOf(rows);
        getStyleClass().add("pl-figures");
        for (int column = 0; column < 4; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setHgrow(column == 0 ? Priority.ALWAYS : Priority.NEVER);
            width.setHalignment(column == 0 ? HPos.LEFT : HPos.RIGHT);
            width.setMinWidth(column == 0 ? NAME : column == BOUND ? boundWidth : figure);
            getColumnConstraints().add(width);
        }
        head(1, "rightsizing.now");
        head(2, "rightsizing.then");
        head(BOUND, bound);
        for (int row = 0; row < rows.size(); row++) {
            Label name = new Label(Messages.text("rightsizing.answer." + rows.get(row)));
            name.getStyleClass().add("pl-dim");
            add(name, 0, row + 1);
            List<Label> line = List.of(new Label(), new Label(), new Label());
            line.get(1).getStyleClass().add("pl-medium");
            line.get(2).getStyleClass().add("pl-faint");
            line.get(1).setId("answer-" + rows.get(row));
            line.get(2).setId("answer-" + rows.get(row) + "-range");
            for (int column = 0; column < line.size(); column++) {
                add(line.get(column), column + 1, row + 1);
            }
            cells.add(line);
        }
    }

    private void head(int column, String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().addAll("pl-faint", "pl-small");
        add(label, column, 0);
    }

    /// Shows or leaves out the column of ranges.
    void showBounds(boolean shown) {
        getColumnConstraints().get(BOUND).setMinWidth(shown ? boundWidth : 0);
        getChildren().stream().filter(each -> GridPane.getColumnIndex(each) == BOUND).forEach(each -> {
            each.setVisible(shown);
            each.setManaged(shown);
        });
    }

    /// @param row one of the keys
    void line(String row, String now, String then, String bound) {
        List<Label> line = cells.get(rows.indexOf(row));
        line.get(0).setText(now);
        line.get(1).setText(then);
        line.get(2).setText(bound);
    }
}
