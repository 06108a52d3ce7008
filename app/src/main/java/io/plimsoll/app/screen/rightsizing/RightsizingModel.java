package io.plimsoll.app.screen.rightsizing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.UseChart;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.Measure;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The advices, which of them are listed, and the one that is looked at. On the FX thread.
final class RightsizingModel {
    /// Which advices are listed.
    enum Which {
        ALL, SAVES, REFUSED;

        String title() {
            return Messages.text("rightsizing.which." + name().toLowerCase(Locale.ROOT));
        }

        boolean takes(WorkloadAdvice advice) {
            return switch (this) {
                case ALL -> true;
                case SAVES -> !advice.refused() && !advice.keeps();
                case REFUSED -> advice.refused();
            };
        }
    }

    /// What the chart shows.
    ///
    /// @param dealt the load dealt out over the proposed number of replicas, null if that is the present one
    record Use(WorkloadAdvice advice, Measure measure, UseChart measured, @Nullable UseChart dealt) {}

    /// What the sliders work with.
    record Sliders(WorkloadAdvice advice, WhatIf whatIf, WhatIfInput start) {}

    private static final int COLUMNS = 600;

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<List<WorkloadAdvice>> advices = new ReadOnlyObjectWrapper<>(this, "advices",
            List.of());
    private final ReadOnlyObjectWrapper<List<WorkloadAdvice>> listed = new ReadOnlyObjectWrapper<>(this, "listed",
            List.of());
    private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(this, "strategy",
            Strategies.all().getFirst());
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(this, "which", Which.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<@Nullable WorkloadAdvice> selected = new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(this, "measure", Measure.CPU_CORES);
    private final ReadOnlyObjectWrapper<@Nullable Use> use = new ReadOnlyObjectWrapper<>(this, "use");
    private final ReadOnlyObjectWrapper<@Nullable Sliders> sliders = new ReadOnlyObjectWrapper<>(this, "sliders");

    RightsizingModel(ScreenContext context) {
        this.context = context;
        strategy.addListener((property, before, now) -> refresh());
        which.addListener((property, before, now) -> list());
        search.addListener((property, before, now) -> list());
        measure.addListener((property, before, now) -> askUse());
        selected.addListener((property, before, now) -> {
            askUse();
            askSliders();
        });
    }

    /// All advices, the largest saving first.
    ReadOnlyObjectProperty<List<WorkloadAdvice>> advicesProperty() {
        return advices.getReadOnlyProperty();
    }

    /// Those that search and filter let through.
    ReadOnlyObjectProperty<List<WorkloadAdvice>> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    ObjectProperty<Strategy> strategyProperty() {
        return strategy;
    }

    ObjectProperty<Which> whichProperty() {
        return which;
    }

    StringProperty searchProperty() {
        return search;
    }

    ObjectProperty<@Nullable WorkloadAdvice> selectedProperty() {
        return selected;
    }

    ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /// Null while nothing is selected, or its telemetry is on its way.
    ReadOnlyObjectProperty<@Nullable Use> useProperty() {
        return use.getReadOnlyProperty();
    }

    /// Null for a machine, and while they are prepared.
    ReadOnlyObjectProperty<@Nullable Sliders> slidersProperty() {
        return sliders.getReadOnlyProperty();
    }

    void refresh() {
        AdviceQuery query = new AdviceQuery(strategy.get().id(), OptionalDouble.empty(), OptionalDouble.empty(), null);
        context.tasks().latest(List.of(this, "advices"), Messages.text("rightsizing.loading"),
                (progress, cancellation) -> service().advise(query, progress, cancellation), this::show);
    }

    void show(List<WorkloadAdvice> found) {
        advices.set(found);
        list();
        keepSelection();
    }

    /// Selects a workload by its name, `namespace/name` or key; false if it is not there.
    boolean select(String name) {
        Optional<WorkloadAdvice> found = advices.get().stream()
                .filter(each -> each.workload().key().toString().equals(name)
                        || each.workload().key().name().equals(name)
                        || (each.workload().key().namespace() + "/" + each.workload().key().name()).equals(name))
                .findFirst();
        found.ifPresent(selected::set);
        return found.isPresent();
    }

    private void keepSelection() {
        WorkloadAdvice before = selected.get();
        String wanted = context.selection("rightsizing").get();
        boolean done = before != null && select(before.workload().key().toString()) || select(wanted);
        if (!done) {
            selected.set(advices.get().isEmpty() ? null : advices.get().getFirst());
        }
    }

    private void list() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        listed.set(advices.get().stream().filter(which.get()::takes)
                .filter(each -> (each.workload().title() + " " + each.workload().key()).toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList());
    }

    /// What the listed changes save a month, in the window's currency; empty if none of them is priced in it.
    Optional<Money> total() {
        String currency = context.filter().currency();
        List<Money> savings = listed.get().stream().filter(Which.SAVES::takes).map(WorkloadAdvice::monthlySaving)
                .filter(each -> each != null && each.currency().equals(currency)).toList();
        return savings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Money(savings.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        currency));
    }

    private void askUse() {
        WorkloadAdvice advice = selected.get();
        use.set(null);
        if (advice == null || !advice.workload().hasTelemetry()) {
            return;
        }
        Measure shown = measure.get();
        String key = advice.workload().key().toString();
        OptionalInt replicas = changedReplicas(advice);
        context.tasks().latest(List.of(this, "use"), Messages.text("rightsizing.loadingUse"),
                (progress, cancellation) -> new Use(advice, shown,
                        service().series(key, shown, OptionalInt.empty(), COLUMNS, cancellation),
                        replicas.isEmpty() ? null : service().series(key, shown, replicas, COLUMNS, cancellation)),
                use::set);
    }

    private static OptionalInt changedReplicas(WorkloadAdvice advice) {
        Advice pods = advice.advice();
        return pods == null || pods.current().replicas() == pods.proposed().replicas()
                ? OptionalInt.empty()
                : OptionalInt.of(pods.proposed().replicas());
    }

    private void askSliders() {
        WorkloadAdvice advice = selected.get();
        sliders.set(null);
        if (advice == null || advice.advice() == null || !advice.workload().hasTelemetry()) {
            return;
        }
        Size proposed = advice.advice().proposed();
        context.tasks().latest(List.of(this, "sliders"), Messages.text("rightsizing.loadingSliders"),
                (progress, cancellation) -> new Sliders(advice, sliders(advice, cancellation),
                        WhatIfInput.of(proposed)),
                sliders::set);
    }

    private WhatIf sliders(WorkloadAdvice advice, Cancellation cancellation) {
        return service().whatIf(advice.workload().key().toString(), cancellation);
    }

    private Rightsizing service() {
        return context.workbench().rightsizing();
    }
}
