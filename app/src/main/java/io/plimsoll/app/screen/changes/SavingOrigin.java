package io.plimsoll.app.screen.changes;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.plimsoll.analysis.change.Evidence;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Says where the saving of a change set comes from: its formula, the edits that are ticked, and the manifests that they are in.
final class SavingOrigin {
    private SavingOrigin() {
    }

    static ProvenanceInfo info(ChangesState state, Evidence.Saving saving) {
        List<Intent> ticked = state.set().ticked();
        List<List<String>> rows = ticked.stream().map(each -> List.of(each.workload(), each.file(), each.path(),
                Objects.requireNonNullElse(each.oldValue(), ""), each.newValue())).toList();
        List<String> columns = List.of(Messages.text("changes.originWorkload"), Messages.text("changes.originFile"),
                Messages.text("changes.originPath"), Messages.text("changes.originOld"),
                Messages.text("changes.originNew"));
        return new ProvenanceInfo(Messages.text("changes.originTitle", MoneyFormat.exact(saving.perMonth())),
                Messages.text("changes.originFormula"), "",
                new ProvenanceInfo.Rows(columns, List.of(), (request, cancellation) -> Page.of(rows, request)),
                ticked.stream().map(Intent::file).distinct().map(Path::of).toList());
    }
}
