package io.plimsoll.analysis.observability;

import java.util.List;

import io.plimsoll.analysis.unit.Money;

/// Series of one metric that are of little or no use.
///
/// @param share    of all loaded samples that they make up, 0..1
/// @param monthly  what that share of the bill's metrics product comes to, one amount a currency; an estimate, none where the bill names
///                 no such product
/// @param evidence in words
public record Waste(Kind kind, String metric, long series, double share, List<Money> monthly, String evidence) {
    public Waste {
        monthly = List.copyOf(monthly);
    }

    /// Why they are of little use.
    public enum Kind {
        /// Neither Plimsoll nor the clone reads them.
        UNREAD,
        /// One value all the time.
        CONSTANT,
        /// The same values as others.
        DUPLICATE,
        /// Of workloads that are gone.
        GONE,
        /// So many that a label may hold what is no dimension.
        HIGH_CARDINALITY;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
