package io.plimsoll.analysis.manifest.owner.helm;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.helm.value.ValueMerge;

/// What each chart of a release sees as `.Values`: its defaults, over them what the chart above says under its name, over them the
/// user's. `global` reaches down to all. As Helm's documentation of subcharts and global values says.
///
/// @param chart  one that takes part
/// @param values of it
record ChartValues(Chart chart, HelmValue.Table values) {
    private static final String GLOBAL = "global";

    /// The chart and all below it whose conditions hold, the outermost first.
    static List<ChartValues> of(Chart chart, HelmValue.Table user) {
        List<ChartValues> found = new ArrayList<>();
        collect(chart, user, found);
        return found;
    }

    private static HelmValue.Table collect(Chart chart, HelmValue.Table user, List<ChartValues> found) {
        HelmValue.Table values = ValueMerge.onDefaults(chart.defaults(), user);
        int place = found.size();
        for (Chart.Part part : chart.below()) {
            if (takesPart(part, values)) {
                HelmValue.Table given = table(values.get(part.alias()));
                HelmValue.Table global = ValueMerge.over(table(given.get(GLOBAL)), table(values.get(GLOBAL)));
                values.with(part.alias(), collect(part.chart(), ValueMerge.copy(given).with(GLOBAL, global), found));
            }
        }
        values.entries().putIfAbsent(GLOBAL, new HelmValue.Table());
        found.add(place, new ChartValues(chart, values));
        return values;
    }

    private static boolean takesPart(Chart.Part part, HelmValue.Table values) {
        for (String path : part.condition().split(",")) {
            HelmValue value = HelmValue.at(values, List.of(path.strip().split("\\.")));
            if (!path.isBlank() && value instanceof HelmValue.Scalar scalar && scalar.type() == HelmValue.Type.BOOL) {
                return scalar.text().equals("true");
            }
        }
        List<String> tags = part.tags().stream().map(tag -> HelmValue.textAt(values, "tags", tag)).toList();
        return tags.contains("true") || !tags.contains("false");
    }

    private static HelmValue.Table table(@Nullable HelmValue value) {
        return value instanceof HelmValue.Table table ? table : new HelmValue.Table();
    }
}
