package io.plimsoll.analysis.telemetry;

/// All samples of a series in a few numbers: two series with equal digests have the same values at the same times, but for a chance of
/// one in 2^64.
///
/// @param samples how many are stored
/// @param low     the smallest value
/// @param high    the largest value
/// @param hash    of times and values, whatever their order
public record SeriesDigest(long samples, double low, double high, String hash) {
    /// Whether all values are the same.
    public boolean isConstant() {
        return low == high;
    }
}
