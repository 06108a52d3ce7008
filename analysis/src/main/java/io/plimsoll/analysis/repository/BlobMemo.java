package io.plimsoll.analysis.repository;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was worked out from files of commits, by path and blob: a blob never changes, so an answer once found holds for every commit
/// and clone that has the file. Keeps the answers used last, up to a sum of their files' bytes. Safe from any thread.
///
/// @param <T> immutable
public final class BlobMemo<T> {
    private final long most;
    private final Map<String, Kept<T>> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    private record Kept<T>(T answer, long bytes) {}

    /// @param most bytes of the files whose answers are kept
    public BlobMemo(long most) {
        this.most = most;
    }

    public synchronized Optional<T> get(TreeFile file) {
        return Optional.ofNullable(kept.get(key(file))).map(Kept::answer);
    }

    public synchronized void put(TreeFile file, T answer, long size) {
        Kept<T> before = kept.put(key(file), new Kept<>(answer, size));
        bytes += size - (before == null ? 0 : before.bytes());
        var oldest = kept.entrySet().iterator();
        while (bytes > most && oldest.hasNext()) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    private static String key(TreeFile file) {
        return file.blobId() + " " + file.path();
    }
}
