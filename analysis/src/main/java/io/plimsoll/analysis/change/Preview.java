package io.plimsoll.analysis.change;

import java.util.List;

/// What a commit of the ticked intents would do.
///
/// @param files    by path
/// @param guards   in the order of their list
/// @param observed what the guards decided on
public record Preview(String baseCommit, List<FilePreview> files, List<GuardResult> guards, List<Observed> observed) {
    public List<EditPreview> edits() {
        return files.stream().flatMap(file -> file.edits().stream()).toList();
    }

    public List<RollOut> rollOuts() {
        return files.stream().flatMap(file -> file.rollOuts().stream()).distinct().toList();
    }

    /// All files in one text that `git apply` takes.
    public String unified() {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file.unified()));
        return text.toString();
    }
}
