package io.plimsoll.app.screen.anomalies;

import java.util.List;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.SecondOpinion;
import io.plimsoll.analysis.anomaly.SecondOpinion.Opinion;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What the learned second opinion says of one finding's days. A remark, never a reason for an alert.
final class Remark {
    private Remark() {
    }

    /// One sentence; empty if the opinion knows none of the days.
    static String of(Finding finding, Opinion opinion) {
        Days days = FindingText.days(finding);
        List<SecondOpinion.Remark> own = opinion.remarks().stream().filter(each -> each.key().equals(finding.key()))
                .filter(each -> days.contains(each.day())).toList();
        long strange = own.stream().filter(SecondOpinion.Remark::strange).count();
        if (own.isEmpty()) {
            return "";
        }
        return strange == 0
                ? Messages.text("anomalies.opinion.quiet")
                : Messages.text("anomalies.opinion.strange", Formats.count(strange), Formats.count(own.size()));
    }
}
