package io.plimsoll.analysis.manifest.owner.helm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.owner.Origin;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.manifest.yaml.ManifestText;
import io.plimsoll.analysis.manifest.yaml.YamlDocument;
import io.plimsoll.analysis.manifest.yaml.YamlNode;
import io.plimsoll.analysis.manifest.yaml.YamlTree;
import io.plimsoll.analysis.task.StepFailure;

/// Where the values that templates say themselves stand: the template parsed with its actions covered, which keeps all offsets.
final class MaskedPlaces {
    private final Sources sources;
    private final Map<String, File> files = new HashMap<>();

    /// @param scalars by their first character
    private record File(ManifestText text, TreeMap<Integer, Place> scalars) {}

    private record Place(int end, int document, ManifestPath path) {}

    MaskedPlaces(Sources sources) {
        this.sources = sources;
    }

    /// @param otherwise the path where the template can't be parsed even so
    Origin at(String file, int offset, ManifestPath otherwise) {
        File known = files.computeIfAbsent(file, this::read);
        Map.Entry<Integer, Place> entry = known.scalars.floorEntry(offset);
        Place place = entry != null && offset < entry.getValue().end ? entry.getValue() : new Place(0, 0, otherwise);
        return new Origin(file, place.document, known.text.line(Math.min(offset, known.text.text().length())),
                place.path);
    }

    private File read(String file) {
        ManifestText text = new ManifestText(file, sources.text(file));
        TreeMap<Integer, Place> scalars = new TreeMap<>();
        try {
            List<YamlDocument> documents = YamlTree.parseMasked(text).documents();
            for (int i = 0; i < documents.size(); i++) {
                collect(documents.get(i).root(), i, ManifestPath.ROOT, scalars);
            }
        } catch (StepFailure notYaml) {
            scalars.clear();
        }
        return new File(text, scalars);
    }

    private static void collect(YamlNode node, int document, ManifestPath path, TreeMap<Integer, Place> scalars) {
        switch (node) {
            case YamlNode.Scalar scalar -> scalars.put(scalar.start(), new Place(scalar.end(), document, path));
            case YamlNode.Mapping mapping -> mapping.entries().forEach(entry -> {
                if (entry.key() instanceof YamlNode.Scalar key) {
                    collect(entry.value(), document, path.key(key.value()), scalars);
                }
            });
            case YamlNode.Sequence list -> {
                for (int i = 0; i < list.items().size(); i++) {
                    collect(list.items().get(i), document, path.index(i), scalars);
                }
            }
            case YamlNode.Alias alias -> {
            }
        }
    }
}
