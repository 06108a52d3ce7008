package io.plimsoll.app.screen.repository;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.app.control.Pill;
import io.plimsoll.app.theme.Tone;

/// One row in words, put together line by line.
final class Details {
    private final List<Node> lines = new ArrayList<>();
    private final FlowPane buttons = new FlowPane(8, 6);

    Details head(String title, String pill, Tone tone) {
        Label label = words(title, "pl-strong");
        HBox head = new HBox(8, label);
        if (!pill.isEmpty()) {
            head.getChildren().add(new Pill(pill, tone));
        }
        lines.add(head);
        return this;
    }

    Details text(String text) {
        return add(text, "");
    }

    Details dim(String text) {
        return add(text, "pl-dim");
    }

    Details mono(String text) {
        return add(text, "pl-mono");
    }

    private Details add(String text, String style) {
        if (!text.isEmpty()) {
            lines.add(words(text, style));
        }
        return this;
    }

    Details node(Node node) {
        lines.add(node);
        return this;
    }

    Button button(String id, String title, Runnable action) {
        Button button = new Button(title);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
        return button;
    }

    Node done() {
        VBox box = new VBox(6);
        box.getChildren().setAll(lines);
        if (!buttons.getChildren().isEmpty()) {
            box.getChildren().add(Math.min(1, lines.size()), buttons);
        }
        return box;
    }

    static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMnemonicParsing(false);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }
}
