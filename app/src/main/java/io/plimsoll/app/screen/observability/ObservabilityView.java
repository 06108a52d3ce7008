package io.plimsoll.app.screen.observability;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.control.Words;
import io.plimsoll.app.screen.FileDialog;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;

/// What logs, metrics and traces cost, which series nothing uses, and what a cut would blind; one line in full beside it.
public final class ObservabilityView extends StackPane {
    private static final double SIDE = 350;
    private static final double LEAST_SIDE = 270;
    private static final double LEAST_LIST = 700;

    private final ObservabilityModel model;
    private final PagedTable<ObservabilityEntry> rows;
    private final ObservabilityDetails details = new ObservabilityDetails();
    private final Label total = new Label();
    private final Card list;
    private final VBox remarks = new VBox(8);
    private final Region page;

    public ObservabilityView(ScreenContext context) {
        this(context, new ObservabilityModel(context));
    }

    ObservabilityView(ScreenContext context, ObservabilityModel model) {
        this.model = model;
        this.rows = ObservabilityTable.of(context);
        setId("observability");
        total.setId("observability-total");
        total.getStyleClass().add("pl-strong");
        Button export = new Button(Messages.text("observability.export"));
        export.setId("observability-export");
        export.setOnAction(event -> export());
        this.list = new Card(Messages.text("screen.observability"), "", filters(), rows).flush().withActions(total,
                export);
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        side.fill(new Card(Messages.text("observability.chosen"), "", details))
                .add(new Card(Messages.text("observability.remarks"), "", remarks));
        this.page = new Sheet().fill(Sheet.beside(list, LEAST_LIST, side, LEAST_SIDE, SIDE));
        getChildren().add(EmptyState.loading());
        context.offer(
                Command.of("analyse.observabilityCsv", Messages.text("observability.command.export"), this::export)
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.reportProperty().get() != null,
                                model.reportProperty())));
        rows.selectedProperty().addListener((property, before, now) -> details.show(now));
        rows.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                rows.select(0);
            }
        });
        model.reportProperty().addListener((property, before, now) -> show(now));
        model.sectionProperty().addListener((property, before, now) -> list());
        model.searchProperty().addListener((property, before, now) -> list());
        context.follow(this, model::refresh);
    }

    private HBox filters() {
        TextField search = new TextField();
        search.setId("observability-search");
        search.setPromptText(Messages.text("observability.search"));
        search.setMinWidth(80);
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        Segments<ObservabilityModel.Section> section = new Segments<>(List.of(ObservabilityModel.Section.values()),
                ObservabilityModel.Section::title);
        section.setId("observability-section");
        section.valueProperty().bindBidirectional(model.sectionProperty());
        HBox filters = new HBox(8, search, section);
        filters.getStyleClass().add("pl-card-row");
        return filters;
    }

    private void show(@Nullable ObservabilityReport report) {
        if (report == null) {
            return;
        }
        if (report.ledger().days() == null && report.metrics().isEmpty()) {
            getChildren().setAll(EmptyState.of(Messages.text("observability.nothing"),
                    Messages.text("observability.nothingHint")));
            return;
        }
        list.setHint(report.ledger().days() == null ? "" : DateFormats.span(report.ledger().days()));
        total.setText(ObservabilityText.total(report));
        remarks.getChildren()
                .setAll(report.remarks().stream().map(each -> Words.paragraph(each, "pl-dim", "pl-small")).toList());
        getChildren().setAll(page);
        list();
    }

    private void list() {
        rows.setEmptyState(model.emptyState());
        List<ObservabilityEntry> listed = model.listed();
        boolean shares = listed.stream().anyMatch(each -> !each.share().isEmpty());
        rows.view().getColumns().stream().filter(column -> column.getId().equals("share"))
                .forEach(column -> column.setVisible(shares));
        details.show(null);
        rows.show((request, cancellation) -> ObservabilityModel.page(listed, request));
    }

    private void export() {
        new FileDialog(this).save("observability.command.export", "observability.csv", model::export);
    }
}
