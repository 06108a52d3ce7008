package io.plimsoll.app.screen.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.MatchedCost;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// The groups one below the other. What is below a group is asked for when it is opened.
final class GroupTree extends TreeTableView<GroupRow> {
    private static final int OPENED = 1;
    /// From this width on there is room for what is matched and for its file.
    private static final double WITH_MATCHES = 1200;

    private final ExploreModel model;
    private final Consumer<GroupRow> picked;
    private final TreeTableColumn<GroupRow, GroupRow> days = column("", 190, "");
    private final TreeTableColumn<GroupRow, GroupRow> change = column("", 120, "pl-num");
    private final TreeTableColumn<GroupRow, GroupRow> matched = column(Messages.text("explore.matched"), 160, "pl-num");
    private final TreeTableColumn<GroupRow, GroupRow> owner = column(Messages.text("explore.owner"), 370, "");
    private final TreeTableColumn<GroupRow, GroupRow> filler = column("", 10, "");
    private List<String> layers = List.of();

    /// @param picked gets a group whose name was clicked
    GroupTree(ExploreModel model, Consumer<GroupRow> picked) {
        this.model = model;
        this.picked = picked;
        setId("explore-groups");
        setShowRoot(false);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TreeTableColumn<GroupRow, GroupRow> name = column(Messages.text("explore.group"), 380, "");
        name.setCellFactory(view -> new Cell(row -> row.name(), this::named));
        days.setCellFactory(view -> new Cell(row -> "", GroupTree::sparkline));
        TreeTableColumn<GroupRow, GroupRow> cost = column(Messages.text("explore.cost"), 120, "pl-num");
        cost.setCellFactory(view -> new Cell(GroupRow::costText, null));
        change.setCellFactory(view -> new Cell(GroupRow::change, GroupTree::changed));
        matched.setId("explore-matched");
        matched.setMinWidth(148);
        matched.setCellFactory(view -> new Cell(this::matchedText, null));
        owner.setId("explore-owner");
        owner.setCellFactory(view -> new Cell(row -> "", this::owner));
        TreeTableColumn<GroupRow, GroupRow> share = column(Messages.text("explore.share2"), 90, "pl-num");
        share.setCellFactory(view -> new Cell(GroupRow::shareText, null));
        getColumns().setAll(List.of(name, days, cost, change, share, matched, owner, filler));
        widthProperty().addListener((property, before, now) -> arrange(now.doubleValue()));
        arrange(getWidth());
        model.matches().foundProperty().addListener((property, before, now) -> refresh());
        setPlaceholder(EmptyState.loading());
    }

    /// @param charted values that have a colour in the chart, in its order
    void show(Level level, List<String> charted) {
        layers = charted;
        days.setText(Messages.text("explore.days", model.days().count()));
        change.setText(level.against().isEmpty()
                ? Messages.text("explore.changeNone")
                : Messages.text("explore.change", level.against()));
        setPlaceholder(EmptyState.of(Messages.text("explore.nothing"), Messages.text("explore.nothingHint")));
        TreeItem<GroupRow> root = new TreeItem<>();
        root.getChildren().setAll(level.rows().stream().map(this::item).toList());
        setRoot(root);
        root.getChildren().stream().filter(item -> !item.isLeaf()).limit(OPENED)
                .forEach(item -> item.setExpanded(true));
    }

    /// The rows as they are in view, from top to bottom.
    List<GroupRow> visible() {
        List<GroupRow> rows = new ArrayList<>();
        for (int i = 0; i < getExpandedItemCount(); i++) {
            GroupRow row = getTreeItem(i).getValue();
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    Optional<GroupRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private TreeItem<GroupRow> item(GroupRow row) {
        boolean[] asked = {false};
        TreeItem<GroupRow> item = new TreeItem<>(row) {
            @Override
            public boolean isLeaf() {
                return row.leaf();
            }
        };
        item.expandedProperty().addListener((property, before, now) -> {
            if (now && !asked[0]) {
                asked[0] = true;
                model.below(row, level -> item.getChildren().setAll(level.rows().stream().map(this::item).toList()));
            }
        });
        return item;
    }

    private void arrange(double width) {
        boolean room = width >= WITH_MATCHES;
        matched.setVisible(room);
        owner.setVisible(room);
        filler.setVisible(!room);
        model.matches().setLooked(room);
    }

    private String matchedText(GroupRow row) {
        MatchedCost cost = model.matches().foundProperty().get().get(row.path());
        return cost == null || row.rest()
                ? ""
                : cost.share().map(share -> Formats.percent(share.doubleValue(), 0)).orElse("\u2013");
    }

    private Node owner(GroupRow row) {
        MatchedCost cost = model.matches().foundProperty().get().get(row.path());
        Label label = new Label(cost == null || row.rest() ? "" : cost.file());
        label.getStyleClass().add("pl-mono");
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }

    private Node named(GroupRow row) {
        Label label = new Label(row.name());
        label.getStyleClass().add("pl-value");
        label.setMinWidth(0);
        label.setOnMouseClicked(event -> {
            if (event.getButton() == javafx.scene.input.MouseButton.PRIMARY) {
                picked.accept(row);
            }
        });
        if (row.path().size() > 1) {
            return label;
        }
        label.getStyleClass().add("pl-strong");
        Region swatch = new Region();
        int at = row.rest() ? -1 : layers.indexOf(row.value());
        ChartColor color = at < 0 ? ChartColor.C8 : ChartColor.ofSeries(at);
        swatch.getStyleClass().addAll("pl-swatch", color.name().toLowerCase(java.util.Locale.ROOT));
        HBox box = new HBox(7, swatch, label);
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return box;
    }

    private static Node sparkline(GroupRow row) {
        return ChartView.sparkline(row.name(), row.days(), row.path().size() == 1 ? ChartColor.C1 : ChartColor.C5);
    }

    private static Node changed(GroupRow row) {
        Label label = new Label(row.change());
        if (row.moved() > 0.05) {
            label.getStyleClass().add("pl-bad");
        } else if (row.moved() < -0.05) {
            label.getStyleClass().add("pl-good");
        }
        return label;
    }

    private static TreeTableColumn<GroupRow, GroupRow> column(String title, double width, String style) {
        TreeTableColumn<GroupRow, GroupRow> column = new TreeTableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue().getValue()));
        column.setCellFactory(view -> new Cell(row -> "", null));
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        return column;
    }

    private static final class Cell extends TreeTableCell<GroupRow, GroupRow> {
        private final Function<GroupRow, String> text;
        private final @Nullable Function<GroupRow, Node> node;

        Cell(Function<GroupRow, String> text, @Nullable Function<GroupRow, Node> node) {
            this.text = text;
            this.node = node;
        }

        @Override
        protected void updateItem(@Nullable GroupRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean blank = empty || row == null;
            setText(blank || node != null ? null : text.apply(row));
            setGraphic(blank || node == null ? null : node.apply(row));
            if (!blank && getTableColumn() != null && getTableColumn().getStyleClass().contains("pl-num")
                    && !getStyleClass().contains("pl-num")) {
                getStyleClass().add("pl-num");
            }
        }
    }
}
