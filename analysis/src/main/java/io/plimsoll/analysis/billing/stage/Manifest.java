package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;

/// The file that a provider lays beside an export to say what belongs to it.
///
/// @param path    where it lies, absolute
/// @param content its JSON
record Manifest(Path path, JsonNode content) {
    private static final String ENDING = "-manifest.json";
    /// A manifest names some files and some hundred columns.
    private static final int LARGEST = 16 << 20;

    static boolean isManifest(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /// @throws StepFailure MANIFEST_DAMAGED
    static Manifest read(Path file) throws IOException {
        try (ForeignInput in = ForeignInput.open(file, Progress.NONE, Cancellation.never())) {
            byte[] text = in.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw damaged(file, "it is larger than 16 MiB");
            }
            return new Manifest(file, JsonMapper.shared().readTree(text));
        } catch (JacksonException e) {
            throw damaged(file, "it is not JSON");
        }
    }

    private static StepFailure damaged(Path file, String why) {
        return StepFailure.badInput("MANIFEST_DAMAGED", "The manifest " + file + " can't be read: " + why + ".",
                "Download it again. Without it nothing tells whether the delivery is complete.");
    }

    /// The name of the export: its files start with it.
    String export() {
        String name = name(path);
        return name.substring(0, name.length() - ENDING.length());
    }

    Path folder() {
        return parent(path);
    }

    /// The texts of an array; none if there is no such array.
    List<String> texts(String array) {
        List<String> texts = new ArrayList<>();
        content.path(array).forEach(item -> texts.add(item.asString("")));
        return texts;
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
