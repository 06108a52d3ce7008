package io.plimsoll.app.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.app.theme.Theme;

/// The memento of a window. Immutable; a change gives a new one.
///
/// @param theme    light or dark
/// @param window   where it stood
/// @param screen   id of the screen it showed, empty for none
/// @param dividers positions in 0..1 by the split pane's id
/// @param recent   workspace folders, the latest first
public record Session(Theme theme, WindowBounds window, String screen, Map<String, List<Double>> dividers,
        List<Path> recent) {
    private static final int RECENT = 10;

    public Session {
        dividers = Map.copyOf(dividers);
        recent = List.copyOf(recent);
    }

    /// What a first start has.
    public static Session initial() {
        return new Session(Theme.LIGHT, WindowBounds.initial(), "", Map.of(), List.of());
    }

    public Session withTheme(Theme changed) {
        return new Session(changed, window, screen, dividers, recent);
    }

    public Session withWindow(WindowBounds changed) {
        return new Session(theme, changed, screen, dividers, recent);
    }

    public Session withScreen(String changed) {
        return new Session(theme, window, changed, dividers, recent);
    }

    public Session withDividers(String splitPane, List<Double> positions) {
        Map<String, List<Double>> changed = new HashMap<>(dividers);
        changed.put(splitPane, List.copyOf(positions));
        return new Session(theme, window, screen, changed, recent);
    }

    /// Puts `workspace` first; the list keeps ten.
    public Session opened(Path workspace) {
        List<Path> changed = new ArrayList<>();
        changed.add(workspace.toAbsolutePath().normalize());
        recent.stream().filter(path -> !path.equals(changed.getFirst())).limit(RECENT - 1L).forEach(changed::add);
        return new Session(theme, window, screen, dividers, changed);
    }

    /// Without a workspace that is gone.
    public Session forgotten(Path workspace) {
        return new Session(theme, window, screen, dividers,
                recent.stream().filter(path -> !path.equals(workspace)).toList());
    }
}
