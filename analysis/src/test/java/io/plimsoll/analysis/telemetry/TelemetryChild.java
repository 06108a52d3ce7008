package io.plimsoll.analysis.telemetry;

import java.io.IOException;
import java.util.List;

import io.plimsoll.analysis.telemetry.stage.TelemetryStager;
import io.plimsoll.analysis.workspace.StagingChild;
import io.plimsoll.analysis.workspace.WorkspaceOptions;

/// What tests start as the staging child.
public final class TelemetryChild {
    private TelemetryChild() {
    }

    public static WorkspaceOptions options() {
        return WorkspaceOptions.of(TelemetryChild.class.getName());
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new StagingChild(List.of(new TelemetryStager()), System.out).serve(System.in));
    }
}
