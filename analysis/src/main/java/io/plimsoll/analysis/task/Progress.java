package io.plimsoll.analysis.task;

/// Hears how far a piece of work has come. Called from the working thread; must return at once.
@FunctionalInterface
public interface Progress {
    /// Progress that nobody watches.
    Progress NONE = (step, done) -> {};

    /// @param step what is being done, in the user's words
    /// @param done share of the whole in 0..1, or negative when it can't be known
    void update(String step, double done);

    /// The part of this progress that a sub-task fills.
    ///
    /// @param from where the sub-task starts, in 0..1 of the whole
    /// @param to   where it ends
    default Progress part(double from, double to) {
        return (step, done) -> update(step, done < 0 ? -1 : from + (to - from) * Math.min(1, done));
    }
}
