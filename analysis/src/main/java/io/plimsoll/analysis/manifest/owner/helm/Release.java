package io.plimsoll.analysis.manifest.owner.helm;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// A chart's installation.
///
/// @param root      of the deployer, as in `OwnedField`
/// @param name      of the release
/// @param namespace where it goes; empty if nothing says it
/// @param chart     the chart's folder, or its name and repository where it is not in the clone
/// @param values    the user's, all layers one over the other; nulls still in
public record Release(String root, String name, String namespace, String chart, HelmValue.Table values) {}
