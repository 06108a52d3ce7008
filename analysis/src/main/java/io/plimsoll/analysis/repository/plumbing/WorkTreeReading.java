package io.plimsoll.analysis.repository.plumbing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// Reads a file of the work tree without following a symbolic link anywhere on the way, and without any filter.
public final class WorkTreeReading {
    private WorkTreeReading() {
    }

    /// @return empty if there is no regular file at that path
    public static Optional<byte[]> read(Path workTree, String path) throws IOException {
        PathRules.check(path);
        Path file = workTree;
        for (String part : path.split("/")) {
            file = file.resolve(part);
            if (Files.isSymbolicLink(file)) {
                return Optional.empty();
            }
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(BlobRules.LARGEST + 1);
            if (content.length > BlobRules.LARGEST) {
                throw BlobRules.tooLarge(path, Files.size(file));
            }
            return Optional.of(content);
        }
    }

    /// Equal, or differing by nothing but the line endings that Git converts on check-out.
    public static boolean sameText(byte[] stored, byte[] checkedOut) {
        return Arrays.equals(stored, checkedOut) || Arrays.equals(withoutReturns(stored), withoutReturns(checkedOut));
    }

    private static byte[] withoutReturns(byte[] text) {
        byte[] kept = new byte[text.length];
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\r' || i + 1 >= text.length || text[i + 1] != '\n') {
                kept[length++] = text[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }
}
