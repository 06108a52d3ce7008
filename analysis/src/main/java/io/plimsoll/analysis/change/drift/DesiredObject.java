package io.plimsoll.analysis.change.drift;

import java.util.List;

import io.plimsoll.analysis.change.DriftOrigin;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.UnitGrammar;

/// An object as Git wants it.
public interface DesiredObject {
    /// Empty if a chart that is not in the clone makes it.
    String kind();

    /// Empty if nothing says it.
    String namespace();

    String name();

    /// The kustomization, Application or file that brings it to a cluster.
    String root();

    /// Whether anything in the clone brings it to a cluster, as far as the clone says that at all.
    boolean deployed();

    /// What Git says of a field that the live object has.
    ///
    /// @param path      in the live object
    /// @param knob      a word of `Field`
    /// @param container of the pod template, or empty
    Wanted wanted(ManifestPath path, String knob, String container);

    /// All fields that Git sets, the one that takes effect for each.
    List<Setting> settings();

    /// A field that Git sets.
    ///
    /// @param path in the object as it will be
    record Setting(ManifestPath path, String knob, String container, String text, UnitGrammar unit,
            DriftOrigin origin) {}
}
