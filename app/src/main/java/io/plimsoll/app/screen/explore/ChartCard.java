package io.plimsoll.app.screen.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Chip;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.explore.ExploreCharts.Shape;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// The costs as a picture or as figures, in the shape that is chosen. Days are marked with the mouse, areas are stepped into with a
/// click.
final class ChartCard extends StackPane {
    private final ScreenContext context;
    private final ExploreModel model;
    private final ChartView chart = new ChartView(ChartSpec.stackedBars("").build()).zoomable();
    private final StackPane place = new StackPane(chart);
    private final Chip top = new Chip(this::chooseTop);
    private final Card card;

    ChartCard(ScreenContext context, ExploreModel model, ExploreActions actions) {
        this.context = context;
        this.model = model;
        Segments<Shape> shapes = new Segments<>(List.of(Shape.values()), Shape::title);
        shapes.setId("explore-shapes");
        shapes.valueProperty().bindBidirectional(model.shapeProperty());
        Button source = new Button(Messages.text("provenance.source"));
        source.setId("explore-source");
        source.getStyleClass().setAll("button", "pl-link");
        source.setOnAction(event -> actions.chartOrigin(source));
        this.card = new Card("", "", place).withLead(top).withActions(shapes, source);
        top.setId("explore-top");
        setId("explore-chart");
        setMinWidth(0);
        new ChartExport(context.tasks()).offer(chart);
        chart.onBrush(span -> {
            if (span == null) {
                model.markedProperty().set(null);
            } else {
                model.mark(span.from(), span.to());
            }
        });
        chart.onPick(cell -> {
            Areas areas = model.areasProperty().get();
            if (areas != null && model.shapeProperty().get() == Shape.TREEMAP) {
                actions.stepInto(areas, cell.intValue());
            }
        });
        model.shapeProperty().addListener((property, before, now) -> show());
        model.layersProperty().addListener((property, before, now) -> show());
        model.areasProperty().addListener((property, before, now) -> show());
        model.markedProperty().addListener((property, before, now) -> show());
        model.chartFooterProperty().addListener((property, before, now) -> showFooter());
        getChildren().add(card);
    }

    private void show() {
        Layers layers = model.layersProperty().get();
        if (layers == null) {
            return;
        }
        Days marked = model.markedProperty().get();
        card.setHint(hint(layers, marked));
        showTop();
        showFooter();
        switch (model.shapeProperty().get()) {
            case TREEMAP -> showAreas(layers);
            case TABLE -> {
                card.setTitle(ExploreCharts.title(model.shown()));
                place.getChildren().setAll(StepTable.of(context, model.shown(), layers));
            }
            case STACKED, LINES, SHARE -> {
                card.setTitle(ExploreCharts.title(model.shown()));
                chart.show(ExploreCharts.of(model.shown(), layers, model.shapeProperty().get()));
                chart.mark(marked == null ? null : span(marked));
                place.getChildren().setAll(chart);
            }
        }
    }

    /// How many groups have a layer of their own; areas are all of one kind.
    private void showTop() {
        boolean layered = model.shapeProperty().get() != Shape.TREEMAP && !model.shown().groupBy().isEmpty();
        top.show("", Messages.text("explore.top", model.topProperty().get()), "");
        top.setVisible(layered);
        top.setManaged(layered);
    }

    private void chooseTop() {
        ContextMenu menu = new ContextMenu();
        for (int count = 1; count <= ExploreLoad.LAYERS; count += 2) {
            int most = count;
            MenuItem item = new MenuItem(Messages.text("explore.topOf", most));
            item.setOnAction(event -> model.topProperty().set(most));
            menu.getItems().add(item);
        }
        menu.show(top, Side.BOTTOM, 0, 4);
    }

    private void showAreas(Layers layers) {
        Areas areas = model.areasProperty().get();
        if (areas == null) {
            place.getChildren().setAll(EmptyState.loading());
            return;
        }
        card.setTitle(ExploreCharts.title(model.shown(), areas));
        if (areas.drawn().signum() <= 0) {
            place.getChildren().setAll(EmptyState.of(Messages.text("explore.noAreas"),
                    Messages.text("explore.noAreasHint")));
            return;
        }
        chart.show(ExploreCharts.of(model.shown(), areas,
                layers.layers().stream().map(Layers.Layer::value).toList()));
        place.getChildren().setAll(chart);
    }

    /// What the picture leaves out stands above what invoices confirm of it.
    private void showFooter() {
        Layers layers = model.layersProperty().get();
        Areas areas = model.areasProperty().get();
        String note = switch (model.shapeProperty().get()) {
            case SHARE -> layers == null ? "" : ExploreCharts.withoutShare(layers);
            case TREEMAP -> areas == null ? "" : ExploreCharts.leftOut(model.shown(), areas);
            case STACKED, LINES, TABLE -> "";
        };
        String invoices = model.chartFooterProperty().get();
        card.setFooter(note.isEmpty() || invoices.isEmpty() ? note + invoices : note + "\n" + invoices);
    }

    private String hint(Layers layers, @Nullable Days marked) {
        List<String> hints = new ArrayList<>();
        if (model.shown().converted()) {
            hints.add(Messages.text("explore.converted"));
        }
        if (!layers.fromCube()) {
            hints.add(Messages.text("explore.fromCharges"));
        }
        if (marked != null) {
            hints.add(marked(layers, marked));
        } else if (layers.incompleteFrom() != null && model.shapeProperty().get() != Shape.TREEMAP) {
            hints.add(Messages.text("explore.incomplete"));
        }
        return String.join(" \u00b7 ", hints);
    }

    private String marked(Layers layers, Days marked) {
        CostQuery.Grain grain = CostQuestion.grain(model.shown());
        int from = (int) layers.steps().stream().filter(step -> grain.end(step).isBefore(marked.from())).count();
        int to = (int) layers.steps().stream().filter(step -> !step.isAfter(marked.to())).count() - 1;
        return Messages.text("explore.brushed", DateFormats.span(marked),
                MoneyFormat.brief(new Money(layers.sum(from, to), model.shown().currency())));
    }

    /// From half a step before to half a step after, as bars stand around their first day.
    private ChartSpec.Span span(Days days) {
        CostQuery.Grain grain = CostQuestion.grain(model.shown());
        LocalDate first = grain.start(days.from());
        double half = (ExploreCharts.x(grain.end(first).plusDays(1)) - ExploreCharts.x(first)) / 2;
        return new ChartSpec.Span(ExploreCharts.x(first) - half,
                ExploreCharts.x(grain.start(days.to())) + half);
    }
}
