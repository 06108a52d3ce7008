package io.plimsoll.analysis.billing;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/// A commitment as the bill knows it.
///
/// @param id        FOCUS `CommitmentDiscountId`
/// @param name      or the id
/// @param type      `CommitmentDiscountType`, or empty
/// @param category  `CommitmentDiscountCategory`: `Spend` or `Usage`, or empty
/// @param end       first day after the term; null if nothing tells it
/// @param endSource what tells it, as a sentence's part; or empty
public record CommitmentTerm(String id, String name, String type, String category, @Nullable LocalDate end,
        String endSource) {}
