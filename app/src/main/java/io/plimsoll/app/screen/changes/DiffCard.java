package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.change.FilePreview;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.DiffView;
import io.plimsoll.app.control.EmptyState;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The lines of the selected file that change, and below them what they mean.
final class DiffCard extends VBox {
    /// So many rendered fields are listed.
    private static final int MOST = 4;

    private final ScreenContext context;
    private final ChangesModel model;
    private final DiffView diff = new DiffView();
    private final StackPane place = new StackPane();
    private final VBox foot = new VBox(4);
    private final Label size = new Label();
    private final Label rendered = new Label();
    private final Card card;

    DiffCard(ScreenContext context, ChangesModel model) {
        this.context = context;
        this.model = model;
        Segments<Boolean> form = new Segments<>(List.of(false, true),
                side -> Messages.text(side ? "changes.split" : "changes.unified"));
        form.setId("changes-form");
        form.setMinWidth(USE_PREF_SIZE);
        diff.sideBySideProperty().bind(form.valueProperty());
        foot.getStyleClass().add("pl-changes-foot");
        foot.setId("changes-foot");
        foot.setMinWidth(0);
        size.getStyleClass().addAll("pl-card-hint", "pl-changes-size");
        size.setId("changes-size");
        card = new Card("", "", size, place).flush().withActions(form);
        VBox.setVgrow(place, Priority.ALWAYS);
        card.getStyleClass().add("pl-changes-diff");
        card.getChildren().add(foot);
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().add(card);
        rendered.setId("changes-rendered");
        rendered.setWrapText(true);
        rendered.setMinHeight(USE_PREF_SIZE);
        rendered.getStyleClass().add("pl-card-hint");
        rendered.managedProperty().bind(rendered.textProperty().isNotEmpty());
        model.selectedProperty().addListener((property, before, now) -> show(model.stateProperty().get()));
        model.renderedProperty().addListener((property, before, now) -> showRendered());
    }

    void show(ChangesState state) {
        FileRow row = model.selectedProperty().get();
        foot.getChildren().clear();
        if (row == null) {
            return;
        }
        card.setTitle(row.file());
        Optional<FilePreview> file = state.preview(row.file());
        size.setText(file.map(each -> Messages.text(each.diff().changedLines() <= 2 ? "changes.line" : "changes.lines",
                (each.diff().changedLines() + 1) / 2)).orElse(""));
        if (file.isPresent()) {
            diff.show(DiffLines.of(file.get()));
            place.getChildren().setAll(diff);
        } else {
            Failure problem = state.problem();
            place.getChildren().setAll(problem == null
                    ? EmptyState.of(Messages.text("changes.unticked"), Messages.text("changes.untickedHint"))
                    : EmptyState.of(problem.sentence(), problem.remedy()));
        }
        row.items().forEach(item -> foot.getChildren().add(new EditLine(model, state, item, file)));
        foot.getChildren().add(rendered);
        showRendered();
        file.ifPresent(each -> foot.getChildren().addAll(meaning(state, row, each)));
    }

    private void showRendered() {
        FileRow row = model.selectedProperty().get();
        List<String> lines = row == null ? List.of() : RenderedText.lines(model.renderedProperty().get(), row.file());
        List<String> shown = lines.size() > MOST ? lines.subList(0, MOST - 1) : lines;
        rendered.setText(String.join("\n", shown)
                + (lines.size() > MOST ? "\n" + Messages.text("changes.renderedMore", lines.size() - MOST + 1) : ""));
        rendered.setTooltip(lines.size() > MOST ? new Tooltip(String.join("\n", lines)) : null);
    }

    private List<Node> meaning(ChangesState state, FileRow row, FilePreview file) {
        List<Node> lines = new ArrayList<>();
        ChangesText.lines(state, row, file).forEach(text -> {
            Label label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("pl-card-hint");
            lines.add(label);
        });
        if (!row.workload().isEmpty()) {
            Hyperlink open = new Hyperlink(Messages.text("changes.openEvidence", row.workload()));
            open.setOnAction(event -> context.show("rightsizing", row.workload()));
            lines.add(open);
        }
        return lines;
    }
}
