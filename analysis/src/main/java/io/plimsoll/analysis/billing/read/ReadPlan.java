package io.plimsoll.analysis.billing.read;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.billing.FocusColumn;

/// How to read one file.
///
/// @param profile     the reader's id
/// @param version     of the format, as far as the header tells
/// @param expressions for each FOCUS column that the file fills, an SQL expression of type text over `c0`, `c1` ...
/// @param billers     text expressions that name who bills the row, the one that changes least between deliveries first
/// @param extensions  for each provider's own column (`x_...`) that is kept, its SQL identifier
/// @param unknown     the file's columns that are not read
/// @param exclusions  rows left out on purpose: a name for the report, and an SQL condition over `c0`, `c1` ...
public record ReadPlan(String profile, String version, Map<FocusColumn, String> expressions,
        List<String> billers, Map<String, String> extensions, List<String> unknown, Map<String, String> exclusions) {}
