package io.plimsoll.analysis.telemetry.read;

import org.jspecify.annotations.Nullable;

/// A number that may have a unit behind it, as dashboards format them: `12.3%`, `1.50 GiB`.
///
/// @param value in `unit`
/// @param unit  of stored values, null where the text has none
record Amount(double value, @Nullable String unit) {
    /// @throws NumberFormatException    if it does not begin with a number
    /// @throws IllegalArgumentException if what is behind it is no unit that is known
    static Amount parse(String text) {
        char last = text.charAt(text.length() - 1);
        if (last >= '0' && last <= '9') {
            return new Amount(SampleText.parse(text), null);
        }
        int end = 0;
        while (end < text.length() && "0123456789.+-eE".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end == 0) {
            return new Amount(SampleText.parse(text), null);
        }
        String unit = text.substring(end).strip();
        UnitScale scale = UnitScale.find(unit).orElseThrow(
                () -> new IllegalArgumentException("the unit " + unit + " is not known"));
        return new Amount(SampleText.parse(text.substring(0, end).strip()) * scale.factor(), scale.unit());
    }
}
