package io.plimsoll.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of screens at the left, in their groups. Arrow keys walk, Enter shows.
final class Navigator extends ScrollPane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final VBox box = new VBox();
    private final List<HBox> items = new ArrayList<>();
    private final Consumer<String> show;

    Navigator(Consumer<String> show) {
        this.show = show;
        box.getStyleClass().add("pl-nav");
        getStyleClass().add("pl-nav-scroll");
        setId("navigator");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(box);
    }

    void fill(List<Screen> screens) {
        box.getChildren().clear();
        items.clear();
        for (ScreenGroup group : ScreenGroup.values()) {
            List<Screen> members = screens.stream().filter(screen -> screen.group() == group).toList();
            if (!members.isEmpty()) {
                Label heading = new Label(group.title().toUpperCase(Locale.ROOT));
                heading.getStyleClass().add("pl-nav-group");
                box.getChildren().add(heading);
                members.forEach(screen -> box.getChildren().add(item(screen)));
            }
        }
    }

    void select(String id) {
        items.forEach(item -> item.pseudoClassStateChanged(SELECTED, id.equals(item.getUserData())));
    }

    private HBox item(Screen screen) {
        Label title = new Label(screen.title());
        title.getStyleClass().add("pl-nav-title");
        Label badge = new Label();
        badge.getStyleClass().add("pl-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox item = new HBox(title, gap, badge);
        item.getStyleClass().add("pl-nav-item");
        item.setId("nav-" + screen.id());
        item.setUserData(screen.id());
        item.setFocusTraversable(true);
        item.setAccessibleRole(AccessibleRole.BUTTON);
        screen.badge().addListener((property, before, now) -> show(item, badge, screen, now));
        show(item, badge, screen, screen.badge().getValue());
        item.setOnMouseClicked(event -> show.accept(screen.id()));
        item.setOnKeyPressed(event -> key(event, item, screen));
        items.add(item);
        return item;
    }

    private static void show(HBox item, Label label, Screen screen, Badge badge) {
        label.setText(badge.text());
        badge.tone().on(label);
        label.setVisible(!badge.text().isEmpty());
        item.setAccessibleText((screen.title() + " " + badge.text()).strip());
    }

    private void key(KeyEvent event, HBox item, Screen screen) {
        int at = items.indexOf(item);
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            show.accept(screen.id());
        } else if (event.getCode() == KeyCode.DOWN && at + 1 < items.size()) {
            items.get(at + 1).requestFocus();
        } else if (event.getCode() == KeyCode.UP && at > 0) {
            items.get(at - 1).requestFocus();
        } else {
            return;
        }
        event.consume();
    }
}
