package io.plimsoll.analysis.billing.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Finds the currency of rows that state none: what the user said, or else, where an account has one currency only, the one that
/// the other rows of the account state. A currency that stands in the file is never changed.
final class Currencies {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final Database engine;
    private final @Nullable String stated;

    /// @param stated what the user said of rows without a currency, three capital letters, or null
    Currencies(Database engine, @Nullable String stated) {
        this.engine = engine;
        this.stated = stated;
    }

    /// @throws StepFailure CURRENCY_NEEDED if neither the file nor the user states one
    void check(ReadPlan plan, Path file) {
        if (stated == null && !plan.expressions().containsKey(FocusColumn.BILLING_CURRENCY)) {
            throw StepFailure.badInput("CURRENCY_NEEDED", file + " does not say in which currency its costs are.",
                    "Say it: import with --currency USD, or whichever it is.");
        }
    }

    /// The plan with a currency for every row for which there is one.
    ReadPlan complete(ReadPlan plan, String relation, Cancellation cancellation) {
        String expression = plan.expressions().getOrDefault(FocusColumn.BILLING_CURRENCY, "NULL");
        String fallback = stated;
        if (fallback == null && plan.traits().contains(ReadPlan.Trait.CURRENCY_OF_ACCOUNT)) {
            fallback = ofAccounts(plan, expression, relation, cancellation);
        }
        if (fallback == null) {
            return plan;
        }
        Map<FocusColumn, String> others = new EnumMap<>(plan.expressions());
        others.put(FocusColumn.BILLING_CURRENCY,
                "coalesce(nullif(" + expression + ", ''), " + Sql.literal(fallback) + ")");
        return plan.with(others);
    }

    /// The one currency of all accounts that have rows without any; null if an account states none, or two do not agree.
    private @Nullable String ofAccounts(ReadPlan plan, String expression, String relation, Cancellation cancellation) {
        String account = plan.expressions().getOrDefault(FocusColumn.BILLING_ACCOUNT_ID, "''");
        List<@Nullable String> found = new ArrayList<>();
        engine.each(
                Sql.of("SELECT CASE WHEN min(currency) = max(currency) THEN min(currency) END FROM (SELECT " + account
                        + " AS account, nullif(" + expression + ", '') AS currency FROM " + relation
                        + ") GROUP BY account HAVING count(*) > count(currency)"),
                row -> found.add(row.textOrNull(1)), cancellation);
        String one = found.isEmpty() ? null : found.getFirst();
        return one != null && CODE.matcher(one).matches() && found.stream().allMatch(one::equals) ? one : null;
    }
}
