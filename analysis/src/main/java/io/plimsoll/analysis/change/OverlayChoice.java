package io.plimsoll.analysis.change;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What could stand in a change set instead of the edit of a value that several roots take: a patch for one of them.
///
/// @param root    that alone changes: a folder, or `Kind/namespace/name` of what deploys it
/// @param intents that patch it; empty if it can't be patched
/// @param code    why it can't be; null if it can
/// @param reason  the same for people; empty if it can be patched
public record OverlayChoice(String root, List<Intent> intents, @Nullable String code, String reason) {
    public OverlayChoice {
        intents = List.copyOf(intents);
    }

    public boolean possible() {
        return code == null;
    }
}
