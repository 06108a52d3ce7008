package io.plimsoll.app.screen.drift;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.change.DriftReport;
import io.plimsoll.analysis.repository.GitRepository;

/// All that the screen shows, as it was at one moment.
///
/// @param hasClone the workspace knows a clone
/// @param report   null if nothing was compared yet
/// @param moved    HEAD is another commit by now
record Shown(boolean hasClone, @Nullable DriftReport report, boolean moved) {
    /// Asks the workspace; away from the FX thread.
    static Shown read(Workbench workbench) {
        if (workbench.repository().folder().isEmpty()) {
            return new Shown(false, null, false);
        }
        DriftReport report = workbench.drift().last().orElse(null);
        return new Shown(true, report, report != null && moved(workbench, report));
    }

    static boolean moved(Workbench workbench, DriftReport report) {
        try (GitRepository repository = workbench.repository().open()) {
            return !repository.head().commitId().equals(report.commit());
        }
    }
}
