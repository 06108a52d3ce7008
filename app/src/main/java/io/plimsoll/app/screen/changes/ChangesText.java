package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.analysis.change.Observed;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What the lines of a file mean, in sentences.
final class ChangesText {
    private ChangesText() {
    }

    static List<String> lines(ChangesState state, FileRow row, FilePreview file) {
        List<String> lines = new ArrayList<>();
        SizeEffect together = state.effects().byWorkload().get(row.workload());
        if (together != null && row.items().size() > 1) {
            lines.add(Messages.text("changes.together", row.workload(), EffectText.brief(together)));
        }
        DeclaredWorkload declared = state.declared().get(row.workload());
        if (declared != null) {
            String kind = declared.kind().isEmpty() ? "" : declared.kind() + "/";
            lines.add(Messages.text("changes.rendered", kind + declared.namespace() + "/" + declared.name(),
                    declared.how()));
        }
        file.rollOuts()
                .forEach(effect -> lines.add(Messages.text("changes.rollOut", effect.object(), effect.sentence())));
        Preview preview = state.preview();
        if (preview != null) {
            List<Observed> seen = preview.observed().stream().filter(each -> each.workload().equals(row.workload()))
                    .toList();
            seen.forEach(each -> lines.add(evidence(each)));
            if (seen.isEmpty()) {
                lines.add(Messages.text("changes.unseen"));
            }
        }
        if (file.uncommitted()) {
            lines.add(Messages.text("changes.uncommitted"));
        }
        return lines;
    }

    /// Names the commit: after one undo the same button would take back an older commit, maybe of another branch.
    static String undo(ChangesState state) {
        return state.lastCommit().map(id -> Messages.text("changes.undoCommit", id.substring(0, 7)))
                .orElseGet(() -> Messages.text("changes.undoLast"));
    }

    private static String evidence(Observed seen) {
        List<String> parts = new ArrayList<>();
        if (seen.peakMemory() != null) {
            parts.add(Messages.text("changes.peak", Formats.bytes(seen.peakMemory())));
        }
        if (seen.p99Cpu() != null) {
            parts.add(Messages.text("changes.p99", Formats.cpu(seen.p99Cpu())));
        }
        return Messages.text("changes.evidence", Formats.count(seen.days()), String.join(", ", parts));
    }
}
