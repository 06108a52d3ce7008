package io.plimsoll.analysis.rightsizing;

/// What spot capacity costs and how often it is taken away.
///
/// @param discount      off the price on demand, in 0..1
/// @param interruptions of a node a month
/// @param redoneHours   of work that are done again after each
/// @param assumed       whether the discount is an assumption and not the bill's or a price list's
/// @param source        of the discount, as a sentence's part
public record SpotTerms(double discount, double interruptions, double redoneHours, boolean assumed, String source) {
    public SpotTerms {
        if (!(discount >= 0 && discount < 1) || !(interruptions >= 0) || !(redoneHours >= 0)) {
            throw new IllegalArgumentException(
                    "Not the terms of spot capacity: " + discount + ", " + interruptions + ", " + redoneHours);
        }
    }
}
