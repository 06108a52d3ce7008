package io.plimsoll.app.screen.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CubeState;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Work;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Which dimensions the cube has, and which it is to have. On the FX thread.
final class CubeModel {
    private static final int DIGITS = 1;

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable CubeState> state = new ReadOnlyObjectWrapper<>(this, "state");
    private final ObservableList<String> chosen = FXCollections.observableArrayList();

    CubeModel(ScreenContext context) {
        this.context = context;
    }

    /// Null before the first answer.
    ReadOnlyObjectProperty<@Nullable CubeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What the cube is to have, in the order in which it was chosen.
    ObservableList<String> chosen() {
        return chosen;
    }

    void refresh() {
        context.tasks().latest(this, Messages.text("cube.reading"),
                (progress, cancellation) -> context.workbench().billing().cube(cancellation), this::show);
    }

    private void show(CubeState found) {
        chosen.setAll(found.columns());
        state.set(found);
    }

    void choose(String dimension, boolean wanted) {
        if (wanted && !chosen.contains(dimension)) {
            chosen.add(dimension);
        } else if (!wanted) {
            chosen.remove(dimension);
        }
    }

    /// Whether what is chosen differs from what the cube has, and fits into it.
    boolean canApply() {
        CubeState now = state.get();
        return now != null && chosen.size() <= now.most() && !chosen.equals(now.columns());
    }

    /// Fills the cube with what is chosen, in the background; `done` is called when it is.
    void apply(Runnable done) {
        List<String> wanted = new ArrayList<>(chosen);
        fill(done, (progress, cancellation) -> {
            context.workbench().billing().chooseCube(wanted, progress, cancellation);
            return true;
        });
    }

    /// Gives the columns back to the most common tags.
    void automatic(Runnable done) {
        fill(done, (progress, cancellation) -> {
            context.workbench().billing().automaticCube(progress, cancellation);
            return true;
        });
    }

    private void fill(Runnable done, Work<Boolean> work) {
        String title = Messages.text("cube.filling");
        context.tasks().inTurn(CubeModel.class, title, work, filled -> filled(done),
                thrown -> context.tasks().report(title, thrown), this::refresh);
    }

    private void filled(Runnable done) {
        context.notice(Messages.text("cube.filled"));
        context.dataChanged();
        done.run();
    }

    /// How large the cube is, and who chose its columns.
    String summary() {
        CubeState now = state.get();
        return now == null
                ? ""
                : Messages.text("cube.summary", Formats.count(now.rows()), Formats.count(now.charges()),
                        Formats.number(now.compaction(), DIGITS),
                        Messages.text(now.automatic() ? "cube.automatic" : "cube.yours"));
    }

    /// How many columns are taken, and what is wrong with that.
    String taken() {
        CubeState now = state.get();
        if (now == null) {
            return "";
        }
        return Messages.text(chosen.size() > now.most() ? "cube.tooMany" : "cube.taken", chosen.size(), now.most());
    }
}
