package io.plimsoll.app.screen.rightsizing;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Strategies;
import io.plimsoll.analysis.rightsizing.Strategy;
import io.plimsoll.app.text.Messages;

/// What the user is ready to risk; empty for the strategy's own.
///
/// @param share       of time above the CPU request, in 0..1
/// @param killsAMonth for want of memory, of all replicas
record StatedRisks(OptionalDouble share, OptionalDouble killsAMonth) {
    static final StatedRisks USUAL = new StatedRisks(OptionalDouble.empty(), OptionalDouble.empty());

    private static final String RISK = "risk";
    private static final String KILLS = "oom-per-month";

    AdviceQuery query(String strategy, @Nullable String workload) {
        return new AdviceQuery(strategy, share, killsAMonth, workload);
    }

    /// Whether a strategy heeds them.
    static boolean heeded(Strategy strategy) {
        return List.of(RISK, KILLS).stream()
                .allMatch(id -> strategy.parameters().stream().anyMatch(each -> each.id().equals(id)));
    }

    /// As the form asks for them, the share in per cent, within what a strategy that heeds them takes.
    static List<Parameter> declared() {
        Parameter share = own(RISK);
        Parameter kills = own(KILLS);
        return List.of(
                Parameter.number(RISK, Messages.text("rightsizing.risk.share"),
                        Messages.text("rightsizing.risk.shareHelp"), percent(Double.parseDouble(share.initial())),
                        percent(share.minimum()), percent(share.maximum())),
                Parameter.number(KILLS, Messages.text("rightsizing.risk.kills"),
                        Messages.text("rightsizing.risk.killsHelp"), Double.parseDouble(kills.initial()),
                        kills.minimum(), kills.maximum()));
    }

    static StatedRisks of(Parameters entered) {
        StatedRisks all = new StatedRisks(OptionalDouble.of(entered.number(RISK) / 100),
                OptionalDouble.of(entered.number(KILLS)));
        return all.entered().values().equals(USUAL.entered().values()) ? USUAL : all;
    }

    /// What the form holds.
    Parameters entered() {
        return Parameters.initial(declared()).with(RISK, Double.toString(percent(shareOrUsual()))).with(KILLS,
                Double.toString(killsOrUsual()));
    }

    /// `≤ 0.5 %, ≤ 0.05 kills`.
    String text() {
        return Messages.text("rightsizing.risk.stated", plain(percent(shareOrUsual())), plain(killsOrUsual()));
    }

    private double shareOrUsual() {
        return share.orElseGet(() -> Double.parseDouble(own(RISK).initial()));
    }

    private double killsOrUsual() {
        return killsAMonth.orElseGet(() -> Double.parseDouble(own(KILLS).initial()));
    }

    private static Parameter own(String id) {
        return Strategies.all().getFirst().parameters().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow();
    }

    /// Without the last digits that binary fractions add.
    private static double percent(double share) {
        return new BigDecimal(Double.toString(share)).movePointRight(2).doubleValue();
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
