package io.plimsoll.analysis.allocation.source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.allocation.split.Resources;

/// A charged machine, or group of equal machines, in one currency, with what was charged for it each day.
final class Machine {
    private final String id;
    private final String currency;
    private final Map<LocalDate, Charged> days = new HashMap<>();

    Machine(String id, String currency) {
        this.id = id;
        this.currency = currency;
    }

    String id() {
        return id;
    }

    String currency() {
        return currency;
    }

    /// The last part of the id: an instance's own id or name.
    String lastSegment() {
        return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf(':')) + 1);
    }

    /// Whether the id is that of one machine and not of a group.
    boolean isSingle() {
        String lower = id.toLowerCase(Locale.ROOT);
        return lower.contains(":instance/") || lower.contains("/instances/")
                || lower.contains("/virtualmachines/") && !lower.contains("/virtualmachinescalesets/");
    }

    /// @param quantity of the unit; not a number without one
    void add(LocalDate day, BigDecimal cost, MeteredUnit unit, double quantity) {
        Charged known = days.getOrDefault(day, Charged.NOTHING);
        Charged part = Charged.NOTHING.plus(cost, unit, cost.doubleValue(), Double.isNaN(quantity) ? 0 : quantity);
        days.put(day, known.plus(part));
    }

    /// Nothing was charged on a day that is absent.
    Map<LocalDate, Charged> days() {
        return days;
    }

    /// A day of a machine.
    ///
    /// @param metered what of the cost was charged by the core-hour and the GiB-hour
    /// @param bought  core-hours and GiB-hours of these charges
    /// @param hours   charged for whole machines, of all machines together
    record Charged(BigDecimal cost, Resources metered, Resources bought, double hours) {
        static final Charged NOTHING = new Charged(BigDecimal.ZERO, Resources.NONE, Resources.NONE, 0);

        Charged plus(BigDecimal more, MeteredUnit unit, double amount, double quantity) {
            return plus(switch (unit) {
                case CORE_HOURS ->
                    new Charged(more, new Resources(amount, 0, 0), new Resources(quantity, 0, 0), 0);
                case GIB_HOURS ->
                    new Charged(more, new Resources(0, amount, 0), new Resources(0, quantity, 0), 0);
                case HOURS -> new Charged(more, Resources.NONE, Resources.NONE, quantity);
                case OTHER -> new Charged(more, Resources.NONE, Resources.NONE, 0);
            });
        }

        Charged plus(Charged other) {
            return new Charged(cost.add(other.cost), metered.plus(other.metered), bought.plus(other.bought),
                    hours + other.hours);
        }
    }
}
