package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A benchmark that others know, or can run: one configuration for all its files, judged by its own rules through the same code as the
/// commands on plain files.
public interface Published {
    /// As `published-peers.csv` calls it.
    String title();

    /// Runs it, seconds to a minute; the test is skipped where the data are not there.
    ///
    /// @param folder empty, for files of its own
    List<Score> run(Path folder) throws IOException;

    /// First seed of what is made: the usual one, of which the results are published, or that of `-Dbench.first`.
    static int first(int usual) {
        return Integer.getInteger("bench.first", usual);
    }
}
