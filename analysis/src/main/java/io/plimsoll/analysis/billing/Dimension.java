package io.plimsoll.analysis.billing;

/// Something by which cost can be split.
///
/// @param name   as a `CostQuery` takes it
/// @param kind   where it comes from
/// @param inCube whether the daily cube has it, which makes answers fast
public record Dimension(String name, Kind kind, boolean inCube) {
    /// Where a dimension comes from.
    public enum Kind {
        FOCUS, TAG, PROVIDER
    }
}
