package io.plimsoll.analysis.billing.read;

import java.util.Set;

import io.plimsoll.analysis.billing.FocusColumn;

/// The two ways in which Azure writes one and the same month: purchases of reservations and savings plans where they were billed,
/// or spread over the usage that they cover. Loaded together they would count that usage twice.
///
/// Source: Microsoft, FinOps toolkit, `docs-mslearn/focus/convert.md`.
public enum CostView {
    /// Purchases stand there with their price and covered usage costs nothing.
    ACTUAL("actual", "(\"ChargeCategory\" = 'Purchase' AND \"PricingCategory\" = 'Committed' AND \"BilledCost\" <> 0)"),
    /// Covered usage and unused commitment have a cost that was not billed for them.
    AMORTIZED("amortized", "(\"CommitmentDiscountStatus\" IN ('Used', 'Unused') AND \"EffectiveCost\" <> 0)");

    /// What the evidence is read from, beside the costs.
    static final Set<FocusColumn> COLUMNS = Set.of(FocusColumn.CHARGE_CATEGORY, FocusColumn.PRICING_CATEGORY,
            FocusColumn.COMMITMENT_DISCOUNT_STATUS);

    private final String id;
    private final String evidence;

    CostView(String id, String evidence) {
        this.id = id;
        this.evidence = evidence;
    }

    /// As it stands in the version of a file.
    public String id() {
        return id;
    }

    /// An SQL condition over FOCUS columns that no row of the other view meets. A month without commitments has no such row, and is
    /// the same in both views.
    public String evidence() {
        return evidence;
    }
}
