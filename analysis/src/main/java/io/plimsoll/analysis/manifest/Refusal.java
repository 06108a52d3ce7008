package io.plimsoll.analysis.manifest;

import io.plimsoll.analysis.task.StepFailure;

/// Why a manifest is left alone. The name is the code that the user sees; each carries its remedy.
public enum Refusal {
    TOO_LARGE("Split the file; manifests above 1 MiB are not parsed."),
    NOT_UTF8("Save the file as UTF-8."),
    PARSE("Repair the YAML; the line is given."),
    TEMPLATE("Change the value that the template reads instead."),
    ALIAS("Look at the places, then say --shared anchor to change all of them, or --shared override to write it beside a merge key."),
    DUP_KEY("Make it unique; readers disagree about which one counts. A list item can be given by its position, [0]."),
    BLOCK_SCALAR("Give a path into the text (`>`) if it is YAML in a literal block, or edit it by hand."),
    MULTILINE("Write the value on one line first."),
    FOLDED("Turn the folded block (`>`) into a literal one (`|`) first."),
    EXPLICIT_KEY("Write the entry as `key: value` instead of `? key`."),
    SOPS("Edit it with sops: its checksum covers the clear values too."),
    SYMLINK("Name the file that the link points to."),
    SUBMODULE("Work on the submodule's own clone."),
    LFS("Fetch the file's content with git lfs first."),
    STALE_OLD_VALUE("Look at the present value and propose the change again."),
    NO_SUCH_PATH("List the paths with `manifest knobs`."),
    PROOF_FAILED("Edit the file by hand and report its shape to us; nothing was changed.");

    private final String remedy;

    Refusal(String remedy) {
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    /// @param message a whole sentence, naming file and line
    public StepFailure because(String message) {
        return StepFailure.refused(name(), message, remedy);
    }
}
