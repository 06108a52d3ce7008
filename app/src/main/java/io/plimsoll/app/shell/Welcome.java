package io.plimsoll.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import io.plimsoll.app.command.Commands;
import io.plimsoll.app.command.Menus;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.Messages;

/// What a window shows before a workspace is open: open one, take a recent one, or make one from the sample data.
public final class Welcome extends ScrollPane {
    private static final double WIDTH = 620;

    /// @param commands holds `file.open` and `file.new`
    /// @param recent   workspace folders, the latest first
    /// @param open     opens one of them
    public Welcome(Commands commands, List<Path> recent, Consumer<Path> open) {
        setId("welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        Label title = new Label(Messages.text("welcome.title"));
        title.getStyleClass().add("pl-metric-value");
        Label lead = wrapped("welcome.lead", "pl-dim");
        Button button = Menus.button(commands, "file.open");
        button.getStyleClass().add("accent");
        HBox first = new HBox(12, button, Menus.button(commands, "file.new"), faint("welcome.openHint"));
        first.setAlignment(Pos.CENTER_LEFT);
        Label offline = wrapped("welcome.offline", "pl-faint");
        VBox box = new VBox(14, title, lead, first, recent(recent, open), demo(), offline);
        box.setMaxWidth(WIDTH);
        box.setAlignment(Pos.CENTER_LEFT);
        VBox page = new VBox(box);
        page.setAlignment(Pos.CENTER);
        page.getStyleClass().add("pl-page");
        setContent(page);
    }

    private static Card recent(List<Path> recent, Consumer<Path> open) {
        VBox list = new VBox(2);
        if (recent.isEmpty()) {
            list.getChildren().add(faint("welcome.recentNone"));
        }
        for (Path workspace : recent) {
            Hyperlink name = new Hyperlink(String.valueOf(workspace.getFileName()));
            name.setOnAction(event -> open.accept(workspace));
            Label folder = new Label(String.valueOf(workspace.getParent()));
            folder.getStyleClass().addAll("pl-faint", "pl-small");
            HBox row = new HBox(10, name, folder);
            row.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(row);
        }
        return new Card(Messages.text("welcome.recent"), "", list);
    }

    private static Card demo() {
        TextField command = new TextField(Messages.text("welcome.demoCommand"));
        command.setEditable(false);
        command.getStyleClass().add("pl-mono");
        return new Card(Messages.text("welcome.demo"), "", wrapped("welcome.demoHint", "pl-dim"), command);
    }

    private static Label wrapped(String key, String style) {
        Label label = new Label(Messages.text(key));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Label faint(String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().add("pl-faint");
        return label;
    }
}
