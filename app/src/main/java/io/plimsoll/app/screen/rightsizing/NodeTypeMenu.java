package io.plimsoll.app.screen.rightsizing;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import io.plimsoll.analysis.rightsizing.NodeType;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The choice of a node type.
final class NodeTypeMenu {
    /// More than this many don't fit onto a screen.
    private static final int MOST = 24;

    private NodeTypeMenu() {
    }

    /// @param chosen gets a name, empty for the present type
    static void open(Node owner, List<NodeType> types, Consumer<String> chosen) {
        ContextMenu menu = new ContextMenu();
        MenuItem present = new MenuItem(Messages.text("rightsizing.nodePresent"));
        present.setOnAction(event -> chosen.accept(""));
        menu.getItems().add(present);
        types.stream().limit(MOST).forEach(each -> {
            MenuItem item = new MenuItem(text(each.type()));
            item.setOnAction(event -> chosen.accept(each.name()));
            menu.getItems().add(item);
        });
        menu.show(owner, Side.BOTTOM, 0, 4);
    }

    private static String text(VmType type) {
        return type.name() + "   " + Formats.number(type.vcpu(), 0) + " vCPU   " + Formats.number(type.memoryGib(), 0)
                + " GiB";
    }
}
