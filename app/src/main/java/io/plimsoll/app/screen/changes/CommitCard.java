package io.plimsoll.app.screen.changes;

import java.io.File;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

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
    private final Button patch = new Button(Messages.text("changes.patch"));
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
        whole.setPrefRowCount(7);
        whole.getStyleClass().add("pl-code");
        whole.textProperty().bind(model.draft().messageProperty());
        CheckBox sign = new CheckBox(Messages.text("changes.signOff"));
        sign.setId("changes-sign-off");
        sign.selectedProperty().bindBidirectional(model.draft().signOffProperty());
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("pl-card-hint");
        source.setId("changes-saving-source");
        source.getStyleClass().setAll("button", "pl-link");
        source.setVisible(false);
        source.managedProperty().bind(source.visibleProperty());
        source.setOnAction(event -> origin.get()
                .ifPresent(info -> context.provenance().open(source, "rows", () -> info)));
        card = new Card(Messages.text("changes.commit"), "", branchLine, words, whole, sign, buttons(), note)
                .withActions(source);
        getChildren().add(card);
    }

    private FlowPane buttons() {
        patch.setId("changes-patch");
        patch.setOnAction(event -> savePatch());
        Button commit = new Button(Messages.text("changes.commit"));
        commit.setId("changes-commit");
        commit.getStyleClass().add("accent");
        commit.disableProperty().bind(Bindings.or(model.draft().readyProperty().not(), model.busyProperty()));
        commit.setOnAction(event -> model.commit(this::committed));
        undo.setId("changes-undo-commit");
        undo.setOnAction(event -> model.undoLast(this::undone));
        FlowPane buttons = new FlowPane(8, 8, patch, commit, undo);
        buttons.setMinHeight(USE_PREF_SIZE);
        return buttons;
    }

    void show(ChangesState state) {
        undo.setDisable(state.lastCommit().isEmpty());
        undo.setText(ChangesText.undo(state));
        patch.setDisable(state.preview() == null);
        card.setHint(state.saving().map(saving -> Messages.text("changes.saves", MoneyFormat.brief(saving.perMonth())))
                .orElse(""));
        origin = () -> state.saving().map(saving -> SavingOrigin.info(state, saving));
        source.setVisible(state.saving().isPresent());
        String branch = state.base() == null ? null : state.base().branch();
        note.setText(Messages.text("changes.untouched", Objects.requireNonNullElse(branch, "HEAD")));
    }

    private void committed(Committed made) {
        context.notice(Messages.text("changes.committed", made.commitId().substring(0, 7), made.branch()),
                context.commands().find("edit.undoCommit").stream().toArray(io.plimsoll.app.command.Command[]::new));
    }

    void undone(Committed made) {
        context.notice(Messages.text("changes.undone", made.commitId().substring(0, 7), made.branch()));
    }

    private void savePatch() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("changes.patch"));
        chooser.setInitialFileName(model.draft().branchProperty().get().replaceAll(".*/", "") + ".patch");
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.savePatch(file.toPath(), () -> context.notice(Messages.text("changes.saved", file.getName())));
        }
    }
}
