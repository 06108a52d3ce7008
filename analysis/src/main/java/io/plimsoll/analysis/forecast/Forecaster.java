package io.plimsoll.analysis.forecast;

/// A rule that continues a series. Stateless, deterministic, safe from any thread; the caller runs it.
public interface Forecaster {
    /// Stable name for JSON and the command line.
    String id();

    String title();

    /// How it decides, in a few sentences.
    String explanation();

    /// Where the rule comes from.
    String source();

    /// The most likely values ahead, in the middle of what is to be expected.
    ///
    /// @param history oldest first, all finite, at least one value
    /// @param seasons lengths of its seasons in steps, the shortest first; a season longer than half the history is ignored
    /// @param horizon how many steps, at least 1
    double[] forecast(double[] history, int[] seasons, int horizon);
}
