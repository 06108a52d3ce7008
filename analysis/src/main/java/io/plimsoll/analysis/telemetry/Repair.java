package io.plimsoll.analysis.telemetry;

/// What was done to data points on their way in, always counted a series.
public enum Repair {
    /// `NaN` and infinities carry no amount.
    NOT_FINITE(true, "not a finite number, dropped"),
    /// An empty value is a gap.
    EMPTY(true, "empty, left as a gap"),
    /// Cores and bytes are never negative.
    NEGATIVE(true, "negative use, dropped"),
    /// More than a day later than the clock of the machine that imports: one of the two clocks is wrong.
    FUTURE(true, "later than today, dropped"),
    /// Before the year 2000, beside later samples of the same series: a time that was never set, such as Go's year 1.
    PAST(true, "before the year 2000, dropped"),
    /// Several values for one second: the last one in the files stays.
    DUPLICATE(true, "same time as a later value, dropped"),
    /// The first reading of a counter starts the first interval and has no value of its own.
    COUNTER_START(true, "first reading of a counter, starts its first interval"),
    /// A counter unseen for more than five of its usual steps: the mean over the hole would hide what happened in it.
    COUNTER_GAP(true, "counter unseen for more than five steps, left as a gap"),
    /// A counter went down, so it had restarted from zero; the reading itself is the growth since then.
    COUNTER_RESET(false, "counter had restarted, growth counted from zero"),
    /// Came after a later one and was put in its place.
    OUT_OF_ORDER(false, "came out of order, sorted");

    private final boolean drops;
    private final String explanation;

    Repair(boolean drops, String explanation) {
        this.drops = drops;
        this.explanation = explanation;
    }

    /// Whether the data point is gone afterwards.
    public boolean drops() {
        return drops;
    }

    public String explanation() {
        return explanation;
    }
}
