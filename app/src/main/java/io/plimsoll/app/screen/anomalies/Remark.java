package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.LearnedView;
import io.plimsoll.analysis.anomaly.SecondOpinion.Opinion;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What the learned second opinions say of one finding's days. A remark, never a reason for an alert.
final class Remark {
    private Remark() {
    }

    /// What each method says; empty if none knows any of the days.
    static String of(Finding finding, Opinion opinion) {
        List<LearnedView> views = opinion.of(finding);
        return views.isEmpty()
                ? ""
                : Messages.text("anomalies.opinion", views.stream().map(Remark::said)
                        .collect(Collectors.joining(Messages.text("anomalies.opinion.and"))));
    }

    private static String said(LearnedView view) {
        return view.strange() == 0
                ? Messages.text("anomalies.opinion.quiet", view.method().title())
                : Messages.text("anomalies.opinion.strange", view.method().title(), Formats.count(view.strange()),
                        Formats.count(view.judged()));
    }
}
