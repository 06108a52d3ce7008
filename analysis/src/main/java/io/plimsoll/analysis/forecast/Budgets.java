package io.plimsoll.analysis.forecast;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostFilter;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// The budgets of a file.
public record Budgets(List<Budget> all) {
    public static final Budgets NONE = new Budgets(List.of());
    private static final Pattern PERIOD = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|[Qq]([1-4])))?");

    public Budgets {
        all = List.copyOf(all);
    }

    /// @param file CSV with the columns `month` or `period` (`2026-11`, `2026-Q4`, `2026`), `amount`, `currency`, and if wanted `filter`
    ///             (`tag:team=vision`); also packed
    /// @throws StepFailure what opening says; MISSING_COLUMN, ROW_UNREADABLE, ROW_TWICE
    public static Budgets read(Path file) {
        List<Budget> budgets = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (InputTable.Row row : InputTable.read(file, List.of("amount", "currency"))) {
            String period = row.text("month").isEmpty() ? row.needed("period") : row.text("month");
            CostFilter filter = filter(row);
            row.needed("currency");
            String currency = row.currency();
            Budget budget = new Budget(period, days(period, row), new Money(row.number("amount"), currency), filter);
            if (budget.amount().signum() < 0) {
                throw row.unreadable("amount is below 0");
            }
            if (!seen.add(List.of(budget.days(), currency, String.valueOf(filter)))) {
                throw StepFailure.badInput("ROW_TWICE", row.place() + ": there is a budget for " + period + " already.",
                        "Leave one of the two out.");
            }
            budgets.add(budget);
        }
        return new Budgets(budgets);
    }

    private static @Nullable CostFilter filter(InputTable.Row row) {
        String text = row.text("filter");
        int sign = text.indexOf('=');
        if (text.isEmpty()) {
            return null;
        }
        if (sign < 1) {
            throw row.unreadable("filter is no dimension=value: " + text);
        }
        return CostFilter.is(text.substring(0, sign).strip(), text.substring(sign + 1).strip());
    }

    private static Days days(String period, InputTable.Row row) {
        Matcher match = PERIOD.matcher(period);
        if (!match.matches() || match.group(1).equals("0000") || match.group(2) != null && !isMonth(match.group(2))) {
            throw row.unreadable("period is none of 2026-11, 2026-Q4, 2026: " + period);
        }
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            YearMonth month = YearMonth.of(year, Integer.parseInt(match.group(2)));
            return new Days(month.atDay(1), month.atEndOfMonth());
        }
        if (match.group(3) != null) {
            LocalDate first = LocalDate.of(year, 3 * Integer.parseInt(match.group(3)) - 2, 1);
            return new Days(first, first.plusMonths(3).minusDays(1));
        }
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static boolean isMonth(String digits) {
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= 12;
    }
}
