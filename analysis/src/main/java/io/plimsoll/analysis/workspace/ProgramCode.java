package io.plimsoll.analysis.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells one build of this program from any other, so that what an older one worked out and kept is not taken for an answer of this one.
/// A number that somebody has to raise would be forgotten once. Safe from any thread.
public final class ProgramCode {
    private ProgramCode() {
    }

    /// SHA-256 of the archive that holds this class, lower-case hex; of names, sizes and times where it lies unpacked in a folder. Empty
    /// where neither can be read: then nothing kept can be trusted.
    public static Optional<String> digest() {
        return Read.DIGEST;
    }

    /// Read when it is first asked for: many starts of the program never do.
    private static final class Read {
        private static final Optional<String> DIGEST = place().flatMap(ProgramCode::of);
    }

    private static Optional<Path> place() {
        CodeSource source = ProgramCode.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    /// @param code an archive, or a folder of classes
    static Optional<String> of(Path code) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream bytes = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                if (Files.isDirectory(code)) {
                    bytes.write(listing(code).getBytes(StandardCharsets.UTF_8));
                } else {
                    try (InputStream archive = Files.newInputStream(code)) {
                        archive.transferTo(bytes);
                    }
                }
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> lines = files.filter(Files::isRegularFile).map(ProgramCode::line).sorted().toList();
            return String.join("\n", lines);
        }
    }

    private static String line(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
