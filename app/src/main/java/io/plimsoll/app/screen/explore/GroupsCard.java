package io.plimsoll.app.screen.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;

import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Chip;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The groups one below the other, the charges behind them, and in their place the columns of the cube when they are chosen.
final class GroupsCard extends StackPane {
    private final ScreenContext context;
    private final ExploreModel model;
    private final ExploreActions actions;
    private final GroupTree tree;
    private final StackPane place = new StackPane();
    private final Chip add = new Chip(this::addDimension).asAddition();
    private final Button rows = button("rows", this::switchRows);
    private final Card card;

    GroupsCard(ScreenContext context, ExploreModel model, ExploreActions actions) {
        this.context = context;
        this.model = model;
        this.actions = actions;
        this.tree = new GroupTree(model, row -> filter(row, false));
        setId("explore-list");
        setMinWidth(0);
        tree.setContextMenu(menu());
        add.show(Messages.text("explore.addDimension"), "", "");
        add.setId("explore-add-dimension");
        place.getChildren().setAll(tree);
        card = new Card("", "", place).flush().withLead(add).withActions(rows,
                button("sql", () -> withLevel(level -> actions.origin(this, level))),
                button("copy", () -> actions.copy(tree.visible())),
                button("export", () -> actions.export(this, tree.visible())));
        getChildren().add(card);
        model.outermostProperty().addListener((property, before, now) -> showLevel());
        context.selection(ExploreScreen.ID).addListener((property, before, now) -> showAsked(now));
        showAsked(context.selection(ExploreScreen.ID).get());
        model.listFooterProperty().addListener((property, before, now) -> card.setFooter(now));
    }

    private void showLevel() {
        withLevel(level -> {
            Layers layers = model.layersProperty().get();
            tree.show(level, layers == null ? List.of() : layers.layers().stream().map(Layers.Layer::value).toList());
            String listed = actions.listed(level);
            card.setHint(level.fromCube() ? listed : listed + " \u00b7 " + Messages.text("explore.fromCharges"));
            showGroups();
        });
    }

    /// What another place asks for, such as the columns of the cube.
    private void showAsked(String asked) {
        if (asked.equals(ExploreScreen.CUBE)) {
            getChildren().setAll(new Card(Messages.text("cube.title"), "",
                    new CubePanel(context, () -> getChildren().setAll(card))).flush());
        }
    }

    private void showGroups() {
        List<String> by = model.shown().groupBy();
        show(by.isEmpty() ? Messages.text("explore.all") : String.join(" \u203a ", by), tree);
        rows.setText(Messages.text("explore.rows"));
        boolean more = by.size() < Filter.MOST_GROUPINGS;
        add.setVisible(more);
        add.setManaged(more);
    }

    private void show(String title, Node content) {
        card.setTitle(title);
        place.getChildren().setAll(content);
    }

    private void addDimension() {
        actions.addDimension(add);
    }

    private void switchRows() {
        if (place.getChildren().contains(tree)) {
            showCharges(selected());
        } else {
            showGroups();
        }
    }

    /// A row that stands for a value; the others are looked at as a whole.
    private Optional<GroupRow> selected() {
        return tree.selected().filter(row -> !row.rest());
    }

    private void showCharges(Optional<GroupRow> of) {
        rows.setText(Messages.text("explore.groups"));
        show(of.map(row -> Messages.text("explore.chargesOf",
                row.path().stream().map(Condition::named).collect(Collectors.joining(" \u203a "))))
                .orElseGet(() -> Messages.text("explore.chargesTitle")),
                Charges.of(context, model.query(of.map(GroupRow::path).orElse(List.of()))));
    }

    private void filter(GroupRow row, boolean exclude) {
        if (actions.canFilter(row)) {
            actions.filter(row, exclude);
        }
    }

    private ContextMenu menu() {
        MenuItem keep = new MenuItem();
        MenuItem leave = new MenuItem();
        MenuItem charges = new MenuItem(Messages.text("explore.charges"));
        keep.setOnAction(event -> tree.selected().ifPresent(row -> filter(row, false)));
        leave.setOnAction(event -> tree.selected().ifPresent(row -> filter(row, true)));
        charges.setOnAction(event -> showCharges(selected()));
        ContextMenu menu = new ContextMenu(keep, leave, charges);
        menu.getItems().forEach(item -> item.setMnemonicParsing(false));
        menu.setOnShowing(event -> {
            Optional<GroupRow> row = selected();
            String name = row.map(GroupRow::name).orElse("");
            keep.setText(Messages.text("explore.keep", name));
            leave.setText(Messages.text("explore.leave", name));
            menu.getItems().forEach(item -> item.setDisable(row.isEmpty()));
        });
        return menu;
    }

    private void withLevel(Consumer<Level> action) {
        Level level = model.outermostProperty().get();
        if (level != null) {
            action.accept(level);
        }
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Messages.text("explore." + key));
        button.setId("explore-" + key);
        button.setOnAction(event -> action.run());
        return button;
    }
}
