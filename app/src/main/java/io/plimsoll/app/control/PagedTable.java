package io.plimsoll.app.control;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.PagedRows.Slot;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// A table over as many rows as there are: it holds the pages in view, and asks its source again to sort. Says when it is
/// loading, when there is nothing and what to do about it, and why it failed.
public final class PagedTable<R> extends StackPane {
    /// Of a column's width stays at least this, so that a narrow table scrolls before its cells are nothing but dots.
    private static final double LEAST = 0.65;
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final Tasks tasks;
    private final String title;
    private final List<Column<R>> columns;
    private final TableView<Slot<R>> table = new TableView<>();
    private final ReadOnlyObjectWrapper<@Nullable R> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(this, "total");
    private EmptyState empty = EmptyState.of(Messages.text("table.empty"), Messages.text("table.emptyHint"));
    private Consumer<R> opened = row -> {};
    private @Nullable PageSource<R> source;
    private @Nullable PageLoader<R> loader;
    private @Nullable Sort sort;

    /// @param title what it holds, for the status bar and for those who can't see it
    public PagedTable(Tasks tasks, String title, List<Column<R>> columns) {
        this.tasks = tasks;
        this.title = title;
        this.columns = List.copyOf(columns);
        table.setAccessibleText(title);
        table.getColumns().setAll(columns.stream().map(this::column).toList());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(EmptyState.loading());
        table.setSortPolicy(view -> {
            sortChanged();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            selected.unbind();
            if (now == null) {
                selected.set(null);
            } else {
                selected.bind(now.row());
            }
        });
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, PagedTable::keepFromMeasuringEveryRow);
        table.setOnMouseClicked(event -> openIf(event.getClickCount() == 2));
        table.setOnKeyPressed(event -> {
            openIf(event.getCode() == KeyCode.ENTER);
            if (COPY.match(event)) {
                copy();
            }
        });
        getChildren().add(table);
    }

    /// Fills the table from `shown`, from its start. Rows that are there stay until the new ones have come.
    public void show(PageSource<R> shown) {
        this.source = shown;
        reload();
    }

    /// Asks the source again.
    public void reload() {
        PageSource<R> asked = source;
        if (asked == null) {
            return;
        }
        Sort order = sort;
        PageRequest request = new PageRequest(0, PagedRows.PAGE, order);
        table.setPlaceholder(EmptyState.loading());
        tasks.latest(this, title, (progress, cancellation) -> asked.load(request, cancellation),
                first -> fill(new PageLoader<>(tasks, title, asked, order, first), first.total()), this::failed);
    }

    /// The row that is selected, null for none or while its page is on its way.
    public ReadOnlyObjectProperty<@Nullable R> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// How many rows there are.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Leaves columns out while the table is narrower, so that the others can be read.
    ///
    /// @param ids of those that stand elsewhere, too
    public void onlyWide(double width, Set<String> ids) {
        widthProperty().addListener((property, before, now) -> table.getColumns().stream()
                .filter(column -> ids.contains(column.getId()))
                .forEach(column -> column.setVisible(now.doubleValue() >= width)));
    }

    /// What stands in an empty table.
    public void setEmptyState(EmptyState state) {
        empty = state;
    }

    /// Called on a double click and on Enter.
    public void onOpen(Consumer<R> action) {
        opened = action;
    }

    public void select(int index) {
        table.getSelectionModel().select(index);
        table.scrollTo(Math.max(0, index - 3));
    }

    /// For row heights, ids and looks; its items and sort order belong to this class.
    public TableView<?> view() {
        return table;
    }

    private void fill(PageLoader<R> loaded, long rows) {
        PageLoader<R> before = loader;
        if (before != null) {
            before.close();
        }
        loader = loaded;
        table.setPlaceholder(empty);
        table.setItems(loaded.rows());
        total.set(rows);
        table.scrollTo(0);
    }

    private void failed(Throwable thrown) {
        Failure failure = Failure.of(title, thrown);
        total.set(0);
        table.setItems(FXCollections.observableArrayList());
        table.setPlaceholder(EmptyState.of(Messages.text("table.failed"), failure.sentence() + " " + failure.remedy())
                .withAction(Messages.text("table.retry"), this::reload));
    }

    private void sortChanged() {
        Sort wanted = table.getSortOrder().isEmpty()
                ? null
                : new Sort(table.getSortOrder().getFirst().getId(),
                        table.getSortOrder().getFirst().getSortType() == TableColumn.SortType.ASCENDING);
        if (wanted == null ? sort != null : !wanted.equals(sort)) {
            sort = wanted;
            reload();
        }
    }

    private void openIf(boolean asked) {
        R row = selected.get();
        if (asked && row != null) {
            opened.accept(row);
        }
    }

    private void copy() {
        R row = selected.get();
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\t", columns.stream().map(column -> column.text().apply(row)).toList()));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private TableColumn<Slot<R>, R> column(Column<R> declared) {
        TableColumn<Slot<R>, R> column = new TableColumn<>(declared.title());
        column.setId(declared.id());
        column.setPrefWidth(declared.width());
        column.setReorderable(false);
        column.setSortable(declared.sortable());
        column.setCellValueFactory(cell -> cell.getValue().row());
        column.setCellFactory(view -> new PagedCell<>(declared));
        if (declared.style().equals("pl-num")) {
            column.getStyleClass().add(declared.style());
            column.setMinWidth(declared.width());
        } else {
            column.setMinWidth(LEAST * declared.width());
        }
        return column;
    }

    /// A double click on a column's border would measure all rows, which may be millions.
    private static void keepFromMeasuringEveryRow(MouseEvent event) {
        if (event.getClickCount() > 1 && event.getTarget() instanceof Rectangle) {
            event.consume();
        }
    }
}
