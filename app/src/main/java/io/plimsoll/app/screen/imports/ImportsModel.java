package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.control.Sort;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// The files that were imported and the rows that could not be read. Its loads are called away from the FX thread.
final class ImportsModel {
    private static final Map<String, Comparator<LoadedFile>> ORDERS = Map.of("file",
            Comparator.comparing(ImportsModel::name), "profile", Comparator.comparing(LoadedFile::profile), "when",
            Comparator.comparing(LoadedFile::imported), "rows", Comparator.comparing(LoadedFile::loaded));

    private final ScreenContext context;

    ImportsModel(ScreenContext context) {
        this.context = context;
    }

    /// The latest first.
    Page<LoadedFile> files(PageRequest request, Cancellation cancellation) {
        List<LoadedFile> files = new ArrayList<>(context.workbench().billing().imports().reversed());
        Sort sort = request.sort();
        if (sort != null && ORDERS.containsKey(sort.column())) {
            Comparator<LoadedFile> order = ORDERS.get(sort.column());
            files.sort(sort.ascending() ? order : order.reversed());
        }
        return Page.of(files, request);
    }

    /// File, line, reason, row.
    Page<List<String>> rejects(PageRequest request, Cancellation cancellation) {
        TablePage page = context.workbench().billing().rejects(request.offset(), request.limit());
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : page.rows()) {
            rows.add(List.of(baseName(CostOrigin.text(row.get(0))), CostOrigin.text(row.get(1)),
                    CostOrigin.text(row.get(2)), CostOrigin.text(row.get(3))));
        }
        return new Page<>(rows, context.workbench().billing().summary().rejects());
    }

    static String name(LoadedFile file) {
        return baseName(file.file());
    }

    private static String baseName(String path) {
        return path.isEmpty() ? "" : String.valueOf(Path.of(path).getFileName());
    }

    /// One cost in every currency of the file, exact.
    static String totals(LoadedFile file, Function<CostTotals, java.math.BigDecimal> cost) {
        return String.join(" \u00b7 ", file.totals().entrySet().stream()
                .map(each -> MoneyFormat.exact(new Money(cost.apply(each.getValue()), each.getKey()))).toList());
    }

    /// What became of a file, in a word.
    record Check(String text, Tone tone) {
    }

    static Check check(LoadedFile file) {
        if (file.present() == 0) {
            return new Check(Messages.text("imports.gone"), Tone.NEUTRAL);
        }
        if (file.rejected() > 0) {
            return new Check(Messages.text("imports.rejects", Formats.count(file.rejected())), Tone.WARN);
        }
        return file.present() < file.loaded()
                ? new Check(Messages.text("imports.partly", Formats.count(file.present())), Tone.NEUTRAL)
                : new Check(Messages.text("imports.verified"), Tone.GOOD);
    }
}
