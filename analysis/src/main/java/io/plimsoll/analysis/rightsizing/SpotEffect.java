package io.plimsoll.analysis.rightsizing;

import java.util.List;

/// What running a share of the replicas on spot capacity does, beside the cost that `WhatIfAnswer` has.
///
/// @param terms         by which it was worked out
/// @param interruptions of its replicas, a month
/// @param objections    reasons against it, worst first
public record SpotEffect(SpotTerms terms, double interruptions, List<Objection> objections) {
    public SpotEffect {
        objections = List.copyOf(objections);
    }
}
