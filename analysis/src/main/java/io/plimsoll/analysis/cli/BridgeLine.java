package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.anomaly.cause.Bridge;

/// A bridge in one line that adds up to the cent: `From 158.98 expected to 927.94 USD: quantity +768.96.`
final class BridgeLine {
    private BridgeLine() {
    }

    static String of(Bridge exact, String currency) {
        Bridge bridge = exact.rounded(2);
        List<String> steps = new ArrayList<>();
        step(steps, "quantity", bridge.volume());
        step(steps, "mix", bridge.mix());
        step(steps, "unit price", bridge.price());
        step(steps, "started", bridge.started());
        step(steps, "ended", bridge.ended());
        step(steps, "not measured", bridge.other());
        return "From " + cents(bridge.before()) + " expected to " + cents(bridge.after()) + " " + currency + ": "
                + (steps.isEmpty() ? "nothing moved" : String.join(", ", steps)) + ".";
    }

    private static void step(List<String> steps, String name, BigDecimal amount) {
        if (amount.signum() != 0) {
            steps.add(name + (amount.signum() > 0 ? " +" : " ") + cents(amount));
        }
    }

    private static String cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
