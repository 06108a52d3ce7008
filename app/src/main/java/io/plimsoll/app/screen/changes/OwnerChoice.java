package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import io.plimsoll.analysis.change.EditOwner;
import io.plimsoll.analysis.change.EditPreview;
import io.plimsoll.analysis.workload.BlastRadius;
import io.plimsoll.analysis.workload.Workload;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// Whose value an edit changes, and the way to change it for one root only.
final class OwnerChoice {
    private OwnerChoice() {
    }

    /// Nothing for a value that one root takes from its own place; the root that deploys the workload is patched with one click.
    static List<Node> of(ChangesModel model, EditPreview edit) {
        EditOwner owner = edit.owner();
        boolean plain = owner.changes().size() == 1 && owner.hidden().isEmpty() && edit.intent().overlay() == null;
        if (!owner.known() || plain) {
            return List.of();
        }
        List<Node> nodes = new ArrayList<>(List.of(pill(owner)));
        if (owner.isBase()) {
            Optional<String> root = Optional.of(owner.own()).filter(owner.changes()::contains);
            root.ifPresent(name -> {
                Hyperlink link = link("changes-patch-only", Messages.text("changes.patchOnly", name));
                link.setOnAction(event -> model.patchOnly(edit.intent(), name));
                nodes.add(link);
            });
            nodes.add(others(model, edit, root));
        }
        return nodes;
    }

    private static Hyperlink others(ChangesModel model, EditPreview edit, Optional<String> own) {
        Hyperlink link = link("changes-patch-other",
                Messages.text(own.isPresent() ? "changes.patchOther" : "changes.patchOne"));
        ContextMenu menu = new ContextMenu();
        edit.owner().changes().stream().filter(root -> own.filter(root::equals).isEmpty()).forEach(root -> {
            MenuItem item = new MenuItem(root);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.patchOnly(edit.intent(), root));
            menu.getItems().add(item);
        });
        link.setContextMenu(menu);
        link.setOnAction(event -> menu.show(link, Side.BOTTOM, 0, 0));
        return link;
    }

    private static Hyperlink link(String id, String text) {
        Hyperlink link = new Hyperlink(text);
        link.setId(id);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setTooltip(new Tooltip(Messages.text("changes.patchHint")));
        return link;
    }

    private static Pill pill(EditOwner owner) {
        Pill pill = new Pill(owner.changes().isEmpty()
                ? Messages.text("changes.owner.none")
                : owner.isBase()
                        ? Messages.text("changes.owner.base", owner.changes().size())
                        : Messages.text("changes.owner.overlay"),
                owner.changes().isEmpty() ? Tone.BAD : owner.isBase() ? Tone.WARN : Tone.NEUTRAL);
        pill.setTooltip(new Tooltip(owner.changes().isEmpty() ? owner.text() : owner.text() + "\n" + cost(owner)));
        return pill;
    }

    private static String cost(EditOwner owner) {
        BlastRadius reach = owner.reach();
        return reach == null || owner.monthly().isEmpty()
                ? Messages.text("changes.owner.costUnknown")
                : Messages.text("changes.owner.cost",
                        owner.monthly().stream().map(MoneyFormat::exact).collect(Collectors.joining(", ")),
                        reach.workloads().stream().map(Workload::title).collect(Collectors.joining(", ")));
    }
}
