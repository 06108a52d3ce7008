package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.ImportPreview;
import io.plimsoll.analysis.Imports;
import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.telemetry.TelemetryImport;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Shows what files are that were chosen or dropped, and loads those that can be loaded once the user says so. All of these count, or on
/// a failure none; on the FX thread.
public final class ImportFiles {
    private final ScreenContext context;

    public ImportFiles(ScreenContext context) {
        this.context = context;
    }

    /// Looks at the files in the background, asks, loads in the background; a notice says what was loaded. Files that are given
    /// meanwhile take the place of those that are still looked at.
    public void run(List<Path> files) {
        context.tasks().latest(List.of(this, "look"), title("looking", files),
                (progress, cancellation) -> context.workbench().imports().look(files, progress, cancellation),
                this::ask);
    }

    private void ask(ImportPreview preview) {
        PreviewSheet sheet = new PreviewSheet(context.tasks(), preview, () -> {
            context.closeAbove();
            load(preview);
        }, context::closeAbove);
        context.showAbove(sheet);
        sheet.start();
    }

    /// Loads what can be loaded of files that were seen.
    void load(ImportPreview preview) {
        List<Path> files = preview.files().stream().filter(FileLook::loadable).map(file -> Path.of(file.file()))
                .toList();
        context.tasks().submit(title("importing", files), (progress, cancellation) -> context.workbench().imports()
                .run(preview.loadable(), null, false, progress, cancellation), this::done);
    }

    private static String title(String doing, List<Path> files) {
        return files.size() == 1
                ? Messages.text("imports." + doing + "One", files.getFirst().getFileName())
                : Messages.text("imports." + doing, files.size());
    }

    private void done(Imports.Result result) {
        context.dataChanged();
        context.notice(summary(result), Command.of("view.imports", Messages.text("imports.show"),
                () -> context.show("imports")));
    }

    static String summary(Imports.Result result) {
        List<String> parts = new ArrayList<>();
        ImportResult billing = result.billing();
        if (billing != null) {
            parts.add(Messages.text("imports.loaded", Formats.count(billing.loaded()),
                    Formats.count(billing.files().size())));
            if (billing.replaced() > 0) {
                parts.add(Messages.text("imports.replaced", Formats.count(billing.replaced())));
            }
            if (billing.rejected() > 0) {
                parts.add(Messages.text("imports.rejected", Formats.count(billing.rejected())));
            }
        }
        TelemetryImport telemetry = result.telemetry();
        if (telemetry != null) {
            parts.add(Messages.text("imports.samples", Formats.count(telemetry.samples()),
                    Formats.count(telemetry.series())));
        }
        return String.join(" ", parts);
    }
}
