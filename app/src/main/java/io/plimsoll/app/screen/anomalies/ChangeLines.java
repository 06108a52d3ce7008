package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.app.text.ForeignText;

/// A commit's field changes as minus and plus lines, under the file that they are in.
final class ChangeLines {
    private ChangeLines() {
    }

    static List<Node> of(List<FieldChange> changes) {
        List<Node> lines = new ArrayList<>();
        String file = "";
        for (FieldChange change : changes) {
            if (!change.file().equals(file)) {
                file = change.file();
                lines.add(line("hunk", "", file, "", change));
            }
            String name = lastName(change.path()) + ": ";
            if (!change.oldValue().isEmpty()) {
                lines.add(line("removed", "-", name, change.oldValue(), change));
            }
            if (!change.newValue().isEmpty()) {
                lines.add(line("added", "+", name, change.newValue(), change));
            }
        }
        return lines;
    }

    /// The last two names of a path: `executor.memory` of `spec.executor.memory`.
    static String lastName(String path) {
        int last = path.lastIndexOf('.');
        int before = last <= 0 ? -1 : path.lastIndexOf('.', last - 1);
        return path.substring(before + 1);
    }

    private static Node line(String kind, String sign, String text, String value, FieldChange change) {
        HBox line = new HBox();
        line.getStyleClass().addAll("pl-diff-line", "pl-mono", kind);
        if (!sign.isEmpty()) {
            Label mark = new Label(sign);
            mark.getStyleClass().add("pl-diff-sign");
            mark.setMinWidth(22);
            line.getChildren().add(mark);
        }
        line.getChildren().add(piece(text, "pl-diff-text"));
        if (!value.isEmpty()) {
            Label changed = piece(value, "pl-diff-mark");
            changed.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(changed);
        }
        Tooltip.install(line, new Tooltip(ForeignText.line(change.file()) + "\n"
                + ForeignText.line(change.path().toString())));
        return line;
    }

    private static Label piece(String text, String style) {
        Label label = new Label(ForeignText.line(text));
        label.setMnemonicParsing(false);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }
}
