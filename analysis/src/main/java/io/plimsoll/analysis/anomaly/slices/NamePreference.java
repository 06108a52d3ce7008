package io.plimsoll.analysis.anomaly.slices;

import java.util.List;
import java.util.Locale;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.SeriesKey;

/// Which of several names for the same money a person would use: what runs before where it runs, what it is before who owns
/// it, and the bill's own numbers last. Only a price belongs to its meter first.
final class NamePreference {
    private static final String TAG = "tag:";
    /// Endings of tag names that have a place of their own; any other tag stands at `tag:`.
    private static final List<String> TAGS = List.of("app.kubernetes.io/name", "namespace", "team", "env");
    private static final List<String> ORDER = List.of("app.kubernetes.io/name", "namespace", "ResourceName", TAG,
            "team",
            "env", "SkuMeter", "SubAccountId", "ResourceId", "SkuId", "ServiceName");

    private NamePreference() {
    }

    /// Smaller is better: place of the slice's best dimension.
    static int rank(SeriesKey key, AnomalyKind kind) {
        return key.dimensions().keySet().stream().mapToInt(name -> rank(name, kind)).min().orElse(ORDER.size());
    }

    private static int rank(String dimension, AnomalyKind kind) {
        if (kind == AnomalyKind.PRICE_CHANGE && dimension.startsWith("Sku")) {
            return dimension.equals("SkuMeter") ? -2 : -1;
        }
        if (dimension.startsWith(TAG)) {
            String name = dimension.toLowerCase(Locale.ROOT);
            return TAGS.stream().filter(name::endsWith).mapToInt(ORDER::indexOf).findFirst().orElse(ORDER.indexOf(TAG));
        }
        int place = ORDER.indexOf(dimension);
        return place < 0 ? ORDER.size() : place;
    }
}
