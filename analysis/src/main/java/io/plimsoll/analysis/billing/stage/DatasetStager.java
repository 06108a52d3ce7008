package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.PurchaseOption;
import io.plimsoll.analysis.billing.read.Dataset;
import io.plimsoll.analysis.billing.read.Dataset.Column;
import io.plimsoll.analysis.billing.read.Dataset.Type;
import io.plimsoll.analysis.billing.read.Header;
import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

/// Types a `Dataset` row by row into Parquet. The first row that can't be typed refuses the whole file.
final class DatasetStager {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+[.]?\\d*|[.]\\d+)([eE][+-]?\\d{1,3})?");

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    private final Database engine;
    private final Path folder;
    private final Path file;
    private final Dataset dataset;
    private long rows;
    private long rounded;

    DatasetStager(Database engine, Path folder, Path file, Dataset dataset) {
        this.engine = engine;
        this.folder = folder;
        this.file = file;
        this.dataset = dataset;
    }

    /// @throws StepFailure MISSING_COLUMN, REPEATED_COLUMN, ROW_UNREADABLE, or what is wrong with the file as a whole
    StagedFile stage(TextSource source, int number, Cancellation cancellation) throws IOException {
        Header header = source.header();
        dataset.check(header, file.toString());
        TextSource.Content content = source.read(cancellation);
        if (!content.malformed().isEmpty()) {
            Reject first = content.malformed().getFirst();
            throw unreadable(first.line(), first.reason());
        }
        String table = "dataset_" + number;
        engine.execute(Sql.of("CREATE TABLE " + table + " (file_line BIGINT, " + dataset.columns().stream()
                .map(column -> column.stored().equals(column.name())
                        ? Sql.quoted(column.stored()) + " " + sqlType(column.type())
                        : column.stored() + " " + sqlType(column.type()))
                .collect(Collectors.joining(", ")) + ")"), cancellation);
        fill(table, header, content, cancellation);
        String parquet = "dataset-" + number + ".parquet";
        engine.execute(Sql.of("COPY " + table + " TO " + Sql.literal(folder.resolve(parquet).toString())
                + " (FORMAT parquet, COMPRESSION zstd)"), cancellation);
        return new StagedFile(number, file.toString(), dataset.profile(), dataset.version(), content.sha256(),
                content.bytes(), rows == 0 ? "" : parquet, rows, rows, Map.of(), 0, warnings(header, content),
                Map.of(), Verdict.NONE);
    }

    private void fill(String table, Header header, TextSource.Content content, Cancellation cancellation) {
        List<String> items = new ArrayList<>(List.of("line"));
        for (Column column : dataset.columns()) {
            String text = header.column(column.name()).map(name -> "cell(" + name + ")")
                    .orElse("CAST(NULL AS VARCHAR)");
            items.add(text);
            items.add(column.type() == Type.TIME ? "utc(" + text + ")" : "NULL");
        }
        Sql select = Sql.of("SELECT " + String.join(", ", items) + " FROM " + content.relation() + " ORDER BY line");
        engine.inTransaction(transaction -> {
            transaction.append(table, appender -> engine.each(select, row -> appender.row(cells(row)),
                    cancellation));
            return true;
        }, cancellation);
    }

    private @Nullable Object[] cells(Row row) {
        List<Column> columns = dataset.columns();
        @Nullable
        Object[] cells = new Object[columns.size() + 1];
        long line = row.whole(1);
        cells[0] = line;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String text = row.textOrNull(2 + 2 * i);
            if (text != null) {
                cells[i + 1] = value(column, text, row, 3 + 2 * i, line);
            } else if (column.needed()) {
                throw unreadable(line, column.name() + " is missing");
            }
        }
        rows++;
        return cells;
    }

    private Object value(Column column, String text, Row row, int typed, long line) {
        return switch (column.type()) {
            case TEXT -> text;
            case KEYWORD -> text.toLowerCase(Locale.ROOT);
            case OPTION -> PurchaseOption.byId(text).map(PurchaseOption::id)
                    .orElseThrow(() -> unreadable(line, column.name() + " is not one of on_demand, spot and the "
                            + "reserved terms: " + text));
            case CURRENCY -> {
                if (!CODE.matcher(text).matches()) {
                    throw unreadable(line, column.name() + " is not three capital letters such as USD: " + text);
                }
                yield text;
            }
            case TIME -> {
                if (row.value(typed) == null) {
                    throw unreadable(line, column.name() + " is not a time: " + text);
                }
                yield row.time(typed);
            }
            case DAY -> {
                try {
                    yield LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    throw unreadable(line, column.name() + " is not a day such as 2026-09-30: " + text);
                }
            }
            case DECIMAL, RATE, QUANTITY -> decimal(column, text, line);
        };
    }

    private BigDecimal decimal(Column column, String text, long line) {
        if (!NUMBER.matcher(text).matches()) {
            throw unreadable(line, column.name() + " is not a number: " + text);
        }
        BigDecimal value = new BigDecimal(text);
        if (value.abs().compareTo(WideCosts.BOUND) >= 0) {
            throw unreadable(line, column.name() + " is too large: " + text);
        }
        BigDecimal kept = value.setScale(WideCosts.SCALE, RoundingMode.HALF_EVEN);
        boolean exact = kept.compareTo(value) == 0;
        if (column.type() == Type.RATE && (value.signum() <= 0 || !exact)) {
            throw unreadable(line, column.name() + " is not above 0 with at most 18 decimals: " + text);
        }
        if (column.type() == Type.QUANTITY && (value.signum() < 0 || !exact)) {
            throw unreadable(line, column.name() + " is not 0 or more with at most 18 decimals: " + text);
        }
        rounded += exact ? 0 : 1;
        return kept;
    }

    private List<String> warnings(Header header, TextSource.Content content) {
        List<String> warnings = new ArrayList<>(content.warnings());
        List<String> unknown = dataset.unknown(header);
        if (!unknown.isEmpty()) {
            warnings.add("Columns that were not read: " + String.join(", ", unknown) + ".");
        }
        if (rounded > 0) {
            warnings.add(rounded + " amounts have more than 18 decimals and were rounded half-even.");
        }
        if (rows == 0) {
            warnings.add("The file has a header and no rows.");
        }
        return warnings;
    }

    private StepFailure unreadable(long line, String reason) {
        String brief = reason.length() > 120 ? reason.substring(0, 120) + "..." : reason;
        return StepFailure.badInput("ROW_UNREADABLE", file + ", line " + line + ": " + brief + ".",
                "Correct the line and import the file again. Nothing of it was loaded, because a part would not add up.");
    }

    private static String sqlType(Type type) {
        return switch (type) {
            case TEXT, KEYWORD, OPTION, CURRENCY -> "VARCHAR";
            case TIME -> "TIMESTAMP";
            case DAY -> "DATE";
            case DECIMAL, RATE, QUANTITY -> "DECIMAL(38,18)";
        };
    }
}
