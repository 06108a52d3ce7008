package io.plimsoll.app.screen.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.screen.InvoiceFooter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The figures of the overview; follows the filter when told to. On the FX thread.
final class OverviewModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable OverviewFigures> figures = new ReadOnlyObjectWrapper<>(this,
            "figures");
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>(this, "failure");
    private final ReadOnlyObjectWrapper<List<DayScore>> expected = new ReadOnlyObjectWrapper<>(this, "expected",
            List.of());
    private final ReadOnlyObjectWrapper<DailyMarks> marks = new ReadOnlyObjectWrapper<>(this, "marks", DailyMarks.NONE);
    private final ObservableList<Optional<HeadlineSource.Reading>> headlines = FXCollections
            .observableArrayList(
                    Headlines.all().stream().map(each -> Optional.<HeadlineSource.Reading>empty()).toList());

    private final Map<Shown, ReadOnlyStringWrapper> footers = new EnumMap<>(Shown.class);
    private @Nullable Basis basis;

    /// What has a footer.
    enum Shown {
        DAILY, MOVED, GROUPS
    }

    /// What the headlines depend on; they take too long to be read at every change of the filter.
    private record Basis(String currency, boolean converted, long revision) {}

    OverviewModel(ScreenContext context) {
        this.context = context;
        for (Shown shown : Shown.values()) {
            footers.put(shown, new ReadOnlyStringWrapper(this, shown.name(), ""));
        }
    }

    /// Null before the first answer and while no bill is loaded.
    ReadOnlyObjectProperty<@Nullable OverviewFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /// Why the latest question has no answer, such as a missing exchange rate; null if it has one.
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// What was to be expected of the days shown; empty until it is known, and where the history is too short for it.
    ReadOnlyObjectProperty<List<DayScore>> expectedProperty() {
        return expected.getReadOnlyProperty();
    }

    /// What is marked on the days shown; none until it is known.
    ReadOnlyObjectProperty<DailyMarks> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    /// What invoices confirm of each chart and table; empty before the first answer.
    Map<Shown, ReadOnlyStringProperty> footers() {
        Map<Shown, ReadOnlyStringProperty> readable = new EnumMap<>(Shown.class);
        footers.forEach((shown, text) -> readable.put(shown, text.getReadOnlyProperty()));
        return readable;
    }

    /// What other screens say, in the order of `Headlines.all()`; each comes when it is known.
    /// They are read again when the currency or the data change.
    ObservableList<Optional<HeadlineSource.Reading>> headlines() {
        return headlines;
    }

    /// Asks again; `done` is called after the figures have been set, also when they are the same as before.
    void refresh(Runnable done) {
        Filter filter = context.filter();
        failure.set(null);
        context.tasks().latest(List.of(this, "figures"), Messages.text("overview.loading"),
                (progress, cancellation) -> new OverviewLoad(context.workbench(), filter, cancellation).figures(),
                found -> {
                    figures.set(found.orElse(null));
                    expected.set(List.of());
                    marks.set(DailyMarks.NONE);
                    done.run();
                    found.ifPresent(this::follow);
                }, thrown -> failure.set(Failure.of(Messages.text("overview.loading"), thrown)));
        Basis now = new Basis(filter.currency(), filter.converted(), context.revisionProperty().get());
        if (!now.equals(basis)) {
            basis = now;
            for (int i = 0; i < headlines.size(); i++) {
                readHeadline(i, filter);
            }
        }
    }

    /// The figures are shown by now; what takes longer joins them.
    private void follow(OverviewFigures shown) {
        context.tasks().latest(List.of(this, "expected"), Messages.text("overview.expecting"),
                (progress, cancellation) -> new OverviewLoad(context.workbench(), shown.filter(), cancellation)
                        .expected(shown),
                found -> set(shown, expected, found));
        context.tasks().latest(List.of(this, "marks"), Messages.text("overview.marking"),
                (progress, cancellation) -> new MarksLoad(context.workbench(), shown.filter(), shown.days(),
                        cancellation).marks(progress),
                found -> set(shown, marks, found));
        footer(shown, Shown.DAILY, List.of(shown.days()));
        footer(shown, Shown.MOVED, shown.comparison().map(each -> List.of(each.now(), each.before()))
                .orElse(List.of()));
        footer(shown, Shown.GROUPS, List.of(shown.filter().period()));
    }

    private void footer(OverviewFigures asked, Shown shown, List<Days> days) {
        ReadOnlyStringWrapper text = Objects.requireNonNull(footers.get(shown));
        if (days.isEmpty()) {
            text.set("");
            return;
        }
        InvoiceFooter.ask(context, this, "footer " + shown,
                days.stream().map(each -> CostQuestion.of(asked.filter(), each)).toList(), asked.filter(),
                found -> {
                    if (figures.get() == asked) {
                        text.set(found);
                    }
                });
    }

    private <T> void set(OverviewFigures asked, ReadOnlyObjectWrapper<T> property, T answer) {
        if (figures.get() == asked) {
            property.set(answer);
        }
    }

    private void readHeadline(int at, Filter filter) {
        Headlines.Headline headline = Headlines.all().get(at);
        context.tasks().latest(List.of(this, headline.key()), Messages.text("overview." + headline.key()),
                (progress, cancellation) -> headline.source().read(context.workbench(), filter, cancellation),
                reading -> headlines.set(at, reading));
    }
}
