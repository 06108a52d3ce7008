package io.plimsoll.analysis.rightsizing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What changes of several workloads come to, each alone and all together.
///
/// @param parts    one a change, as if it were the only one
/// @param sums     one a currency: of all changes together
/// @param problems changes that could not be worked out, in sentences; they are in no sum
public record JointEffect(List<Part> parts, List<JointSaving> sums, List<String> problems) {
    public JointEffect {
        parts = List.copyOf(parts);
        sums = List.copyOf(sums);
        problems = List.copyOf(problems);
    }

    /// One change alone.
    ///
    /// @param workload key of the workload as text
    /// @param title    for people
    /// @param now      size today
    /// @param answer   as the sliders give it
    /// @param nodes    saving on nodes at list price, null where nodes are not known
    public record Part(String workload, String title, Size now, WhatIfAnswer answer, @Nullable Money nodes) {}
}
