package io.plimsoll.app.screen.overview;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The figures of the overview; follows the filter when told to. On the FX thread.
final class OverviewModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable OverviewFigures> figures = new ReadOnlyObjectWrapper<>(this,
            "figures");
    private final ObservableList<Optional<HeadlineSource.Reading>> headlines = FXCollections
            .observableArrayList(
                    Headlines.all().stream().map(each -> Optional.<HeadlineSource.Reading>empty()).toList());

    private @Nullable Basis basis;

    /// What the headlines depend on; they take too long to be read at every change of the filter.
    private record Basis(String currency, long revision) {}

    OverviewModel(ScreenContext context) {
        this.context = context;
    }

    /// Null before the first answer and while no bill is loaded.
    ReadOnlyObjectProperty<@Nullable OverviewFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /// What other screens say, in the order of `Headlines.all()`; each comes when it is known.
    /// They are read again when the currency or the data change.
    ObservableList<Optional<HeadlineSource.Reading>> headlines() {
        return headlines;
    }

    /// Asks again; `done` is called after the figures have been set, also when they are the same as before.
    void refresh(Runnable done) {
        Filter filter = context.filter();
        context.tasks().latest(List.of(this, "figures"), Messages.text("overview.loading"),
                (progress, cancellation) -> new OverviewLoad(context.workbench(), filter, cancellation).figures(),
                found -> {
                    figures.set(found.orElse(null));
                    done.run();
                });
        Basis now = new Basis(filter.currency(), context.revisionProperty().get());
        if (!now.equals(basis)) {
            basis = now;
            for (int i = 0; i < headlines.size(); i++) {
                readHeadline(i, filter);
            }
        }
    }

    private void readHeadline(int at, Filter filter) {
        Headlines.Headline headline = Headlines.all().get(at);
        context.tasks().latest(List.of(this, headline.key()), Messages.text("overview." + headline.key()),
                (progress, cancellation) -> headline.source().read(context.workbench(), filter, cancellation),
                reading -> headlines.set(at, reading));
    }
}
