package io.plimsoll.analysis.allocation.source;

import java.util.Locale;

/// What a charge's consumed quantity counts.
enum MeteredUnit {
    /// Hours of a whole machine.
    HOURS, CORE_HOURS, GIB_HOURS, OTHER;

    /// @param unit FOCUS `ConsumedUnit`, in the spellings that providers use
    static MeteredUnit of(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "")) {
            case "hour", "hours", "hr", "hrs", "instancehours", "vmhours" -> HOURS;
            case "corehour", "corehours", "vcpuhour", "vcpuhours", "vcorehours", "ocpuhours" -> CORE_HOURS;
            case "gibhour", "gibhours", "gbhour", "gbhours", "gibibytehour", "gibibytehours", "gigabytehours" ->
                GIB_HOURS;
            default -> OTHER;
        };
    }
}
