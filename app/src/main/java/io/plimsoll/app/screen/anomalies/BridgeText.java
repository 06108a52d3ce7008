package io.plimsoll.app.screen.anomalies;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.anomaly.cause.Bridge;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// A bridge in words: one sentence about quantity and price, and its amounts. Computed from the exact decimals.
///
/// @param currency of the bridge
record BridgeText(Bridge bridge, String currency) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal TEN = BigDecimal.TEN;
    /// A second part counts as well from a third of the largest on.
    private static final BigDecimal THIRD = new BigDecimal("3");

    /// One amount of the bridge.
    ///
    /// @param key part of the message key
    record Line(String key, Money amount) {
        String name() {
            return Messages.text("anomalies.bridge." + key);
        }

        /// The ends are sums, what lies between is a change.
        String text() {
            return key.equals("before") || key.equals("after")
                    ? MoneyFormat.exact(amount)
                    : MoneyFormat.change(amount);
        }
    }

    /// From before to after, without parts that come to nothing.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("before", bridge.before()));
        parts().stream().filter(each -> each.amount().rounded(2).signum() != 0).forEach(lines::add);
        lines.add(line("after", bridge.after()));
        return lines;
    }

    /// `Quantity, not price: usage +118 %, unit price +0.3 %.`
    String sentence() {
        Line largest = parts().stream().max(Comparator.comparing((Line each) -> each.amount().amount().abs()))
                .orElseThrow();
        if (largest.amount().signum() == 0) {
            return Messages.text("anomalies.bridge.same");
        }
        String lead = Messages.text("anomalies.bridge.mostly." + lead(largest.key()));
        if (bridge.other().signum() != 0) {
            return lead + " " + Messages.text("anomalies.bridge.unmeasured");
        }
        boolean stayed = stayed().signum() != 0;
        return stayed ? lead + " " + Messages.text("anomalies.bridge.rates", usage(), price()) : lead;
    }

    private String lead(String largest) {
        return largest.equals("volume") || largest.equals("price") ? mover() : largest;
    }

    private String mover() {
        BigDecimal volume = bridge.volume().abs();
        BigDecimal price = bridge.price().abs();
        if (price.multiply(THIRD).compareTo(volume) < 0) {
            return "quantity";
        }
        return volume.multiply(THIRD).compareTo(price) < 0 ? "price" : "both";
    }

    private List<Line> parts() {
        return List.of(line("volume", bridge.volume()), line("mix", bridge.mix()), line("price", bridge.price()),
                line("started", bridge.started()), line("ended", bridge.ended()), line("other", bridge.other()));
    }

    private Line line(String key, BigDecimal amount) {
        return new Line(key, new Money(amount, currency));
    }

    /// Items that were there before and still are: what quantity and price are relative to.
    private BigDecimal stayed() {
        return bridge.before().add(bridge.ended());
    }

    private String usage() {
        return percent(bridge.volume(), stayed());
    }

    private String price() {
        return percent(bridge.price(), stayed().add(bridge.volume()).add(bridge.mix()));
    }

    static String percent(BigDecimal part, BigDecimal of) {
        if (of.signum() == 0) {
            return Formats.NONE;
        }
        BigDecimal percent = part.multiply(HUNDRED).divide(of, MathContext.DECIMAL128);
        int digits = percent.abs().compareTo(TEN) < 0 ? 1 : 0;
        String text = Formats.decimal(percent, digits);
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        String unsigned = nothing && text.startsWith(Formats.MINUS) ? text.substring(1) : text;
        return (part.signum() * of.signum() > 0 && !nothing ? "+" : "") + unsigned + Formats.THIN + "%";
    }
}
