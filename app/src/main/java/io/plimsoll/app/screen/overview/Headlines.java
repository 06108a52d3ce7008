package io.plimsoll.app.screen.overview;

import java.util.List;

/// The figures of other screens that the overview shows, in their order. A new one is a line here.
final class Headlines {
    private Headlines() {
    }

    /// @param key      message keys are `overview.KEY` for its name and `overview.KEYHint` for what stands there while unknown
    /// @param screenId where a click leads
    record Headline(String key, String screenId, HeadlineSource source) {}

    static List<Headline> all() {
        return List.of(new Headline("anomalies", "anomalies", new AnomaliesHeadline()),
                new Headline("savings", "rightsizing", new SavingsHeadline()),
                new Headline("matched", "imports", new MatchedHeadline()));
    }
}
