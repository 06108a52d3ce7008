package io.plimsoll.app.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.app.text.ForeignText;

/// Text in cards and tables. On the FX thread.
public final class Words {
    private static final double TWO_LINES = 32;

    private Words() {
    }

    /// As many lines as it takes.
    public static Label paragraph(String text, String... styles) {
        Label label = new Label(ForeignText.whole(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// The two lines that a table's row has room for; the whole stands elsewhere.
    public static Node cell(String text) {
        Label label = new Label(ForeignText.whole(text));
        label.setWrapText(true);
        label.setMaxHeight(TWO_LINES);
        label.getStyleClass().addAll("pl-dim", "pl-small");
        return label;
    }

    /// A name and, unless it is empty, what stands smaller below it.
    public static Node name(String name, String below) {
        Label upper = new Label(ForeignText.line(name));
        upper.getStyleClass().add("pl-medium");
        Label lower = new Label(ForeignText.line(below));
        lower.getStyleClass().addAll("pl-faint", "pl-small");
        VBox box = below.isEmpty() ? new VBox(upper) : new VBox(1, upper, lower);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// Fills a `VBox` and scrolls where its paragraphs need more.
    public static ScrollPane scrolled(VBox paragraphs) {
        ScrollPane scroll = new ScrollPane(paragraphs);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }
}
