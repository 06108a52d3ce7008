package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.util.List;

import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Loads files that were chosen or dropped. All of them count, or on a failure none; on the FX thread.
public final class ImportFiles {
    private final ScreenContext context;

    public ImportFiles(ScreenContext context) {
        this.context = context;
    }

    /// Starts in the background; a notice says what was loaded.
    public void run(List<Path> files) {
        String title = files.size() == 1 ? Messages.text("imports.importingOne", files.getFirst().getFileName())
                : Messages.text("imports.importing", files.size());
        ImportRequest request = new ImportRequest(files, null, false);
        context.tasks().submit(title, (progress, cancellation) -> context.workbench().billing().importFiles(request,
                progress, cancellation), this::done);
    }

    private void done(ImportResult result) {
        context.dataChanged();
        context.notice(summary(result), Command.of("view.imports", Messages.text("imports.show"),
                () -> context.show("imports")));
    }

    static String summary(ImportResult result) {
        String loaded = Messages.text("imports.loaded", Formats.count(result.loaded()),
                Formats.count(result.files().size()));
        return loaded + (result.replaced() == 0 ? "" : " " + Messages.text("imports.replaced",
                Formats.count(result.replaced())))
                + (result.rejected() == 0 ? "" : " " + Messages.text("imports.rejected",
                        Formats.count(result.rejected())));
    }
}
