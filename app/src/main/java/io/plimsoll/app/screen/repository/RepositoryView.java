package io.plimsoll.app.screen.repository;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The clone at its HEAD: the files at the left, a list of what they hold, and below it the file and the selected row in words.
public final class RepositoryView extends StackPane {
    private static final double[] COLUMNS = {285, 905};
    private static final double[] BELOW = {540, 390};
    private static final double LOWEST_LIST = 200;
    private static final double GAP = 12;
    private static final double LOWEST_FILE = 170;
    private static final double HIGHEST_FILE = 330;
    private static final double FILE_SHARE = 0.38;

    private final ScreenContext context;
    private final RepositoryModel model;
    private final TreeCard tree;
    private final ListCard list;
    private final Region page;
    private final ChangeListener<Boolean> focused;

    RepositoryView(ScreenContext context, RepositoryModel model) {
        this.context = context;
        this.model = model;
        setId("repository");
        DetailsCard details = new DetailsCard(new RepositoryActions(context, model), model);
        RepositoryLists lists = new RepositoryLists(context.tasks(), model, row -> picked(details, row));
        this.tree = new TreeCard(model);
        this.list = new ListCard(context, model, lists);
        this.page = page(tree, list, Sheet.weighted(BELOW, new FileCard(model), details));
        this.focused = (property, before, now) -> lookIf(now);
        getChildren().add(EmptyState.loading());
        model.stateProperty().addListener((property, before, now) -> show(now));
        model.loadedProperty().addListener((property, before, now) -> show(model.stateProperty().get()));
        model.problemProperty().addListener((property, before, now) -> show(model.stateProperty().get()));
        model.tabProperty().addListener((property, before, now) -> picked(details, lists.selected()));
        show(model.stateProperty().get());
        context.selection(RepositoryScreen.ID).addListener((property, before, now) -> select(now));
        select(context.selection(RepositoryScreen.ID).get());
        sceneProperty().addListener((property, before, now) -> lookIf(now != null));
        sceneProperty().flatMap(scene -> scene.windowProperty()).addListener((property, before, now) -> follow(before,
                now));
    }

    /// The file and the details get a share of the height; where little is left the page scrolls.
    private static Region page(Region tree, Region list, Region below) {
        list.setMinHeight(LOWEST_LIST);
        list.setPrefHeight(LOWEST_LIST);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox right = new VBox(GAP, list, below);
        right.setMinWidth(0);
        tree.setPrefHeight(0);
        Region page = new Sheet().fill(Sheet.weighted(COLUMNS, tree, right));
        page.setMinHeight(LOWEST_LIST + LOWEST_FILE + GAP);
        page.heightProperty().addListener((property, before, now) -> {
            double height = Math.clamp(FILE_SHARE * now.doubleValue(), LOWEST_FILE, HIGHEST_FILE);
            below.setMinHeight(height);
            below.setPrefHeight(height);
            below.setMaxHeight(height);
        });
        return page;
    }

    private void picked(DetailsCard details, @Nullable Object row) {
        details.show(row);
        RepositoryLists.open(model, row);
    }

    /// What another screen asks for: a list by its name, or a file or folder.
    private void select(String wanted) {
        Optional<RepositoryTab> tab = Arrays.stream(RepositoryTab.values())
                .filter(each -> each.name().equalsIgnoreCase(wanted)).findFirst();
        if (tab.isPresent()) {
            model.tabProperty().set(tab.get());
        } else if (!wanted.isEmpty()) {
            model.look(wanted);
            model.open(wanted, 0);
        }
    }

    /// The clone may have been pulled while another program was in front.
    private void follow(@Nullable Window before, @Nullable Window now) {
        if (before != null) {
            before.focusedProperty().removeListener(focused);
        }
        if (now != null) {
            now.focusedProperty().addListener(focused);
        }
    }

    private void lookIf(boolean wanted) {
        if (wanted && model.loadedProperty().get()) {
            model.refresh();
        }
    }

    private void show(RepositoryState state) {
        Node content = content(state);
        if (content == page) {
            tree.show(state);
            list.show(state);
        }
        getChildren().setAll(content);
    }

    private Node content(RepositoryState state) {
        if (!model.loadedProperty().get()) {
            return EmptyState.loading();
        }
        Failure problem = model.problemProperty().get();
        if (state.overview() == null && problem != null) {
            return EmptyState.of(problem.sentence(), problem.remedy()).withAction(Messages.text("table.retry"),
                    model::refresh);
        }
        if (!state.hasClone() || state.overview() == null) {
            EmptyState none = EmptyState.of(Messages.text("changes.noClone"), Messages.text("repo.noCloneHint"));
            context.commands().find("repository.add")
                    .ifPresent(add -> none.withAction(add.title(), () -> context.commands().run(add)));
            return none;
        }
        return page;
    }
}
