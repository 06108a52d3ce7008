package io.plimsoll.analysis.billing.read;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.FocusColumn;

/// How to read one file. Expressions are SQL over `c0`, `c1` ... and may use the macros of `stage/macros.sql`.
///
/// @param profile     the reader's id
/// @param version     of the format, as far as the header tells
/// @param expressions for each FOCUS column that the file fills, an expression of type text. A cost may also be a sum or a
///                    difference of two numbers, `a + b` or `a - b`: it is worked out exactly, to the last digit
/// @param billers     text expressions that name who bills the row, the one that changes least between deliveries first
/// @param extensions  for each provider's own column (`x_...`) that is kept, a text expression
/// @param unknown     the file's columns that are not read
/// @param exclusions  rows left out on purpose: a name for the report, and an SQL condition; the first that holds counts
/// @param tags        for a file with a column for each tag: the key, and a text expression
/// @param remarks     what the user should know of some rows: how the sentence goes on after their number, and an SQL condition
public record ReadPlan(String profile, String version, Map<FocusColumn, String> expressions,
        List<String> billers, Map<String, String> extensions, List<String> unknown, Map<String, String> exclusions,
        Map<String, String> tags, Map<String, String> remarks) {
    /// For a file whose tags are one column, and of whose rows there is nothing to remark.
    public ReadPlan(String profile, String version, Map<FocusColumn, String> expressions, List<String> billers,
            Map<String, String> extensions, List<String> unknown, Map<String, String> exclusions) {
        this(profile, version, expressions, billers, extensions, unknown, exclusions, Map.of(), Map.of());
    }
}
