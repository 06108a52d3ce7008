package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.util.List;

/// A benchmark that others know, or can run: one configuration for all its files, judged by its own rules through the same code as the
/// commands on plain files.
interface Published {
    /// As `published-peers.csv` calls it.
    String title();

    /// Runs it, seconds to a few minutes; the test is skipped where the data are not there.
    List<Score> run() throws IOException;
}
