package io.plimsoll.analysis.billing.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.read.Dataset;
import io.plimsoll.analysis.billing.read.Datasets;
import io.plimsoll.analysis.billing.read.ReadPlan;
import io.plimsoll.analysis.billing.read.Readers;
import io.plimsoll.analysis.conformance.Verdict;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.workspace.ForeignInput;

/// Stages one file: opens, recognises, types, rounds, rejects, writes Parquet, counts.
public final class FileStager {
    private static final int MOST_REJECTS = 100_000;
    /// Up to so many different texts of tags in a large file it pays to read each once.
    private static final int MOST_TAGS = 50_000;

    private final Database engine;
    private final Path folder;
    private final @Nullable String profile;
    private final Currencies currencies;

    /// @param engine   an instance of the child's own
    /// @param folder   where Parquet goes, and temporary files
    /// @param profile  what the user asked for, or null to recognise each file
    /// @param currency of rows that state none, or null
    public FileStager(Database engine, Path folder, @Nullable String profile, @Nullable String currency) {
        this.engine = engine;
        this.folder = folder;
        this.profile = profile;
        this.currencies = new Currencies(engine, currency);
        for (String macros : List.of("macros.sql", "macros-clouds.sql")) {
            for (String statement : Sql.text(FileStager.class, macros).split(";\\s*\\n")) {
                engine.execute(Sql.of(statement), Cancellation.never());
            }
        }
    }

    /// @throws io.plimsoll.analysis.task.StepFailure what is wrong with the file as a whole
    public StagedFile stage(InputFile input, int number, Progress progress, Cancellation cancellation)
            throws IOException {
        Path file = input.path();
        try (TextSource source = open(file, number, progress.part(0, 0.5), cancellation)) {
            Optional<Dataset> dataset = Datasets.choose(source.header(), profile);
            if (dataset.isPresent()) {
                return new DatasetStager(engine, folder, file, dataset.get()).stage(source, number, cancellation);
            }
            ReadPlan chosen = Readers.choose(source.header(), profile, file.toString()).plan(source.header(),
                    file.toString());
            currencies.check(chosen, file);
            TextSource.Content content = source.read(cancellation);
            ReadPlan plan = currencies.complete(chosen, content.relation(), cancellation);
            progress.update("Typing " + file.getFileName(), 0.5);
            String typed = parquet("typed", number);
            copy(typed(plan, source, content), typed, cancellation);
            progress.update("Holding " + file.getFileName() + " against the rules", 0.75);
            Verdict verdict = FocusRules.verdict(engine, plan, source, content, cancellation);
            progress.update("Checking " + file.getFileName(), 0.85);
            return finish(input, number, plan, source, content, rows(typed), verdict, cancellation);
        } catch (StoreException e) {
            // Damage shows wherever its place is read first.
            throw ForeignInput.damaged(file, String.valueOf(e.getMessage()), e);
        }
    }

    private String typed(ReadPlan plan, TextSource source, TextSource.Content content) {
        TypedSelect select = new TypedSelect(plan, source.natives());
        boolean tagsOnce = source.isColumnar() && content.rows() > MOST_TAGS
                && engine.single(Sql.of(select.countTags(content.relation())), row -> row.whole(1)) < MOST_TAGS;
        return select.over(content.relation(), tagsOnce);
    }

    private TextSource open(Path file, int number, Progress progress, Cancellation cancellation) throws IOException {
        if (InputFiles.isParquet(file)) {
            return new ParquetSource(file, folder.resolve("input-" + number + ".parquet"), engine, progress,
                    cancellation);
        }
        Path clean = folder.resolve("clean-" + number + ".csv");
        return JsonLinesSource.startsLikeJson(file)
                ? new JsonLinesSource(file, clean, progress, cancellation)
                : new CsvSource(file, clean, progress, cancellation);
    }

    private StagedFile finish(InputFile input, int number, ReadPlan plan, TextSource source, TextSource.Content content,
            String typed, Verdict verdict, Cancellation cancellation) throws IOException {
        Path file = input.path();
        WideCosts wide = WideCosts.round(engine, typed, cancellation);
        String accepted = "FROM " + typed + " t LEFT JOIN wide w USING (file_line) "
                + "WHERE t.reject IS NULL AND t.excluded IS NULL AND w.problem IS NULL";
        Counts counts = engine.single(Sql.of("SELECT count(*), count(*) FILTER (excluded IS NOT NULL), "
                + "count(*) FILTER (excluded IS NULL AND (reject IS NOT NULL OR problem IS NOT NULL)), "
                + "count(*) FILTER (tags_damaged AND reject IS NULL AND excluded IS NULL), "
                + "coalesce(sum(bad_numbers) FILTER (reject IS NULL AND excluded IS NULL), 0) FROM " + typed
                + " LEFT JOIN wide USING (file_line)"),
                row -> new Counts(row.whole(1), row.whole(2), row.whole(3), row.whole(4), row.whole(5)));
        if (counts.rows != content.rows()) {
            throw new IllegalStateException(
                    file + ": " + content.rows() + " rows were found but " + counts.rows + " were typed");
        }
        long rejected = counts.rejected + content.malformed().size();
        List<String> warnings = warnings(plan, content, counts, rejected);
        warnings.addAll(remarks(plan, typed));
        warnings.addAll(input.check(source.header()));
        keepRejects(number, source, content, typed, cancellation);
        long loaded = counts.rows - counts.excluded - counts.rejected;
        String parquet = accept(number, plan, accepted, loaded == counts.rows && wide.rows() == 0, cancellation);
        Map<String, StagedFile.Control> totals = ControlTotals.of(engine, typed, accepted, rows(parquet), wide);
        String version = new CostViews(engine).version(plan, rows(parquet), file);
        return new StagedFile(number, file.toString(), plan.profile(), version, content.sha256(),
                content.bytes(), loaded == 0 ? "" : parquet, counts.rows + content.malformed().size(), loaded,
                excluded(typed), rejected, warnings, totals, verdict);
    }

