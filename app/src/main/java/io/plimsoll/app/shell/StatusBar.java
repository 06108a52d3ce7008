package io.plimsoll.app.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.task.RunningTask;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Messages;

/// What is running, at the left, and facts about the workspace, at the right. Work that ends within 300 ms is not shown.
final class StatusBar extends HBox {
    private static final Duration PATIENCE = Duration.millis(300);

    private final Tasks tasks;
    private final Label what = new Label(Messages.text("status.ready"));
    private final ProgressBar bar = new ProgressBar();
    private final Label how = new Label();
    private final Button cancel = new Button(Messages.text("status.cancel"));
    private final Label loaded = new Label();
    private final Label fresh = new Label();
    private final Label repository = new Label();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private @Nullable RunningTask shown;

    StatusBar(Tasks tasks) {
        this.tasks = tasks;
        getStyleClass().add("pl-status");
        what.setId("status-text");
        cancel.setId("status-cancel");
        cancel.getStyleClass().setAll("button", "pl-link");
        cancel.setOnAction(event -> {
            if (shown != null) {
                shown.cancel();
            }
        });
        repository.getStyleClass().add("pl-mono");
        HBox task = new HBox(6, what, bar, how, cancel);
        task.getStyleClass().add("pl-status-task");
        task.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(task, gap, loaded, fresh, repository, new Label(Messages.text("status.offline")));
        patience.setOnFinished(event -> show());
        tasks.running().addListener((ListChangeListener<RunningTask>) change -> runningChanged());
        setFacts(StatusFacts.NONE);
        show();
    }

    void setFacts(StatusFacts facts) {
        part(loaded, facts.loaded());
        part(fresh, facts.fresh());
        part(repository, facts.repository());
    }

    private void runningChanged() {
        if (shown != null && !tasks.running().contains(shown)) {
            show();
        } else if (shown == null && !tasks.running().isEmpty()) {
            patience.playFromStart();
        }
    }

    private void show() {
        patience.stop();
        shown = tasks.running().isEmpty() ? null : tasks.running().getFirst();
        RunningTask task = shown;
        for (Region part : new Region[]{bar, how, cancel}) {
            part.setVisible(task != null);
            part.setManaged(task != null);
        }
        if (task == null) {
            what.setText(Messages.text("status.ready"));
            return;
        }
        task.doneProperty().addListener((property, before, now) -> update(task));
        task.stepProperty().addListener((property, before, now) -> update(task));
        task.cancellingProperty().addListener((property, before, now) -> update(task));
        update(task);
    }

    private void update(RunningTask task) {
        if (task != shown) {
            return;
        }
        int others = tasks.running().size() - 1;
        what.setText(task.title() + (others > 0 ? " " + Messages.text("status.more", others) : ""));
        bar.setProgress(task.doneProperty().get() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : task.doneProperty().get());
        boolean stopping = task.cancellingProperty().get();
        String step = task.stepProperty().get();
        String text = task.remaining() + (step.isEmpty() || task.remaining().isEmpty() ? "" : " \u00b7 ") + step;
        part(how, stopping ? Messages.text("status.cancelling") : text);
        cancel.setVisible(!stopping);
    }

    private static void part(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
        label.setMinWidth(0);
    }
}
