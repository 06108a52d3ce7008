package io.plimsoll.analysis.change;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What a change rests on, for the commit's trailers. Money is left out of the message when `saving` is null.
///
/// @param dataDigest SHA-256 of the data, 64 hexadecimal digits; empty for none
/// @param window     that was looked at, as `2025-05-01/2025-05-31`; may be empty
/// @param basis      how the values were arrived at, as a sentence; may be empty
/// @param scenario   `name@sha256`; null if it comes from none
public record Evidence(String dataDigest, String window, String basis, @Nullable String scenario,
        @Nullable Saving saving) {
    /// An estimate of one month.
    ///
    /// @param low  pessimistic end of its interval
    /// @param high optimistic end
    public record Saving(Money perMonth, @Nullable Money low, @Nullable Money high) {}
}
