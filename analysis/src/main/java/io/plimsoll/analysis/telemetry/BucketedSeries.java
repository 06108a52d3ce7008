package io.plimsoll.analysis.telemetry;

/// The lowest and highest value of each bucket that has one, in time order: at most one bucket a pixel column.
///
/// @param times   start of the bucket, epoch seconds
/// @param minimum same length
/// @param maximum same length
/// @param width   seconds a bucket spans
public record BucketedSeries(long[] times, double[] minimum, double[] maximum, double width) {
    public int length() {
        return times.length;
    }
}
