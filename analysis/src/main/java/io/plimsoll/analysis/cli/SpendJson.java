package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.forecast.BudgetOutlook;
import io.plimsoll.analysis.forecast.CostForecast;
import io.plimsoll.analysis.forecast.MonthOutlook;
import io.plimsoll.analysis.forecast.Range;

/// A forecast of cost in the shape that scripts rely on.
final class SpendJson {
    private SpendJson() {
    }

    static ObjectNode write(ObjectNode document, CostForecast forecast) {
        document.put("currency", forecast.currency()).put("metric", forecast.metric().id())
                .put("method", "mean of " + String.join(", ", forecast.methods())).put("estimate", true)
                .put("completeTo", forecast.complete().toString());
        Json.texts(document, "key", forecast.key());
        document.putObject("backtest").put("smape", number(forecast.backtest().smape()))
                .put("mase", number(forecast.backtest().mase()))
                .put("cover95", number(forecast.backtest().cover95())).put("origins", forecast.backtest().origins());
        document.putObject("totalsBacktest").put("error", number(forecast.totals().error()))
                .put("cover80", number(forecast.totals().cover80()))
                .put("cover95", number(forecast.totals().cover95())).put("windows", forecast.totals().windows());
        ArrayNode months = document.putArray("months");
        forecast.months().forEach(each -> month(months.addObject(), each));
        ArrayNode budgets = document.putArray("budgets");
        forecast.budgets().forEach(each -> budget(budgets.addObject(), each));
        ArrayNode recurring = document.putArray("recurring");
        forecast.recurring().forEach(each -> recurring.addObject().put("dayOfMonth", each.dayOfMonth()).put("amount",
                Json.plain(each.amount())));
        ArrayNode singles = document.putArray("notExpectedAgain");
        forecast.singles().forEach(each -> singles.addObject().put("day", each.day().toString()).put("amount",
                Json.plain(each.amount())));
        return document;
    }

    private static void month(ObjectNode object, MonthOutlook month) {
        object.put("month", month.month().toString()).put("actual", Json.plain(month.actual()))
                .put("completeDays", month.completeDays());
        range(object, month.total());
        object.put("budget", plain(month.budget())).put("chanceToExceed", number(month.chanceToExceed()))
                .put("runRate", Json.plain(month.runRate()));
        range(object.putObject("base"), month.base());
        range(object.putObject("planned"), month.planned());
    }

    private static void budget(ObjectNode object, BudgetOutlook outlook) {
        CostFilter filter = outlook.budget().filter();
        Range total = outlook.total();
        object.put("period", outlook.budget().period())
                .put("filter", filter == null ? null : filter.dimension() + "=" + filter.values().getFirst())
                .put("budget", Json.plain(outlook.budget().amount().amount()))
                .put("actual", Json.plain(outlook.actual()));
        if (total == null) {
            object.put("reason", outlook.gap());
        } else {
            range(object, total);
        }
        object.put("chanceToExceed", number(outlook.chanceToExceed())).put("planned", outlook.planned());
    }

    private static void range(ObjectNode object, Range range) {
        object.put("mean", Json.plain(range.middle())).put("low80", Json.plain(range.low80()))
                .put("high80", Json.plain(range.high80())).put("low95", Json.plain(range.low95()))
                .put("high95", Json.plain(range.high95()));
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : Json.plain(amount);
    }

    private static @Nullable Double number(OptionalDouble number) {
        return number.isEmpty() ? null : number(number.getAsDouble());
    }

    /// JSON knows no `NaN`.
    private static @Nullable Double number(double number) {
        return Double.isFinite(number) ? Math.round(number * 10_000) / 10_000.0 : null;
    }
}
