package io.plimsoll.analysis.change;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.ManifestPath;

/// What shall stand at one place of one manifest. Kept instead of a diff, so that it can be applied to a newer commit and refused
/// where the value is no longer the one that was looked at.
///
/// @param file     path from the top of the clone
/// @param document of the file, counted from 0
/// @param path     as `ManifestPath` reads it
/// @param oldValue what stood there when it was looked at; null if nothing did, or whatever does
/// @param newValue on one line
/// @param workload what it is for, in the workbench's words; empty if unknown
/// @param overlay  what it overrides, if it patches an overlay instead of the place that sets the value; else null
public record Intent(String file, int document, String path, @Nullable String oldValue, String newValue,
        String workload, @Nullable Overlay overlay) {
    private static final Set<String> HOLDERS = Set.of("labels", "commonLabels", "podLabels", "customLabels", "costTags",
            "tags", "pairs");

    /// What the patch of an overlay stands for.
    ///
    /// @param root       that alone deploys another value afterwards
    /// @param base       place that sets the value for others too, without a patch
    /// @param value      that the root takes from there until now, decoded
    /// @param item       lines of a list item that is appended to hold the new value, as in `Edit`; empty if none is needed
    public record Overlay(String root, Place base, String value, List<String> item) {
        public Overlay {
            item = List.copyOf(item);
        }
    }

    /// A place of one manifest, as in `Intent`.
    public record Place(String file, int document, String path) {}

    /// Of the place that sets the value.
    public Intent(String file, int document, String path, @Nullable String oldValue, String newValue,
            String workload) {
        this(file, document, path, oldValue, newValue, workload, null);
    }

    public Intent {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(newValue, "newValue");
        Objects.requireNonNull(workload, "workload");
    }

    /// The place, which a change set holds once.
    public String place() {
        return file + "#" + document + ":" + path + (item().isEmpty() ? "" : " in " + String.join("\n", item()));
    }

    /// Whether it only sets a label or tag, by which costs are told apart and not made.
    public boolean setsTag() {
        return HOLDERS.contains(ManifestPath.parse(path).keyFromEnd(1));
    }

    /// The same for the editor.
    ///
    /// @throws io.plimsoll.analysis.task.StepFailure PATH
    public Edit edit() {
        return new Edit(document, ManifestPath.parse(path), oldValue, newValue, item());
    }

    /// What takes effect where nothing is changed, as far as is known.
    @Nullable
    public String effective() {
        return overlay == null ? oldValue : overlay.value();
    }

    private List<String> item() {
        return overlay == null ? List.of() : overlay.item();
    }
}
