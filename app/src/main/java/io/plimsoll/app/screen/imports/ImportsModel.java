package io.plimsoll.app.screen.imports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.telemetry.RejectedPoint;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The files that were imported, what could not be read of them, and how the two kinds meet. `files` and `rejects` are called
/// away from the FX thread.
final class ImportsModel {
    private static final Map<String, Comparator<ImportRow>> ORDERS = Map.of("what",
            Comparator.comparing(ImportRow::what), "from", Comparator.comparing(ImportRow::name), "period",
            Comparator.comparing(ImportsModel::firstDay), "rows", Comparator.comparing(ImportRow::count));

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable Meeting> meeting = new ReadOnlyObjectWrapper<>(this, "meeting");
    private long known = -1;

    /// How cost meets telemetry.
    ///
    /// @param coverage empty without telemetry: then there is nothing to meet
    record Meeting(Optional<Coverage> coverage) {}

    ImportsModel(ScreenContext context) {
        this.context = context;
    }

    /// Null until it is known.
    ReadOnlyObjectProperty<@Nullable Meeting> meetingProperty() {
        return meeting.getReadOnlyProperty();
    }

    /// Matches anew if the data have changed since; on the FX thread.
    void refresh() {
        long now = context.revisionProperty().get();
        if (now != known) {
            known = now;
            context.tasks().latest(List.of(this, "meeting"), Messages.text("imports.matching"),
                    (progress, cancellation) -> meeting(context.workbench(), cancellation), meeting::set);
        }
    }

    private static Meeting meeting(Workbench workbench, Cancellation cancellation) {
        return new Meeting(workbench.telemetry().summary().series() == 0
                ? Optional.empty()
                : Optional.of(workbench.workloadMap(cancellation).coverage()));
    }

    /// Bills before telemetry, of each the latest first.
    Page<ImportRow> files(PageRequest request, Cancellation cancellation) {
        List<ImportRow> files = new ArrayList<>();
        context.workbench().billing().imports().reversed().forEach(each -> files.add(ImportRow.of(each)));
        context.workbench().telemetry().imports().reversed().forEach(each -> files.add(ImportRow.of(each)));
        return Page.sorted(files, request, ORDERS);
    }

    private static LocalDate firstDay(ImportRow row) {
        return row.days() == null ? LocalDate.MIN : row.days().from();
    }

    /// File, line, reason, row: those of bills, then those of telemetry.
    Page<List<String>> rejects(PageRequest request, Cancellation cancellation) {
        TablePage page = context.workbench().billing().rejects(request.offset(), request.limit());
        List<List<String>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : page.rows()) {
            rows.add(List.of(baseName(CostOrigin.text(row.get(0))), CostOrigin.text(row.get(1)),
                    CostOrigin.text(row.get(2)), CostOrigin.text(row.get(3))));
        }
        long ofBills = context.workbench().billing().summary().rejects();
        List<RejectedPoint> points = context.workbench().telemetry().rejects();
        points.stream().skip(Math.max(0, request.offset() - ofBills)).limit(request.limit() - rows.size())
                .forEach(each -> rows.add(List.of(baseName(each.file()),
                        each.line() == 0 ? "" : CostOrigin.text(each.line()), each.reason(), each.content())));
        return new Page<>(rows, ofBills + points.size());
    }

    private static String baseName(String path) {
        return path.isEmpty() ? "" : String.valueOf(Path.of(path).getFileName());
    }
}
