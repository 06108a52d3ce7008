package io.plimsoll.app.screen.forecast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.app.chart.ChartExport;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.Unanswered;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;

/// What the bill will come to: days as a chart, months as a table, how far that can be trusted, budgets and what is planned.
public final class ForecastView extends StackPane {
    private static final double SIDE = 340;
    private static final double LEAST_SIDE = 250;
    private static final double LEAST_MONTHS = 770;
    private static final double CHART = 350;

    private final ScreenContext context;
    private final ForecastModel model;
    private final ForecastActions actions;
    private final ChartView chart = new ChartView(ChartSpec.line("").build()).zoomable();
    private final Card chartCard = new Card("", "", chart);
    private final StackPane monthsPlace = new StackPane();
    private final Card monthsCard = new Card(Messages.text("forecast.months"), Messages.text("forecast.estimates"),
            monthsPlace).flush();
    private final VBox facts = new VBox(6);
    private final Button clear = button("forecast.clear", "forecast-clear");
    private final Sheet sheet;

    public ForecastView(ScreenContext context) {
        this.context = context;
        this.model = new ForecastModel(context);
        this.actions = new ForecastActions(context, model, this);
        setId(ForecastScreen.ID);
        chart.setId("forecast-chart");
        facts.setId("forecast-facts");
        new ChartExport(context.tasks()).offer(chart);
        Button budgets = button("forecast.budgets", "forecast-budgets");
        budgets.setOnAction(event -> actions.budgets());
        Button roadmap = button("forecast.roadmap", "forecast-roadmap");
        roadmap.setOnAction(event -> actions.roadmap());
        Button export = button("forecast.export", "forecast-export");
        export.setOnAction(event -> actions.export());
        clear.setOnAction(event -> model.clear());
        chartCard.withActions(source(), months());
        monthsCard.withActions(budgets, roadmap, clear, export);
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        this.sheet = new Sheet().add(chartCard, CHART)
                .fill(Sheet.beside(monthsCard, LEAST_MONTHS, new Card(Messages.text("forecast.trust"), "", scroll),
                        LEAST_SIDE,
                        SIDE));
        getChildren().add(EmptyState.loading());
        actions.offer();
        model.stateProperty().addListener((property, before, now) -> show(now));
        model.monthsProperty().addListener((property, before, now) -> model.refresh());
        context.selection(ForecastScreen.ID).addListener((property, before, now) -> take(now));
        take(context.selection(ForecastScreen.ID).get());
        context.follow(this, model::refresh);
    }

    /// A file of budgets or a roadmap that somebody wants to see here.
    private void take(String file) {
        if (!file.isEmpty()) {
            model.take(Path.of(file));
        }
    }

    private static Button button(String key, String id) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        return button;
    }

    private Button source() {
        Button source = button("provenance.source", "forecast-source");
        source.getStyleClass().setAll("button", "pl-link");
        source.setOnAction(event -> {
            CostForecast forecast = model.stateProperty().get().forecast();
            if (forecast != null) {
                actions.source(source, forecast);
            }
        });
        return source;
    }

    private Node months() {
        Segments<Integer> segments = new Segments<>(List.of(1, 3, 6, 12),
                count -> Messages.text("forecast.ahead", Integer.toString(count)));
        segments.setId("forecast-ahead");
        segments.valueProperty().set(model.monthsProperty().get());
        segments.valueProperty().addListener((property, before, now) -> model.monthsProperty().set(now));
        return segments;
    }

    private void show(ForecastModel.State state) {
        CostForecast forecast = state.forecast();
        Failure failure = state.failure();
        if (forecast != null) {
            fill(forecast);
            getChildren().setAll(sheet);
        } else if (failure != null) {
            getChildren().setAll(Unanswered.of(context, failure));
        } else {
            getChildren().setAll(state.loading() ? EmptyState.loading() : nothing());
        }
    }

    private void fill(CostForecast forecast) {
        chartCard.setTitle(ForecastText.headline(forecast));
        chartCard.setHint(Messages.text(model.hasPlans() ? "forecast.legendPlans" : "forecast.legend"));
        chartCard.setFooter(Messages.text("forecast.footer", DateFormats.dayAndYear(forecast.complete())));
        chart.show(ForecastChart.of(forecast));
        monthsPlace.getChildren().setAll(MonthsTable.of(context, forecast));
        clear.setVisible(model.hasPlans());
        clear.setManaged(model.hasPlans());
        facts.getChildren().clear();
        section("forecast.backtest", ForecastText.backtest(forecast));
        section("forecast.budgetsTitle", ForecastText.budgets(forecast));
        section("forecast.lumps", ForecastText.lumps(forecast));
        List<String> projects = new ArrayList<>();
        model.roadmap().projects().forEach(each -> projects.add(Messages.text("forecast.project", each.name(),
                DateFormats.dayAndYear(each.start()), each.likely().toPlainString(), each.driver())));
        section("forecast.projects", projects);
        section("forecast.method", List.of(ForecastText.formula(forecast)));
    }

    private void section(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Label heading = new Label(Messages.text(title));
        heading.getStyleClass().add("pl-medium");
        facts.getChildren().add(heading);
        for (String line : lines) {
            Label label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().addAll("pl-dim", "pl-small");
            facts.getChildren().add(label);
        }
    }

    private Node nothing() {
        return Unanswered.of(context, Messages.text("nothing.title"), Messages.text("nothing.hint"));
    }
}
