package io.plimsoll.app.screen.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;

/// A commit as a chart marks it.
///
/// @param time    when it was committed, UTC
/// @param shortId as it is spoken of
/// @param subject first line of the message
public record CommitMark(Instant time, String shortId, String subject) {
    /// Below this score there is no reason to look, so nothing is marked.
    private static final double WORTH_A_LOOK = 0.2;

    public static CommitMark of(CommitFact fact) {
        return new CommitMark(fact.time(), fact.shortId(), fact.subject());
    }

    /// The likeliest commits behind an event, at most `most`, likeliest first.
    public static List<CommitMark> likeliest(List<CommitScore> scores, List<CommitFact> facts, int most) {
        Map<String, CommitFact> known = facts.stream()
                .collect(Collectors.toMap(CommitFact::id, Function.identity(), (a, b) -> a));
        List<CommitMark> marks = new ArrayList<>();
        for (CommitScore score : scores) {
            CommitFact fact = known.get(score.id());
            if (fact != null && score.score() >= WORTH_A_LOOK && marks.size() < most) {
                marks.add(of(fact));
            }
        }
        return List.copyOf(marks);
    }
}
