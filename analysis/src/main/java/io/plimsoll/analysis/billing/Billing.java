package io.plimsoll.analysis.billing;

import java.util.List;

import io.plimsoll.analysis.billing.load.Importer;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.Workspace;

/// The bill in a workspace.
public final class Billing {
    private final Workspace workspace;

    public Billing(Workspace workspace) {
        this.workspace = workspace;
    }

    /// This area's tables.
    public static List<Migration> migrations() {
        return List.of(Migration.resource("billing", 1, Billing.class));
    }

    public ImportResult importFiles(ImportRequest request, Progress progress, Cancellation cancellation) {
        return new Importer(workspace).run(request, progress, cancellation);
    }
}
