package io.plimsoll.analysis.billing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How something is bought. A reserved price is what an hour comes to over the whole term, its upfront part included.
public enum PurchaseOption {
    ON_DEMAND, SPOT, RESERVED_1Y_STANDARD_NO_UPFRONT, RESERVED_1Y_STANDARD_PARTIAL_UPFRONT,
    RESERVED_1Y_STANDARD_ALL_UPFRONT, RESERVED_3Y_STANDARD_NO_UPFRONT, RESERVED_3Y_STANDARD_PARTIAL_UPFRONT,
    RESERVED_3Y_STANDARD_ALL_UPFRONT, RESERVED_1Y_CONVERTIBLE_NO_UPFRONT, RESERVED_1Y_CONVERTIBLE_PARTIAL_UPFRONT,
    RESERVED_1Y_CONVERTIBLE_ALL_UPFRONT, RESERVED_3Y_CONVERTIBLE_NO_UPFRONT, RESERVED_3Y_CONVERTIBLE_PARTIAL_UPFRONT,
    RESERVED_3Y_CONVERTIBLE_ALL_UPFRONT;

    /// As in files and on the command line: `on_demand`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PurchaseOption> byId(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
