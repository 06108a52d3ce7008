package io.plimsoll.app.screen.overview;

import java.util.List;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.text.Messages;

/// The figures of the overview; follows the filter when told to. On the FX thread.
final class OverviewModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable OverviewFigures> figures = new ReadOnlyObjectWrapper<>(this, "figures");

    OverviewModel(ScreenContext context) {
        this.context = context;
    }

    /// Null before the first answer and while no bill is loaded.
    ReadOnlyObjectProperty<@Nullable OverviewFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
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
    }
}
