package io.plimsoll.app.screen.rightsizing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.FleetFrontier;
import io.plimsoll.analysis.rightsizing.League;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.RunningTask;
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

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<List<WorkloadAdvice>> advices = new ReadOnlyObjectWrapper<>(this, "advices",
            List.of());
    private final ReadOnlyObjectWrapper<List<WorkloadAdvice>> listed = new ReadOnlyObjectWrapper<>(this, "listed",
            List.of());
    private final ObjectProperty<Strategy> strategy = new SimpleObjectProperty<>(this, "strategy",
            Strategies.all().getFirst());
    private final ObjectProperty<StatedRisks> risks = new SimpleObjectProperty<>(this, "risks", StatedRisks.USUAL);
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(this, "which", Which.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");
    private final ObjectProperty<@Nullable Refusal> code = new SimpleObjectProperty<>(this, "code");
    private final WorkloadModel workload;
    private final ReadOnlyObjectWrapper<List<League>> leagues = new ReadOnlyObjectWrapper<>(this, "leagues", List.of());
    private final ReadOnlyObjectWrapper<@Nullable List<FleetFrontier>> fleets = new ReadOnlyObjectWrapper<>(this,
            "fleets");
    private @Nullable RunningTask askingLeague;
    private @Nullable RunningTask askingFleet;

    RightsizingModel(ScreenContext context) {
        this.context = context;
        this.workload = new WorkloadModel(context, risks::get);
        strategy.addListener((property, before, now) -> refresh());
        risks.addListener((property, before, now) -> refresh());
        which.addListener((property, before, now) -> list());
        search.addListener((property, before, now) -> list());
        code.addListener((property, before, now) -> list());
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

    /// What the advice, the league and the frontiers may risk.
    ObjectProperty<StatedRisks> risksProperty() {
        return risks;
    }

    ObjectProperty<Which> whichProperty() {
        return which;
    }

    StringProperty searchProperty() {
        return search;
    }

    /// The only code that listed workloads may have; null for any.
    ObjectProperty<@Nullable Refusal> codeProperty() {
        return code;
    }

    ObjectProperty<@Nullable WorkloadAdvice> selectedProperty() {
        return workload.selectedProperty();
    }

    /// The selected one with its charts and sliders.
    WorkloadModel workload() {
        return workload;
    }

    /// All strategies over all workloads, one table a currency; empty until `askLeague`.
    ReadOnlyObjectProperty<List<League>> leaguesProperty() {
        return leagues.getReadOnlyProperty();
    }

    /// Replays every strategy on every workload, unless that is done or under way.
    void askLeague() {
        if (leagues.get().isEmpty() && !underWay(askingLeague)) {
            AdviceQuery query = query();
            askingLeague = context.tasks().latest(List.of(this, "league"), Messages.text("rightsizing.loadingLeague"),
                    (progress, cancellation) -> service().tradeOffs().league(query, progress, cancellation),
                    leagues::set);
        }
    }

    /// Money against risk of all workloads, one a currency; null until `askFleet` is answered.
    ReadOnlyObjectProperty<@Nullable List<FleetFrontier>> fleetsProperty() {
        return fleets.getReadOnlyProperty();
    }

    /// Weighs all workloads, unless that is done or under way.
    void askFleet() {
        if (fleets.get() == null && !underWay(askingFleet)) {
            AdviceQuery query = query();
            askingFleet = context.tasks().latest(List.of(this, "fleet"), Messages.text("rightsizing.loadingFleet"),
                    (progress, cancellation) -> service().tradeOffs().fleet(query, progress, cancellation),
                    fleets::set);
        }
    }

    private boolean underWay(@Nullable RunningTask asked) {
        return asked != null && !asked.isCancelled() && context.tasks().running().contains(asked);
    }

    /// Work for advices that are no longer shown: its answer must not stand beside the new ones.
    private static void stop(@Nullable RunningTask asked) {
        if (asked != null) {
            asked.cancel();
        }
    }

    /// Codes of the advices that the other filters let through, with how many have each, the most frequent first.
    Map<Refusal, Long> codes() {
        Map<Refusal, Long> counts = advices.get().stream().filter(which.get()::takes)
                .flatMap(each -> each.objections().stream().map(Objection::code).distinct())
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        Map<Refusal, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream().sorted(Map.Entry.<Refusal, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    private AdviceQuery query() {
        return risks.get().query(strategy.get().id(), null);
    }

    void refresh() {
        AdviceQuery query = query();
        context.tasks().latest(List.of(this, "advices"), Messages.text("rightsizing.loading"),
                (progress, cancellation) -> service().advise(query, progress, cancellation), this::show);
    }

    void show(List<WorkloadAdvice> found) {
        stop(askingLeague);
        stop(askingFleet);
        leagues.set(List.of());
        fleets.set(null);
        advices.set(found);
        list();
        keepSelection();
    }

    /// Selects a workload by its name, `namespace/name` or key; false if it is not there.
    boolean select(String name) {
        Optional<WorkloadAdvice> found = advices.get().stream()
                .filter(each -> each.workload().key().toString().equals(name)
                        || each.workload().key().name().equals(name) || each.workload().title().equals(name)
                        || (each.workload().key().namespace() + "/" + each.workload().key().name()).equals(name))
                .findFirst();
        found.ifPresent(selectedProperty()::set);
        return found.isPresent();
    }

    private void keepSelection() {
        WorkloadAdvice before = selectedProperty().get();
        String wanted = context.selection("rightsizing").get();
        boolean done = before != null && select(before.workload().key().toString()) || select(wanted);
        if (!done) {
            selectedProperty().set(advices.get().isEmpty() ? null : advices.get().getFirst());
        }
    }

    private void list() {
        Refusal only = code.get();
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        listed.set(advices.get().stream().filter(which.get()::takes)
                .filter(each -> only == null || each.objections().stream().anyMatch(one -> one.code() == only))
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

    private Rightsizing service() {
        return context.workbench().rightsizing();
    }
}
