package io.plimsoll.app.shell;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import io.plimsoll.app.command.Commands;
import io.plimsoll.app.command.Menus;
import io.plimsoll.app.text.Messages;

/// Name, menus, the open workspace, and the field that opens the palette.
final class TopBar extends HBox {
    private final Label workspace = new Label();

    TopBar(Commands commands, Runnable openPalette) {
        getStyleClass().add("pl-top");
        Label brand = new Label(Messages.text("app.name"));
        brand.getStyleClass().add("pl-brand");
        brand.setMinWidth(USE_PREF_SIZE);
        workspace.getStyleClass().add("pl-faint");
        workspace.setId("workspace-name");
        workspace.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region menus = Menus.bar(commands);
        menus.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(brand, menus, workspace, gap, paletteField(openPalette));
    }

    void setWorkspace(String name) {
        workspace.setText(name);
    }

    private static HBox paletteField(Runnable open) {
        Label prompt = new Label(Messages.text("palette.prompt"));
        prompt.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label key = new Label("Ctrl K");
        key.setMinWidth(USE_PREF_SIZE);
        HBox field = new HBox(prompt, gap, key);
        field.getStyleClass().add("pl-palette-field");
        field.setId("palette-field");
        field.setFocusTraversable(true);
        field.setAccessibleRole(AccessibleRole.BUTTON);
        field.setAccessibleText(prompt.getText());
        field.setOnMouseClicked(event -> open.run());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
        return field;
    }
}
