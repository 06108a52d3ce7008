package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// One edit: its tick, what is to be known of it, and what it would do alone.
final class EditLine extends FlowPane {
    EditLine(ChangesModel model, ChangesState state, ChangeSet.Item item, Optional<FilePreview> file) {
        super(6, 2);
        Intent intent = item.intent();
        Optional<EditPreview> applied = file.stream().flatMap(each -> each.edits().stream())
                .filter(each -> each.intent().place().equals(intent.place())).findFirst();
        getChildren().add(tick(model, item, applied.map(EditPreview::label)
                .orElse(intent.path().substring(intent.path().lastIndexOf('.') + 1))));
        applied.ifPresent(edit -> {
            pills(edit);
            getChildren().addAll(OwnerChoice.of(model, edit));
        });
        state.effects().of(intent).ifPresent(effect -> {
            Label words = new Label(EffectText.brief(effect));
            words.setId("changes-effect");
            words.setMinHeight(USE_PREF_SIZE);
            words.getStyleClass().add("pl-card-hint");
            words.setTooltip(new Tooltip(EffectText.whole(effect)));
            getChildren().add(words);
        });
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(javafx.geometry.VPos.CENTER);
    }

    private static CheckBox tick(ChangesModel model, ChangeSet.Item item, String label) {
        Intent intent = item.intent();
        String effective = intent.effective();
        String before = effective == null ? Messages.text("changes.none") : effective;
        CheckBox tick = new CheckBox(label.replace('-', ' ') + "  " + before + " \u2192 " + intent.newValue());
        tick.setMnemonicParsing(false);
        tick.setMinWidth(0);
        tick.setSelected(item.ticked());
        tick.setOnAction(event -> model.tick(intent, tick.isSelected()));
        return tick;
    }

    private void pills(EditPreview edit) {
        List<Pill> pills = new ArrayList<>();
        String comment = edit.applied().staleComment();
        if (comment != null) {
            Pill stale = new Pill(Messages.text("changes.stale"), Tone.WARN);
            stale.setTooltip(new Tooltip(comment.strip()));
            pills.add(stale);
        }
        if (edit.dirtySpan()) {
            pills.add(new Pill(Messages.text("changes.dirty"), Tone.WARN));
        }
        getChildren().addAll(pills);
    }
}
