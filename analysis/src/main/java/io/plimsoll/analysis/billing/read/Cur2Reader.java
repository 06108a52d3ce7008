package io.plimsoll.analysis.billing.read;

import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// CUR 2.0 of AWS Data Exports: a fixed list of columns in snake case, with product attributes, tags, cost categories and
/// discounts as key-value pairs: JSON in CSV, maps in Parquet. An export may select some of the columns only.
public final class Cur2Reader implements BillingReader {
    /// Columns that only CUR 2.0 has.
    private static final List<String> SIGNS = List.of("product", "resource_tags", "cost_category", "discount", "tags",
            "bill_payer_account_name", "line_item_usage_account_name", "line_item_iam_principal");

    @Override
    public String id() {
        return "aws-cur2";
    }

    @Override
    public boolean recognises(Header header) {
        return header.has("line_item_line_item_type") && header.has("line_item_unblended_cost") && isVersion2(header);
    }

    /// Whether a Cost and Usage Report is surely of version 2.0. One that has none of its signs can be read as a legacy one.
    static boolean isVersion2(Header header) {
        return header.has("line_item_line_item_type") && SIGNS.stream().anyMatch(header::has);
    }

    /// @throws StepFailure MISSING_COLUMN, REPEATED_COLUMN
    @Override
    public ReadPlan plan(Header header, String file) {
        return new CurPlan(header, file).plan(id(), "2.0");
    }
}
