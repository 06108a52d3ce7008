package io.plimsoll.app.screen.ranked;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.text.Messages;

/// One row in full, and where it comes from.
final class RankedDetails<R> extends VBox {
    private final String id;
    private final RankedParts<?, ?, R> parts;
    private final BiConsumer<Node, R> explain;

    RankedDetails(String id, RankedParts<?, ?, R> parts, BiConsumer<Node, R> explain) {
        this.id = id;
        this.parts = parts;
        this.explain = explain;
        setId(id + "-details");
        show(null);
    }

    void show(@Nullable R row) {
        if (row == null) {
            getChildren().setAll(EmptyState.of(Messages.text(id + ".pick"), Messages.text(id + ".pickHint")));
            return;
        }
        Label name = Words.paragraph(parts.name(row), "pl-strong");
        name.setId(id + "-name");
        Button open = new Button(Messages.text("ranked.explain"));
        open.setId(id + "-explain");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> explain.accept(open, row));
        VBox words = new VBox(10, name);
        words.getChildren().addAll(parts.details(row));
        words.getChildren().add(open);
        getChildren().setAll(Words.scrolled(words));
    }
}
