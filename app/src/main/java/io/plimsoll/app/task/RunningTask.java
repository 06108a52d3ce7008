package io.plimsoll.app.task;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.app.text.Formats;

/// One piece of work under way. Its properties change on the FX thread only.
public final class RunningTask {
    private record Step(String text, double done) {}

    private final String title;
    private final long startedNanos = System.nanoTime();
    private final Cancellation cancellation = new Cancellation();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final AtomicReference<Step> waiting = new AtomicReference<>();

    RunningTask(String title) {
        this.title = title;
    }

    /// What is being done, in the user's words.
    public String title() {
        return title;
    }

    /// The step it is at, empty at first.
    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Share of the whole in 0..1, negative when it can't be known.
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// True from the moment a stop was asked for.
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    /// Asks the work to stop; its answer will be dropped. Shown at once. On the FX thread.
    public void cancel() {
        cancelling.set(true);
        cancellation.request();
    }

    public boolean isCancelled() {
        return cancellation.isRequested();
    }

    /// `62 % · 4 s left`, or empty while neither is known.
    public String remaining() {
        double share = done.get();
        if (share < 0) {
            return "";
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        String percent = Formats.percent(share, 0);
        boolean known = share > 0.05 && share < 1 && seconds > 2;
        return known
                ? percent + " \u00b7 " + Formats.duration(Math.round(seconds * (1 - share) / share)) + " left"
                : percent;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    /// Progress that floods are folded into: at most one update waits for the FX thread.
    Progress progress(Executor window) {
        return (text, share) -> {
            if (waiting.getAndSet(new Step(text, share)) == null) {
                window.execute(this::show);
            }
        };
    }

    private void show() {
        Step latest = waiting.getAndSet(null);
        if (latest != null) {
            step.set(latest.text());
            done.set(latest.done());
        }
    }
}
