package io.plimsoll.app.control;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.DiffLine.Kind;
import io.plimsoll.app.control.DiffLine.Mark;

/// Builds the node of one line of a comparison.
final class DiffRow {
    private static final double NUMBER = 38;
    private static final double SIGN = 20;
    /// Width of one character of the code font at the size of the style sheet.
    private static final double CHARACTER = 0.6 * 11.8;

    private DiffRow() {
    }

    static Region unified(DiffView.Row row) {
        DiffLine line = row.line();
        HBox box = switch (row.kind()) {
            case HUNK -> text(line.oldText(), List.of());
            case REMOVED -> text(line.oldText(), line.oldMarks());
            case ADDED, SAME, CHANGED -> text(line.newText(), line.newMarks());
        };
        boolean removed = row.kind() == Kind.REMOVED;
        if (row.kind() == Kind.HUNK) {
            style(box, Kind.HUNK);
            return box;
        }
        box.getChildren().addAll(0, List.of(number(row.kind() == Kind.ADDED ? 0 : line.oldNumber()),
                number(removed ? 0 : line.newNumber()), sign(row.kind())));
        style(box, row.kind());
        box.setAccessibleText(spoken(row.kind()) + (removed ? line.oldText() : line.newText()));
        return box;
    }

    /// What of its half a line's text does not fill.
    static double beside(int characters, double width) {
        return Math.max(0, characters * CHARACTER + SIGN - (half(width) - NUMBER - SIGN));
    }

    private static double half(double width) {
        return Math.max(80, width / 2 - 8);
    }

    /// @param shift how far the text of both sides is moved to the left
    static Region split(DiffView.Row row, ObservableDoubleValue width, ObservableDoubleValue shift) {
        DiffLine line = row.line();
        if (row.kind() == Kind.HUNK) {
            return unified(row);
        }
        HBox left = half(shift, line.oldText(), line.oldMarks(), line.oldNumber(),
                row.kind() == Kind.ADDED ? null : row.kind() == Kind.SAME ? Kind.SAME : Kind.REMOVED);
        HBox right = half(shift, line.newText(), line.newMarks(), line.newNumber(),
                row.kind() == Kind.REMOVED ? null : row.kind() == Kind.SAME ? Kind.SAME : Kind.ADDED);
        DoubleBinding each = Bindings.createDoubleBinding(() -> half(width.get()), width);
        for (HBox side : List.of(left, right)) {
            side.minWidthProperty().bind(each);
            side.maxWidthProperty().bind(each);
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(each);
            clip.setHeight(40);
            side.setClip(clip);
        }
        return new HBox(left, right);
    }

    private static HBox half(ObservableDoubleValue shift, String text, List<Mark> marks, int number,
            @Nullable Kind kind) {
        if (kind == null) {
            HBox blank = new HBox();
            blank.getStyleClass().addAll("pl-diff-line", "blank");
            return blank;
        }
        HBox words = text(text, marks);
        words.setAlignment(Pos.CENTER_LEFT);
        words.translateXProperty().bind(Bindings.createDoubleBinding(() -> -shift.get(), shift));
        StackPane opening = new StackPane(words);
        opening.setAlignment(Pos.CENTER_LEFT);
        opening.setMinWidth(0);
        opening.setPrefWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(opening.widthProperty());
        clip.heightProperty().bind(opening.heightProperty());
        opening.setClip(clip);
        HBox.setHgrow(opening, Priority.ALWAYS);
        HBox box = new HBox(number(number), sign(kind), opening);
        style(box, kind);
        return box;
    }

    private static HBox text(String text, List<Mark> marks) {
        HBox box = new HBox();
        int at = 0;
        for (Mark mark : marks) {
            piece(box, text.substring(at, mark.from()), false);
            piece(box, text.substring(mark.from(), mark.to()), true);
            at = mark.to();
        }
        piece(box, text.substring(at), false);
        return box;
    }

    /// A tab is drawn as eight characters, a carriage return as two.
    static int columns(String text) {
        return text.length() + (int) (7 * text.chars().filter(c -> c == '\t').count()
                + text.chars().filter(c -> c == '\r').count());
    }

    private static void piece(HBox box, String text, boolean marked) {
        String[] parts = text.split("\\r", -1);
        for (int i = 0; i < parts.length; i++) {
            label(box, parts[i].replace("\t", "        "), marked ? "pl-diff-mark" : "");
            label(box, i + 1 < parts.length ? "\\r" : "", "pl-diff-unseen");
        }
    }

    private static void label(HBox box, String text, String style) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.setMinWidth(Region.USE_PREF_SIZE);
            label.setMnemonicParsing(false);
            label.getStyleClass().add(style.isEmpty() ? "pl-diff-text" : style);
            box.getChildren().add(label);
        }
    }

    private static Label number(int number) {
        Label label = new Label(number == 0 ? "" : Integer.toString(number));
        label.getStyleClass().add("pl-diff-number");
        fixed(label, NUMBER);
        return label;
    }

    private static Label sign(Kind kind) {
        Label label = new Label(kind == Kind.REMOVED ? "-" : kind == Kind.ADDED ? "+" : "");
        label.getStyleClass().add("pl-diff-sign");
        fixed(label, SIGN);
        return label;
    }

    private static void fixed(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
    }

    private static void style(HBox box, Kind kind) {
        box.getStyleClass().addAll("pl-diff-line", kind.name().toLowerCase(Locale.ROOT));
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
    }

    private static String spoken(Kind kind) {
        return switch (kind) {
            case REMOVED -> "removed: ";
            case ADDED, CHANGED -> "added: ";
            case HUNK, SAME -> "";
        };
    }
}
