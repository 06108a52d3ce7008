package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.LearnedView;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What the learned second opinions say of one event. A remark, never a reason for an alert.
final class Remark {
    private Remark() {
    }

    /// What each method says of a finding's days; empty if none knows any of them.
    static String ofDays(List<LearnedView> views) {
        return of(views, "days");
    }

    /// What each method says of a signal's readings; empty if none knows any of them.
    static String ofReadings(List<LearnedView> views) {
        return of(views, "readings");
    }

    private static String of(List<LearnedView> views, String moments) {
        return views.isEmpty()
                ? ""
                : Messages.text("anomalies.opinion", views.stream().map(each -> said(each, moments))
                        .collect(Collectors.joining(Messages.text("anomalies.opinion.and"))));
    }

    private static String said(LearnedView view, String moments) {
        if (!view.informative()) {
            return Messages.text("anomalies.opinion.none", view.method().title(), Formats.percent(view.others(), 0));
        }
        return view.strange() == 0
                ? Messages.text("anomalies.opinion.quiet." + moments, view.method().title())
                : Messages.text("anomalies.opinion.strange." + moments, view.method().title(),
                        Formats.count(view.strange()), Formats.count(view.judged()));
    }
}
