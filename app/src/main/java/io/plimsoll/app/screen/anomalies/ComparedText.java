package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.plimsoll.analysis.billing.ComparedDays;
import io.plimsoll.analysis.billing.ComparedDays.Against;
import io.plimsoll.app.chart.ChartColor;
import io.plimsoll.app.chart.Series;
import io.plimsoll.app.screen.shared.DailyBand;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// A comparison as a line of a chart and as a sentence.
final class ComparedText {
    private ComparedText() {
    }

    static String choice(Optional<Against> against) {
        return Messages.text("anomalies.compare." + against.map(each -> each.name().toLowerCase(Locale.ROOT))
                .orElse("none"));
    }

    /// `1–28 Oct: $6 190.36, 3–30 Sep: $4 734.33, so +$1 456.03 (+31 %)`
    static String sentence(ComparedDays days) {
        String difference = MoneyFormat.exact(days.difference());
        String signed = days.difference().signum() > 0 ? "+" + difference : difference;
        String share = days.earlier().signum() > 0
                ? " (" + Formats.change(
                        days.difference().amount().doubleValue() / days.earlier().amount().doubleValue(),
                        1) + ")"
                : "";
        return Messages.text("anomalies.compare.sentence", DateFormats.span(days.now()),
                MoneyFormat.exact(days.total()), DateFormats.brief(days.before()), MoneyFormat.exact(days.earlier()),
                signed + share);
    }

    /// The earlier days above the days that they are held against.
    static Series series(ComparedDays days) {
        List<ComparedDays.Day> all = days.days();
        double[] x = all.stream().mapToDouble(each -> DailyBand.at(each.day())).toArray();
        double[] y = all.stream()
                .mapToDouble(each -> each.earlier() == null ? Double.NaN : each.earlier().doubleValue())
                .toArray();
        return new Series(choice(Optional.of(days.against())), x, y, ChartColor.C3, false, 1.4);
    }
}
