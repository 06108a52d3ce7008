package io.plimsoll.app.screen.idle;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleCsv;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.analysis.rightsizing.IdleReport;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// What was found, and which of it is listed. On the FX thread.
final class IdleModel {
    /// How sure the listed ones must be.
    enum Sure {
        ALL, CERTAIN, PROBABLE, POSSIBLE;

        boolean takes(IdleFinding finding) {
            return this == ALL || finding.certainty() == Certainty.valueOf(name());
        }

        String title() {
            return this == ALL ? Messages.text("idle.all") : IdleText.certainty(Certainty.valueOf(name()));
        }
    }

    private static final Map<String, Comparator<IdleFinding>> ORDERS = Map.of("kind",
            Comparator.comparing(each -> IdleText.kind(each.kind())), "resource",
            Comparator.comparing(IdleFinding::name), "certainty", Comparator.comparing(IdleFinding::certainty), "cost",
            Comparator.comparing((IdleFinding each) -> each.cost().map(Money::currency).orElse(""))
                    .thenComparing(each -> each.cost().map(Money::amount).orElse(BigDecimal.ZERO)));

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable IdleReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ObjectProperty<Sure> sure = new SimpleObjectProperty<>(this, "sure", Sure.ALL);
    private final StringProperty search = new SimpleStringProperty(this, "search", "");

    private long asked = -1;

    IdleModel(ScreenContext context) {
        this.context = context;
    }

    /// Null until the first answer.
    ReadOnlyObjectProperty<@Nullable IdleReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    ObjectProperty<Sure> sureProperty() {
        return sure;
    }

    /// Words of which all must stand in a finding.
    StringProperty searchProperty() {
        return search;
    }

    /// Looks again, unless nothing has changed since the last time: no filter of the window has a say here.
    void refresh() {
        long revision = context.revisionProperty().get();
        if (revision == asked) {
            return;
        }
        asked = revision;
        String title = Messages.text("idle.looking");
        context.tasks().latest(this, title,
                (progress, cancellation) -> context.workbench().idleResources().idle(cancellation), report::set,
                thrown -> {
                    asked = -1;
                    context.tasks().report(title, thrown);
                });
    }

    List<IdleFinding> listed() {
        IdleReport found = report.get();
        List<String> words = List.of(search.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return found == null
                ? List.of()
                : found.findings().stream().filter(sure.get()::takes)
                        .filter(each -> words.stream().allMatch(IdleText.words(each)::contains)).toList();
    }

    static Page<IdleFinding> page(List<IdleFinding> rows, PageRequest request) {
        return Page.sorted(rows, request, ORDERS);
    }

    /// Writes the listed ones as CSV.
    void export(Path file) {
        List<IdleFinding> rows = listed();
        context.tasks().submit(Messages.text("idle.exporting"), (progress, cancellation) -> {
            AtomicFile.write(file, IdleCsv.of(rows));
            return true;
        }, written -> context.notice(Messages.text("idle.exported", file.getFileName())));
    }
}
