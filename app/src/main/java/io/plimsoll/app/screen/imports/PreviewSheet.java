package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.ImportPreview;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.workspace.FileLook;
import io.plimsoll.app.control.Column;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PagedTable;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// What files are, before any is loaded: what can't be loaded comes first, with the reason. Asks whether to load the others.
final class PreviewSheet extends VBox {
    private final Button load = new Button(Messages.text("preview.load"));
    private final Button cancel = new Button(Messages.text("preview.cancel"));
    private final Label remark = new Label();
    private final PagedTable<FileLook> table;

    PreviewSheet(Tasks tasks, ImportPreview preview, Runnable onLoad, Runnable onCancel) {
        getStyleClass().add("pl-overlay");
        setId("imports-preview");
        setMinSize(0, 0);
        setMaxSize(860, 560);
        List<FileLook> files = preview.files().stream().sorted(Comparator.comparing(FileLook::loadable)).toList();
        table = table(tasks);
        table.setMinHeight(80);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.selectedProperty().addListener((property, before, now) -> {
            remark.setText(whole(now));
            remark.setTooltip(now == null ? null : new Tooltip(now.file()));
        });
        table.totalProperty().addListener((property, before, now) -> {
            if (now.longValue() > 0) {
                table.select(0);
            }
        });
        table.show((request, cancellation) -> Page.of(files, request));
        load.setDefaultButton(true);
        load.setId("imports-load");
        load.setDisable(preview.loadable().isEmpty());
        load.setOnAction(event -> onLoad.run());
        cancel.setCancelButton(true);
        cancel.setId("imports-cancel");
        cancel.setOnAction(event -> onCancel.run());
        getChildren().addAll(head(files), table, wrapped(remark, "imports-remark"), foot(preview));
    }

    /// Gives the keyboard to the button that is pressed most; once the sheet is shown.
    void start() {
        (load.isDisabled() ? cancel : load).requestFocus();
    }

    private static Node head(List<FileLook> files) {
        Label title = new Label(Messages.text("preview.title"));
        title.getStyleClass().add("pl-card-title");
        long refused = files.stream().filter(file -> !file.loadable()).count();
        long good = files.size() - refused;
        Label hint = new Label(Messages.text(refused == 0 ? "preview.all" : "preview.some", Formats.count(good),
                Formats.count(refused)));
        hint.getStyleClass().add("pl-card-hint");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, title, gap, hint);
    }

    private Node foot(ImportPreview preview) {
        List<String> notes = new ArrayList<>(preview.notes());
        if (!preview.skipped().isEmpty()) {
            notes.add(Messages.text("preview.skipped", Formats.count(preview.skipped().size())));
        }
        Label note = wrapped(new Label(String.join(" ", notes)), "imports-preview-notes");
        note.getStyleClass().add("pl-dim");
        HBox.setHgrow(note, Priority.ALWAYS);
        load.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox foot = new HBox(8, note, cancel, load);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    private static Label wrapped(Label label, String id) {
        label.setId(id);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static PagedTable<FileLook> table(Tasks tasks) {
        PagedTable<FileLook> table = new PagedTable<>(tasks, Messages.text("preview.title"), List.of(
                Column.text("file", Messages.text("imports.file"), 210, PreviewSheet::name).unsortable(),
                Column.node("what", Messages.text("imports.what"), 150, PreviewSheet::what, PreviewSheet::whatNode)
                        .unsortable(),
                Column.<FileLook>number("size", Messages.text("preview.size"), 74,
                        file -> Formats.bytes(new Bytes(file.bytes()))).unsortable(),
                Column.text("remark", Messages.text("preview.remark"), 330, PreviewSheet::remark).unsortable()));
        table.view().setId("imports-preview-files");
        return table;
    }

    private static Node whatNode(FileLook file) {
        return file.loadable() ? new Label(what(file)) : new Pill(what(file), Tone.BAD);
    }

    private static String name(FileLook file) {
        return String.valueOf(Path.of(file.file()).getFileName());
    }

    static String what(FileLook file) {
        return file.loadable() ? ImportRow.what(file.profile(), file.version()) : Messages.text("preview.refused");
    }

    /// In a line: why it can't be loaded, or how wide it is and what of it will not be read. The folder stands elsewhere.
    static String remark(FileLook file) {
        FileLook.Refusal refusal = file.refusal();
        if (refusal != null) {
            return refusal.message().replace(file.file(), name(file));
        }
        if (file.columns() == 0) {
            return "";
        }
        String columns = Formats.count(file.columns());
        return file.unread().isEmpty()
                ? Messages.text("preview.columns", columns)
                : Messages.text("preview.unread", columns, Formats.count(file.unread().size()),
                        String.join(", ", file.unread()));
    }

    /// The file with its folder, and everything that is said of it.
    private static String whole(@Nullable FileLook file) {
        if (file == null) {
            return "";
        }
        FileLook.Refusal refusal = file.refusal();
        String text = remark(file) + (refusal == null ? "" : " " + refusal.remedy());
        return ImportRow.from(file.file()) + (text.isEmpty() ? "" : "\n" + text);
    }
}
