package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.League;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// All strategies side by side, for the selected workload or for all of them.
final class ComparedCard {
    /// What is compared.
    enum Scope {
        WORKLOAD, FLEET;

        String title() {
            return Messages.text("rightsizing.scope." + name().toLowerCase(Locale.ROOT));
        }
    }

    private final ScreenContext context;
    private final RightsizingModel model;
    private final StackPane place = new StackPane();
    private final Segments<Scope> scope = new Segments<>(List.of(Scope.values()), Scope::title);
    private final Card card;

    /// @param below stands under the table
    ComparedCard(ScreenContext context, RightsizingModel model, Node below) {
        this.context = context;
        this.model = model;
        scope.setId("rightsizing-scope");
        VBox content = new VBox(8, place, below);
        VBox.setVgrow(place, javafx.scene.layout.Priority.ALWAYS);
        place.setMinHeight(0);
        card = new Card("", "", content).withActions(scope);
        scope.valueProperty().addListener((property, before, now) -> show());
        model.selectedProperty().addListener((property, before, now) -> show());
        model.workload().typesProperty().addListener((property, before, now) -> show());
        model.leaguesProperty().addListener((property, before, now) -> show());
    }

    Card card() {
        return card;
    }

    private void showWorkload(@Nullable WorkloadAdvice advice) {
        VmAdvice vm = advice == null ? null : advice.machine();
        if (vm != null) {
            WorkloadModel.Types types = model.workload().typesProperty().get();
            card.setTitle(Messages.text("rightsizing.machine.candidates"));
            card.setHint(Messages.text("rightsizing.machine.need", Formats.number(vm.need().vcpu(), 1),
                    Formats.number(vm.need().memoryGib(), 1)));
            place.getChildren()
                    .setAll(types == null ? EmptyState.loading() : TypesTable.of(context, vm, types.types()));
        } else if (advice != null) {
            card.setHint(Messages.text("rightsizing.strategiesHint"));
            place.getChildren().setAll(StrategiesTable.of(context, advice));
        }
    }

    private void show() {
        WorkloadAdvice advice = model.selectedProperty().get();
        boolean fleet = scope.valueProperty().get() == Scope.FLEET;
        card.setTitle(Messages.text(fleet ? "rightsizing.league" : "rightsizing.strategies"));
        if (!fleet) {
            showWorkload(advice);
            return;
        }
        List<League> leagues = model.leaguesProperty().get();
        if (leagues.isEmpty()) {
            card.setHint("");
            place.getChildren().setAll(EmptyState.loading());
            model.askLeague();
            return;
        }
        String currency = context.filter().currency();
        League league = leagues.stream().filter(each -> currency.equals(each.currency())).findFirst()
                .orElse(leagues.getFirst());
        card.setHint(Messages.text("rightsizing.leagueHint", Formats.count(league.workloads()),
                league.currency() == null ? Messages.text("rightsizing.noBill") : league.currency(),
                Formats.percent(league.risk(), 1)));
        place.getChildren().setAll(LeagueRows.of(context, league));
    }
}
