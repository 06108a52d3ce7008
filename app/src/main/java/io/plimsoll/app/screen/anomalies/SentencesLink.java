package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import io.plimsoll.app.control.Pop;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Says how many things of a kind there are beside the events, and opens them in sentences. Takes no room while there are none.
final class SentencesLink extends Hyperlink {
    private static final double WIDTH = 430;
    private static final double HIGHEST = 320;

    private final String name;
    private List<String> sentences = List.of();

    /// @param name of its messages, `renames` or `waiting`
    SentencesLink(String name) {
        this.name = "anomalies." + name;
        setId("anomalies-" + name);
        getStyleClass().setAll("pl-link", "pl-small");
        setOnAction(event -> open());
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    void show(List<String> known) {
        sentences = List.copyOf(known);
        setVisible(!sentences.isEmpty());
        setText(Messages.text(name, Formats.count(sentences.size())));
    }

    private void open() {
        VBox lines = new VBox(8, Words.paragraph(Messages.text(name + ".hint"), "pl-dim"));
        sentences.forEach(each -> lines.getChildren().add(Words.paragraph(each, "pl-small")));
        ScrollPane scroll = Words.scrolled(lines);
        scroll.setMaxHeight(HIGHEST);
        VBox panel = new VBox(8, Words.paragraph(Messages.text(name + ".title"), "pl-strong"), scroll);
        panel.setId(getId() + "-said");
        panel.getStyleClass().add("pl-pop");
        panel.setPrefWidth(WIDTH);
        Pop.below(this, panel);
    }
}
