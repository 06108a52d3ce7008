package io.plimsoll.app.screen.quality;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import io.plimsoll.analysis.quality.DataHealth;
import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The datasets, one of them in full, what is wrong with them, and how long services take to settle.
final class HealthPage extends StackPane {
    private static final double SIDE = 460;
    private static final double LEAST_SIDE = 270;
    private static final double LEAST_LIST = 620;
    private static final double DETAILS = 240;

    private final ScreenContext context;
    private final HealthModel model;
    private final PagedTable<DatasetHealth> datasets;
    private final DatasetDetails details = new DatasetDetails();
    private final QualityEvents events;
    private final Card list;
    private final Card wrong;
    private final StackPane lags = new StackPane();
    private final Node page;

    HealthPage(ScreenContext context, HealthModel model) {
        this.context = context;
        this.model = model;
        this.datasets = DatasetTable.of(context);
        this.events = new QualityEvents(model::open);
        this.list = new Card(Messages.text("quality.datasets"), "", datasets).flush();
        this.wrong = new Card(Messages.text("quality.events"), "", events);
        setId("quality-health");
        lags.setId("quality-lags");
        Sheet main = bare().fill(list).add(lags);
        Sheet side = bare().add(new Card(Messages.text("quality.dataset"), "", details), DETAILS).fill(wrong);
        this.page = new Sheet().fill(Sheet.beside(main, LEAST_LIST, side, LEAST_SIDE, SIDE));
        getChildren().add(EmptyState.loading());
        datasets.selectedProperty().addListener((property, before, now) -> details.show(now));
        datasets.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                datasets.select(0);
            }
        });
        model.stateProperty().addListener((property, before, now) -> show(now));
        context.follow(this, model::refresh);
    }

    private static Sheet bare() {
        Sheet sheet = new Sheet();
        sheet.setStyle("-fx-padding: 0");
        return sheet;
    }

    private void show(HealthModel.State state) {
        DataHealth health = state.health();
        Failure failure = state.failure();
        if (health != null) {
            fill(health);
        } else if (failure != null) {
            getChildren().setAll(Unanswered.of(context, failure));
        }
    }

    private void fill(DataHealth health) {
        if (health.datasets().isEmpty() && health.events().isEmpty()) {
            getChildren().setAll(
                    Unanswered.of(context, Messages.text("quality.noData"), Messages.text("quality.noDataHint")));
            return;
        }
        List<QualityEvent> found = HealthModel.events(health);
        list.setHint(Messages.text("quality.datasetCount", Formats.count(health.datasets().size())));
        wrong.setHint(HealthText.wrong(found, health.rejected()));
        events.show(found);
        lags.getChildren().setAll(LagsTable.of(context, health.lags()));
        datasets.show((request, cancellation) -> HealthModel.page(health.datasets(), request));
        getChildren().setAll(page);
    }
}
