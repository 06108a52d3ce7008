package io.plimsoll.analysis.anomaly;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;

/// What the days of a finding would have cost had one thing stayed as it was.
///
/// @param held       what stays
/// @param cost       of the same days then, to 8 decimals; null if the bill can't tell, and the sentence says why
/// @param difference `cost` minus what they did cost; null with it
/// @param sentence   complete, in the user's words
public record Counterfactual(Held held, @Nullable Money cost, @Nullable Money difference, String sentence) {
    /// What is held where it was.
    public enum Held {
        UNIT_PRICE, QUANTITY, DRIVER;

        /// For scripts.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
