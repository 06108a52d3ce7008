package io.plimsoll.analysis.rightsizing;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What a change frees of one commitment, for a month of 730 h.
///
/// @param id       FOCUS `CommitmentDiscountId`
/// @param name     or the id
/// @param type     as the bill calls it: `Compute Savings Plan`
/// @param freed    effective cost of the commitment that the workload no longer uses
/// @param absorbed part of `freed` that covers other usage, which was on demand before
/// @param stranded part of `freed` that goes on costing and covers nothing
/// @param end      first day after the term, null if the bill does not tell
/// @param endSource what tells the end, as a sentence's part; empty if nothing does
public record CommitmentEffect(String id, String name, String type, Money freed, Money absorbed, Money stranded,
        @Nullable LocalDate end, String endSource) {}
