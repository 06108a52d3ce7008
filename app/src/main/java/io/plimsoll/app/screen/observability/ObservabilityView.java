package io.plimsoll.app.screen.observability;

import java.nio.file.Path;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.ranked.RankedModel;
import io.plimsoll.app.screen.ranked.RankedPage;
import io.plimsoll.app.text.Messages;

/// What logs, metrics and traces cost, which series nothing uses, and what a cut would blind; one line in full beside it.
public final class ObservabilityView extends StackPane {
    private final RankedPage<ObservabilityReport, Section, ObservabilityEntry> page;

    public ObservabilityView(ScreenContext context) {
        this(context, model(context));
    }

    ObservabilityView(ScreenContext context, RankedModel<ObservabilityReport, Section, ObservabilityEntry> model) {
        VBox remarks = new VBox(8);
        Card beside = new Card(Messages.text("observability.remarks"), "", remarks);
        page = new RankedPage<>(context, "observability", model, new ObservabilityParts(context, model, remarks),
                beside);
        getChildren().add(page);
    }

    /// The first answer shows a section that has lines.
    static RankedModel<ObservabilityReport, Section, ObservabilityEntry> model(ScreenContext context) {
        RankedModel<ObservabilityReport, Section, ObservabilityEntry> model = new RankedModel<>(context,
                "observability",
                (progress, cancellation) -> context.workbench().observability().report(progress, cancellation),
                Section.LEDGER, (report, section) -> section.of(report), ObservabilityEntry::words);
        model.reportProperty().addListener((property, before, now) -> {
            if (before == null && now != null) {
                model.choiceProperty().set(Section.first(now));
            }
        });
        return model;
    }

    /// Writes all three sections as CSV.
    void save(Path file) {
        page.save(file);
    }
}
