package io.plimsoll.analysis.rightsizing;

import java.nio.file.Path;

import io.plimsoll.analysis.PreparedSample;
import io.plimsoll.analysis.SampleCase;
import io.plimsoll.analysis.Workbench;

/// The sample case in a workspace of a test's own.
public final class SampleWorkbench {
    private SampleWorkbench() {
    }

    /// Telemetry, the bill if wanted, and the GitOps clone if wanted.
    public static Workbench open(Path folder, boolean bill, boolean git) {
        PreparedSample data = bill ? PreparedSample.BILL_AND_TELEMETRY : PreparedSample.TELEMETRY;
        Workbench workbench = data.open(folder.resolve("workspace"));
        if (git) {
            workbench.repository().add(SampleCase.clone(folder.resolve("clone")));
        }
        return workbench;
    }
}
