package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.screen.ScreenContext;

/// The commits just before an event, the one whose changes are shown, and what undoing it would save. On the FX thread.
final class CommitsModel {
    private final ReadOnlyObjectWrapper<@Nullable List<CommitRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows");
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper(this, "failed");
    private final ObjectProperty<@Nullable CommitRow> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final RevertModel revert;

    CommitsModel(ScreenContext context) {
        this.revert = new RevertModel(context);
    }

    /// Another event is looked at, and its commits are asked for.
    void ask() {
        failed.set(false);
        chosen.set(null);
        rows.set(null);
    }

    /// The likeliest one is looked at first.
    void show(List<CommitRow> found) {
        rows.set(List.copyOf(found));
        chosen.set(found.stream().findFirst().orElse(null));
    }

    void fail() {
        failed.set(true);
    }

    /// Likeliest first; null while they are asked for.
    ReadOnlyObjectProperty<@Nullable List<CommitRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Whether they could not be found out.
    ReadOnlyBooleanProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// The one whose changes are shown.
    ObjectProperty<@Nullable CommitRow> chosenProperty() {
        return chosen;
    }

    RevertModel revert() {
        return revert;
    }
}
