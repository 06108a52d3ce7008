package io.plimsoll.app.screen.rightsizing;

import java.util.Locale;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Refusal;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// The risk of an advice in one word or figure: what refuses it, else the upper 95 % bound of the share of time above the request.
final class RiskPill {
    private static final double SMALL = 0.02;
    private static final double LARGE = 0.05;

    private RiskPill() {
    }

    static String text(WorkloadAdvice advice) {
        if (advice.refused() || has(advice, Refusal.OOM_SEEN)) {
            return advice.objections().isEmpty() ? "" : word(advice.objections().getFirst().code());
        }
        if (advice.keeps()) {
            return Messages.text("rightsizing.keep");
        }
        Advice pods = advice.advice();
        return pods == null
                ? Messages.text("rightsizing.fits")
                : "\u2264 " + Formats.percent(pods.risk().violationBound(), 1);
    }

    static Pill of(WorkloadAdvice advice) {
        return new Pill(text(advice), tone(advice));
    }

    private static Tone tone(WorkloadAdvice advice) {
        if (has(advice, Refusal.OOM_SEEN)) {
            return Tone.BAD;
        }
        if (advice.refused()) {
            return Tone.WARN;
        }
        Advice pods = advice.advice();
        if (advice.keeps()) {
            return Tone.NEUTRAL;
        }
        if (pods == null) {
            return Tone.GOOD;
        }
        double bound = pods.risk().violationBound();
        return bound <= SMALL ? Tone.GOOD : bound <= LARGE ? Tone.WARN : Tone.BAD;
    }

    static String word(Refusal code) {
        return Messages.textOr("rightsizing.refusal." + code.name(),
                code.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static boolean has(WorkloadAdvice advice, Refusal code) {
        return advice.objections().stream().anyMatch(each -> each.code() == code);
    }
}
