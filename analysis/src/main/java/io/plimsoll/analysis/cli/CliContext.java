package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.LastWorkspace;
import io.plimsoll.analysis.workspace.UserFolders;

/// What a running command can use: the workspace, the way to answer, the way to show progress.
final class CliContext implements AutoCloseable {
    private final GlobalOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final Window window;
    private final LastWorkspace last = new LastWorkspace(UserFolders.settings());
    private @Nullable Workbench workbench;
    private boolean made;

    CliContext(GlobalOptions options, PrintStream out, PrintStream err, Window window) {
        this.options = options;
        this.out = out;
        this.err = err;
        this.window = window;
    }

    Window window() {
        return window;
    }

    boolean json() {
        return options.json;
    }

    @Nullable
    Path namedWorkspace() {
        return options.workspace;
    }

    /// The workspace that the user named, or the one opened last.
    ///
    /// @throws StepFailure NO_WORKSPACE
    Workbench workbench() {
        return opened(false);
    }

    /// As `workbench`, but makes a named workspace that is not there yet.
    Workbench workbenchOrNew() {
        return opened(true);
    }

    private Workbench opened(boolean create) {
        if (workbench == null) {
            Path folder = options.workspace != null
                    ? options.workspace
                    : last.get()
                            .orElseThrow(() -> StepFailure.wrongUsage("NO_WORKSPACE", "No workspace was opened yet.",
                                    "Name one: --workspace DIR"));
            made = create && Files.notExists(folder);
            workbench = create ? Workbench.openOrCreate(folder) : Workbench.open(folder);
        }
        return workbench;
    }

    /// Takes a workspace away again that was not there before this command.
    void discardIfMade() {
        if (workbench != null && made && workbench.ledger().entries().isEmpty()) {
            workbench.discard();
            workbench = null;
        }
    }

    /// Closes the workspace early, so that a window can open it.
    void release() {
        close();
        workbench = null;
    }

    Progress progress() {
        return new LineProgress(err);
    }

    ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    ArrayNode array() {
        return JsonMapper.shared().createArrayNode();
    }

    void print(JsonNode document) {
        out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    void print(String line) {
        out.println(TerminalText.of(line));
    }

    /// What is for a program to read, such as a statement: as it is.
    void printUnchanged(String text) {
        out.println(text);
    }

    /// On standard error, beside the answer.
    void say(String line) {
        err.println(TerminalText.of(line));
    }

    /// That the clone was deleted or moved, so that what was answered knows nothing of it; empty without one, and if it is there.
    Optional<String> cloneGone() {
        return workbench().repository().gone()
                .map(each -> each.message() + " This is answered without it. " + each.remedy());
    }

    /// The same, where the answer itself is a table for programs.
    void sayIfCloneGone() {
        cloneGone().ifPresent(this::say);
    }

    PrintStream out() {
        return out;
    }

    @Override
    public void close() {
        if (workbench != null) {
            last.set(workbench.folder());
            workbench.close();
        }
    }
}
