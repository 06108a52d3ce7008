package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.anomaly.cause.BothSides;
import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.anomaly.cause.Cause;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.anomaly.cause.SingleDimension;
import io.plimsoll.analysis.billing.CostQuery;

/// All that is known of one finding.
///
/// @param causes     elements of the bill that hold the difference or move against it, in the order found; shares are of the finding's
///                   impact; empty if nothing stands out
/// @param common     what all of the slice's charges have in common, dimension to value: no cause can be told apart there
/// @param dimensions how well each dimension alone explains it, best first
/// @param bridge     from what the detector expected to what these days cost, by volume, mix and price; its steps add up to the impact
/// @param commits    ranked, most likely first; empty without a clone
/// @param facts      what those commits changed, by their ids
/// @param rows       asks for the charges behind it
/// @param account    what the difference is made of, what it would have cost otherwise, and its statements
public record FindingDetail(Finding finding, List<Cause> causes, Map<String, String> common,
        List<SingleDimension.Ranked> dimensions, Bridge bridge, List<CommitScore> commits, List<CommitFact> facts,
        CostQuery rows, Account account) {
    public FindingDetail {
        causes = List.copyOf(causes);
        common = Collections.unmodifiableMap(new LinkedHashMap<>(common));
        dimensions = List.copyOf(dimensions);
        commits = List.copyOf(commits);
        facts = List.copyOf(facts);
    }

    /// Why it was flagged, of a price change with both prices.
    public String sentence() {
        UnitPrice price = account.unitPrice();
        return finding.explanation().sentence()
                + (finding.kind() == AnomalyKind.PRICE_CHANGE && price != null ? " " + price.sentence() : "");
    }

    /// Cost against what was expected: what `causes` and `dimensions` hold shares of. Always the finding's impact.
    public BigDecimal excess() {
        return finding.impact().amount();
    }

    /// The causes as they are shown, both sides and the rest, which add up to the impact.
    ///
    /// @param most parts on either side
    public BothSides breakdown(int most) {
        return BothSides.of(causes, excess(), most);
    }
}
