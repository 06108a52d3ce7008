package io.plimsoll.analysis.billing;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// What is loaded, in a line.
///
/// @param rows       charges
/// @param currencies in which they are billed
/// @param files      that hold at least one of them
/// @param rejects    rows of those files that could not be read
/// @param freshTo    the last charge day that is complete, null without charges
public record BillingSummary(long rows, List<String> currencies, long files, long rejects,
        @Nullable LocalDate freshTo) {}
