package io.plimsoll.analysis.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// The latest fits, so that another budget, roadmap or month asks for no fit that is there. A fit depends on nothing but the days, so that
/// it is found by them. Safe from any thread.
final class Fits {
    /// Paths of two years take six megabytes.
    private static final int MOST = 8;

    private final Map<Asked, Ahead> ahead = latest();
    private final Map<Asked, TotalsBacktest> backtests = latest();

    private record Asked(double[] running, double[] other, LocalDate start, int horizon) {
        @Override
        public boolean equals(Object object) {
            return object instanceof Asked that && horizon == that.horizon && start.equals(that.start)
                    && Arrays.equals(running, that.running) && Arrays.equals(other, that.other);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Arrays.hashCode(running) + Arrays.hashCode(other)) + 31 * horizon + start.hashCode();
        }
    }

    private static <V> Map<Asked, V> latest() {
        return new LinkedHashMap<>(MOST, 0.75F, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, V> eldest) {
                return size() > MOST;
            }
        };
    }

    Ahead ahead(DailyCosts costs, int horizon, Progress progress, Cancellation cancellation) {
        Asked asked = new Asked(costs.running(), costs.other(), costs.start(), horizon);
        return known(ahead, asked,
                () -> Ahead.of(asked.running, asked.other, asked.start, horizon, progress, cancellation));
    }

    TotalsBacktest backtest(DailyCosts costs, Progress progress, Cancellation cancellation) {
        Asked asked = new Asked(costs.running(), costs.other(), costs.start(), TotalsBacktest.DAYS);
        return known(backtests, asked,
                () -> Ahead.backtest(asked.running, asked.other, asked.start, progress, cancellation));
    }

    /// Two that ask for the same at once both work it out, and get the same.
    private static <V> V known(Map<Asked, V> all, Asked asked, Supplier<V> work) {
        synchronized (all) {
            V found = all.get(asked);
            if (found != null) {
                return found;
            }
        }
        V made = work.get();
        synchronized (all) {
            all.put(asked, made);
        }
        return made;
    }
}
