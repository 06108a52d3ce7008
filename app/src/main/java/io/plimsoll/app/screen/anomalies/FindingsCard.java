package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.anomalies.AnomaliesModel.Phase;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The list of findings with what narrows it.
final class FindingsCard extends StackPane {
    private static final double ROW = 47;

    private final AnomaliesModel model;
    private final ListView<Finding> list = new ListView<>();
    private final Segments<Show> show = new Segments<>(List.of(Show.values()), Show::title);
    private final ComboBox<Optional<AnomalyKind>> kind = new ComboBox<>();
    private final Hyperlink hidden = new Hyperlink();
    private final Card card;
    private boolean filling;

    FindingsCard(AnomaliesModel model) {
        this.model = model;
        list.setId("anomalies-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new FindingCell(model));
        hidden.setId("anomalies-hidden");
        hidden.getStyleClass().setAll("pl-link", "pl-small");
        hidden.setOnAction(event -> {
            model.kindProperty().set(Optional.empty());
            model.showProperty().set(Show.ALL);
        });
        HBox foot = new HBox(hidden);
        foot.setStyle("-fx-padding: 8 13 10 13");
        VBox.setVgrow(list, Priority.ALWAYS);
        card = new Card("", Messages.text("anomalies.byImpact"), filters(), list, foot).flush();
        getChildren().add(card);
        follow();
    }

    private Region filters() {
        show.setId("anomalies-show");
        show.valueProperty().bindBidirectional(model.showProperty());
        kind.setId("anomalies-kind");
        kind.setItems(model.kinds());
        kind.setConverter(new Titles());
        kind.valueProperty().bindBidirectional(model.kindProperty());
        kind.setMaxWidth(150);
        kind.setAccessibleText(Messages.text("anomalies.kind"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, show, gap, kind);
        row.setStyle("-fx-padding: 0 13 8 13; -fx-alignment: center-left");
        return row;
    }

    private void follow() {
        model.listed().addListener((ListChangeListener<Finding>) change -> fill());
        model.labelsProperty().addListener((property, before, now) -> fill());
        model.phaseProperty().addListener((property, before, now) -> fill());
        model.selectedProperty().addListener((property, before, now) -> mark());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                model.select(now.id());
            }
        });
        fill();
    }

    private void fill() {
        filling = true;
        list.getItems().setAll(model.listed());
        list.setPlaceholder(placeholder());
        filling = false;
        mark();
        card.setTitle(Messages.text("anomalies.open", Formats.count(model.openProperty().get())));
        hidden.setText(Messages.text("anomalies.hidden", Formats.count(model.hidden())));
        hidden.setVisible(model.hidden() > 0);
    }

    private void mark() {
        Finding wanted = model.selectedProperty().get();
        filling = true;
        int at = wanted == null ? -1 : indexOf(wanted);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(at);
        }
        filling = false;
    }

    private int indexOf(Finding wanted) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(wanted.id())) {
                return i;
            }
        }
        return -1;
    }

    private EmptyState placeholder() {
        Failure failure = model.failureProperty().get();
        if (model.phaseProperty().get() == Phase.LOADING) {
            return EmptyState.loading();
        }
        if (failure != null) {
            return EmptyState.of(failure.sentence(), failure.remedy()).withAction(Messages.text("table.retry"),
                    model::refresh);
        }
        return model.nothingFound()
                ? EmptyState.of(Messages.text("anomalies.none"), Messages.text("anomalies.noneHint"))
                : EmptyState.of(Messages.text("anomalies.noneListed"), Messages.text("anomalies.noneListedHint"));
    }

    private static final class Titles extends StringConverter<Optional<AnomalyKind>> {
        @Override
        public String toString(@Nullable Optional<AnomalyKind> kind) {
            return kind == null || kind.isEmpty() ? Messages.text("anomalies.kind.all") : FindingText.kind(kind.get());
        }

        @Override
        public Optional<AnomalyKind> fromString(String text) {
            return Optional.empty();
        }
    }
}
