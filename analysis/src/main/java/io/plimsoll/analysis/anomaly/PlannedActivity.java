package io.plimsoll.analysis.anomaly;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;

/// Something that somebody meant to do: events inside it are no news, unless they outlast it or are larger than was said.
///
/// @param id        given when it is added, empty before
/// @param what      in the user's words
/// @param days      whole days in UTC, both included
/// @param where     events of this slice and of slices inside it; no dimension means everywhere
/// @param upTo      largest change in money, in its own currency, up or down; null for any
/// @param upToShare largest change in per cent of what was expected, up or down; null for any
public record PlannedActivity(String id, String what, Days days, SeriesKey where, @Nullable Money upTo,
        @Nullable BigDecimal upToShare) {
    private static final int LONGEST = 200;
    private static final int LAST_YEAR = 9999;
    /// As money is kept.
    private static final int WHOLE_DIGITS = 20;
    private static final int DECIMALS = 18;

    /// @throws StepFailure PLANNED_WHAT, PLANNED_DAYS, PLANNED_NOWHERE if the slice is empty: everywhere must be said
    public static PlannedActivity in(String what, Days days, SeriesKey where) {
        if (where.dimensions().isEmpty()) {
            throw StepFailure.wrongUsage("PLANNED_NOWHERE", "It was not said where this is planned.",
                    "Name a slice or a workload, or say that it is everywhere.");
        }
        return new PlannedActivity("", named(what), dated(days), where, null, null);
    }

    /// In all that is billed and measured.
    ///
    /// @throws StepFailure PLANNED_WHAT, PLANNED_DAYS
    public static PlannedActivity everywhere(String what, Days days) {
        return new PlannedActivity("", named(what), dated(days), new SeriesKey(Map.of()), null, null);
    }

    private static String named(String what) {
        String name = what.strip();
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw StepFailure.wrongUsage("PLANNED_WHAT",
                    "A planned activity needs a name of 1 to " + LONGEST + " characters.", "Say it in a few words.");
        }
        return name;
    }

    private static Days dated(Days days) {
        if (days.from().getYear() < 1 || days.to().getYear() > LAST_YEAR) {
            throw StepFailure.wrongUsage("PLANNED_DAYS", "The days of a plan lie between the years 1 and 9999.",
                    "For something without an end take 9999-12-31.");
        }
        return days;
    }

    /// @throws StepFailure PLANNED_SIZE
    public PlannedActivity upTo(Money most) {
        return new PlannedActivity(id, what, days, where, new Money(positive(most.amount()), most.currency()),
                upToShare);
    }

    /// @param percent of what was expected
    /// @throws StepFailure PLANNED_SIZE
    public PlannedActivity upToPercent(BigDecimal percent) {
        return new PlannedActivity(id, what, days, where, upTo, positive(percent));
    }

    private static BigDecimal positive(BigDecimal size) {
        if (size.signum() <= 0) {
            throw StepFailure.wrongUsage("PLANNED_SIZE", "An expected change is larger than zero.",
                    "Leave it out if any size is expected.");
        }
        if (size.precision() - size.scale() > WHOLE_DIGITS || size.stripTrailingZeros().scale() > DECIMALS) {
            throw StepFailure.wrongUsage("PLANNED_SIZE", "A size has at most " + WHOLE_DIGITS + " digits before and "
                    + DECIMALS + " after the point.", "Leave it out if any size is expected.");
        }
        return size;
    }
}
