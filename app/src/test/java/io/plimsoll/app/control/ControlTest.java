package io.plimsoll.app.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.task.Tasks;

import static org.assertj.core.api.Assertions.assertThat;

class ControlTest extends FxTest {
    private static final List<Integer> MANY = IntStream.range(0, 100_000).boxed().toList();
    private static final List<Column<Integer>> COLUMNS = List.of(
            Column.number("value", "Value", 100, Object::toString),
            Column.text("half", "Half", 100, row -> Integer.toString(row / 2)));

    private final List<PageRequest> asked = new CopyOnWriteArrayList<>();
    private final PageSource<Integer> source = (request, cancellation) -> {
        asked.add(request);
        return Page.of(MANY, request);
    };

    private static void press(Node node, KeyCode code) {
        fx(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private static String textIn(Node node) {
        return fx(() -> String.join("|", node.lookupAll(".label").stream().map(each -> ((Label) each).getText())
                .toList()));
    }

    @Test
    void aTableOfManyRowsLoadsThePagesInViewOnly() {
        PagedTable<Integer> table = fx(() -> new PagedTable<>(Tasks.atOnce(), "numbers", COLUMNS));
        fx(() -> table.show(source));
        Stage stage = show(table, 400, 400);
        assertThat(fx(() -> table.totalProperty().get())).isEqualTo(100_000);
        fx(() -> table.select(50_000));
        await("the row in the middle", () -> Integer.valueOf(50_000).equals(table.selectedProperty().get()));
        assertThat(asked.size()).isLessThanOrEqualTo(4);
        fx(stage::close);
    }

    @Test
    void sortingAsksTheSourceAgainAndNothingIsSortedHere() {
        PagedTable<Integer> table = fx(() -> new PagedTable<>(Tasks.atOnce(), "numbers", COLUMNS));
        fx(() -> table.show(source));
        fx(() -> {
            TableView<?> view = table.view();
            TableColumn<?, ?> column = view.getColumns().getFirst();
            column.setSortType(TableColumn.SortType.DESCENDING);
            sort(view, column);
        });
        assertThat(asked).extracting(PageRequest::sort).containsExactly(null, new Sort("value", false));
    }

    @SuppressWarnings("unchecked")
    private static <S> void sort(TableView<S> view, TableColumn<?, ?> column) {
        view.getSortOrder().setAll(List.of((TableColumn<S, ?>) column));
    }

    @Test
    void anEmptyTableSaysWhatToDoAndABrokenOneSaysWhyAndTriesAgain() {
        PagedTable<Integer> table = fx(() -> new PagedTable<>(Tasks.atOnce(), "numbers", COLUMNS));
        Stage stage = show(table, 500, 300);
        assertThat(textIn(table)).contains("Loading");
        fx(() -> {
            table.setEmptyState(EmptyState.of("No bill yet", "Import one."));
            table.show((request, cancellation) -> Page.of(List.of(), request));
        });
        await("the empty state", () -> table.lookup(".pl-empty-title") instanceof Label label
                && label.getText().equals("No bill yet"));
        fx(() -> table.show((request, cancellation) -> {
            throw StepFailure.badInput("X", "The store is locked.", "Close the other window.");
        }));
        await("the reason", () -> table.lookup(".pl-empty-hint") instanceof Label label
                && label.getText().equals("The store is locked. Close the other window."));
        fx(stage::close);
    }

    @Test
    void aFormKeepsTheLastGoodValuesWhileAFieldIsWrong() {
        ParameterForm form = fx(() -> new ParameterForm(List.of(
                Parameter.whole("days", "Days", "Days of telemetry.", 14, 1, 90),
                Parameter.choice("mode", "Mode", "How.", "replay", List.of("replay", "peak")))));
        TextField days = (TextField) fx(() -> form.lookup("#parameter-days"));
        fx(() -> days.setText("30"));
        assertThat(fx(() -> form.valueProperty().get().whole("days"))).isEqualTo(30);
        fx(() -> days.setText("1000"));
        assertThat(fx(() -> form.validProperty().get())).isFalse();
        assertThat(textIn(form)).contains("Days must lie between 1 and 90");
        assertThat(fx(() -> form.valueProperty().get().whole("days"))).isEqualTo(30);
        fx(() -> form.show(form.valueProperty().get().with("mode", "peak").with("days", "7")));
        assertThat(fx(() -> form.validProperty().get())).isTrue();
        assertThat(fx(() -> form.valueProperty().get().text("mode"))).isEqualTo("peak");
    }

    @Test
    void theFilterBarShowsItsFilterAndTakesConditionsAway() {
        FilterBar bar = fx(() -> new FilterBar(Tasks.atOnce(),
                Filter.of(new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)), "USD")
                        .with(Condition.keep("Provider", "AWS", "Azure")),
                new Choices()));
        assertThat(textIn(bar)).contains("1 Sep \u2013 30 Sep 2026", "Effective", "AWS, Azure");
        press(fx(() -> bar.lookup("#filter-Provider")), KeyCode.DELETE);
        assertThat(fx(() -> bar.filterProperty().get().conditions())).isEmpty();
        fx(() -> bar.filterProperty().set(bar.filterProperty().get().withGroupBy(List.of("Modality", "Service"))));
        assertThat(textIn(bar)).contains("Modality \u203a Service");
    }

