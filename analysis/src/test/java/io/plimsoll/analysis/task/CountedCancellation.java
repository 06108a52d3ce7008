package io.plimsoll.analysis.task;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts how often the work asks whether it should stop, and says so from a given time on: a stop in the midst of
/// the work that depends on no clock.
public final class CountedCancellation extends Cancellation {
    private final AtomicInteger asked = new AtomicInteger();
    private final int last;

    private CountedCancellation(int last) {
        this.last = last;
    }

    public static CountedCancellation never() {
        return new CountedCancellation(Integer.MAX_VALUE);
    }

    /// @param questions that are answered with no
    public static CountedCancellation after(int questions) {
        return new CountedCancellation(questions);
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public boolean isRequested() {
        return asked.incrementAndGet() > last || super.isRequested();
    }
}
