package io.plimsoll.app.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// The panel that shows a figure's origin. A tab stands only where there is something to show.
public final class ProvenanceView extends VBox {
    private static final double COLUMN = 130;

    private final TabPane tabs = new TabPane();

    public ProvenanceView(Tasks tasks, ProvenanceInfo info) {
        getStyleClass().add("pl-pop");
        setId("provenance");
        Label title = new Label(info.title());
        title.getStyleClass().add("pl-strong");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        add(tabs, "formula", new VBox(8, code(info.formula())));
        if (info.rows() != null) {
            add(tabs, "rows", table(tasks, info.title(), info.rows()));
        }
        if (!info.sql().isEmpty()) {
            Button copy = new Button(Messages.text("provenance.copySql"));
            copy.setOnAction(event -> copy(info.sql()));
            add(tabs, "sql", new VBox(8, code(info.sql()), copy));
        }
        if (!info.files().isEmpty()) {
            ListView<Path> files = new ListView<>();
            files.getItems().setAll(info.files());
            files.getStyleClass().add("pl-mono");
            add(tabs, "files", files);
        }
        getChildren().addAll(title, tabs);
    }

    /// Brings a part to the front; does nothing if it is not there.
    ///
    /// @param part `formula`, `rows`, `sql` or `files`
    public void select(String part) {
        tabs.getTabs().stream().filter(tab -> ("provenance-" + part).equals(tab.getId())).findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private static void add(TabPane tabs, String key, Node content) {
        VBox box = new VBox(content);
        box.setStyle("-fx-padding: 10 0 0 0");
        VBox.setVgrow(content, Priority.ALWAYS);
        Tab tab = new Tab(Messages.text("provenance." + key), box);
        tab.setId("provenance-" + key);
        tabs.getTabs().add(tab);
    }

    private static TextArea code(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("pl-code");
        VBox.setVgrow(area, Priority.ALWAYS);
        return area;
    }

    private static PagedTable<List<String>> table(Tasks tasks, String title, ProvenanceInfo.Rows rows) {
        List<Column<List<String>>> columns = new ArrayList<>();
        for (int i = 0; i < rows.columns().size(); i++) {
            int at = i;
            String name = rows.columns().get(i);
            Function<List<String>, String> cell = row -> row.get(at);
            columns.add((rows.figures().contains(i)
                    ? Column.number(name, name, COLUMN, cell)
                    : Column.text(name, name, COLUMN, cell)).unsortable());
        }
        PagedTable<List<String>> table = new PagedTable<>(tasks, title, columns);
        table.show(rows.source());
        return table;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
