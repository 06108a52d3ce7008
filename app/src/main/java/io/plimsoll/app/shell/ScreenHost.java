package io.plimsoll.app.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/// Shows one screen at a time; makes each when it is first wanted and keeps it.
final class ScreenHost extends StackPane {
    private final Map<String, Node> made = new HashMap<>();
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper(this, "current", "");
    private List<Screen> screens = List.of();

    ScreenHost() {
        getStyleClass().add("pl-content");
        setId("content");
    }

    void fill(List<Screen> changed) {
        made.clear();
        getChildren().clear();
        screens = List.copyOf(changed);
        current.set("");
    }

    /// @return whether there is such a screen
    boolean show(String id) {
        Optional<Screen> screen = screens.stream().filter(each -> each.id().equals(id)).findFirst();
        screen.ifPresent(found -> {
            Node content = made.get(id);
            if (content == null) {
                content = scrolling(found.content().get());
                made.put(id, content);
            }
            getChildren().setAll(content);
            current.set(id);
        });
        return screen.isPresent();
    }

    /// A screen that is higher than the window scrolls instead of being cut off.
    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /// Something that is no screen, such as the welcome page.
    void showPage(Node page) {
        getChildren().setAll(page);
        current.set("");
    }

    ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }
}
