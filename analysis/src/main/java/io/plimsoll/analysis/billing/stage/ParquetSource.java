package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.ForeignInput;
import io.plimsoll.analysis.workspace.StagingOutput;

/// A Parquet file. It is copied first: the copy is what is hashed and read, and its name has no wildcard for the engine to expand.
///
/// Typed values become their shortest exact text; maps and lists become JSON. A structure gives a column for each of its fields,
/// `service.id`, unless it is a FOCUS column; what is nested deeper becomes JSON.
final class ParquetSource implements TextSource {
    /// What a bill has a few hundred of, those in structures included.
    private static final long MOST_COLUMNS = 4000;
    private final Path file;
    private final Path copy;
    private final Database engine;
    private final long size;
    private final String sha256;
    private final Header header;
    private final List<String> types = new ArrayList<>();
    private final List<String> accessors = new ArrayList<>();

    ParquetSource(Path file, Path copy, Database engine, Progress progress, Cancellation cancellation)
            throws IOException {
        this.file = file;
        this.copy = copy;
        this.engine = engine;
        try (ForeignInput in = ForeignInput.open(file, progress, cancellation);
                OutputStream out = new StagingOutput(copy)) {
            in.transferTo(out);
            in.checkUnchanged();
            this.size = in.size();
            this.sha256 = in.sha256();
        }
        this.header = head();
    }

    private ParquetSource(Path file, Path link, Database engine) throws IOException {
        this.file = file;
        this.copy = Files.createSymbolicLink(link, file);
        this.engine = engine;
        this.size = Files.size(file);
        this.sha256 = "";
        try {
            this.header = head();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// For the header alone: a link stands for the copy, so that the engine reads no more than the footer of a large file. Where links
    /// can't be made it is copied.
    static ParquetSource look(Path file, Path link, Database engine, Cancellation cancellation) throws IOException {
        try {
            return new ParquetSource(file, link, engine);
        } catch (UnsupportedOperationException | FileSystemException e) {
            return new ParquetSource(file, link, engine, Progress.NONE, cancellation);
        }
    }

    private Header head() {
        checkColumns();
        Header found = describe();
        checkWidth();
        return found;
    }

    /// Describing very many would take minutes, and a name with a NUL can't stand in a statement.
    private void checkColumns() {
        String schema = " FROM parquet_schema(" + Sql.literal(copy.toString()) + ")";
        if (engine.single(Sql.of("SELECT count(*)" + schema), row -> row.whole(1)) > MOST_COLUMNS) {
            throw StepFailure.badInput("UNKNOWN_FORMAT", file + " has more than " + MOST_COLUMNS + " columns.",
                    "Give a provider's billing export: " + InputFiles.FORMATS + ".");
        }
        if (engine.single(Sql.of("SELECT count(*)" + schema + " WHERE contains(name, chr(0))"),
                row -> row.whole(1)) > 0) {
            throw ForeignInput.damaged(file, "the name of a column holds a NUL character", null);
        }
    }

    /// The engine reads decimals above 38 digits as floating point, which loses some of them.
    private void checkWidth() {
        List<String> wide = engine.query(Sql.of("SELECT name FROM parquet_schema(" + Sql.literal(copy.toString())
                + ") WHERE precision > 38"), row -> row.text(1)).stream()
                .filter(name -> FocusColumn.find(name).filter(column -> column.type() == FocusColumn.Type.COST)
                        .isPresent())
                .toList();
        if (!wide.isEmpty()) {
            throw StepFailure.badInput("DECIMAL_TOO_WIDE",
                    file + " keeps " + String.join(", ", wide)
                            + " with more than 38 digits, which can't be read exactly.",
                    "Export costs as DECIMAL of at most 38 digits, or as CSV.");
        }
    }

    private String scan() {
        return "read_parquet(" + Sql.literal(copy.toString())
                + ", file_row_number = true, hive_partitioning = false, union_by_name = false)";
    }

    private Header describe() {
        List<String> names = new ArrayList<>();
        for (Field field : fields("* EXCLUDE (file_row_number)")) {
            String column = Sql.quoted(field.name);
            if (field.type.matches("^STRUCT\\(.*\\)$") && FocusColumn.find(field.name).isEmpty()) {
                for (Field inner : fields("unnest(" + column + ")")) {
                    names.add(field.name + "." + inner.name);
                    types.add(inner.type);
                    accessors.add("struct_extract(" + column + ", " + Sql.literal(inner.name) + ")");
                }
            } else {
                names.add(field.name);
                types.add(field.type);
                accessors.add(column);
            }
        }
        return new Header(names);
    }

    private List<Field> fields(String what) {
        List<Field> fields = new ArrayList<>();
        engine.each(Sql.of("DESCRIBE SELECT " + what + " FROM " + scan()),
                row -> fields.add(new Field(row.text(1), row.text(2))), Cancellation.never());
        return fields;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public List<String> types() {
        return List.copyOf(types);
    }

    @Override
    public NativeColumns natives() {
        return new NativeColumns(types());
    }

    @Override
    public boolean isColumnar() {
        return true;
    }

    @Override
    public Content read(Cancellation cancellation) throws IOException {
        // The footer's count may lie; reading every column is what shows damage, and the typing pass does that.
        long rows = engine.single(Sql.of("SELECT count(file_row_number) FROM " + scan()), row -> row.whole(1));
        return new Content(relation(), rows, List.of(), sha256, size, List.of());
    }

    private String relation() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String column = accessors.get(i);
            boolean nested = types.get(i).matches("^(MAP|STRUCT|UNION)\\(.*|.*\\]$");
            String text = "CAST(" + (nested ? "to_json(" + column + ")" : column) + " AS VARCHAR)";
            // Tools that keep whole numbers as floating point make 111122223333.0 of an account.
            boolean floating = types.get(i).equals("DOUBLE") || types.get(i).equals("FLOAT");
            columns.add(
                    (floating ? "regexp_replace(" + text + ", '[.]0$', '')" : text) + " AS " + Header.identifier(i));
            natives().identifier(i).ifPresent(own -> columns.add(column + " AS " + own));
        }
        return "(SELECT file_row_number + 1 AS line, " + String.join(", ", columns) + " FROM " + scan() + ")";
    }

    @Override
    public Map<Long, String> raw(Set<Long> lines) {
        Map<Long, String> found = new HashMap<>();
        String numbers = lines.stream().map(line -> Long.toString(line - 1)).collect(Collectors.joining(", "));
        engine.each(Sql
                .of("SELECT file_row_number + 1, CAST(to_json(COLUMNS(* EXCLUDE (file_row_number))) AS VARCHAR) FROM "
                        + scan() + " WHERE file_row_number IN (" + numbers + ")"),
                row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 2; i <= row.columns(); i++) {
                        values.add(row.text(i));
                    }
                    found.put(row.whole(1), String.join(",", values));
                }, Cancellation.never());
        return found;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(copy);
    }

    private record Field(String name, String type) {}
}
