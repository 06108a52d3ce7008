package io.plimsoll.app.screen.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// One group of the drill-down.
///
/// @param path   its value and those of the groups around it, the outermost first
/// @param cost   over the days that are looked at
/// @param now    over the complete ones of them, or null if nothing is compared
/// @param before over the days they are held against, or null
/// @param share  of the total of everything, `NaN` without one
/// @param days   a number a day, for the eye
/// @param leaf   whether there is nothing below
/// @param rest   whether it stands for all groups beyond the listed ones, and not for a value
@SuppressWarnings("ArrayRecordComponent") // Handed over, not copied.
record GroupRow(List<String> path, Money cost, @Nullable BigDecimal now, @Nullable BigDecimal before, double share,
        double[] days, boolean leaf, boolean rest) {
    /// All groups beside the listed ones.
    static GroupRow rest(List<String> around, Money cost, double share) {
        List<String> path = new ArrayList<>(around);
        path.add("");
        return new GroupRow(List.copyOf(path), cost, null, null, share, new double[0], true, true);
    }

    String value() {
        return path.getLast();
    }

    String name() {
        return rest ? Messages.text("explore.smaller") : Condition.named(value());
    }

    /// Relative, `NaN` if there is nothing to hold it against.
    double moved() {
        return now == null || before == null || before.signum() <= 0
                ? Double.NaN
                : now.subtract(before).doubleValue() / before.doubleValue();
    }

    /// As it is to be read under a title with the sign of percent.
    String change() {
        if (now == null || before == null) {
            return "";
        }
        if (before.signum() == 0) {
            return now.signum() == 0 ? "" : Messages.text("explore.new");
        }
        return Formats.change(moved(), 1).replace(Formats.THIN + "%", "");
    }

    String shareText() {
        return Formats.number(share * 100, 1);
    }

    String costText() {
        return MoneyFormat.brief(cost);
    }
}
