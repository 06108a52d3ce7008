package io.plimsoll.analysis.rightsizing;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// What running a share of the replicas on spot capacity does.
///
/// @param terms         by which it was worked out
/// @param monthlyCost   of the requests with that share on spot, lost work done again
/// @param interruptions of its replicas, a month
/// @param lostShare     of the work on spot that is done again, in 0..1
/// @param objections    reasons against it, worst first
public record SpotEffect(SpotTerms terms, Money monthlyCost, double interruptions, double lostShare,
        List<Objection> objections) {
    public SpotEffect {
        objections = List.copyOf(objections);
    }
}
