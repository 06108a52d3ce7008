package io.plimsoll.analysis.change;

import java.nio.file.Path;

/// What to compare.
///
/// @param dump    a file that `kubectl get -o yaml` or `-o json` wrote, packed or not, or a folder of such
/// @param cluster what the cluster is called; a dump does not say it. Empty if it does not matter
/// @param root    only what is deployed from below this folder or file of the clone, where it holds several clusters; empty for all
public record DriftRequest(Path dump, String cluster, String root) {
    public static DriftRequest of(Path dump) {
        return new DriftRequest(dump, "", "");
    }
}
