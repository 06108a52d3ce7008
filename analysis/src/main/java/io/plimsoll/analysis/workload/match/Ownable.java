package io.plimsoll.analysis.workload.match;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.plimsoll.analysis.billing.ResourceFilter;
import io.plimsoll.analysis.workload.Pin;
import io.plimsoll.analysis.workload.Side;
import io.plimsoll.analysis.workload.source.MeasuredWorkload;
import io.plimsoll.analysis.workload.source.TagIdentity;

/// Tells which resources of a bill [Matcher] could tie to any workload: those with a tag that names one, and those that were measured.
public final class Ownable {
    private Ownable() {
    }

    /// @return empty if any resource could be: the user's own pins and rules look at more than tags and ids
    public static Optional<ResourceFilter> filter(List<Pin> pins, OwnRules rules, List<MeasuredWorkload> measured) {
        List<String> ids = measured.stream().map(MeasuredWorkload::resourceId).filter(each -> !each.isEmpty())
                .distinct().toList();
        if (!rules.own().isEmpty() || pins.stream().anyMatch(each -> each.side() == Side.BILL)
                || !ids.stream().allMatch(Ownable::isPlain)) {
            return Optional.empty();
        }
        return Optional.of(new ResourceFilter(TagIdentity.namingKeys(),
                ids.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList(), ids));
    }

    /// Ids are handed over line by line, and compared in lower case, which other scripts do in ways of their own.
    private static boolean isPlain(String id) {
        return id.chars().allMatch(each -> each >= ' ' && each < 127);
    }
}
