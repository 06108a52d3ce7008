package io.plimsoll.analysis.unit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A piece of a result for a table on screen.
///
/// @param columns names in order
/// @param types   the engine's type names, such as `DECIMAL(38,18)`
/// @param rows    values in the engine's own types, null where there is none
public record TablePage(List<String> columns, List<String> types, List<List<@Nullable Object>> rows) {}
