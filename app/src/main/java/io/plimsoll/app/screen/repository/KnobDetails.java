package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// A value in words: where it stands, whose it is, whether it takes effect, and why it can't be edited if it can't.
final class KnobDetails {
    private static final int NAMED = 6;

    private KnobDetails() {
    }

    static Node of(PlacedKnob placed, RepositoryState state, RepositoryActions actions) {
        List<OwnedValue> values = state.values().stream().filter(each -> each.placed().equals(placed)).toList();
        List<String> titles = values.stream().map(OwnedValue::workload).distinct().toList();
        Details details = start(placed, actions);
        if (values.isEmpty()) {
            return details.dim(Messages.text("repo.ofNoWorkload")).done();
        }
        details.text(Messages.text("repo.sharedBy", named(titles)));
        values.stream().filter(each -> !each.takesEffect()).limit(NAMED)
                .forEach(each -> details.dim(shadow(each)));
        return details.done();
    }

    static Node of(OwnedValue value, RepositoryActions actions) {
        Details details = start(value.placed(), actions);
        details.text(Messages.text("repo.ownerOf", value.workload(),
                value.root().isEmpty() ? Messages.text("repo.top") : value.root()));
        details.dim(value.takesEffect() ? Messages.text("repo.wins", RepositoryTables.role(value)) : shadow(value));
        if (!value.sharedBy().isEmpty()) {
            details.text(Messages.text("repo.alsoTaken", named(value.sharedBy())));
        }
        return details.dim(value.note()).done();
    }

    private static String named(List<String> all) {
        String names = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED
                ? names + ", " + Messages.text("repo.more", Formats.count(all.size() - NAMED))
                : names;
    }

    private static Details start(PlacedKnob placed, RepositoryActions actions) {
        Knob knob = placed.knob();
        Details details = new Details().head(RepositoryTables.words(knob.field()) + "  " + knob.value(),
                RepositoryTables.editable(placed).equals(Messages.text("repo.yes"))
                        ? Messages.text("repo.editable")
                        : Messages.text("repo.notEditable"),
                knob.editable() ? Tone.GOOD : Tone.WARN);
        details.text(Messages.text("repo.ofObject", knob.kind(), knob.name().isEmpty() ? Formats.NONE : knob.name(),
                knob.container().isEmpty() ? "" : Messages.text("repo.inContainer", knob.container())));
        details.mono(placed.place()).mono(knob.path().toString()).dim(knob.reason());
        if (isShared(knob)) {
            details.text(Messages.text("repo.shared"));
            details.button("repository-shared", Messages.text("repo.copyShared"), () -> actions.copy(command(knob)));
        }
        details.button("repository-change", Messages.text("repo.openInChanges"), () -> actions.change(placed))
                .setDisable(!knob.editable());
        details.button("repository-copy", Messages.text("repo.copyPath"), () -> actions.copy(placed.place()));
        return details;
    }

    /// The change set's edits each change one place, so what an anchor shares is left to the command line.
    static boolean isShared(Knob knob) {
        return !knob.editable() && knob.reason().startsWith(Refusal.ALIAS.name());
    }

    /// Changes the value for all its places; to be run at the top of the clone.
    static String command(Knob knob) {
        return "plimsoll manifest set " + quoted(knob.file()) + " --document " + knob.document() + " --path "
                + quoted(knob.path().toString()) + " --to " + quoted(knob.value()) + " --shared anchor";
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private static String shadow(OwnedValue value) {
        PlacedKnob shadow = value.shadow();
        return shadow == null
                ? ""
                : Messages.text("repo.shadowedBy", value.workload(), shadow.place(),
                        shadow.knob().value());
    }
}
