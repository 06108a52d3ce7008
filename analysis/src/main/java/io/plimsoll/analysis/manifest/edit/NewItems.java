package io.plimsoll.analysis.manifest.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Refusal;
import io.plimsoll.analysis.manifest.yaml.YamlNode;

/// The list items that the edits of one file add; those with equal items share one. Not safe from several threads.
public final class NewItems {
    private final String file;
    private final List<Made> made = new ArrayList<>();

    public NewItems(String file) {
        this.file = file;
    }

    private record Made(int document, ManifestPath list, List<String> item, ManifestPath place) {}

    /// @param content with the item
    /// @param edit    with the path that the item has there, and without the item
    /// @param added   the topmost place that came with the item: itself, or its list
    public record Placed(byte[] content, Edit edit, ManifestPath added) {}

    /// Appends the edit's item unless an edit before did. The value is not put in yet.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure a `Refusal`
    public Placed place(byte[] content, Edit edit) {
        ManifestPath list = list(edit.path());
        Optional<Made> known = made.stream().filter(each -> each.document() == edit.document()
                && each.list().equals(list) && each.item().equals(edit.item())).findFirst();
        if (known.isPresent()) {
            return placed(content, edit, list, known.get().place());
        }
        boolean newList = !TargetResolver.resolve(Layer.file(file, content), edit.document(), list).exists();
        byte[] grown = ListGrowth.append(file, content, edit.document(), list, edit.item());
        ManifestPath place = list.index(size(grown, edit.document(), list) - 1);
        made.add(new Made(edit.document(), list, edit.item(), place));
        return placed(grown, edit, newList ? list : place, place);
    }

    private static Placed placed(byte[] content, Edit edit, ManifestPath added, ManifestPath place) {
        List<ManifestPath.Step> steps = edit.path().steps();
        ManifestPath tail = new ManifestPath(steps.subList(place.steps().size(), steps.size()));
        return new Placed(content, new Edit(edit.document(), place.plus(tail), edit.oldValue(), edit.newValue()),
                added);
    }

    /// The list that the item of a path is in.
    static ManifestPath list(ManifestPath path) {
        for (int i = 0; i < path.steps().size(); i++) {
            if (path.steps().get(i) instanceof ManifestPath.Index) {
                return new ManifestPath(path.steps().subList(0, i));
            }
        }
        throw Refusal.NO_SUCH_PATH.because("No position is in " + path + ", so there is no list that could grow.");
    }

    private int size(byte[] content, int document, ManifestPath list) {
        return TargetResolver.resolve(Layer.file(file, content), document, list)
                .node() instanceof YamlNode.Sequence items ? items.items().size() : 0;
    }
}
