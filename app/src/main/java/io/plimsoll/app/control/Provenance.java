package io.plimsoll.app.control;

import java.util.function.Supplier;
import javafx.scene.Node;

import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// Opens where a figure comes from: formula, rows, SQL and files. Every figure on every screen goes through here.
public final class Provenance {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 380;

    private final Tasks tasks;

    public Provenance(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Shows a panel beside the figure.
    ///
    /// @param info called away from the FX thread, as it may have to ask the store
    public void open(Node figure, Supplier<ProvenanceInfo> info) {
        open(figure, "formula", info);
    }

    /// As above, with one of its parts in front.
    ///
    /// @param part `formula`, `rows`, `sql` or `files`; the formula if there is no such part
    public void open(Node figure, String part, Supplier<ProvenanceInfo> info) {
        open(figure, part, (progress, cancellation) -> info.get());
    }

    /// As above, for what takes long.
    public void open(Node figure, String part, Work<ProvenanceInfo> info) {
        EmptyState waiting = EmptyState.loading();
        waiting.setPrefSize(WIDTH, HEIGHT);
        Pop pop = Pop.below(figure, waiting);
        tasks.latest(this, Messages.text("provenance.loading"), info, found -> {
            ProvenanceView view = new ProvenanceView(tasks, found);
            view.select(part);
            view.setPrefSize(WIDTH, HEIGHT);
            pop.setContent(view);
        }, thrown -> {
            Failure failure = Failure.of(Messages.text("provenance.loading"), thrown);
            EmptyState reason = EmptyState.of(failure.sentence(), failure.remedy());
            reason.setPrefSize(WIDTH, HEIGHT);
            pop.setContent(reason);
        });
    }
}
