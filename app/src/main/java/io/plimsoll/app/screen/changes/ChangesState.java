package io.plimsoll.app.screen.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.ChangeSet;
import io.plimsoll.analysis.change.DeskBase;
import io.plimsoll.analysis.change.Effects;
import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.app.task.Failure;

/// All that the screen shows, as it was at one moment.
///
/// @param hasClone   the workspace knows a clone
/// @param base       null without a clone
/// @param preview    null if nothing is ticked, or it was refused
/// @param problem    why it was refused, or null
/// @param effects    of the edits on cost and risk, as far as they are known
/// @param declared   the workloads of the set, by their words in it
/// @param branch     proposed for a new commit; empty without anything ticked
/// @param saving     expected of the ticked intents
/// @param lastCommit that can be taken back
record ChangesState(boolean hasClone, ChangeSet set, @Nullable DeskBase base, @Nullable Preview preview,
        @Nullable Failure problem, Effects effects, Map<String, DeclaredWorkload> declared, String branch,
        Optional<Evidence.Saving> saving, boolean canUndo, boolean canRedo, Optional<String> lastCommit) {
    ChangesState {
        declared = Map.copyOf(declared);
    }

    /// Before anything was looked up.
    static ChangesState none(boolean hasClone) {
        return new ChangesState(hasClone, ChangeSet.on(""), null, null, null, Effects.NONE, Map.of(), "",
                Optional.empty(), false,
                false,
                Optional.empty());
    }

    List<FileRow> rows() {
        return FileRow.of(set);
    }

    /// The diff of a file; empty if nothing in it is ticked.
    Optional<FilePreview> preview(String file) {
        Preview shown = preview;
        return shown == null
                ? Optional.empty()
                : shown.files().stream().filter(each -> each.file().equals(file)).findFirst();
    }
}
