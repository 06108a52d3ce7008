package io.plimsoll.app.shell;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.SplitPane;

import io.plimsoll.app.session.Session;

/// Puts dividers where they were, and says where they are.
final class DividerMemory {
    private final Map<String, SplitPane> panes = new LinkedHashMap<>();

    /// @throws IllegalArgumentException if the pane has no id
    void follow(SplitPane pane, Session session) {
        if (pane.getId() == null) {
            throw new IllegalArgumentException("A split pane needs an id to be remembered by");
        }
        panes.put(pane.getId(), pane);
        List<Double> positions = session.dividers().getOrDefault(pane.getId(), List.of());
        if (positions.size() == pane.getDividers().size()) {
            pane.setDividerPositions(positions.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    Session into(Session session) {
        Session changed = session;
        for (SplitPane pane : panes.values()) {
            changed = changed.withDividers(pane.getId(), Arrays.stream(pane.getDividerPositions()).boxed().toList());
        }
        return changed;
    }
}
