package io.plimsoll.analysis.rightsizing.tradeoff;

import java.util.ArrayList;
import java.util.List;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.FrontierMark;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;

/// The sizes that a frontier shows beside itself: what is set, what is proposed, and what each strategy would set.
public final class FrontierMarks {
    private FrontierMarks() {
    }

    public static List<FrontierMark> of(Advice advice, FrontierSearch search) {
        List<FrontierMark> marks = new ArrayList<>();
        marks.add(search.mark(FrontierMark.Kind.NOW, "", advice.current()));
        marks.add(search.mark(FrontierMark.Kind.PROPOSED, "", advice.proposed()));
        for (StrategyOutcome outcome : advice.strategies()) {
            if (!outcome.name().equals(advice.strategy())) {
                marks.add(search.mark(FrontierMark.Kind.STRATEGY, outcome.name(), outcome.size()));
            }
        }
        return marks;
    }
}
