package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.app.control.Pop;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Says how many resources and tags only got another name, of which no events are made; opens them in sentences. Takes no room while
/// there are none.
final class RenamesLink extends Hyperlink {
    private static final double WIDTH = 430;
    private static final double HIGHEST = 320;

    private List<Rename> renames = List.of();

    RenamesLink() {
        setId("anomalies-renames");
        getStyleClass().setAll("pl-link", "pl-small");
        setOnAction(event -> open());
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    void show(List<Rename> known) {
        renames = List.copyOf(known);
        setVisible(!renames.isEmpty());
        setText(Messages.text("anomalies.renames", Formats.count(renames.size())));
    }

    private void open() {
        VBox lines = new VBox(8, Words.paragraph(Messages.text("anomalies.renames.hint"), "pl-dim"));
        renames.forEach(each -> lines.getChildren().add(Words.paragraph(each.sentence(), "pl-small")));
        ScrollPane scroll = Words.scrolled(lines);
        scroll.setMaxHeight(HIGHEST);
        VBox panel = new VBox(8, Words.paragraph(Messages.text("anomalies.renames.title"), "pl-strong"), scroll);
        panel.setId("anomalies-renames-said");
        panel.getStyleClass().add("pl-pop");
        panel.setPrefWidth(WIDTH);
        Pop.below(this, panel);
    }
}
