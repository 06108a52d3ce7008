package io.plimsoll.app.screen.explore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.explore.ExploreCharts.Shape;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Cost by any dimensions: a chart over time above, the groups and their charges below.
public final class ExploreView extends StackPane {
    private static final double CHART_HEIGHT = 312;

    private final ScreenContext context;
    private final ExploreModel model;
    private final ExploreActions actions;
    private final Segments<Shape> shape = new Segments<>(List.of(Shape.values()), Shape::title);
    private final ChartView chart = new ChartView(ChartSpec.stackedBars("").build());
    private final StackPane chartPlace = new StackPane(chart);
    private final Card chartCard = new Card("", "", chartPlace).withActions(shape);
    private final GroupTree tree;
    private final StackPane listPlace = new StackPane();
    private final Card listCard;
    private final Button rows = button("rows", this::switchRows);
    private final Sheet sheet;

    public ExploreView(ScreenContext context) {
        this.context = context;
        this.model = new ExploreModel(context);
        this.actions = new ExploreActions(context, model);
        this.tree = new GroupTree(model, row -> filter(row, false));
        setId("explore");
        tree.setContextMenu(menu());
        new ChartExport(context.tasks()).offer(chart);
        chart.onBrush(span -> {
            if (span == null) {
                model.markedProperty().set(null);
            } else {
                model.mark(span.from(), span.to());
            }
        });
        listPlace.getChildren().setAll(tree);
        listCard = new Card("", "", listPlace).flush().withActions(rows,
                button("sql", () -> withLevel(level -> actions.origin(listCard(), level))),
                button("copy", () -> actions.copy(tree.visible())),
                button("export", () -> actions.export(this, tree.visible())));
        sheet = new Sheet().add(chartCard, CHART_HEIGHT).fill(listCard);
        getChildren().add(sheet);
        shape.valueProperty().addListener((property, before, now) -> showLayers());
        model.layersProperty().addListener((property, before, now) -> showLayers());
        model.outermostProperty().addListener((property, before, now) -> showLevel());
        model.markedProperty().addListener((property, before, now) -> showLayers());
        model.chartFooterProperty().addListener((property, before, now) -> chartCard.setFooter(now));
        model.listFooterProperty().addListener((property, before, now) -> listCard.setFooter(now));
        context.follow(this, model::refresh);
    }

    private Card listCard() {
        return listCard;
    }

    private void showLayers() {
        Layers layers = model.layersProperty().get();
        if (layers == null) {
            getChildren().setAll(EmptyState.of(Messages.text("nothing.title"), Messages.text("nothing.hint")));
            return;
        }
        getChildren().setAll(sheet);
        chartCard.setTitle(ExploreCharts.title(model.shown()));
        Days marked = model.markedProperty().get();
        chartCard.setHint(marked != null
                ? brushed(layers, marked)
                : layers.incompleteFrom() == null ? "" : Messages.text("explore.incomplete"));
        if (shape.valueProperty().get() == Shape.TABLE) {
            chartPlace.getChildren().setAll(StepTable.of(context, model.shown(), layers));
            return;
        }
        chart.show(ExploreCharts.of(model.shown(), layers, shape.valueProperty().get()));
        chart.mark(marked == null ? null : span(marked));
        chartPlace.getChildren().setAll(chart);
    }

    private String brushed(Layers layers, Days marked) {
        int from = (int) layers.steps().stream()
                .filter(step -> Layers.end(step, model.shown().grain()).isBefore(marked.from())).count();
        int to = (int) layers.steps().stream().filter(step -> !step.isAfter(marked.to())).count() - 1;
        return Messages.text("explore.brushed", DateFormats.span(marked),
                MoneyFormat.brief(new Money(layers.sum(from, to), model.shown().currency())));
    }

    /// From half a day before to half a day after, as bars stand around their day.
    private static ChartSpec.Span span(Days days) {
        double half = (ExploreCharts.x(days.from().plusDays(1)) - ExploreCharts.x(days.from())) / 2;
        return new ChartSpec.Span(ExploreCharts.x(days.from()) - half, ExploreCharts.x(days.to()) + half);
    }

    private void showLevel() {
        withLevel(level -> {
            Layers layers = model.layersProperty().get();
            tree.show(level, layers == null ? List.of() : layers.layers().stream().map(Layers.Layer::value).toList());
            listCard.setHint(actions.listed(level));
            showGroups();
        });
    }

    private void showGroups() {
        listCard.setTitle(model.shown().groupBy().isEmpty()
                ? Messages.text("explore.all")
                : String.join(" \u203a ", model.shown().groupBy()));
        rows.setText(Messages.text("explore.rows"));
        listPlace.getChildren().setAll(tree);
    }

    private void switchRows() {
        if (listPlace.getChildren().contains(tree)) {
            showCharges(tree.selected());
        } else {
            showGroups();
        }
    }

    private void showCharges(Optional<GroupRow> of) {
        listCard.setTitle(of
                .map(row -> Messages.text("explore.chargesOf",
                        row.path().stream().map(Condition::named).collect(Collectors.joining(" \u203a "))))
                .orElseGet(() -> Messages.text("explore.chargesTitle")));
        rows.setText(Messages.text("explore.groups"));
        listPlace.getChildren().setAll(Charges.of(context, model.query(of.map(GroupRow::path).orElse(List.of()))));
    }

    private void filter(GroupRow row, boolean exclude) {
        if (actions.canFilter(row)) {
            actions.filter(row, exclude);
        }
    }

    private ContextMenu menu() {
        MenuItem keep = new MenuItem();
        MenuItem leave = new MenuItem();
        MenuItem charges = new MenuItem(Messages.text("explore.charges"));
        keep.setOnAction(event -> tree.selected().ifPresent(row -> filter(row, false)));
        leave.setOnAction(event -> tree.selected().ifPresent(row -> filter(row, true)));
        charges.setOnAction(event -> showCharges(tree.selected()));
        ContextMenu menu = new ContextMenu(keep, leave, charges);
        menu.getItems().forEach(item -> item.setMnemonicParsing(false));
        menu.setOnShowing(event -> {
            Optional<GroupRow> row = tree.selected();
            String name = row.map(GroupRow::name).orElse("");
            keep.setText(Messages.text("explore.keep", name));
            leave.setText(Messages.text("explore.leave", name));
            menu.getItems().forEach(item -> item.setDisable(row.isEmpty()));
        });
        return menu;
    }

    private void withLevel(java.util.function.Consumer<Level> action) {
        Level level = model.outermostProperty().get();
        if (level != null) {
            action.accept(level);
        }
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Messages.text("explore." + key));
        button.setId("explore-" + key);
        button.setOnAction(event -> action.run());
        return button;
    }
}
