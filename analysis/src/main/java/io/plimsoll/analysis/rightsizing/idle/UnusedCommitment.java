package io.plimsoll.analysis.rightsizing.idle;

import io.plimsoll.analysis.unit.Money;

/// The part of a commitment that nothing used.
///
/// @param unused effective cost of its unused rows over the period
/// @param all    effective cost of all its rows
public record UnusedCommitment(String id, Money unused, Money all) {}
