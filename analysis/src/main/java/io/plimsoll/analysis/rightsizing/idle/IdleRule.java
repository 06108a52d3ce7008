package io.plimsoll.analysis.rightsizing.idle;

import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.UndecidedResources;

/// Knows one kind of waste. Stateless, safe from any thread.
public interface IdleRule {
    /// How it decides and where its limits come from.
    String explanation();

    List<IdleFinding> find(IdleFacts facts);

    /// What it can't tell.
    default Optional<UndecidedResources> undecided(IdleFacts facts) {
        return Optional.empty();
    }
}
