package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

import io.plimsoll.analysis.rightsizing.JointSaving;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.scenario.Scenario;
import io.plimsoll.analysis.scenario.ScenarioStep;
import io.plimsoll.analysis.scenario.ScenarioTotals;
import io.plimsoll.analysis.scenario.Scenarios;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Puts what the sliders say into a scenario: one of those there are, or a new one whose name is typed into the menu.
final class ScenarioMenu {
    private final ScreenContext context;

    ScenarioMenu(ScreenContext context) {
        this.context = context;
    }

    /// Opens below `owner` once the scenarios are read.
    void open(Node owner, WorkloadAdvice advice, WhatIfInput wanted) {
        context.tasks().latest(List.of(this, "names"), Messages.text("rightsizing.scenario.reading"),
                (progress, cancellation) -> scenarios().all(), found -> show(owner, found, advice, wanted));
    }

    private void show(Node owner, List<Scenario> scenarios, WorkloadAdvice advice, WhatIfInput wanted) {
        ContextMenu menu = new ContextMenu();
        menu.setId("rightsizing-scenarios");
        for (Scenario each : scenarios) {
            MenuItem item = new MenuItem(
                    Messages.text("rightsizing.scenario.item", each.name(), each.steps().size()));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> add(each.name(), false, advice, wanted));
            menu.getItems().add(item);
        }
        if (!scenarios.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        TextField name = new TextField();
        name.setId("rightsizing-scenario-name");
        name.setPromptText(Messages.text("rightsizing.scenario.new"));
        name.setOnAction(event -> {
            if (!name.getText().isBlank()) {
                menu.hide();
                add(name.getText().strip(), true, advice, wanted);
            }
        });
        menu.getItems().add(new CustomMenuItem(name, false));
        menu.setOnShown(event -> name.requestFocus());
        menu.show(owner, Side.TOP, 0, -4);
    }

    /// Adds the step, then says what the scenario saves as a whole.
    void add(String name, boolean fresh, WorkloadAdvice advice, WhatIfInput wanted) {
        context.tasks().submit(Messages.text("rightsizing.scenario.adding", name), (progress, cancellation) -> {
            if (fresh) {
                scenarios().create(name);
            }
            scenarios().put(name, new ScenarioStep(advice.workload().key().toString(), wanted, "", null));
            return scenarios().totals(name, progress, cancellation);
        }, totals -> context.notice(notice(advice, totals)));
    }

    private static String notice(WorkloadAdvice advice, ScenarioTotals totals) {
        String saving = totals.effect().sums().stream().map(JointSaving::effective)
                .map(MoneyFormat::brief).collect(Collectors.joining(" + "));
        int steps = totals.scenario().steps().size();
        String added = Messages.text("rightsizing.scenario.added", advice.workload().title(), totals.scenario().name());
        return saving.isEmpty()
                ? added
                : added + " " + Messages.text(
                        steps == 1 ? "rightsizing.scenario.savesOne" : "rightsizing.scenario.saves", steps, saving);
    }

    private Scenarios scenarios() {
        return context.workbench().scenarios();
    }
}
