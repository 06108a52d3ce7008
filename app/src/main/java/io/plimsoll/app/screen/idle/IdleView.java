package io.plimsoll.app.screen.idle;

import java.nio.file.Path;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.ranked.RankedModel;
import io.plimsoll.app.screen.ranked.RankedPage;
import io.plimsoll.app.text.Messages;

/// What is paid for and does nothing, one of it in full, and what can't be told.
public final class IdleView extends StackPane {
    private final RankedPage<IdleReport, Sure, IdleFinding> page;

    public IdleView(ScreenContext context) {
        this(context, model(context));
    }

    IdleView(ScreenContext context, RankedModel<IdleReport, Sure, IdleFinding> model) {
        VBox undecided = new VBox(8);
        Card beside = new Card(Messages.text("idle.undecided"), "", undecided);
        page = new RankedPage<>(context, "idle", model, new IdleParts(context, beside, undecided), beside);
        getChildren().add(page);
    }

    static RankedModel<IdleReport, Sure, IdleFinding> model(ScreenContext context) {
        return new RankedModel<>(context, "idle",
                (progress, cancellation) -> context.workbench().idleResources().idle(cancellation), Sure.ALL,
                (report, sure) -> report.findings().stream().filter(sure::takes).toList(), IdleText::words);
    }

    /// Writes the listed ones as CSV.
    void save(Path file) {
        page.save(file);
    }
}
