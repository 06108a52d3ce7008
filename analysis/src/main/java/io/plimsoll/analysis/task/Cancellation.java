package io.plimsoll.analysis.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A request to stop, shared by the one who asks and the one who works. Safe from any thread; once asked it stays asked.
/// One who wants to know how often the work looks overrides [#isRequested()].
public class Cancellation {
    private final AtomicBoolean requested = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// A cancellation that nobody will ask for; a new one each time, so that it can't be asked for by accident.
    public static Cancellation never() {
        return new Cancellation();
    }

    public void request() {
        if (requested.compareAndSet(false, true)) {
            listeners.forEach(Runnable::run);
        }
    }

    public boolean isRequested() {
        return requested.get();
    }

    /// @throws CancelledException if a stop was asked for
    public void check() {
        if (isRequested()) {
            throw new CancelledException();
        }
    }

    /// Runs `action` when the stop is asked for, at once if it was already. Close the answer to take it back.
    public Registration onRequest(Runnable action) {
        listeners.add(action);
        if (requested.get() && listeners.remove(action)) {
            action.run();
        }
        return () -> listeners.remove(action);
    }

    /// Takes a listener back.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
