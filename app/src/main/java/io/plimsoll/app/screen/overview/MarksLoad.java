package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.DatedCommits;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.overview.DailyMarks.Mark;
import io.plimsoll.app.screen.shared.CommitMark;
import io.plimsoll.app.screen.shared.FindingTitle;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Finds what is to be marked on the days of the overview. Away from the FX thread.
///
/// Marked are findings that nobody has labelled and that lie within the filter, and the commits that fit them best. Without a
/// condition in the filter all commits are marked that changed a value that costs money; with one, nothing says whether these have
/// to do with what is shown.
final class MarksLoad {
    private static final BigDecimal TWICE = BigDecimal.TWO;
    private static final int LONGEST_SUBJECT = 60;

    private final Workbench workbench;
    private final Filter filter;
    private final Days days;
    private final Cancellation cancellation;

    /// @param days those shown
    MarksLoad(Workbench workbench, Filter filter, Days days, Cancellation cancellation) {
        this.workbench = workbench;
        this.filter = filter;
        this.days = days;
        this.cancellation = cancellation;
    }

    DailyMarks marks(Progress progress) {
        List<Finding> shown = workbench.anomalies().feedback().waitingOnBill(progress, cancellation).stream()
                .filter(each -> !each.provisional() && isShown(each) && isWithin(each))
                .toList();
        List<Mark> dots = new ArrayList<>();
        shown.forEach(each -> mark(each, dots));
        return new DailyMarks(dots, commits(shown));
    }

    private boolean isShown(Finding finding) {
        return (filter.converted() || finding.impact().currency().equals(filter.currency()))
                && (days.contains(finding.start()) || days.contains(finding.peak()));
    }

    /// Whether at least half of the slice's cost on the days shown lies within the filter.
    private boolean isWithin(Finding finding) {
        if (filter.conditions().isEmpty()) {
            return true;
        }
        BigDecimal whole = cost(finding, filter.withoutConditions());
        return whole.signum() > 0 && cost(finding, filter).multiply(TWICE).compareTo(whole) >= 0;
    }

    private BigDecimal cost(Finding finding, Filter asked) {
        CostQuery query = CostQuestion.of(asked, CostMetric.EFFECTIVE, days).onlyUsage()
                .where(finding.key().dimensions());
        return CostQuestion.answer(workbench.billing(), asked, query, cancellation).total();
    }

    private void mark(Finding finding, List<Mark> dots) {
        boolean once = finding.peak().equals(finding.start());
        if (days.contains(finding.start())) {
            dots.add(mark(finding, finding.start(), once ? "overview.mark.both" : "overview.mark.starts"));
        }
        if (!once && days.contains(finding.peak())) {
            dots.add(mark(finding, finding.peak(), "overview.mark.peaks"));
        }
    }

    private static Mark mark(Finding finding, LocalDate day, String key) {
        return new Mark(day, Messages.text(key, FindingTitle.of(finding), MoneyFormat.change(finding.impact())), true);
    }

    private List<Mark> commits(List<Finding> shown) {
        DatedCommits found = workbench.anomalies().commits(days, shown, cancellation);
        Set<CommitMark> likely = new HashSet<>();
        found.scores().values()
                .forEach(scores -> likely.addAll(CommitMark.likeliest(scores, found.commits(), 1)));
        List<Mark> marks = new ArrayList<>();
        for (CommitFact fact : found.commits()) {
            CommitMark commit = CommitMark.of(fact);
            boolean costs = filter.conditions().isEmpty() && !fact.changes().isEmpty();
            if (costs || likely.contains(commit)) {
                marks.add(new Mark(LocalDate.ofInstant(commit.time(), ZoneOffset.UTC), text(commit),
                        likely.contains(commit)));
            }
        }
        return marks;
    }

    /// `9f31c2a, 16 Sep 18:02: raise vision replicas`
    private static String text(CommitMark commit) {
        String subject = commit.subject().length() <= LONGEST_SUBJECT
                ? commit.subject()
                : commit.subject().substring(0, LONGEST_SUBJECT) + "\u2026";
        return Messages.text("overview.mark.commit", commit.shortId(), DateFormats.time(commit.time()), subject);
    }
}
