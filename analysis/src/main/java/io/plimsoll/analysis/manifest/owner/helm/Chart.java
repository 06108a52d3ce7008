package io.plimsoll.analysis.manifest.owner.helm;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;

/// A chart whose files are in the clone.
///
/// @param folder    from the clone's top
/// @param meta      what `Chart.yaml` says, keys with a capital as templates see them
/// @param defaults  of its `values.yaml`
/// @param templates the text of each file below `templates/` by its path
/// @param below     the charts that it brings along, in the order in which it names them
record Chart(String folder, HelmValue.Table meta, HelmValue.Table defaults, Map<String, String> templates,
        List<Part> below) {
    /// A chart below another one.
    ///
    /// @param alias     the key of its values in the chart above
    /// @param condition paths of which the first that is a truth decides whether it takes part; separated by commas, may be empty
    /// @param tags      of which one that is false, and none that is true, leaves it out
    record Part(String alias, String condition, List<String> tags, Chart chart) {}

    String name() {
        return HelmValue.textAt(meta, "Name");
    }
}
