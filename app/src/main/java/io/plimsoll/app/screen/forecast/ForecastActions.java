package io.plimsoll.app.screen.forecast;

import java.io.File;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What can be done here: choose or drop budgets and a roadmap, save the months, see the charges behind them.
final class ForecastActions {
    private final ScreenContext context;
    private final ForecastModel model;
    private final Node view;

    ForecastActions(ScreenContext context, ForecastModel model, Node view) {
        this.context = context;
        this.model = model;
        this.view = view;
    }

    /// Puts them into the menu and the palette, and lets files be dropped on the screen.
    void offer() {
        context.offer(Command.of("analyse.budgets", Messages.text("forecast.command.budgets"), this::budgets),
                Command.of("analyse.roadmap", Messages.text("forecast.command.roadmap"), this::roadmap),
                Command.of("analyse.forecastCsv", Messages.text("forecast.command.export"), this::export)
                        .enabledWhen(Bindings.createBooleanBinding(() -> model.stateProperty().get().forecast() != null,
                                model.stateProperty())));
        view.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        view.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            files.forEach(file -> model.take(file.toPath()));
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    void budgets() {
        choose("forecast.command.budgets");
    }

    void roadmap() {
        choose("forecast.command.roadmap");
    }

    private void choose(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text(title));
        File file = chooser.showOpenDialog(window());
        if (file != null) {
            context.show(ForecastScreen.ID);
            model.take(file.toPath());
        }
    }

    void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("forecast.command.export"));
        chooser.setInitialFileName("forecast.csv");
        File file = chooser.showSaveDialog(window());
        if (file != null) {
            model.export(file.toPath());
        }
    }

    private @Nullable Window window() {
        return view.getScene() == null ? null : view.getScene().getWindow();
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
