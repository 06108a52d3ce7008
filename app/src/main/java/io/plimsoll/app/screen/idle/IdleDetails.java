package io.plimsoll.app.screen.idle;

import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.text.Messages;

/// One finding in full: what was seen, what to do, and where it comes from.
final class IdleDetails extends VBox {
    private final BiConsumer<Node, IdleFinding> explain;

    IdleDetails(BiConsumer<Node, IdleFinding> explain) {
        this.explain = explain;
        setId("idle-details");
        show(null);
    }

    void show(@Nullable IdleFinding finding) {
        if (finding == null) {
            getChildren().setAll(EmptyState.of(Messages.text("idle.pick"), Messages.text("idle.pickHint")));
            return;
        }
        Label name = Words.paragraph(finding.name(), "pl-strong");
        name.setId("idle-name");
        Label kind = Words.paragraph(IdleText.kind(finding.kind()), "pl-dim");
        HBox sort = new HBox(8, kind, new Pill(IdleText.certainty(finding.certainty()),
                IdleText.tone(finding.certainty())));
        sort.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button(Messages.text("idle.explain"));
        open.setId("idle-explain");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> explain.accept(open, finding));
        VBox words = new VBox(10, name, sort, Words.paragraph(finding.resourceId(), "pl-mono", "pl-small"),
                Words.paragraph(Messages.text("idle.aMonth", IdleText.cost(finding)), "pl-medium"),
                Words.paragraph(finding.evidence(), "pl-dim"), Words.paragraph(finding.remedy()), open);
        getChildren().setAll(Words.scrolled(words));
    }
}
