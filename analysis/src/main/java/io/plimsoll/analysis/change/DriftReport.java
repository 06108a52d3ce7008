package io.plimsoll.analysis.change;

import java.time.Instant;
import java.util.List;

/// A dump held against Git, at one moment.
///
/// @param dump     its name, without folders
/// @param cluster  as it was called, or empty
/// @param commit   of the clone, 40 hexadecimal digits
/// @param time     when it was compared
/// @param objects  in the dump
/// @param owned    whether any object in it has `managedFields`
/// @param rows     differences first, then by object and path
/// @param problems what was left out and why, in sentences
public record DriftReport(String dump, String cluster, String commit, Instant time, int objects, boolean owned,
        List<DriftRow> rows, List<String> problems) {
    public DriftReport {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// Fields in a state.
    public long count(DriftState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /// Fields that differ without anybody being meant to make them.
    public long differences() {
        return rows.stream().filter(DriftRow::isDifference).count();
    }

    DriftReport with(List<DriftRow> other) {
        return new DriftReport(dump, cluster, commit, time, objects, owned, other, problems);
    }
}
