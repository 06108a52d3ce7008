package io.plimsoll.analysis.billing;

import java.util.List;

/// What the daily cube has beside its fixed keys, and how far it compacts the charges.
///
/// @param automatic  whether imports give free columns to common tags; if not, the columns are as the user chose them
/// @param columns    the chosen dimensions in the order of their columns: `tag:KEY`, or an optional FOCUS column
/// @param most       how many there may be
/// @param rows       of the cube
/// @param charges    that it compacts
/// @param candidates every dimension that may have a column, the chosen ones first, then those that most charges have
public record CubeState(boolean automatic, List<String> columns, int most, long rows, long charges,
        List<Candidate> candidates) {
    public CubeState {
        columns = List.copyOf(columns);
        candidates = List.copyOf(candidates);
    }

    /// How many charges one row of the cube stands for; 0 without charges.
    public double compaction() {
        return rows == 0 ? 0 : (double) charges / rows;
    }

    /// A dimension that may have a column.
    ///
    /// @param name    as a `CostQuery` takes it
    /// @param values  how many different ones there are
    /// @param charges how many have one
    public record Candidate(String name, long values, long charges, boolean chosen) {}
}
