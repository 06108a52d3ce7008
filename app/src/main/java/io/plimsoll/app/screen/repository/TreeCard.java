package io.plimsoll.app.screen.repository;

import java.util.HashSet;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.Card;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The files of the commit. What is selected narrows the lists at the right.
final class TreeCard extends VBox {
    private static final int UNFOLDED = 60;
    private static final Duration PATIENCE = Duration.millis(150);

    private final RepositoryModel model;
    private final TreeView<FileNode> tree = new TreeView<>();
    private final TextField filter = new TextField();
    private final Card card;
    private FileNode top = FileNode.NONE;
    private boolean filling;

    TreeCard(RepositoryModel model) {
        this.model = model;
        filter.setId("repository-filter");
        filter.setPromptText(Messages.text("repo.filter"));
        PauseTransition soon = new PauseTransition(PATIENCE);
        soon.setOnFinished(event -> fill());
        filter.textProperty().addListener((property, before, now) -> soon.playFromStart());
        filter.setOnAction(event -> fill());
        tree.setId("repository-tree");
        tree.setFixedCellSize(26);
        tree.setCellFactory(view -> new Cell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!filling && now != null) {
                model.look(now.getValue().path());
                model.open(now.getValue().path(), 0);
            }
        });
        HBox line = new HBox(filter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMinWidth(0);
        line.getStyleClass().add("pl-card-row");
        card = new Card(Messages.text("repo.files"), "", line, tree).flush();
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().add(card);
    }

    void show(RepositoryState state) {
        top = state.tree();
        card.setHint(Messages.text("repo.fileCount", Formats.count(state.overview() == null
                ? 0
                : state.overview().files().size())));
        card.setFooter(state.overview() == null
                ? ""
                : Messages.text("repo.headOf", DateFormats.time(state.overview().head().time())));
        fill();
    }

    /// Folders that were open stay open; a search opens what it found.
    private void fill() {
        Set<String> open = new HashSet<>();
        opened(tree.getRoot(), open);
        FileNode shown = top.filtered(filter.getText());
        int[] budget = {filter.getText().isBlank() ? 0 : UNFOLDED};
        TreeItem<FileNode> root = item(shown, open, budget);
        root.setExpanded(true);
        filling = true;
        tree.setRoot(root);
        select(root);
        filling = false;
    }

    private void select(TreeItem<FileNode> root) {
        String path = model.listingProperty().get().path();
        TreeItem<FileNode> at = root;
        while (at != null && !at.getValue().path().equals(path)) {
            at = at.getChildren().stream()
                    .filter(child -> path.equals(child.getValue().path()) || child.getValue().isFolder()
                            && path.startsWith(child.getValue().path()))
                    .findFirst().orElse(null);
        }
        if (at == null) {
            tree.getSelectionModel().clearSelection();
        } else {
            tree.getSelectionModel().select(at);
        }
    }

    private static void opened(@Nullable TreeItem<FileNode> item, Set<String> open) {
        if (item != null && item.isExpanded()) {
            open.add(item.getValue().path());
            item.getChildren().forEach(child -> opened(child, open));
        }
    }

    private static TreeItem<FileNode> item(FileNode node, Set<String> open, int[] budget) {
        TreeItem<FileNode> item = new TreeItem<>(node);
        item.setExpanded(open.contains(node.path()) || budget[0] > 0);
        budget[0] -= node.children().size();
        node.children().forEach(child -> item.getChildren().add(item(child, open, budget)));
        return item;
    }

    private static final class Cell extends TreeCell<FileNode> {
        private final Label name = new Label();
        private final Label knobs = new Label();
        private final Label cost = new Label();
        private final HBox box;

        Cell() {
            name.setMinWidth(0);
            name.setMnemonicParsing(false);
            knobs.getStyleClass().add("pl-card-hint");
            knobs.setMinWidth(Region.USE_PREF_SIZE);
            cost.getStyleClass().add("pl-changes-path");
            cost.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            box = new HBox(6, name, knobs, gap, cost);
            box.getStyleClass().add("pl-changes-row");
            box.setPrefWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable FileNode node, boolean empty) {
            super.updateItem(node, empty);
            setText(null);
            if (empty || node == null) {
                setGraphic(null);
                return;
            }
            name.setText(node.path().isEmpty() ? Messages.text("repo.top") : node.name());
            knobs.setText(node.knobs() == 0 ? "" : Formats.count(node.knobs()));
            cost.setText(RepositoryTables.cost(node.cost()));
            setAccessibleText(Messages.text("repo.node", name.getText(), Formats.count(node.knobs()), cost.getText()));
            setGraphic(box);
        }
    }
}
