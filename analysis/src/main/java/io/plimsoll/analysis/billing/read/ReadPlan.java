package io.plimsoll.analysis.billing.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.billing.FocusColumn;

/// How to read one file. Expressions are SQL over `c0`, `c1` ... and may use the macros of `stage/macros.sql` and
/// `stage/macros-clouds.sql`.
///
/// @param profile     the reader's id
/// @param version     of the format, as far as the header tells
/// @param expressions for each FOCUS column that the file fills, an expression of type text. A cost may also be a chain of numbers,
///                    `a + b - c`: it is worked out exactly, to the last digit
/// @param billers     text expressions that name who bills the row, the one that changes least between deliveries first
/// @param extensions  for each provider's own column (`x_...`) that is kept, a text expression
/// @param unknown     the file's columns that are not read
/// @param exclusions  rows left out on purpose: a name for the report, and an SQL condition; the first that holds counts
/// @param tags        for a file with a column for each tag: the key, and a text expression
/// @param remarks     what the user should know of some rows: how the sentence goes on after their number, and an SQL condition
/// @param traits      what else holds for the format
public record ReadPlan(String profile, String version, Map<FocusColumn, String> expressions,
        List<String> billers, Map<String, String> extensions, List<String> unknown, Map<String, String> exclusions,
        Map<String, String> tags, Map<String, String> remarks, Set<Trait> traits) {
    /// Rows have these always, whether anything fills them or not.
    private static final Set<FocusColumn> ALWAYS = EnumSet.of(FocusColumn.BILLED_COST, FocusColumn.EFFECTIVE_COST,
            FocusColumn.LIST_COST, FocusColumn.CONTRACTED_COST, FocusColumn.BILLING_ACCOUNT_ID,
            FocusColumn.BILLING_CURRENCY, FocusColumn.BILLING_PERIOD_START, FocusColumn.CHARGE_PERIOD_START,
            FocusColumn.CHARGE_CATEGORY, FocusColumn.TAGS);

    /// For a file whose tags are one column, and of whose rows there is nothing to remark.
    public ReadPlan(String profile, String version, Map<FocusColumn, String> expressions, List<String> billers,
            Map<String, String> extensions, List<String> unknown, Map<String, String> exclusions) {
        this(profile, version, expressions, billers, extensions, unknown, exclusions, Map.of(), Map.of());
    }

    /// For a format of which nothing else is to be said.
    public ReadPlan(String profile, String version, Map<FocusColumn, String> expressions, List<String> billers,
            Map<String, String> extensions, List<String> unknown, Map<String, String> exclusions,
            Map<String, String> tags, Map<String, String> remarks) {
        this(profile, version, expressions, billers, extensions, unknown, exclusions, tags, remarks, Set.of());
    }

    /// The columns that the file's rows are written with; all others are empty.
    public Set<FocusColumn> columns() {
        Set<FocusColumn> columns = EnumSet.copyOf(ALWAYS);
        columns.addAll(expressions.keySet());
        if (traits.contains(Trait.ONE_COST_VIEW)) {
            columns.addAll(CostView.COLUMNS);
        }
        return columns;
    }

    /// The same plan with other expressions.
    public ReadPlan with(Map<FocusColumn, String> others) {
        return new ReadPlan(profile, version, others, billers, extensions, unknown, exclusions, tags, remarks, traits);
    }

    /// What holds for some formats only.
    public enum Trait {
        /// The provider writes a month twice, as billed and as amortised; a file is one or the other, and its rows tell which.
        ONE_COST_VIEW,
        /// A billing account has one currency, so a row that states none has that of its account.
        CURRENCY_OF_ACCOUNT
    }
}
