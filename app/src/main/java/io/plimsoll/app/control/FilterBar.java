package io.plimsoll.app.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.Filter.Compare;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;

/// The row of chips that says what all screens look at. Its one value is the `Filter`; screens listen to it and may set it.
public final class FilterBar extends StackPane {
    private final Tasks tasks;
    private final ObjectProperty<Filter> filter;
    private final ChipFlow chips = new ChipFlow();
    private FilterChoices choices;

    public FilterBar(Tasks tasks, Filter initial, FilterChoices choices) {
        this.tasks = tasks;
        this.choices = choices;
        this.filter = new SimpleObjectProperty<>(this, "filter", initial);
        getStyleClass().add("pl-filters");
        setId("filters");
        setMinWidth(0);
        getChildren().add(chips);
        filter.addListener((property, before, now) -> fill(now));
        fill(initial);
    }

    public ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /// Tells it what another workspace lets one filter by.
    public void setChoices(FilterChoices changed) {
        choices = changed;
        fill(filter.get());
    }

    private void fill(Filter now) {
        Chip period = chip("filter-period", chip -> edit(chip,
                done -> new PeriodEditor(now, choices.lastDay(), done)));
        period.show("", DateFormats.period(now.period()), comparedWith(now.compare()));
        Chip cost = chip("filter-metric", chip -> choose(chip, List.of(CostMetric.values()), CostMetric::title,
                chosen -> filter.set(now.withMetric(chosen))));
        cost.show(Messages.text("filter.cost"), now.metric().title(), "");
        Chip currency = chip("filter-currency", chip -> chooseCurrency(chip, now));
        showCurrency(currency, now);
        List<Chip> lead = new ArrayList<>(List.of(period, cost, currency));
        now.conditions().forEach(condition -> lead.add(condition(now, condition)));
        Chip add = chip("filter-add", chip -> editCondition(chip, null)).asAddition();
        add.show(Messages.text("filter.add"), "", "");
        lead.add(add);
        Chip group = chip("filter-group", chip -> editGroup(chip, now));
        group.show(Messages.text("filter.groupBy"), now.groupBy().isEmpty()
                ? Messages.text("filter.groupNone")
                : String.join(" \u203a ", now.groupBy()), "");
        Chip grain = chip("filter-grain", chip -> choose(chip, List.of(Grain.values()), Grain::title,
                chosen -> filter.set(now.withGrain(chosen))));
        grain.show(now.grain().title(), "", "");
        chips.fill(lead, List.of(group, grain));
    }

    private Chip condition(Filter now, Condition condition) {
        Chip chip = chip("filter-" + condition.dimension().replace(':', '-'),
                owner -> editCondition(owner, condition));
        chip.show(condition.dimension(), condition.valuesText(), "");
        return chip.removable(Messages.text("filter.remove", condition.dimension()),
                () -> filter.set(now.without(condition.dimension())));
    }

    private static Chip chip(String id, Consumer<Chip> action) {
        Chip[] own = new Chip[1];
        own[0] = new Chip(() -> action.accept(own[0]));
        own[0].setId(id);
        return own[0];
    }

    private void edit(Node owner, Function<Consumer<Filter>, Region> editor) {
        Pop[] pop = new Pop[1];
        pop[0] = Pop.below(owner, editor.apply(changed -> {
            pop[0].hide();
            filter.set(changed);
        }));
    }

    private void editCondition(Node owner, @Nullable Condition condition) {
        edit(owner, done -> new ConditionEditor(tasks, choices, condition,
                changed -> done.accept(filter.get().with(changed))));
    }

    private void editGroup(Node owner, Filter now) {
        edit(owner, done -> new GroupEditor(choices, now.groupBy(),
                changed -> done.accept(filter.get().withGroupBy(changed))));
    }

    /// Which currency is shown, and that there are others.
    private void showCurrency(Chip chip, Filter now) {
        long others = choices.currencies().stream()
                .filter(each -> !each.converted() && !each.code().equals(now.currency())).count();
        if (now.converted()) {
            chip.show(Messages.text("filter.allIn"), now.currency(), "");
        } else {
            chip.show(now.currency(), "", others == 0
                    ? ""
                    : others == 1 ? Messages.text("filter.currencyOne") : Messages.text("filter.currencyOnly", others));
        }
    }

    private void chooseCurrency(Node owner, Filter now) {
        ContextMenu menu = menu(choices.currencies(), CurrencyChoice::title,
                chosen -> filter.set(now.withCurrency(chosen.code(), chosen.converted())));
        if (!choices.currencyHint().isEmpty()) {
            MenuItem hint = new MenuItem(choices.currencyHint());
            hint.setId("filter-currency-hint");
            hint.setMnemonicParsing(false);
            hint.setDisable(true);
            menu.getItems().addAll(new SeparatorMenuItem(), hint);
        }
        menu.show(owner, Side.BOTTOM, 0, 4);
    }

    private static <T> void choose(Node owner, List<T> offered, Function<T, String> title, Consumer<T> chosen) {
        menu(offered, title, chosen).show(owner, Side.BOTTOM, 0, 4);
    }

    private static <T> ContextMenu menu(List<T> offered, Function<T, String> title, Consumer<T> chosen) {
        ContextMenu menu = new ContextMenu();
        for (T each : offered) {
            MenuItem item = new MenuItem(title.apply(each));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> chosen.accept(each));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String comparedWith(Compare compare) {
        return switch (compare) {
            case PREVIOUS -> Messages.text("filter.vsPrevious");
            case YEAR -> Messages.text("filter.vsYear");
            case NONE -> "";
        };
    }
}
