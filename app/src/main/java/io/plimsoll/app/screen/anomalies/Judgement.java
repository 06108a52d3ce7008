package io.plimsoll.app.screen.anomalies;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Feedback;
import io.plimsoll.analysis.anomaly.GivenLabel;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.command.Command;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesModel.Known;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Messages;

/// What the user says of the chosen events, all of them alike, and how he takes a slip back. What is said is kept in the order in
/// which it was said. On the FX thread.
final class Judgement {
    private static final int MOST_SLIPS = 50;

    private final ScreenContext context;
    private final AnomaliesModel model;
    private final Feedback feedback;
    private final Deque<Map<String, Optional<GivenLabel>>> before = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");

    private record Done(Known known, Map<String, Optional<GivenLabel>> before) {}

    Judgement(ScreenContext context, AnomaliesModel model) {
        this.context = context;
        this.model = model;
        this.feedback = context.workbench().anomalies().feedback();
    }

    /// @param until last day for which it holds, or null
    void label(Label label, @Nullable LocalDate until) {
        List<String> ids = ids();
        if (!ids.isEmpty()) {
            say(ids, Messages.text("anomalies.said", titles(), EventText.label(label, until)),
                    () -> feedback.label(ids, label, until));
        }
    }

    /// Takes the label back where all chosen events have just this one, else gives it.
    void toggle(Label label) {
        if (!model.chosenProperty().get().isEmpty()
                && model.chosenProperty().get().stream().allMatch(each -> each.label() == label)) {
            takeBack();
        } else {
            label(label, null);
        }
    }

    void takeBack() {
        List<String> ids = model.chosenProperty().get().stream().filter(each -> each.label() != null).map(Verdict::id)
                .toList();
        if (!ids.isEmpty()) {
            say(ids, Messages.text("anomalies.takenBack", titles()), () -> feedback.unlabel(ids));
        }
    }

    /// Brings back what was said before the last judgement.
    void undo() {
        Map<String, Optional<GivenLabel>> earlier = before.pollFirst();
        undoable.set(!before.isEmpty());
        if (earlier != null) {
            run((progress, cancellation) -> {
                restore(earlier);
                return new Done(model.ask(progress, cancellation), Map.of());
            }, done -> context.notice(Messages.text("anomalies.undone")));
        }
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    private List<String> ids() {
        return model.chosenProperty().get().stream().map(Verdict::id).toList();
    }

    private String titles() {
        List<Verdict> chosen = model.chosenProperty().get();
        return chosen.size() == 1
                ? EventText.title(chosen.getFirst().anomaly())
                : Messages.text("anomalies.several", chosen.size());
    }

    private void say(List<String> ids, String notice, Runnable saying) {
        run((progress, cancellation) -> {
            Map<String, GivenLabel> labels = feedback.labels(ids);
            Map<String, Optional<GivenLabel>> was = new LinkedHashMap<>();
            ids.forEach(id -> was.put(id, Optional.ofNullable(labels.get(id))));
            saying.run();
            return new Done(model.ask(progress, cancellation), was);
        }, done -> {
            before.addFirst(done.before());
            while (before.size() > MOST_SLIPS) {
                before.removeLast();
            }
            undoable.set(true);
            context.notice(notice,
                    Command.of("analyse.anomaly-undo-this", Messages.text("anomalies.undo"), this::undo));
        });
    }

    /// In turn, so that an answer never overtakes a later one.
    private void run(Work<Done> work, Consumer<Done> then) {
        context.tasks().inTurn(List.of(model, "label"), Messages.text("anomalies.labelling"), work, done -> {
            model.take(done.known());
            then.accept(done);
        }, thrown -> {
            // What is shown as pressed goes back to what is kept.
            model.take(model.knownProperty().get());
            context.tasks().report(Messages.text("anomalies.labelling"), thrown);
        }, model::refresh);
    }

    private void restore(Map<String, Optional<GivenLabel>> earlier) {
        Map<List<Object>, List<GivenLabel>> alike = new LinkedHashMap<>();
        List<String> none = new ArrayList<>();
        earlier.forEach((id, given) -> given.ifPresentOrElse(
                each -> alike.computeIfAbsent(List.of(each.label(), Optional.ofNullable(each.until())),
                        key -> new ArrayList<>()).add(each),
                () -> none.add(id)));
        if (!none.isEmpty()) {
            feedback.unlabel(none);
        }
        alike.values().forEach(group -> feedback.label(group.stream().map(GivenLabel::anomaly).toList(),
                group.getFirst().label(), group.getFirst().until()));
    }
}
