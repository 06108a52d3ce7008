package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.List;

import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.anomaly.cause.SingleDimension;
import io.plimsoll.analysis.billing.CostQuery;

/// All that is known of one finding.
///
/// @param excess     cost against what was expected, over all elements: what `causes` and `dimensions` hold shares of
/// @param causes     elements of the bill that hold the difference, in the order found; empty if nothing stands out
/// @param dimensions how well each dimension alone explains it, best first
/// @param bridge     from what the same number of days before cost to what these days cost, by volume, mix and price
/// @param commits    ranked, most likely first; empty without a clone
/// @param facts      what those commits changed, by their ids
/// @param rows       asks for the charges behind it
/// @param account    what the difference is made of, what it would have cost otherwise, and its statements
public record FindingDetail(Finding finding, BigDecimal excess, List<Cause> causes,
        List<SingleDimension.Ranked> dimensions, Bridge bridge, List<CommitScore> commits, List<CommitFact> facts,
        CostQuery rows, Account account) {
    public FindingDetail {
        causes = List.copyOf(causes);
        dimensions = List.copyOf(dimensions);
        commits = List.copyOf(commits);
        facts = List.copyOf(facts);
    }
}