    @Test
    void aConditionIsChosenFromTheValuesThatTheWorkspaceHas() {
        List<Condition> done = new ArrayList<>();
        ConditionEditor editor = fx(() -> new ConditionEditor(Tasks.atOnce(), new Choices(),
                Condition.keep("Provider", "AWS"), done::add));
        Stage stage = show(editor, 320, 400);
        assertThat(fx(() -> ((ListView<?>) editor.lookup(".list-view")).getItems().size()))
                .isEqualTo(2);
        fx(() -> ((Button) editor.lookup(".button.accent")).fire());
        assertThat(done).containsExactly(Condition.keep("Provider", "AWS"));
        fx(stage::close);
    }

    @Test
    void aSliderMovesByItsStepAndSaysItsValue() {
        ValueSlider slider = fx(() -> new ValueSlider("CPU", 0, 4, 0.25, value -> value + " cores"));
        Stage stage = show(slider, 400, 40);
        fx(() -> slider.setToday(3.1));
        assertThat(fx(() -> slider.valueProperty().get())).isEqualTo(3.0);
        assertThat(textIn(slider)).contains("3.0 cores");
        Node inner = fx(() -> slider.lookup(".slider"));
        press(inner, KeyCode.PAGE_DOWN);
        assertThat(fx(() -> slider.valueProperty().get())).isEqualTo(0.5);
        press(inner, KeyCode.END);
        assertThat(fx(() -> slider.valueProperty().get())).isEqualTo(4.0);
        fx(stage::close);
    }

    @Test
    void sideBySideALongLineIsReachedByOneBarForBothHalves() {
        DiffView diff = fx(DiffView::new);
        fx(() -> diff.show(List.of(DiffLine.changed(1, "cpu: 4 # " + "why ".repeat(40), List.of(), 1, "cpu: 2",
                List.of()))));
        Stage stage = show(diff, 400, 200);
        Node bar = fx(() -> diff.lookup("#diff-across"));
        assertThat(fx(bar::isVisible)).as("unified, the list scrolls").isFalse();
        fx(() -> diff.sideBySideProperty().set(true));
        assertThat(fx(bar::isVisible)).isTrue();
        assertThat(textIn(diff)).contains("cpu: 2");
        fx(() -> diff.show(List.of(DiffLine.changed(1, "cpu: 4", List.of(), 1, "cpu: 2", List.of()))));
        assertThat(fx(bar::isVisible)).isFalse();
        fx(stage::close);
    }

    @Test
    void aDiffMarksTheWordsThatDifferAndShowsACarriageReturn() {
        DiffView diff = fx(DiffView::new);
        fx(() -> diff.show(List.of(DiffLine.changed(1, "cpu: 4\r", List.of(new DiffLine.Mark(5, 6)), 1, "cpu: 2\r",
                List.of(new DiffLine.Mark(5, 6))))));
        Stage stage = show(diff, 400, 200);
        await("rows", () -> diff.lookupAll(".pl-diff-mark").size() == 2);
        assertThat(fx(() -> diff.lookupAll(".pl-diff-mark").stream().map(each -> ((Label) each).getText()).toList()))
                .containsExactlyInAnyOrder("4", "2");
        assertThat(fx(() -> diff.lookupAll(".pl-diff-unseen").size())).isEqualTo(2);
        fx(() -> diff.sideBySideProperty().set(true));
        await("one row with both sides", () -> diff.lookupAll(".pl-diff-line.removed").size() == 1
                && diff.lookupAll(".pl-diff-line.added").size() == 1);
        fx(stage::close);
    }

    @Test
    void theCurrencyChipSaysThatOtherCurrenciesAreNotShown() {
        Filter dollars = Filter.of(new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)), "USD");
        FilterBar bar = fx(() -> new FilterBar(Tasks.atOnce(), dollars, new Choices() {
            @Override
            public List<CurrencyChoice> currencies() {
                return List.of(new CurrencyChoice("USD", false, "USD"), new CurrencyChoice("EUR", false, "EUR"),
                        new CurrencyChoice("EUR", true, "All in EUR"));
            }
        }));
        assertThat(textIn(fx(() -> bar.lookup("#filter-currency")))).contains("USD", "1 other loaded");
        fx(() -> bar.filterProperty().set(dollars.withCurrency("EUR", true)));
        assertThat(textIn(fx(() -> bar.lookup("#filter-currency")))).contains("All in", "EUR");
    }

    private static class Choices implements FilterChoices {
        @Override
        public List<CurrencyChoice> currencies() {
            return List.of(new CurrencyChoice("USD", false, "USD"));
        }

        @Override
        public String currencyHint() {
            return "";
        }

        @Override
        public List<String> dimensions() {
            return List.of("Provider", "Region");
        }

        @Override
        public boolean isInCube(String dimension) {
            return true;
        }

        @Override
        public LocalDate lastDay() {
            return LocalDate.of(2026, 9, 29);
        }

        @Override
        public List<String> values(String dimension, String containing, Cancellation cancellation) {
            return List.of("AWS", "Azure");
        }
    }
}
