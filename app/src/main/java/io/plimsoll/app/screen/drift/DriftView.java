package io.plimsoll.app.screen.drift;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftReport;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The cost fields of the cluster beside those of Git, and one of them in full.
public final class DriftView extends StackPane {
    private static final double SIDE = 350;
    private static final double LEAST_SIDE = 270;
    private static final double LEAST_LIST = 700;

    private final ScreenContext context;
    private final DriftModel model;
    private final DriftActions actions;
    private final PagedTable<DriftRow> rows;
    private final DriftDetails details;
    private final Card list;
    private final HBox filters = new HBox(8);
    private final TextField search = new TextField();
    private final Card notes = new Card(Messages.text("drift.notes"), "");
    private final Region page;

    DriftView(ScreenContext context, DriftModel model) {
        this.context = context;
        this.model = model;
        this.actions = new DriftActions(context, model, this);
        this.rows = DriftTable.of(context);
        this.details = new DriftDetails(model);
        setId(DriftScreen.ID);
        this.list = new Card("", "", filters, rows).flush().withActions(root(), button("drift.export", "drift-export",
                actions::export), button("drift.choose", "drift-choose", actions::choose));
        search.setId("drift-search");
        search.setPromptText(Messages.text("drift.search"));
        search.setMinWidth(80);
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        filters.getStyleClass().add("pl-card-row");
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        side.fill(new Card(Messages.text("drift.chosen"), "", details)).add(notes);
        this.page = new Sheet().fill(Sheet.beside(list, LEAST_LIST, side, LEAST_SIDE, SIDE));
        getChildren().add(EmptyState.loading());
        actions.offer();
        rows.selectedProperty().addListener((property, before, now) -> details.show(now));
        rows.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                rows.select(0);
            }
        });
        model.shownProperty().addListener((property, before, now) -> show(now));
        model.busyProperty().addListener((property, before, now) -> show(model.shownProperty().get()));
        model.showProperty().addListener((property, before, now) -> list());
        model.searchProperty().addListener((property, before, now) -> list());
        show(model.shownProperty().get());
    }

    private TextField root() {
        TextField root = new TextField();
        root.setId("drift-root");
        root.setPromptText(Messages.text("drift.root"));
        root.setPrefColumnCount(11);
        root.setMinWidth(60);
        root.setTooltip(new Tooltip(Messages.text("drift.rootHint")));
        root.textProperty().bindBidirectional(model.rootProperty());
        root.setOnAction(event -> model.again());
        return root;
    }

    private static Button button(String key, String id, Runnable action) {
        Button button = new Button(Messages.text(key));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void show(@Nullable Shown shown) {
        getChildren().setAll(content(shown));
        DriftReport report = model.report();
        if (shown == null || report == null) {
            return;
        }
        list.setTitle(DriftText.title(report));
        list.setHint(DriftText.total(report));
        list.setFooter(DriftText.summary(report, shown.moved()));
        Segments<Show> segments = new Segments<>(
                Stream.of(Show.values())
                        .filter(show -> show == model.showProperty().get() || show.offered(report.rows()))
                        .toList(),
                show -> show.title(report.rows()));
        segments.setId("drift-show");
        segments.valueProperty().set(model.showProperty().get());
        segments.valueProperty().addListener((property, before, now) -> model.showProperty().set(now));
        filters.getChildren().setAll(search, segments);
        notes(report);
        list();
    }

    private void notes(DriftReport report) {
        boolean any = !report.problems().isEmpty();
        notes.setVisible(any);
        notes.setManaged(any);
        notes.getChildren().removeIf(node -> "drift-note".equals(node.getUserData()));
        report.problems().stream().limit(4).forEach(problem -> {
            Label note = new Label(problem);
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            note.setUserData("drift-note");
            note.getStyleClass().addAll("pl-dim", "pl-small");
            notes.getChildren().add(notes.getChildren().size() - 1, note);
        });
        notes.setHint(report.problems().size() > 4
                ? Messages.text("drift.moreNotes", report.problems().size() - 4)
                : "");
        Tooltip.install(notes, new Tooltip(String.join("\n", report.problems())));
    }

    private Node content(@Nullable Shown shown) {
        if (shown == null || model.busyProperty().get()) {
            return EmptyState.loading();
        }
        if (!shown.hasClone()) {
            EmptyState none = EmptyState.of(Messages.text("changes.noClone"), Messages.text("drift.noCloneHint"));
            context.commands().find("repository.add")
                    .ifPresent(add -> none.withAction(add.title(), () -> context.commands().run(add)));
            return none;
        }
        return shown.report() == null
                ? EmptyState.of(Messages.text("drift.empty"), Messages.text("drift.emptyHint"))
                        .withAction(Messages.text("drift.choose"), actions::choose)
                : page;
    }

    private void list() {
        boolean clean = model.report() != null && model.report().differences() == 0;
        boolean all = model.searchProperty().get().isBlank() && model.showProperty().get() == Show.DIFFER && clean;
        rows.setEmptyState(EmptyState.of(Messages.text(all ? "drift.clean" : "drift.none"),
                Messages.text(all ? "drift.cleanHint" : "drift.noneHint")));
        List<DriftRow> listed = model.listed();
        details.show(null);
        rows.show((request, cancellation) -> DriftModel.page(listed, request));
    }
}
