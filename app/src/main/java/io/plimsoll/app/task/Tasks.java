package io.plimsoll.app.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.CancelledException;

/// The one door to background work: owns the threads, brings answers back to the FX thread, knows what is running.
///
/// All methods are called on the FX thread; callbacks come on the FX thread. A cancelled run calls neither callback.
public final class Tasks implements AutoCloseable {
    private final @Nullable ExecutorService owned;
    private final Executor work;
    private final Executor window;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
    /// Kept, as such a view holds its listeners and would be collected with them.
    private final ObservableList<RunningTask> shown = FXCollections.unmodifiableObservableList(running);
    private final Map<Object, RunningTask> newest = new HashMap<>();
    /// What waits for its turn, by key; the first is under way.
    private final Map<Object, Deque<Runnable>> turns = new HashMap<>();
    private Consumer<Failure> failures = failure -> {};

    /// For tests that steer both sides.
    ///
    /// @param work   runs the work
    /// @param window runs what touches the window
    public Tasks(Executor work, Executor window) {
        this.owned = null;
        this.work = work;
        this.window = window;
    }

    private Tasks(ExecutorService threads) {
        this.owned = threads;
        this.work = threads;
        this.window = Tasks::onFxThread;
    }

    /// For the running program: daemon threads for the work, the FX thread for the answers.
    public static Tasks forWindow() {
        return new Tasks(Executors.newCachedThreadPool(daemons()));
    }

    /// For model tests without a toolkit: everything happens at once, on the calling thread.
    public static Tasks atOnce() {
        return new Tasks(Runnable::run, Runnable::run);
    }

    /// Where failures without a callback of their own go: the error panel.
    public void onFailure(Consumer<Failure> failures) {
        this.failures = failures;
    }

    /// Shows a failure in the error panel.
    ///
    /// @param title what was being done
    public void report(String title, Throwable thrown) {
        failures.accept(Failure.of(title, thrown));
    }

    /// Runs `work`; a failure goes to the error panel.
    public <T> RunningTask submit(String title, Work<T> work, Consumer<T> onDone) {
        return submit(title, work, onDone, thrown -> report(title, thrown));
    }

    public <T> RunningTask submit(String title, Work<T> work, Consumer<T> onDone, Consumer<Throwable> onError) {
        return start(new RunningTask(title), work, onDone, onError);
    }

    /// As `submit`; an older run with an equal `key` is cancelled and its answer dropped. For what follows a slider or a
    /// filter: use one key a place on the screen, for instance a list of the model and a name.
    public <T> RunningTask latest(Object key, String title, Work<T> work, Consumer<T> onDone) {
        return latest(key, title, work, onDone, thrown -> report(title, thrown));
    }

    public <T> RunningTask latest(Object key, String title, Work<T> work, Consumer<T> onDone,
            Consumer<Throwable> onError) {
        RunningTask task = new RunningTask(title);
        RunningTask older = newest.put(key, task);
        if (older != null) {
            older.cancel();
        }
        return start(task, work, onDone, onError);
    }

    /// As `submit`, but runs with an equal `key` never overlap and come in the order in which they were asked for: for what changes
    /// something. One that is cancelled before its turn is not run.
    ///
    /// @param onCancelled called instead of the others; what was cancelled may have been done or not
    public <T> RunningTask inTurn(Object key, String title, Work<T> work, Consumer<T> onDone,
            Consumer<Throwable> onError, Runnable onCancelled) {
        RunningTask task = new RunningTask(title);
        running.add(task);
        Deque<Runnable> queue = turns.computeIfAbsent(key, each -> new ArrayDeque<>());
        Work<T> unlessCancelled = (progress, cancellation) -> {
            cancellation.check();
            return work.run(progress, cancellation);
        };
        queue.add(() -> run(task, unlessCancelled, onDone, onError, ending -> window.execute(() -> {
            next(key);
            end(task, ending, onCancelled);
        })));
        if (queue.size() == 1) {
            queue.getFirst().run();
        }
        return task;
    }

    private void next(Object key) {
        Deque<Runnable> queue = turns.getOrDefault(key, new ArrayDeque<>());
        queue.removeFirst();
        if (queue.isEmpty()) {
            turns.remove(key);
        } else {
            queue.getFirst().run();
        }
    }

    /// What is under way, oldest first.
    public ObservableList<RunningTask> running() {
        return shown;
    }

    public void cancelAll() {
        List.copyOf(running).forEach(RunningTask::cancel);
    }

    /// Runs `action` on the FX thread, at once if this is it. Safe from any thread.
    public void inWindow(Runnable action) {
        window.execute(action);
    }

    /// Asks everything to stop and gives the threads back.
    @Override
    public void close() {
        cancelAll();
        if (owned != null) {
            owned.shutdown();
        }
    }

    private <T> RunningTask start(RunningTask task, Work<T> job, Consumer<T> onDone, Consumer<Throwable> onError) {
        running.add(task);
        run(task, job, onDone, onError, ending -> window.execute(() -> end(task, ending, () -> {})));
        return task;
    }

    /// @param finish gets what is to be done in the window
    private <T> void run(RunningTask task, Work<T> job, Consumer<T> onDone, Consumer<Throwable> onError,
            Consumer<Runnable> finish) {
        work.execute(() -> {
            Runnable ending;
            try {
                T answer = job.run(task.progress(window), task.cancellation());
                ending = () -> onDone.accept(answer);
            } catch (CancelledException e) {
                task.cancellation().request();
                ending = () -> {};
            } catch (Throwable e) {
                ending = () -> onError.accept(e);
            }
            finish.accept(ending);
        });
    }

    private void end(RunningTask task, Runnable ending, Runnable onCancelled) {
        running.remove(task);
        newest.values().remove(task);
        (task.isCancelled() ? onCancelled : ending).run();
    }

    private static void onFxThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return action -> {
            Thread thread = new Thread(action, "plimsoll-task-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
