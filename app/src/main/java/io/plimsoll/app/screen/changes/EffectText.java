package io.plimsoll.app.screen.changes;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.SizeEffect;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What an edit costs or saves, and what it risks, in words.
final class EffectText {
    /// Below this the first decimal is 0.
    private static final double SEEN = 0.0005;

    private EffectText() {
    }

    /// The money, and the risk if the replay found any.
    static String brief(SizeEffect effect) {
        List<String> parts = new ArrayList<>();
        Money monthly = effect.monthly();
        if (monthly != null) {
            parts.add(monthly.signum() == 0
                    ? Messages.text("changes.effectFree")
                    : Messages.text("changes.effectMoney", MoneyFormat.change(monthly)));
        }
        List<String> seen = seen(effect.after());
        boolean measured = !risks(effect.after()).isEmpty();
        parts.addAll(seen.isEmpty() && measured ? List.of(Messages.text("changes.effectSafe")) : seen);
        return String.join(", ", parts);
    }

    static String whole(SizeEffect effect) {
        List<String> lines = new ArrayList<>();
        Money monthly = effect.monthly();
        lines.add(monthly == null
                ? Messages.text("changes.effectUnpriced")
                : Messages.text("changes.effectExact", MoneyFormat.exact(monthly)));
        lines.add(Messages.text("changes.effectRisk", String.join(", ", risks(effect.before())),
                String.join(", ", risks(effect.after()))));
        return String.join("\n", lines);
    }

    /// Only what the replay found.
    private static List<String> seen(ReplayResult replay) {
        List<String> seen = new ArrayList<>();
        if (replay.throttledShare() >= SEEN) {
            seen.add(throttled(replay));
        }
        if (replay.oomPerMonth() >= 0.05) {
            seen.add(kills(replay));
        }
        return seen;
    }

    private static List<String> risks(ReplayResult replay) {
        List<String> risks = new ArrayList<>();
        if (!Double.isNaN(replay.throttledShare())) {
            risks.add(throttled(replay));
        }
        if (!Double.isNaN(replay.oomPerMonth())) {
            risks.add(kills(replay));
        }
        return risks;
    }

    private static String throttled(ReplayResult replay) {
        return Messages.text("changes.effectThrottled", Formats.percent(replay.throttledShare(), 1));
    }

    private static String kills(ReplayResult replay) {
        return Messages.text("changes.effectKills", Formats.number(replay.oomPerMonth(), 1));
    }
}
