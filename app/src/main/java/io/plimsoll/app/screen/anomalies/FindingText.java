package io.plimsoll.app.screen.anomalies;

import java.util.Locale;
import java.util.Map;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Explanation.Contribution;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.screen.shared.FindingTitle;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// How findings are put into words.
final class FindingText {
    private static final double SURE = 0.9;
    private static final double LIKELY = 0.75;

    private FindingText() {
    }

    static String kind(AnomalyKind kind) {
        return kind.title().substring(0, 1).toUpperCase(Locale.ROOT) + kind.title().substring(1);
    }

    static Days days(Finding finding) {
        return new Days(finding.start(), finding.end());
    }

    /// `$4 960`, with a minus if it cost less than expected.
    static String impact(Finding finding) {
        return MoneyFormat.brief(finding.impact());
    }

    /// `Amazon Rekognition · vision, 17–19 Sep: $4 960 above expected`
    static String headline(Finding finding) {
        boolean less = finding.impact().signum() < 0;
        Money size = less ? finding.impact().negate() : finding.impact();
        return Messages.text(less ? "anomalies.below" : "anomalies.above", FindingTitle.of(finding),
                EventText.dates(finding),
                MoneyFormat.brief(size));
    }

    static String confidence(Anomaly anomaly) {
        return Formats.number(anomaly.confidence(), 2);
    }

    /// How sure the detector is.
    static Tone tone(double confidence) {
        return confidence >= SURE ? Tone.BAD : confidence >= LIKELY ? Tone.WARN : Tone.NEUTRAL;
    }

    /// `+81 %`
    static String percent(Contribution part) {
        return percent(part.percent());
    }

    static String percent(double percent) {
        return Formats.change(percent / 100, Math.abs(percent) < 10 ? 1 : 0);
    }

    /// `data-processing · us-east-1`: the values of an element of the bill.
    static String element(Map<String, String> element) {
        return String.join(" \u00b7 ", element.values().stream().map(Condition::named).toList());
    }

    /// `tag:team = vision, RegionId = us-east-1`: the same with its dimensions.
    static String elementInFull(Map<String, String> element) {
        return String.join(", ", element.entrySet().stream()
                .map(each -> ForeignText.line(each.getKey()) + " = " + Condition.named(each.getValue())).toList());
    }
}
