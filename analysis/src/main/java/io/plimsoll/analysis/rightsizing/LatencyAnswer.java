package io.plimsoll.analysis.rightsizing;

/// How long requests would take with a size, at its busy times.
///
/// @param state       whether the numbers are there; all are `NaN` unless `KNOWN`, `utilisation` also with `NOT_SEEN`
/// @param measured    which latency, such as `p95`, empty if none is loaded
/// @param utilisation CPU use of a replica by what it may use, exceeded in one twentieth of the time
/// @param seconds     latency at that utilisation
/// @param low         lower end of the 80 % range
/// @param high        upper end
/// @param sentence    the answer, or why there is none
public record LatencyAnswer(State state, String measured, double utilisation, double seconds, double low, double high,
        String sentence) {
    /// The names are stable.
    public enum State {
        KNOWN,
        /// No series of latency belongs to the workload.
        NO_LATENCY_DATA,
        /// Nothing says how busy it was.
        NO_CPU_DATA,
        /// Neither a limit nor a request of CPU: use has nothing to be held against.
        NO_REQUEST,
        /// Too few times at which both were measured with the present size.
        TOO_FEW_POINTS,
        /// The size would be busier, or idler, than it ever was.
        NOT_SEEN
    }

    public boolean known() {
        return state == State.KNOWN;
    }

    static LatencyAnswer none(State state, String measured, double utilisation, String sentence) {
        return new LatencyAnswer(state, measured, utilisation, Double.NaN, Double.NaN, Double.NaN, sentence);
    }
}