    /// Writes the rows that go in, unless the typed ones already are exactly these: writing costs as much as typing.
    private String accept(int number, ReadPlan plan, String accepted, boolean all, Cancellation cancellation) {
        AcceptedSelect select = new AcceptedSelect(engine, plan, accepted);
        if (all && !select.changesSource()) {
            return parquet("typed", number);
        }
        String parquet = parquet("charges", number);
        copy(select.text(), parquet, cancellation);
        return parquet;
    }

    private Map<String, Long> excluded(String typed) {
        Map<String, Long> excluded = new LinkedHashMap<>();
        engine.each(Sql.of("SELECT excluded, count(*) FROM " + typed
                + " WHERE excluded IS NOT NULL GROUP BY 1 ORDER BY 1"),
                row -> excluded.put(row.text(1), row.whole(2)), Cancellation.never());
        return excluded;
    }

    private static List<String> warnings(ReadPlan plan, TextSource.Content content, Counts counts, long rejected) {
        List<String> warnings = new ArrayList<>(content.warnings());
        if (!plan.unknown().isEmpty()) {
            warnings.add("Columns that were not read: " + String.join(", ", plan.unknown()) + ".");
        }
        if (counts.damagedTags > 0) {
            warnings.add(counts.damagedTags + " rows have damaged tags and were loaded without them.");
        }
        if (counts.badNumbers > 0) {
            warnings.add(counts.badNumbers + " quantities or unit prices are no numbers and were left empty.");
        }
        if (rejected > MOST_REJECTS) {
            warnings.add("Only the first " + MOST_REJECTS + " rejected rows are kept for viewing.");
        }
        if (counts.rows + content.malformed().size() == 0) {
            warnings.add("The file has a header and no rows.");
        }
        return warnings;
    }

    private List<String> remarks(ReadPlan plan, String typed) {
        if (plan.remarks().isEmpty()) {
            return List.of();
        }
        List<String> rest = List.copyOf(plan.remarks().keySet());
        String counts = IntStream.range(0, rest.size())
                .mapToObj(number -> "count(*) FILTER (" + TypedSelect.remark(number) + ")")
                .collect(Collectors.joining(", "));
        return engine.single(
                Sql.of("SELECT " + counts + " FROM " + typed + " WHERE reject IS NULL AND excluded IS NULL"),
                row -> IntStream.range(0, rest.size()).filter(number -> row.whole(number + 1) > 0)
                        .mapToObj(number -> row.whole(number + 1) + " " + rest.get(number)).toList());
    }

    private void keepRejects(int number, TextSource source, TextSource.Content content, String typed,
            Cancellation cancellation) throws IOException {
        Map<Long, String> reasons = new LinkedHashMap<>();
        engine.each(Sql.of("SELECT file_line, coalesce(reject, problem) FROM " + typed
                + " LEFT JOIN wide USING (file_line) WHERE excluded IS NULL AND coalesce(reject, problem) IS NOT NULL "
                + "ORDER BY 1 LIMIT " + MOST_REJECTS), row -> reasons.put(row.whole(1), row.text(2)), cancellation);
        List<Reject> rejects = new ArrayList<>(content.malformed());
        if (!reasons.isEmpty()) {
            Set<Long> lines = new HashSet<>(reasons.keySet());
            Map<Long, String> raw = source.raw(lines);
            reasons.forEach((line, reason) -> rejects.add(new Reject(line, reason, raw.getOrDefault(line, ""))));
        }
        engine.inTransaction(transaction -> {
            transaction.append("reject", appender -> rejects
                    .forEach(reject -> appender.row(number, reject.line(), reject.reason(), reject.raw())));
            return true;
        }, cancellation);
    }

    private static String parquet(String name, int number) {
        return name + "-" + number + ".parquet";
    }

    private String rows(String parquet) {
        return "read_parquet(" + Sql.literal(folder.resolve(parquet).toString()) + ")";
    }

    /// The rows are read once and thrown away: packing them tighter would cost more than it saves.
    private void copy(String select, String parquet, Cancellation cancellation) {
        engine.execute(Sql.of("COPY (" + select + ") TO " + Sql.literal(folder.resolve(parquet).toString())
                + " (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 50000)"), cancellation);
    }

    private record Counts(long rows, long excluded, long rejected, long damagedTags, long badNumbers) {}
}
