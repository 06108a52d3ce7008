package io.plimsoll.app.screen.ranked;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.command.Command;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.screen.FileDialog;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// A ranked list with a search and a choice; one row in full beside it, what else is to be said below that, and the way to where each
/// figure comes from. The names of its nodes and messages begin with the screen's id.
///
/// @param <P> the report
/// @param <C> what is chosen from
/// @param <R> a row
public final class RankedPage<P, C, R> extends StackPane {
    private static final double SIDE = 350;
    private static final double LEAST_SIDE = 270;
    private static final double LEAST_LIST = 700;
    private static final double ROW = 45;
    /// In a narrower list what a row says stands beside the list only.
    private static final double WITH_WORDS = 640;

    private final ScreenContext context;
    private final String id;
    private final RankedModel<P, C, R> model;
    private final RankedParts<P, C, R> parts;
    private final PagedTable<R> rows;
    private final RankedDetails<R> details;
    private final Hyperlink total = new Hyperlink();
    private final Card list;
    private final Region page;
    private final String words;
    private List<R> listed = List.of();

    /// @param beside below the row in full
    public RankedPage(ScreenContext context, String id, RankedModel<P, C, R> model, RankedParts<P, C, R> parts,
            Card beside) {
        this.context = context;
        this.id = id;
        this.model = model;
        this.parts = parts;
        List<Column<R>> columns = parts.columns();
        this.words = columns.getLast().id();
        this.rows = new PagedTable<>(context.tasks(), Messages.text("screen." + id), columns);
        this.details = new RankedDetails<>(id, parts, this::explain);
        setId(id);
        rows.view().setId(id + "-rows");
        rows.view().setFixedCellSize(ROW);
        total.setId(id + "-total");
        total.getStyleClass().add("pl-strong");
        total.setOnAction(event -> explainTotal());
        Button export = new Button(Messages.text(id + ".export"));
        export.setId(id + "-export");
        export.setOnAction(event -> export());
        this.list = new Card("", "", filters(), rows).flush().withActions(total, export);
        Sheet side = new Sheet();
        side.setStyle("-fx-padding: 0");
        side.fill(new Card(Messages.text(id + ".chosen"), "", details)).add(beside);
        this.page = new Sheet().fill(Sheet.beside(list, LEAST_LIST, side, LEAST_SIDE, SIDE));
        getChildren().add(EmptyState.loading());
        context.offer(Command.of("analyse." + id + "Csv", Messages.text(id + ".command.export"), this::export)
                .enabledWhen(Bindings.createBooleanBinding(() -> model.reportProperty().get() != null,
                        model.reportProperty())));
        follow();
        context.follow(this, model::refresh);
    }

    private void follow() {
        rows.selectedProperty().addListener((property, before, now) -> details.show(now));
        rows.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                rows.select(0);
            }
        });
        rows.widthProperty().addListener((property, before, now) -> columns());
        model.reportProperty().addListener((property, before, now) -> show(now));
        model.choiceProperty().addListener((property, before, now) -> list());
        model.searchProperty().addListener((property, before, now) -> list());
    }

    private HBox filters() {
        TextField search = new TextField();
        search.setId(id + "-search");
        search.setPromptText(Messages.text(id + ".search"));
        search.setMinWidth(80);
        search.textProperty().bindBidirectional(model.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        Segments<C> choice = new Segments<>(parts.choices(), parts::title);
        choice.setId(id + "-choice");
        choice.valueProperty().bindBidirectional(model.choiceProperty());
        HBox filters = new HBox(8, search, choice);
        filters.getStyleClass().add("pl-card-row");
        return filters;
    }

    private void show(@Nullable P report) {
        if (report == null) {
            return;
        }
        EmptyState nothing = parts.nothing(report);
        if (nothing != null) {
            getChildren().setAll(nothing);
            return;
        }
        parts.show(report, list, total);
        total.setVisible(!total.getText().isEmpty());
        getChildren().setAll(page);
        list();
    }

    private void list() {
        P report = model.reportProperty().get();
        if (report == null) {
            return;
        }
        rows.setEmptyState(parts.empty(report));
        List<R> found = model.listed();
        listed = found;
        columns();
        details.show(null);
        rows.show((request, cancellation) -> Page.sorted(found, request, parts.orders()));
    }

    private void columns() {
        String blank = parts.blank(listed);
        boolean wide = rows.getWidth() >= WITH_WORDS;
        rows.view().getColumns().forEach(
                column -> column.setVisible(!column.getId().equals(blank) && (wide || !column.getId().equals(words))));
    }

    private void explain(Node owner, R row) {
        P report = model.reportProperty().get();
        if (report != null) {
            context.provenance().open(owner, "rows",
                    (progress, cancellation) -> parts.origin(report, row, progress, cancellation));
        }
    }

    private void explainTotal() {
        P report = model.reportProperty().get();
        if (report != null) {
            context.provenance().open(total, () -> parts.total(report));
        }
    }

    private void export() {
        new FileDialog(this).save(id + ".command.export", id + ".csv", this::save);
    }

    /// Writes what the screen's file holds.
    public void save(Path file) {
        P report = model.reportProperty().get();
        if (report != null) {
            List<R> rowsNow = model.listed();
            model.save(file, () -> parts.csv(report, rowsNow));
        }
    }
}
