package io.plimsoll.analysis.anomaly.cause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;

/// Which images another version of a file names. They are no cost fields, and no tracer follows them: lines are compared in their
/// order, and a file of which their number changed tells nothing.
final class ImageChanges {
    private static final Pattern LINE = Pattern
            .compile("(?m)^[ \\t-]*(image|newTag|tag):[ \\t]*[\"']?([^\\s\"'#{][^\\s\"'#]*)[\"']?[ \\t]*(?:#.*)?$");

    private ImageChanges() {
    }

    private record Image(String key, String value) {}

    /// Empty texts tell nothing either.
    static List<FieldChange> of(String file, Optional<byte[]> before, Optional<byte[]> after) {
        List<Image> old = before.map(ImageChanges::images).orElse(List.of());
        List<Image> now = after.map(ImageChanges::images).orElse(List.of());
        List<FieldChange> changes = new ArrayList<>();
        for (int i = 0; i < old.size() && old.size() == now.size(); i++) {
            if (!old.get(i).value().equals(now.get(i).value()) && old.get(i).key().equals(now.get(i).key())) {
                changes.add(new FieldChange(file, 0, now.get(i).key(), "image", "image", old.get(i).value(),
                        now.get(i).value(), ""));
            }
        }
        return changes;
    }

    private static List<Image> images(byte[] text) {
        Matcher matcher = LINE.matcher(new String(text, StandardCharsets.UTF_8));
        List<Image> images = new ArrayList<>();
        while (matcher.find()) {
            images.add(new Image(matcher.group(1), matcher.group(2)));
        }
        return images;
    }
}
