package io.plimsoll.analysis.billing.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// AWS Data Exports, of CUR 2.0 or FOCUS: files in `<export>/data/BILLING_PERIOD=YYYY-MM`, their manifest in
/// `<export>/metadata/BILLING_PERIOD=YYYY-MM`. An export that is overwritten has its files directly there; one that is made anew
/// has a folder for each execution, `<time>-<id>`, of which the newest counts.
///
/// Source: AWS, "Understanding export delivery".
final class DataExportDelivery implements Delivery {
    @Override
    public boolean recognises(Manifest manifest) {
        return manifest.content().path("dataFiles").isArray()
                || partition(manifest) != null && manifest.content().path("reportKeys").isArray();
    }

    @Override
    public List<Manifest> current(List<Manifest> manifests) {
        TreeMap<Path, List<Manifest>> byScope = new TreeMap<>();
        manifests.forEach(each -> byScope.computeIfAbsent(scope(each).resolve(each.export()), any -> new ArrayList<>())
                .add(each));
        // The manifest in the period's own folder is renewed with each execution; of executions the latest time wins.
        Comparator<Manifest> newest = Comparator.<Manifest>comparingInt(each -> -each.path().getNameCount())
                .thenComparing(each -> Manifest.name(each.folder()));
        return byScope.values().stream().map(same -> same.stream().max(newest).orElseThrow()).toList();
    }

    @Override
    public List<String> keys(Manifest manifest) {
        List<String> files = manifest.texts("dataFiles");
        return files.isEmpty() ? manifest.texts("reportKeys") : files;
    }

    @Override
    public List<String> columns(Manifest manifest) {
        List<String> columns = new ArrayList<>();
        manifest.content().path("columns").forEach(column -> columns.add(column.path("name").asString("")));
        return columns;
    }

    @Override
    public Path scope(Manifest manifest) {
        Path partition = partition(manifest);
        return partition == null ? manifest.folder() : root(manifest).resolve(Manifest.name(partition));
    }

    @Override
    public Path root(Manifest manifest) {
        Path partition = partition(manifest);
        return partition == null
                ? manifest.folder()
                : Manifest.parent(Manifest.parent(partition)).resolve("data");
    }

    /// The folder `metadata/BILLING_PERIOD=YYYY-MM` above the manifest, or null if it was moved.
    private static @Nullable Path partition(Manifest manifest) {
        for (Path at = manifest.folder(); at.getParent() != null; at = Manifest.parent(at)) {
            if (Manifest.name(at).matches("(?i)billing_period=.+")
                    && Manifest.name(Manifest.parent(at)).equals("metadata")) {
                return at;
            }
        }
        return null;
    }
}
