package io.plimsoll.app.screen.forecast;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.forecast.Budgets;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.ForecastQuery;
import io.plimsoll.analysis.forecast.MonthsCsv;
import io.plimsoll.analysis.forecast.Roadmap;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The forecast of what the filter shows, with the budgets and the roadmap that the user chose. Those are kept until the workspace is
/// closed. On the FX thread; it asks the service in the background.
final class ForecastModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
    private final IntegerProperty months = new SimpleIntegerProperty(this, "months", 3);
    private Budgets budgets = Budgets.NONE;
    private Roadmap roadmap = Roadmap.NONE;
    private @Nullable Asked asked;

    /// What the shown answer depends on; the filter's period, group and grain do not matter.
    private record Asked(ForecastQuery query, long revision) {}

    /// What is shown.
    ///
    /// @param forecast null while it is on its way, without a bill, and on a failure
    /// @param failure  why there is none
    /// @param loading  it is on its way
    record State(@Nullable CostForecast forecast, @Nullable Failure failure, boolean loading) {
        static final State LOADING = new State(null, null, true);
    }

    private record Plans(@Nullable Budgets budgets, @Nullable Roadmap roadmap) {}

    ForecastModel(ScreenContext context) {
        this.context = context;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How far ahead.
    IntegerProperty monthsProperty() {
        return months;
    }

    Roadmap roadmap() {
        return roadmap;
    }

    /// Asks again if the question or the bill has changed; what was known stays until the answer is there.
    void refresh() {
        ForecastQuery query = query(context.filter()).with(budgets, roadmap);
        Asked now = new Asked(query, context.revisionProperty().get());
        if (now.equals(asked)) {
            return;
        }
        asked = now;
        String title = Messages.text("forecast.working");
        context.tasks().latest(List.of(this, "forecast"), title,
                (progress, cancellation) -> context.workbench().forecasts().of(query, progress, cancellation),
                found -> state.set(new State(found.isEmpty() ? null : found.getFirst(), null, false)),
                thrown -> {
                    asked = null;
                    state.set(new State(null, Failure.of(title, thrown), false));
                });
    }

    private ForecastQuery query(Filter filter) {
        CostQuery costs = CostQuery.by(CostQuestion.metric(filter));
        for (Condition each : filter.conditions()) {
            costs = costs.where(new CostFilter(each.dimension(), each.values(), each.exclude()));
        }
        return ForecastQuery.of(costs, months.get()).in(filter.currency(), filter.converted());
    }

    /// Takes a file of budgets or a roadmap, whichever it is by its columns.
    void take(Path file) {
        String title = Messages.text("forecast.reading", file.getFileName());
        context.tasks().submit(title, (progress, cancellation) -> read(file), read -> {
            budgets = read.budgets() == null ? budgets : read.budgets();
            roadmap = read.roadmap() == null ? roadmap : read.roadmap();
            refresh();
        });
    }

    private static Plans read(Path file) {
        try {
            return new Plans(Budgets.read(file), null);
        } catch (StepFailure e) {
            if (e.code().equals("MISSING_COLUMN")) {
                return new Plans(null, Roadmap.read(file));
            }
            throw e;
        }
    }

    /// Forgets budgets and roadmap.
    void clear() {
        budgets = Budgets.NONE;
        roadmap = Roadmap.NONE;
        refresh();
    }

    boolean hasPlans() {
        return !budgets.all().isEmpty() || !roadmap.projects().isEmpty();
    }

    /// Writes the months as CSV.
    void export(Path file) {
        CostForecast shown = state.get().forecast();
        if (shown != null) {
            context.tasks().submit(Messages.text("forecast.exporting"), (progress, cancellation) -> {
                AtomicFile.write(file, MonthsCsv.of(shown));
                return true;
            }, written -> context.notice(Messages.text("forecast.exported", file.getFileName())));
        }
    }
}
