package io.plimsoll.analysis.task;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Lets one piece of work run at a time. Unlike at a monitor, who waits can be asked to stop. Safe from any thread.
public final class Turn {
    private static final long LOOK_MILLIS = 50;

    private final ReentrantLock lock = new ReentrantLock();

    /// Waits for its turn and works.
    ///
    /// @param cancellation checked while waiting; the work checks it itself
    /// @throws CancelledException if asked to stop before its turn came, or if the thread was interrupted
    public <T> T take(Supplier<T> work, Cancellation cancellation) {
        try {
            while (!lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                cancellation.check();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            cancellation.check();
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
