import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The files of `sample-data`, plain or gzip. Gzip headers carry no time, so equal text gives equal bytes.
final class Output {
    /// The folder of the sample, found from the root of the project or from inside it.
    static final Path ROOT = Files.isDirectory(Path.of("sample-data")) ? Path.of("sample-data")
            : Path.of("").toAbsolutePath().getFileName().toString().equals("generator") ? Path.of("..") : Path.of(".");

    static void write(String path, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Path file = ROOT.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, path.endsWith(".gz") ? zip(bytes) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String path) {
        try {
            byte[] bytes = Files.readAllBytes(ROOT.resolve(path));
            if (path.endsWith(".gz"))
                try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    bytes = in.readAllBytes();
                }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Output() {
    }
}
