package io.plimsoll.app.command;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

import io.plimsoll.app.text.Messages;

/// Menu bar and buttons that stand for commands.
public final class Menus {
    /// The menus in their order; a command whose id starts with none of these is in the palette only.
    private static final List<String> ORDER = List.of("file", "edit", "view", "analyse", "repository", "help");

    private Menus() {
    }

    /// A bar that follows the list. Its accelerators work for the whole window.
    public static MenuBar bar(Commands commands) {
        MenuBar bar = new MenuBar();
        bar.setId("menu-bar");
        fill(bar, commands);
        commands.all().addListener((ListChangeListener<Command>) change -> fill(bar, commands));
        return bar;
    }

    /// A button named by what it does, disabled while it can't be done.
    ///
    /// @throws IllegalArgumentException if there is no such command
    public static Button button(Commands commands, String id) {
        Command command = commands.find(id)
                .orElseThrow(() -> new IllegalArgumentException("No command " + id));
        Button button = new Button(command.title());
        button.setMnemonicParsing(false);
        button.setId(id.replace('.', '-'));
        button.setOnAction(event -> commands.run(command));
        button.disableProperty().bind(Bindings.not(command.enabledWhen()));
        if (!command.keyText().isEmpty()) {
            button.setTooltip(new Tooltip(command.keyText()));
        }
        return button;
    }

    private static void fill(MenuBar bar, Commands commands) {
        bar.getMenus().clear();
        for (String name : ORDER) {
            Menu menu = new Menu(Messages.text("menu." + name));
            menu.setMnemonicParsing(false);
            commands.all().stream().filter(command -> command.menu().equals(name))
                    .forEach(command -> menu.getItems().add(item(commands, command)));
            if (!menu.getItems().isEmpty()) {
                bar.getMenus().add(menu);
            }
        }
    }

    private static MenuItem item(Commands commands, Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setId("menu-" + command.id().replace('.', '-'));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> commands.run(command));
        item.disableProperty().bind(Bindings.not(command.enabledWhen()));
        if (command.key() != null) {
            item.setAccelerator(KeyCombination.valueOf(command.key()));
        }
        return item;
    }
}
