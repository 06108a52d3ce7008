package io.plimsoll.app.screen.anomalies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitFact.FieldChange;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// A commit that may be behind a finding.
record CommitRow(CommitScore score, CommitFact fact) {
    private static final double LIKELY = 0.5;
    private static final double POSSIBLE = 0.2;

    /// The ranked commits with what they changed, likeliest first.
    static List<CommitRow> of(FindingDetail detail) {
        return of(detail.commits(), detail.facts());
    }

    /// The same of any event.
    static List<CommitRow> of(List<CommitScore> scores, List<CommitFact> changes) {
        Map<String, CommitFact> facts = changes.stream()
                .collect(Collectors.toMap(CommitFact::id, Function.identity(), (a, b) -> a));
        List<CommitRow> rows = new ArrayList<>();
        for (CommitScore score : scores) {
            CommitFact fact = facts.get(score.id());
            if (fact != null) {
                rows.add(new CommitRow(score, fact));
            }
        }
        return rows;
    }

    /// `16 Sep 18:02 UTC · data-pipelines/vision/values.yaml and 2 more`
    String where() {
        List<String> files = files();
        String time = DateFormats.time(fact.time()) + " UTC";
        if (files.isEmpty()) {
            return time;
        }
        String first = files.getFirst();
        return time + " \u00b7 "
                + (files.size() == 1 ? first : Messages.text("anomalies.commit.more", first, files.size() - 1));
    }

    /// Files with a field that costs money come first.
    private List<String> files() {
        List<String> files = new ArrayList<>(fact.changes().stream().map(FieldChange::file).distinct().toList());
        fact.files().stream().filter(each -> !files.contains(each)).forEach(files::add);
        return files;
    }

    /// What speaks for it, or that little does.
    String sentence() {
        if (score.score() < POSSIBLE) {
            return Messages.text("anomalies.commit.unlikely");
        }
        return fact.changes().isEmpty() ? Messages.text("anomalies.commit.noFields") : score.sentence();
    }

    boolean likely() {
        return score.score() >= LIKELY;
    }

    Tone tone() {
        return likely() ? Tone.BAD : score.score() >= POSSIBLE ? Tone.WARN : Tone.NEUTRAL;
    }
}
