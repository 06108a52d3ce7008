package io.plimsoll.analysis.quality.bill;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Columns whose nulls are watched, and within which rows they are compared: a column may be empty in one meter and never in another.
enum BillColumn {
    RESOURCE_ID, RESOURCE_NAME, RESOURCE_TYPE, REGION_ID, SUB_ACCOUNT_ID, SUB_ACCOUNT_NAME, SERVICE_NAME,
    SERVICE_CATEGORY, SKU_ID, SKU_PRICE_ID, CONSUMED_QUANTITY, CONSUMED_UNIT, PRICING_QUANTITY, PRICING_UNIT, LIST_COST,
    CONTRACTED_COST, LIST_UNIT_PRICE, CONTRACTED_UNIT_PRICE, CHARGE_DESCRIPTION, PRICING_CATEGORY, TAGS;

    /// `RESOURCE_ID` is `ResourceId`.
    String focusName() {
        return Arrays.stream(name().split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /// Whether the meter itself is what may be missing, so that its rows can't be looked up by meter.
    boolean namesTheCell() {
        return this == SKU_ID || this == SERVICE_NAME;
    }

    /// Tags come and go by what people do: only much of it at once is broken data.
    double gate() {
        return this == TAGS ? 0.3 : 0.03;
    }
}
