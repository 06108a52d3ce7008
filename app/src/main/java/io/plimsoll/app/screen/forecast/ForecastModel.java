package io.plimsoll.app.screen.forecast;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
import io.plimsoll.analysis.forecast.KeptPlans;
import io.plimsoll.analysis.forecast.MonthsCsv;
import io.plimsoll.analysis.forecast.PlanFile;
import io.plimsoll.analysis.forecast.Roadmap;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The forecast of what the filter shows, with the budgets and the roadmap that the workspace keeps. On the FX thread; it asks the service
/// in the background.
final class ForecastModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.LOADING);
    private final IntegerProperty months = new SimpleIntegerProperty(this, "months", 3);
    private @Nullable Plans plans;
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

    private record Plans(Budgets budgets, Roadmap roadmap) {
        static final Plans NONE = new Plans(Budgets.NONE, Roadmap.NONE);
    }

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
        return plans().roadmap();
    }

    private Plans plans() {
        return Objects.requireNonNullElse(plans, Plans.NONE);
    }

    /// Asks again if the question or the bill has changed; what was known stays until the answer is there.
    void refresh() {
        if (plans == null) {
            plans = Plans.NONE;
            plan(Messages.text("forecast.readingPlans"), kept -> {});
            return;
        }
        ForecastQuery query = query(context.filter()).with(plans().budgets(), plans().roadmap());
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

    /// Takes a file of budgets or a roadmap, whichever it is by its columns, and keeps it in the workspace.
    void take(Path file) {
        plan(Messages.text("forecast.reading", file.getFileName()), plans -> plans.keep(PlanFile.read(file)));
    }

    /// Forgets budgets and roadmap.
    void clear() {
        plan(Messages.text("forecast.clearing"), plans -> {
            plans.keep(Budgets.NONE);
            plans.keep(Roadmap.NONE);
        });
    }

    /// Changes what is kept, reads it again and asks anew. One change after the other.
    private void plan(String title, Consumer<KeptPlans> change) {
        context.tasks().inTurn(List.of(this, "plans"), title, (progress, cancellation) -> {
            KeptPlans plans = context.workbench().forecasts().plans();
            change.accept(plans);
            return new Plans(plans.budgets(), plans.roadmap());
        }, kept -> {
            plans = kept;
            refresh();
        }, thrown -> {
            context.tasks().report(title, thrown);
            refresh();
        }, this::refresh);
    }

    boolean hasPlans() {
        return !plans().budgets().all().isEmpty() || !plans().roadmap().projects().isEmpty();
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
