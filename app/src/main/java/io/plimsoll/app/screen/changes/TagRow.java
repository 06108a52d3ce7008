package io.plimsoll.app.screen.changes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import io.plimsoll.analysis.change.Intent;
import io.plimsoll.analysis.change.MissingTag;
import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.app.text.Messages;

/// A missing tag, whether it is to be added and with which value. On the FX thread.
final class TagRow {
    private final MissingTag tag;
    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");
    private final StringProperty value = new SimpleStringProperty(this, "value");

    private final BooleanBinding writable = Bindings.createBooleanBinding(this::isWritable, value);

    TagRow(MissingTag tag) {
        this.tag = tag;
        value.set(tag.value() == null ? "" : tag.value());
        ticked.set(!tag.intents().isEmpty());
        value.addListener((property, before, now) -> ticked.set(isWritable()));
    }

    MissingTag tag() {
        return tag;
    }

    BooleanProperty tickedProperty() {
        return ticked;
    }

    StringProperty valueProperty() {
        return value;
    }

    /// Whether there is a place for it.
    boolean isPossible() {
        return !tag.places().isEmpty();
    }

    /// Whether its value is one that Kubernetes takes.
    boolean isWritable() {
        return isPossible() && WantedTag.isValue(value.get());
    }

    BooleanBinding writableBinding() {
        return writable;
    }

    boolean isChosen() {
        return ticked.get() && isWritable();
    }

    /// With the value that stands in the row; to be asked of one that is chosen.
    MissingTag chosen() {
        return value.get().equals(tag.value()) ? tag : tag.with(value.get());
    }

    /// Where the value comes from; where there is no place for it, why not.
    String basis() {
        return isPossible() || tag.problems().isEmpty() ? tag.basis() : tag.problems().getFirst();
    }

    /// Its file by name; several as a number.
    String file() {
        List<String> files = files();
        return files.size() == 1
                ? String.valueOf(Path.of(files.getFirst()).getFileName())
                : files.isEmpty() ? "" : FilesCard.counted(files.size(), "changes.file");
    }

    private List<String> files() {
        return tag.places().stream().map(Intent::file).distinct().toList();
    }

    /// Everything that is said of it, with all places.
    String whole() {
        String places = tag.places().stream().map(place -> "\n" + place.file() + " \u00b7 " + place.path())
                .collect(Collectors.joining());
        String wrong = tag.problems().stream().map(problem -> "\n" + problem).collect(Collectors.joining());
        return Messages.text("tags.of", tag.key(), tag.workload(), tag.basis()) + places + wrong;
    }
}
