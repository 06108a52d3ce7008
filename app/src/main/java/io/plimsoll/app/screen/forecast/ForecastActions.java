package io.plimsoll.app.screen.forecast;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.FileDialog;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What can be done here: choose or drop budgets and a roadmap, save the months, see the charges behind them.
final class ForecastActions {
    private final ScreenContext context;
    private final ForecastModel model;
    private final FileDialog files;

    ForecastActions(ScreenContext context, ForecastModel model, Node view) {
        this.context = context;
        this.model = model;
        this.files = new FileDialog(view);
    }

    /// Puts them into the menu and the palette, and lets files be dropped on the screen.
    void offer() {
        context.offer(Command.of("analyse.budgets", Messages.text("forecast.command.budgets"), this::budgets),
                Command.of("analyse.roadmap", Messages.text("forecast.command.roadmap"), this::roadmap),
                Command.of("analyse.forecastCsv", Messages.text("forecast.command.export"), this::export)
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.stateProperty().get().forecast() != null,
                                model.stateProperty())));
        files.drops(dropped -> dropped.forEach(model::take));
    }

    void budgets() {
        choose("forecast.command.budgets");
    }

    void roadmap() {
        choose("forecast.command.roadmap");
    }

    private void choose(String title) {
        files.open(title, file -> {
            context.show(ForecastScreen.ID);
            model.take(file);
        });
    }

    void export() {
        files.save("forecast.command.export", "forecast.csv", model::export);
    }

    /// The charges of the complete days, and how the rest was estimated.
    void source(Node figure, CostForecast forecast) {
        boolean converted = context.filter().converted();
        CostQuery days = forecast.query().within(forecast.start(), forecast.complete());
        CostQuery charges = converted ? days : days.where(CostFilter.is("BillingCurrency", forecast.currency()));
        context.provenance().open(figure, () -> {
            String sql = context.workbench().billing().costs(charges, Cancellation.never()).stream()
                    .map(table -> table.sql()).findFirst().orElse("");
            return new CostOrigin(context.workbench().billing()).info(Messages.text("screen.forecast"),
                    ForecastText.formula(forecast), charges, sql, context.filter());
        });
    }
}
