package io.plimsoll.analysis.billing.read;

import io.plimsoll.analysis.task.StepFailure;

/// The AWS Cost and Usage Report of before Data Exports: CSV with names like `lineItem/UsageType`, or Parquet with the same
/// names in snake case. Its columns vary from month to month.
public final class CurReader implements BillingReader {
    @Override
    public String id() {
        return "aws-cur";
    }

    @Override
    public boolean recognises(Header header) {
        CurColumns columns = new CurColumns(header);
        return columns.has("lineItem/LineItemType") && columns.has("lineItem/UnblendedCost")
                && !Cur2Reader.isVersion2(header);
    }

    /// @throws StepFailure MISSING_COLUMN, REPEATED_COLUMN
    @Override
    public ReadPlan plan(Header header, String file) {
        return new CurPlan(header, file).plan(id(), "legacy");
    }
}
