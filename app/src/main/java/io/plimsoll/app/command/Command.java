package io.plimsoll.app.command;

import java.util.Map;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;

/// Something the user can do. Named by what it does; disabled, never hidden, while it can't be done.
///
/// @param id          `menu.name`, lower case: the part before the first point decides the menu, see `Menus`
/// @param title       for menu, button and palette; ends in an ellipsis if it asks something first
/// @param key         in `KeyCombination.valueOf` syntax, `Shortcut+O`, or null
/// @param enabledWhen whether it can be done now
/// @param run         does it, on the FX thread; long work goes through `Tasks`
public record Command(String id, String title, @Nullable String key, ObservableBooleanValue enabledWhen,
        Runnable run) {
    private static final Map<String, String> NAMES = Map.of("Shortcut", "Ctrl", "Comma", ",", "Slash", "/", "Period",
            ".");

    public Command {
        if (!id.matches("[a-z]+(\\.[a-zA-Z0-9:_/@-]+)+")) {
            throw new IllegalArgumentException("A command's id reads menu.name, not " + id);
        }
        if (key != null) {
            KeyCombination.valueOf(key);
        }
    }

    /// Always enabled, without a key.
    public static Command of(String id, String title, Runnable run) {
        return new Command(id, title, null, new SimpleBooleanProperty(true), run);
    }

    public Command withKey(String combination) {
        return new Command(id, title, combination, enabledWhen, run);
    }

    public Command enabledWhen(ObservableBooleanValue condition) {
        return new Command(id, title, key, condition, run);
    }

    /// Which menu it stands in.
    public String menu() {
        return id.substring(0, id.indexOf('.'));
    }

    public boolean isEnabled() {
        return enabledWhen.get();
    }

    /// The key as the user knows it, `Ctrl K`; empty without one.
    public String keyText() {
        if (key == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (String part : key.split("\\+")) {
            text.append(text.isEmpty() ? "" : " ").append(NAMES.getOrDefault(part, part));
        }
        return text.toString();
    }
}
