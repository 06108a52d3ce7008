package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.Imports;
import io.plimsoll.analysis.billing.ImportResult;
import io.plimsoll.analysis.telemetry.TelemetryImport;
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
        String title = files.size() == 1
                ? Messages.text("imports.importingOne", files.getFirst().getFileName())
                : Messages.text("imports.importing", files.size());
        context.tasks().submit(title, (progress, cancellation) -> context.workbench().imports().run(files, null, false,
                progress, cancellation), this::done);
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
        if (!result.skipped().isEmpty()) {
            parts.add(Messages.text("imports.skipped", Formats.count(result.skipped().size())));
        }
        return String.join(" ", parts);
    }
}
