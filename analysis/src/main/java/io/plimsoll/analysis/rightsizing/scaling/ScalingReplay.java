package io.plimsoll.analysis.rightsizing.scaling;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// The rule of the HorizontalPodAutoscaler, run over what was measured, every 15 s as the controller does, with the load of a step
/// taken as constant within it.
///
/// Source: kubernetes.io, Horizontal Pod Autoscaling ("Algorithm details", "Configurable scaling behavior"):
/// `desired = ceil(current × metric / target)`, nothing within a tolerance of a tenth; then the highest recommendation of the last
/// five minutes when going down, the steps that the policies allow, and the bounds. The total load is taken to be the same
/// whatever the number of pods.
public final class ScalingReplay {
    private static final long SYNC = 15;
    /// Longer steps don't make the pods that a pace allows fewer.
    private static final long MOST_SYNCS = 40;
    private static final double REPRODUCED = 0.9;
    private static final double MEAN_APART = 0.1;

    private ScalingReplay() {
    }

    /// What a replay gives.
    ///
    /// @param pods     at the end of each step
    /// @param measured pods that there were
    public record Outcome(int[] pods, int[] measured) {
        /// On average.
        public double mean() {
            return Arrays.stream(pods).average().orElse(0);
        }

        public int peak() {
            return Arrays.stream(pods).max().orElse(0);
        }

        public double measuredMean() {
            return Arrays.stream(measured).average().orElse(0);
        }

        /// Share of the time with no more than one pod between replay and measurement, in 0..1.
        public double withinOne() {
            int near = 0;
            for (int i = 0; i < pods.length; i++) {
                near += Math.abs(pods[i] - measured[i]) <= 1 ? 1 : 0;
            }
            return pods.length == 0 ? 0 : (double) near / pods.length;
        }

        /// Whether the rule explains what was measured: within one pod nine tenths of the time, and on average within a tenth.
        public boolean reproduces() {
            return pods.length > 0 && withinOne() >= REPRODUCED
                    && Math.abs(mean() - measuredMean()) <= MEAN_APART * measuredMean();
        }
    }

    public static Outcome of(ScalingRule rule, ScalingHistory history) {
        Autoscaler scaler = rule.scaler();
        int least = Math.max(1, scaler.least());
        int most = Math.max(least, scaler.most());
        int[] pods = new int[history.length()];
        int now = history.length() == 0 ? least : Math.clamp(history.pods()[0], least, most);
        Window up = new Window(scaler.up().window(), false);
        Window down = new Window(scaler.down().window(), true);
        long syncs = Math.clamp(history.step() / SYNC, 1, MOST_SYNCS);
        long each = history.step() / syncs;
        Moves moves = new Moves(scaler, Math.max(1, each));
        for (int i = 0; i < pods.length; i++) {
            for (long sync = 1; sync <= syncs; sync++) {
                long time = history.times()[i] - history.step() + sync * each;
                int wanted = rule.wanted(history, i, now);
                int highest = down.with(time, wanted);
                int lowest = up.with(time, wanted);
                if (wanted == now && highest == now && lowest == now) {
                    // Nothing changes before the next step; its last decision is all that the windows must know.
                    down.with(history.times()[i], wanted);
                    up.with(history.times()[i], wanted);
                    break;
                }
                int steady = now < lowest ? lowest : Math.min(now, highest);
                now = moves.towards(Math.clamp(steady, least, most), now, time);
            }
            pods[i] = now;
        }
        return new Outcome(pods, history.pods().clone());
    }

    /// What was added and taken away, so that no more is within a policy's period.
    private static final class Moves {
        private final Autoscaler scaler;
        private final long each;
        private final long longest;
        private final Deque<long[]> done = new ArrayDeque<>();

        Moves(Autoscaler scaler, long each) {
            this.scaler = scaler;
            this.each = each;
            this.longest = Math.max(scaler.up().longest(), scaler.down().longest());
        }

        int towards(int wanted, int now, long time) {
            if (wanted == now) {
                return now;
            }
            while (!done.isEmpty() && done.peekFirst()[0] <= time - longest) {
                done.removeFirst();
            }
            boolean rising = wanted > now;
            ScalingPace pace = rising ? scaler.up() : scaler.down();
            double bound = pace.bound(rising, each, seconds -> now - moved(rising, time - seconds));
            int then = rising
                    ? (int) Math.max(now, Math.min(wanted, bound))
                    : (int) Math.min(now, Math.max(wanted, Math.ceil(bound)));
            if (then != now) {
                done.addLast(new long[]{time, then - now});
            }
            return then;
        }

        private long moved(boolean rising, long after) {
            return done.stream().filter(move -> move[0] > after && move[1] > 0 == rising).mapToLong(move -> move[1])
                    .sum();
        }
    }

    /// The highest or lowest of the recommendations within a time, each worked out at once.
    private static final class Window {
        private final long seconds;
        private final boolean highest;
        private final Deque<long[]> kept = new ArrayDeque<>();

        Window(long seconds, boolean highest) {
            this.seconds = seconds;
            this.highest = highest;
        }

        int with(long time, int wanted) {
            while (!kept.isEmpty() && kept.peekFirst()[0] <= time - Math.max(1, seconds)) {
                kept.removeFirst();
            }
            while (!kept.isEmpty() && (highest ? kept.peekLast()[1] <= wanted : kept.peekLast()[1] >= wanted)) {
                kept.removeLast();
            }
            kept.addLast(new long[]{time, wanted});
            return (int) kept.getFirst()[1];
        }
    }
}
