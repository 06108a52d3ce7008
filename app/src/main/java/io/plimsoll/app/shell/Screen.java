package io.plimsoll.app.shell;

import java.util.function.Supplier;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One screen of the window.
///
/// @param id      stable, lower case: for the session, the command `view.screen-id` and tests
/// @param group   where the navigator lists it
/// @param title   as the navigator names it
/// @param content makes its view when it is first shown, and once
/// @param badge   follows what it counts; `Badge.NONE` for nothing
public record Screen(String id, ScreenGroup group, String title, Supplier<? extends Node> content,
        ObservableValue<Badge> badge) {
    /// Without a badge.
    public static Screen of(String id, ScreenGroup group, String title, Supplier<? extends Node> content) {
        return new Screen(id, group, title, content, new SimpleObjectProperty<>(Badge.NONE));
    }

    public Screen withBadge(ObservableValue<Badge> changed) {
        return new Screen(id, group, title, content, changed);
    }
}
