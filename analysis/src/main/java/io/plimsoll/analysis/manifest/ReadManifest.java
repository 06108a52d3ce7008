package io.plimsoll.analysis.manifest;

import java.util.List;

import io.plimsoll.analysis.manifest.yaml.YamlTree;

/// A YAML file, parsed once for both.
///
/// @param tree   its documents; with template marks covered where it can't be read otherwise
/// @param masked whether they are covered
/// @param knobs  in text order
public record ReadManifest(YamlTree tree, boolean masked, List<Knob> knobs) {
    public ReadManifest {
        knobs = List.copyOf(knobs);
    }
}
