package io.plimsoll.app.screen.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.MonthOutlook;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// A line a month.
final class MonthsTable {
    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.1;

    /// In a narrower table these are left out; they stand in the CSV.
    private static final Map<String, Double> WIDE_ONLY = Map.of("runRate", 740.0, "ofPlan", 620.0, "actual", 560.0);

    private MonthsTable() {
    }

    static PagedTable<MonthOutlook> of(ScreenContext context, CostForecast forecast) {
        String currency = forecast.currency();
        List<Column<MonthOutlook>> columns = new ArrayList<>();
        columns.add(Column.<MonthOutlook>text("month", Messages.text("forecast.month"), 84,
                each -> DateFormats.monthAndYear(each.month())).unsortable());
        columns.add(figure("actual", 92, each -> each.completeDays() == 0
                ? Formats.NONE
                : ForecastText.money(each.actual(), currency)));
        columns.add(figure("expected", 92, each -> ForecastText.money(each.total().middle(), currency)));
        columns.add(figure("range", 136, each -> ForecastText.range(each.total(), currency)));
        if (ForecastText.planned(forecast)) {
            columns.add(figure("ofPlan", 84, each -> ForecastText.money(each.planned().middle(), currency)));
        }
        columns.add(figure("runRate", 112, each -> ForecastText.money(each.runRate(), currency)));
        columns.add(figure("budgetColumn", 84, each -> ForecastText.money(each.budget(), currency)));
        columns.add(Column.<MonthOutlook>node("chance", Messages.text("forecast.chance"), 78,
                each -> ForecastText.chance(each.chanceToExceed()),
                each -> new Pill(ForecastText.chance(each.chanceToExceed()), tone(each))).unsortable());
        PagedTable<MonthOutlook> table = new PagedTable<>(context.tasks(), Messages.text("forecast.months"), columns);
        table.view().setId("forecast-months");
        table.widthProperty().addListener((property, before, now) -> table.view().getColumns()
                .forEach(column -> column.setVisible(
                        now.doubleValue() >= WIDE_ONLY.getOrDefault(column.getId(), 0.0))));
        table.show((request, cancellation) -> Page.of(forecast.months(), request));
        return table;
    }

    private static Column<MonthOutlook> figure(String id, double width, Function<MonthOutlook, String> text) {
        return Column.number(id, Messages.text("forecast." + id), width, text).unsortable();
    }

    private static Tone tone(MonthOutlook month) {
        double chance = month.chanceToExceed().orElse(0);
        if (month.chanceToExceed().isEmpty()) {
            return Tone.NEUTRAL;
        }
        return chance >= LIKELY ? Tone.BAD : chance >= POSSIBLE ? Tone.WARN : Tone.GOOD;
    }
}
