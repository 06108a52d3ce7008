package io.plimsoll.analysis.rightsizing.idle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.unit.Money;

/// How rules say what they found.
final class Idle {
    private Idle() {
    }

    static IdleFinding finding(IdleKind kind, ResourceMeters resource, @Nullable Money monthly, String evidence,
            Certainty certainty) {
        return new IdleFinding(kind, resource.id(), resource.name(), resource.region(), monthly, evidence,
                resource.rows(), certainty, IdleRules.remedy(kind));
    }

    static Optional<UndecidedResources> undecided(IdleKind kind, List<ResourceMeters> resources, String reason) {
        return resources.isEmpty()
                ? Optional.empty()
                : Optional.of(new UndecidedResources(kind, resources.size(),
                        Money.sums(resources.stream().map(ResourceMeters::monthly).filter(Objects::nonNull).toList()),
                        reason));
    }
}
