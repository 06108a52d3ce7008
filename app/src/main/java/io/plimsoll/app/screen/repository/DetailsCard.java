package io.plimsoll.app.screen.repository;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.CommitEntry;
import io.plimsoll.analysis.workload.OwnedValue;
import io.plimsoll.analysis.workload.PlacedKnob;
import io.plimsoll.analysis.workload.RepositoryFinding;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.text.Messages;

/// The selected row in words, and what can be done with it.
final class DetailsCard extends VBox {
    private final RepositoryActions actions;
    private final RepositoryModel model;
    private final StackPane place = new StackPane();

    DetailsCard(RepositoryActions actions, RepositoryModel model) {
        this.actions = actions;
        this.model = model;
        ScrollPane scroll = new ScrollPane(place);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("pl-changes-scroll");
        place.setId("repository-details");
        place.setMinWidth(0);
        Card card = new Card(Messages.text("repo.details"), "", scroll);
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().add(card);
        show(null);
    }

    /// @param row of any of the lists
    void show(@Nullable Object row) {
        place.getChildren().setAll(switch (row) {
            case PlacedKnob placed -> KnobDetails.of(placed, model.stateProperty().get(), actions);
            case OwnedValue value -> KnobDetails.of(value, actions);
            case WorkloadRow workload -> WorkloadDetails.of(workload, model, actions);
            case RepositoryFinding finding -> finding(finding);
            case CommitEntry entry -> CommitDetails.of(entry, actions);
            case null, default -> EmptyState.of(Messages.text("repo.pick"), "");
        });
    }

    private Node finding(RepositoryFinding finding) {
        Details details = new Details().head(RepositoryModel.title(finding), RepositoryModel.title(finding.severity()),
                RepositoryModel.tone(finding.severity()));
        details.text(finding.subject().isEmpty() ? "" : finding.subject()).text(finding.evidence())
                .dim(actions.explanation(finding.kind())).text(finding.remedy()).mono(finding.place());
        if (!finding.file().isEmpty()) {
            details.button("repository-copy", Messages.text("repo.copyPath"), () -> actions.copy(finding.place()));
        }
        return details.done();
    }
}
