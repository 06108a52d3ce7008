package io.plimsoll.analysis.manifest.owner.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.manifest.owner.helm.value.HelmValue;
import io.plimsoll.analysis.manifest.owner.tree.ClonePaths;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;

/// Charts that nothing in the clone installs: what they would bring with their own values, as a release of the folder's name.
public final class ChartRoots {
    private ChartRoots() {
    }

    /// @param installed folders of charts that a deployer uses
    public static Trace trace(Sources sources, Charts charts, Releases releases, Set<String> installed,
            Cancellation cancellation) {
        List<OwnedField> fields = new ArrayList<>();
        List<Unresolved> unresolved = new ArrayList<>();
        for (String folder : charts.outermost()) {
            if (!installed.contains(folder)) {
                String name = folder.equals(".") ? "chart" : ClonePaths.name(folder);
                Rendered rendered = releases.render(new Release(folder, name, "", folder, new HelmValue.Table()),
                        cancellation);
                fields.addAll(new ReleaseFields(sources, folder, name, "").of(rendered));
                unresolved.addAll(rendered.unresolved());
            }
        }
        return new Trace(fields, unresolved);
    }
}
