package io.plimsoll.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;

/// What a screen reader says of what the keyboard reaches.
public final class AccessibleNames {
    private AccessibleNames() {
    }

    /// Visible nodes that take the keyboard and have no name in words: a text with a letter, or an accessible text.
    public static List<String> missing(Parent root) {
        List<Node> labelled = new ArrayList<>();
        List<Node> reached = new ArrayList<>();
        walk(root, labelled, reached);
        return reached.stream()
                .filter(each -> !labelled.contains(each) && name(each).chars().noneMatch(Character::isLetter))
                .map(each -> each.getClass().getSimpleName() + " #" + each.getId()).toList();
    }

    private static void walk(Node node, List<Node> labelled, List<Node> reached) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Label label && label.getLabelFor() != null) {
            labelled.add(label.getLabelFor());
        }
        boolean inside = node.getParent() instanceof Control && node.getId() == null;
        if (node.isFocusTraversable() && !inside) {
            reached.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(each -> walk(each, labelled, reached));
        }
    }

    private static String name(Node node) {
        String said = node.getAccessibleText();
        return said != null
                ? said
                : node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
