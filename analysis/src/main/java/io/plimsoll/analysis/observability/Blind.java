package io.plimsoll.analysis.observability;

import java.util.List;

/// What could not be said any more.
///
/// @param what  lower case: memory advice, alert and recording rules, ...
/// @param count of workloads, files or others that it concerns
/// @param of    what is counted, in the plural
/// @param names of some of them
public record Blind(String what, int count, String of, List<String> names) {
    public Blind {
        names = List.copyOf(names);
    }
}
