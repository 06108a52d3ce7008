package io.plimsoll.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;

/// Reads the data folder that lies beside a checkout, `../shared/data`; a test that needs it is skipped where there is none.
public final class SharedData {
    private SharedData() {
    }

    public static Path path(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            for (Path base : List.of(folder.resolve("shared"), folder.resolveSibling("shared"))) {
                Path file = base.resolve("data").resolve(name);
                if (Files.exists(file)) {
                    return file;
                }
            }
            folder = folder.getParent();
        }
        Assumptions.abort("../shared/data/" + name + " is not here");
        throw new AssertionError();
    }

    public static List<Map<String, String>> csv(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            List<String> names = cells(lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells.get(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /// The cells of a line of CSV whose cells have no line breaks.
    public static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
