package io.plimsoll.app.screen.repository;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import io.plimsoll.analysis.change.ChangeDesk;
import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.FindingKind;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.analysis.workload.RepositoryOverview;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// What can be done with a row. On the FX thread.
final class RepositoryActions {
    private final ScreenContext context;
    private final RepositoryModel model;

    RepositoryActions(ScreenContext context, RepositoryModel model) {
        this.context = context;
        this.model = model;
    }

    /// Asks for a new value of a knob and puts it into the change set.
    void change(PlacedKnob placed) {
        ValueSheet sheet = new ValueSheet(placed, value -> {
            context.closeAbove();
            add(placed.knob(), value);
        }, context::closeAbove);
        context.showAbove(sheet);
        sheet.start();
    }

    /// @param value as it shall be written
    void add(Knob knob, String value) {
        String workload = workload(knob);
        Intent intent = new Intent(knob.file(), knob.document(), knob.path().toString(), knob.value(), value, workload);
        ChangeDesk desk = context.workbench().changes();
        String title = Messages.text("changes.adding", workload.isEmpty() ? knob.file() : workload);
        context.tasks().inTurn(desk, title, (progress, cancellation) -> desk.add(List.of(intent)), set -> {
            context.notice(Messages.text("repo.added", RepositoryTables.words(knob.field()), knob.value(), value));
            context.show("changes", workload.isEmpty() ? knob.file() : workload);
        }, thrown -> context.tasks().report(title, thrown), () -> {});
    }

    /// The word for the one workload whose value it is, as the change set calls it; empty for none and for several.
    private String workload(Knob knob) {
        RepositoryState state = model.stateProperty().get();
        RepositoryOverview overview = state.overview();
        if (overview == null) {
            return "";
        }
        List<DeclaredWorkload> of = overview.manifests().workloads().stream()
                .filter(each -> each.places().stream().anyMatch(place -> place.knobs().contains(knob))).toList();
        if (of.size() != 1) {
            return "";
        }
        DeclaredWorkload only = of.getFirst();
        long same = overview.manifests().workloads().stream().filter(each -> each.name().equals(only.name())).count();
        return same > 1 ? only.namespace() + "/" + only.name() : only.name();
    }

    void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        context.notice(Messages.text("repo.copied", text));
    }

    void pin(Side side, String item, WorkloadKey target) {
        change(Messages.text("repo.pinning"), (progress, cancellation) -> {
            context.workbench().workloads().pin(side, item, target);
            return true;
        });
    }

    void unpin(Pin pin) {
        change(Messages.text("repo.pinning"), (progress, cancellation) -> {
            context.workbench().workloads().unpin(pin.side(), pin.item());
            return true;
        });
    }

    /// Lets the user choose the workload that a row belongs to.
    void pinElsewhere(WorkloadRow row) {
        WorkloadRow.Item item = row.item();
        if (item != null) {
            PinSheet sheet = new PinSheet(row, model.stateProperty().get().workloads(), target -> {
                context.closeAbove();
                pin(item.side(), item.item(), target);
            }, context::closeAbove);
            context.showAbove(sheet);
            sheet.start();
        }
    }

    String explanation(String kind) {
        Optional<FindingKind> found = RepositoryOverview.kinds().stream().filter(each -> each.id().equals(kind))
                .findFirst();
        return found.map(FindingKind::explanation).orElse("");
    }

    /// Pins change what every screen knows of workloads.
    private void change(String title, Work<Boolean> work) {
        context.tasks().inTurn(List.of(model, "pin"), title, work, done -> context.dataChanged(),
                thrown -> context.tasks().report(title, thrown), () -> {});
    }
}
