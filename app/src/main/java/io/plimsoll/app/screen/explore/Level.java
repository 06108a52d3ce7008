package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.util.List;

/// The groups below one group, or the outermost ones.
///
/// @param rows     the costliest first, at most `ExploreLoad.LISTED`, and one for the rest of them if it is not nothing
/// @param total    of all charges that the level covers
/// @param residual what the limit cut off
/// @param against  what the rows are compared with, `vs Sep`; empty without a comparison
/// @param fromCube whether the daily cube answered; otherwise the charges did
/// @param sql      as it ran
record Level(List<GroupRow> rows, BigDecimal total, BigDecimal residual, String against,
        boolean fromCube, String sql) {}
