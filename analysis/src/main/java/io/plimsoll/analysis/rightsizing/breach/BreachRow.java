package io.plimsoll.analysis.rightsizing.breach;

/// One evening: a workload, a size, what was known, and what the next day brought.
///
/// @param workload any text that tells workloads apart
/// @param start    of the day judged, epoch seconds
/// @param values   one a `BreachFeature`, in their order
/// @param replayed share of the last 7 days that exceeded the size
/// @param breached whether the next day did; false for a day to come
record BreachRow(String workload, long start, double[] values, double replayed, boolean breached) {
    boolean breachedYesterday() {
        return values[BreachFeature.BREACHED_YESTERDAY.ordinal()] > 0;
    }
}
