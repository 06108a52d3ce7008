package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.task.Cancellation;

/// A foreign file as a relation of text columns.
interface TextSource extends AutoCloseable {
    Header header();

    /// The engine's names of the columns' types, in the header's order; none where everything is text.
    default List<String> types() {
        return List.of();
    }

    /// Which columns of the relation stand there with their own values beside their text.
    default NativeColumns natives() {
        return NativeColumns.NONE;
    }

    /// Whether a pass over one column of the relation costs no more than that column.
    default boolean isColumnar() {
        return false;
    }

    /// Reads the file to its end, once.
    Content read(Cancellation cancellation) throws IOException;

    /// A relation like the content's with at least the rows that start on the given lines, for a question about few of them. Only after
    /// `read`.
    default String rows(Content content, Set<Long> lines) throws IOException {
        return content.relation();
    }

    /// The rows that start on the given lines, as they stand in the file. Only after `read`.
    Map<Long, String> raw(Set<Long> lines) throws IOException;

    @Override
    void close() throws IOException;

    /// What reading gave.
    ///
    /// @param relation  goes behind `FROM`: columns `line` and `c0`, `c1` ... of type text, null where the file says so,
    ///                  and those of `natives`
    /// @param rows      how many rows the relation has
    /// @param malformed rows that are not in the relation
    /// @param sha256    of the file as it lies on disk
    /// @param bytes     its size on disk
    /// @param warnings  what the user should know about the file as a whole
    record Content(String relation, long rows, List<Reject> malformed, String sha256, long bytes,
            List<String> warnings) {}
}
