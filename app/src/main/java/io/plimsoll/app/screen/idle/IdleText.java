package io.plimsoll.app.screen.idle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleKind;
import io.plimsoll.analysis.rightsizing.UndecidedResources;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// The words of findings.
final class IdleText {
    private IdleText() {
    }

    static String kind(IdleKind kind) {
        return Messages.text("idle.kind." + kind.id());
    }

    static String certainty(Certainty certainty) {
        return Messages.text("idle.certainty." + certainty.name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(Certainty certainty) {
        return switch (certainty) {
            case CERTAIN -> Tone.GOOD;
            case PROBABLE -> Tone.WARN;
            case POSSIBLE -> Tone.NEUTRAL;
        };
    }

    static String cost(IdleFinding finding) {
        return finding.cost().map(MoneyFormat::brief).orElse(Formats.NONE);
    }

    /// One amount a currency, side by side; a dash for none.
    static String sums(List<Money> amounts) {
        return amounts.isEmpty()
                ? Formats.NONE
                : amounts.stream().map(MoneyFormat::brief).collect(Collectors.joining(" \u00b7 "));
    }

    static String undecided(UndecidedResources each) {
        return Messages.text("idle.undecidedLine", Formats.count(each.resources()), kind(each.kind()),
                sums(each.monthlyCost()));
    }

    /// What a search looks at.
    static String words(IdleFinding each) {
        return String.join(" ", kind(each.kind()), each.kind().id(), each.resourceId(), each.name(), each.region(),
                each.evidence(), certainty(each.certainty())).toLowerCase(Locale.ROOT);
    }
}
