package io.plimsoll.app.screen.repository;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// All rules by which names are joined: each can be switched, and those of the user be added, changed and removed.
final class RulesSheet extends StackPane {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 560;
    private static final double ROW = 45;

    private final ScreenContext context;
    private final RulesModel model;
    private final PagedTable<RuleRow> table;
    private final Button edit = button("repo.rules.change", "rules-edit");
    private final Button remove = button("repo.rules.remove", "rules-remove");
    private final VBox list;

    RulesSheet(ScreenContext context, RulesModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("pl-overlay");
        setId("repository-rules-sheet");
        setMaxSize(WIDTH, HEIGHT);
        setMinSize(0, 0);
        this.table = new PagedTable<>(context.tasks(), Messages.text("repo.rules"), List.of(
                Column.<RuleRow>node("on", Messages.text("repo.rules.on"), 40,
                        each -> Messages.text(each.on() ? "repo.rules.yes" : "repo.rules.no"), this::mark)
                        .unsortable(),
                Column.<RuleRow>text("title", Messages.text("repo.rules.rule"), 192, RuleRow::title).unsortable(),
                Column.<RuleRow>node("says", Messages.text("repo.rules.says"), 398, RuleRow::says, RulesSheet::says)
                        .unsortable(),
                Column.<RuleRow>number("matches", Messages.text("repo.rules.matches"), 66, RuleRow::matches)
                        .unsortable(),
                Column.<RuleRow>number("share", Messages.text("repo.rules.share"), 82, RuleRow::share).unsortable()));
        table.view().setId("repository-rules");
        table.view().setFixedCellSize(ROW);
        table.setMinHeight(0);
        VBox.setVgrow(table, Priority.ALWAYS);
        this.list = new VBox(10, Details.words(Messages.text("repo.rules.title"), "pl-card-title"),
                Details.words(Messages.text("repo.rules.order"), "pl-dim"), table, foot());
        getChildren().setAll(list);
        table.selectedProperty().addListener((property, before, now) -> picked(now));
        table.onOpen(row -> edit(row.own()));
        model.rowsProperty().addListener((property, before, now) -> fill(now));
        picked(null);
        model.refresh();
    }

    private HBox foot() {
        Button add = button("repo.rules.add", "rules-add");
        add.setOnAction(event -> open(null));
        edit.setOnAction(event -> edit(own()));
        remove.setOnAction(event -> {
            JoinRule rule = own();
            if (rule != null) {
                model.remove(rule);
            }
        });
        Button close = button("repo.rules.close", "rules-close");
        close.setCancelButton(true);
        close.setOnAction(event -> context.closeAbove());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, add, edit, remove, gap, close);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private @Nullable JoinRule own() {
        RuleRow row = table.selectedProperty().get();
        return row == null ? null : row.own();
    }

    private void picked(@Nullable RuleRow row) {
        boolean fixed = row == null || row.own() == null;
        edit.setDisable(fixed);
        remove.setDisable(fixed);
    }

    private void fill(@Nullable List<RuleRow> rows) {
        if (rows != null) {
            table.show((request, cancellation) -> Page.of(rows, request));
        }
    }

    private void edit(@Nullable JoinRule rule) {
        if (rule != null) {
            open(rule);
        }
    }

    private void open(@Nullable JoinRule rule) {
        RuleForm form = new RuleForm(model, rule, saved -> {
            getChildren().setAll(list);
            model.save(saved);
        }, () -> getChildren().setAll(list));
        getChildren().setAll(form);
        form.start();
    }

    private Node mark(RuleRow row) {
        CheckBox box = new CheckBox();
        box.setSelected(row.on());
        box.setAccessibleText(row.title());
        box.setOnAction(event -> model.turn(row, box.isSelected()));
        return box;
    }

    private static Node says(RuleRow row) {
        Label label = new Label(row.says());
        label.setWrapText(true);
        label.getStyleClass().addAll(row.own() == null ? "pl-dim" : "pl-mono", "pl-small");
        return label;
    }

    private static Button button(String key, String id) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
