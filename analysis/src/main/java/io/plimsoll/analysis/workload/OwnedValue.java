package io.plimsoll.analysis.workload;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// A value of a workload in one of the places that set it, and whether it takes effect there.
///
/// @param workload `namespace/name`, or the name alone
/// @param root     what brings it to the cluster: a folder, or `Kind/namespace/name`
/// @param placed   where it is written
/// @param role     of the document that it stands in
/// @param shadow   the place that sets the same value later; null if this one takes effect
/// @param sharedBy the other roots or workloads that take a value from this very place
/// @param note     what is not certain, such as a remote base; or empty
public record OwnedValue(String workload, String root, PlacedKnob placed, ManifestPlace.Role role,
        @Nullable PlacedKnob shadow, List<String> sharedBy, String note) {
    public OwnedValue {
        sharedBy = List.copyOf(sharedBy);
    }

    /// Whether an edit here would change what runs.
    public boolean takesEffect() {
        return shadow == null;
    }
}
