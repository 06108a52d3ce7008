package io.plimsoll.app.screen.changes;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.Committed;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Branch, message and the buttons that make it so.
final class CommitCard extends VBox {
    private final ScreenContext context;
    private final ChangesModel model;
    private final Button undo = new Button(Messages.text("changes.undoLast"));
    private final MenuButton save = new MenuButton(Messages.text("changes.save"));
    private final Button push = new Button(Messages.text("changes.push"));
    private final Label note = new Label();
    private final Button source = new Button(Messages.text("provenance.source"));
    private final Card card;
    private Supplier<Optional<ProvenanceInfo>> origin = Optional::empty;

    CommitCard(ScreenContext context, ChangesModel model) {
        this.context = context;
        this.model = model;
        TextField branch = new TextField();
        branch.setId("changes-branch");
        branch.getStyleClass().add("pl-mono");
        branch.textProperty().bindBidirectional(model.draft().branchProperty());
        HBox.setHgrow(branch, Priority.ALWAYS);
        Label branchName = new Label(Messages.text("changes.branch"));
        branchName.setMinWidth(USE_PREF_SIZE);
        branchName.setLabelFor(branch);
        HBox branchLine = new HBox(8, branchName, branch);
        branchLine.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        TextArea words = new TextArea();
        words.setId("changes-message");
        words.setWrapText(true);
        words.setPrefRowCount(2);
        words.setPromptText(Messages.text("changes.messagePrompt"));
        words.textProperty().bindBidirectional(model.draft().wordsProperty());
        TextArea whole = new TextArea();
        whole.setId("changes-whole-message");
        whole.setEditable(false);
        whole.setPrefRowCount(5);
        whole.getStyleClass().add("pl-code");
        whole.textProperty().bind(model.draft().messageProperty());
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("pl-card-hint");
        source.setId("changes-saving-source");
        source.getStyleClass().setAll("button", "pl-link");
        source.setVisible(false);
        source.managedProperty().bind(source.visibleProperty());
        source.setOnAction(event -> origin.get()
                .ifPresent(info -> context.provenance().open(source, "rows", () -> info)));
        card = new Card(Messages.text("changes.commit"), "", branchLine, words, whole, choices(), passphrase(),
                buttons(), note)
                .withActions(source);
        getChildren().add(card);
    }

    private FlowPane choices() {
        CommitDraft draft = model.draft();
        FlowPane choices = new FlowPane(12, 6, choice("changes.sign", "changes-sign", draft.signProperty()),
                choice("changes.perWorkload", "changes-per-workload", draft.perWorkloadProperty()),
                choice("changes.signOff", "changes-sign-off", draft.signOffProperty()));
        choices.setMinHeight(USE_PREF_SIZE);
        return choices;
    }

    private static CheckBox choice(String text, String id, BooleanProperty chosen) {
        CheckBox box = new CheckBox(Messages.text(text));
        box.setId(id);
        box.setTooltip(new Tooltip(Messages.text(text + "Hint")));
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    private PasswordField passphrase() {
        CommitDraft draft = model.draft();
        PasswordField field = new PasswordField();
        field.setId("changes-passphrase");
        field.setPromptText(Messages.text("changes.passphrase"));
        field.textProperty().bindBidirectional(draft.passphraseProperty());
        field.visibleProperty().bind(draft.passphraseWantedProperty().and(draft.signProperty()));
        field.managedProperty().bind(field.visibleProperty());
        field.visibleProperty().addListener((property, before, now) -> {
            if (now) {
                field.requestFocus();
            }
        });
        return field;
    }

    private FlowPane buttons() {
        save.setId("changes-save");
        save.getStyleClass().add("pl-menu");
        save.getItems().setAll(
                item("changes.patch", "changes-patch", () -> save(getScene(), ".patch", model.files()::savePatch)),
                item("changes.mails", "changes-mails", () -> save(getScene(), ".mbox", model.files()::saveMails)),
                item("changes.bundle", "changes-bundle", () -> save(getScene(), ".bundle", model.files()::saveBundle)));
        Button commit = new Button(Messages.text("changes.commit"));
        commit.setId("changes-commit");
        commit.getStyleClass().add("accent");
        commit.setDefaultButton(true);
        commit.disableProperty().bind(Bindings.or(model.draft().readyProperty().not(), model.busyProperty()));
        commit.setOnAction(event -> model.commit(this::committed));
        push.setId("changes-push");
        push.setOnAction(event -> NetworkSheet.push(context, model::refresh));
        undo.setId("changes-undo-commit");
        undo.managedProperty().bind(undo.visibleProperty());
        undo.setOnAction(event -> model.undoLast(this::undone));
        FlowPane buttons = new FlowPane(8, 8, save, commit, push, undo);
        buttons.setMinHeight(USE_PREF_SIZE);
        return buttons;
    }

    private static MenuItem item(String text, String id, Runnable action) {
        MenuItem item = new MenuItem(Messages.text(text));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    void show(ChangesState state) {
        undo.setVisible(state.lastCommit().isPresent());
        undo.setText(ChangesText.undo(state));
        save.getItems().getFirst().setDisable(state.preview() == null);
        save.getItems().stream().skip(1).forEach(item -> item.setDisable(state.lastCommit().isEmpty()));
        push.setDisable(state.lastCommit().isEmpty());
        card.setHint(state.saving().map(saving -> Messages.text("changes.saves", MoneyFormat.brief(saving.perMonth())))
                .orElse(""));
        origin = () -> state.saving().map(saving -> SavingOrigin.info(state, saving));
        source.setVisible(state.saving().isPresent());
        String branch = state.base() == null ? null : state.base().branch();
        note.setText(Messages.text("changes.untouched", Objects.requireNonNullElse(branch, "HEAD")));
    }

    private void committed(Committed made) {
        context.notice(made.commits().size() == 1
                ? Messages.text("changes.committed", made.commitId().substring(0, 7), made.branch())
                : Messages.text("changes.committedAll", made.commits().size(), made.branch()),
                context.commands().find("edit.undoCommit").stream().toArray(io.plimsoll.app.command.Command[]::new));
    }

    void undone(Committed made) {
        context.notice(Messages.text("changes.undone", made.commitId().substring(0, 7), made.branch()));
    }

    /// Asks for a file and writes it.
    ///
    /// @param scene of the window that asks; null for none in view
    void save(@Nullable Scene scene, String ending, BiConsumer<Path, Runnable> saving) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("changes.save"));
        String branch = model.draft().branchProperty().get().replaceAll(".*/", "");
        chooser.setInitialFileName((branch.isEmpty() ? "changes" : branch) + ending);
        File file = chooser.showSaveDialog(scene == null ? null : scene.getWindow());
        if (file != null) {
            saving.accept(file.toPath(), () -> context.notice(Messages.text("changes.saved", file.getName())));
        }
    }
}
