package io.plimsoll.analysis.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The months of a forecast as CSV; all but `actual` and `budget` are estimates.
public final class MonthsCsv {
    private MonthsCsv() {
    }

    public static String of(CostForecast forecast) {
        List<String> lines = new ArrayList<>();
        lines.add("month,currency,actual,complete_days,expected,low80,high80,low95,high95,planned,run_rate,budget,"
                + "chance_to_exceed");
        for (MonthOutlook each : forecast.months()) {
            Range total = each.total();
            BigDecimal budget = each.budget();
            lines.add(String.join(",", each.month().toString(), forecast.currency(), each.actual().toPlainString(),
                    Integer.toString(each.completeDays()), total.middle().toPlainString(),
                    total.low80().toPlainString(), total.high80().toPlainString(), total.low95().toPlainString(),
                    total.high95().toPlainString(), each.planned().middle().toPlainString(),
                    each.runRate().toPlainString(), budget == null ? "" : budget.toPlainString(),
                    each.chanceToExceed().isEmpty() ? "" : Double.toString(each.chanceToExceed().getAsDouble())));
        }
        return String.join("\n", lines) + "\n";
    }
}
