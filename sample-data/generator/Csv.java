import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a CSV of the sample back, as maps from column to text.
final class Csv {
    static List<Map<String, String>> read(String file, List<String> columns) {
        List<String> lines = Output.read(file).lines().toList();
        if (!lines.getFirst().equals(String.join(",", columns)))
            throw new IllegalStateException(file + ": other columns");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = fields(line);
            if (fields.size() != columns.size())
                throw new IllegalStateException(file + ": " + fields.size() + " fields in " + line);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++)
                row.put(columns.get(i), fields.get(i));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"')
                field.append(line.charAt(i++));
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else
                field.append(c);
        }
        fields.add(field.toString());
        return fields;
    }

    static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(row.get(column));
    }

    /// The files below a folder, named as the history names them.
    static TreeSet<String> files(String folder) {
        Path root = Output.ROOT.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.getParent().relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Csv() {
    }
}
