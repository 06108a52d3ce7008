package io.plimsoll.analysis.billing.stage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import io.plimsoll.analysis.task.StepFailure;

/// A legacy AWS Cost and Usage Report: `<report>/<YYYYMMDD-YYYYMMDD>/<report>-Manifest.json` and, once more, in the folder of each
/// assembly. The one on top is of the newest assembly. Parquet files lie beside, in `<report>/<report>/year=Y/month=M`.
final class CurDelivery implements Delivery {
    @Override
    public boolean recognises(Manifest manifest) {
        return manifest.content().path("reportKeys").isArray();
    }

    @Override
    public List<Manifest> current(List<Manifest> manifests) {
        List<Manifest> current = new ArrayList<>(manifests.stream().filter(each -> !isCopy(each)).toList());
        Set<Path> onTop = new HashSet<>();
        current.forEach(each -> onTop.add(each.folder()));
        TreeMap<Path, List<Manifest>> alone = new TreeMap<>();
        manifests.stream().filter(CurDelivery::isCopy).filter(copy -> !onTop.contains(period(copy)))
                .forEach(copy -> alone.computeIfAbsent(period(copy), folder -> new ArrayList<>()).add(copy));
        alone.forEach((folder, copies) -> {
            if (copies.size() > 1) {
                throw StepFailure.badInput("DELIVERY_AMBIGUOUS",
                        folder + " holds " + copies.size() + " deliveries of one period and no manifest that tells the "
                                + "newest.",
                        "Download the manifest that lies directly in the period's folder too, or import the folder of one delivery.");
            }
            current.addAll(copies);
        });
        return current;
    }

    private static boolean isCopy(Manifest manifest) {
        return Manifest.name(manifest.folder()).equals(manifest.content().path("assemblyId").asString(""));
    }

    private static Path period(Manifest copy) {
        return Manifest.parent(copy.folder());
    }

    @Override
    public List<String> keys(Manifest manifest) {
        return manifest.texts("reportKeys");
    }

    @Override
    public List<String> columns(Manifest manifest) {
        List<String> columns = new ArrayList<>();
        manifest.content().path("columns").forEach(column -> columns
                .add(column.path("category").asString("") + "/" + column.path("name").asString("")));
        return columns;
    }

    @Override
    public Path scope(Manifest manifest) {
        return manifest.folder();
    }

    @Override
    public Path root(Manifest manifest) {
        Path folder = manifest.folder();
        return Manifest.name(folder).matches("[0-9]{8}-[0-9]{8}") ? Manifest.parent(folder) : folder;
    }
}
