package io.plimsoll.app.screen.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.quality.DataHealth;
import io.plimsoll.analysis.quality.DatasetHealth;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.PageRequest;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesScreen;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// What the loaded data are like. On the FX thread; it asks the service in the background.
final class HealthModel {
    private static final Map<String, Comparator<DatasetHealth>> ORDERS = Map.of("dataset",
            Comparator.comparing(DatasetHealth::name), "newest", Comparator.comparing(DatasetHealth::newest),
            "complete",
            Comparator.comparing(DatasetHealth::completeDay), "rows", Comparator.comparing(DatasetHealth::rows), "aDay",
            Comparator.comparing(DatasetHealth::rowsADay));
    private static final Comparator<QualityEvent> OPEN_FIRST = Comparator.comparing(QualityEvent::open)
            .thenComparing(QualityEvent::from).reversed();

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state",
            new State(null, null));
    private long asked = -1;

    /// What is shown; both null until the first answer.
    ///
    /// @param failure why there is no answer
    record State(@Nullable DataHealth health, @Nullable Failure failure) {}

    HealthModel(ScreenContext context) {
        this.context = context;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Looks again, unless nothing has changed since the last time: no filter of the window has a say here. Until the answer is there,
    /// what was known stays.
    void refresh() {
        long revision = context.revisionProperty().get();
        if (revision == asked) {
            return;
        }
        asked = revision;
        String title = Messages.text("quality.looking");
        context.tasks().latest(List.of(this, "health"), title,
                (progress, cancellation) -> context.workbench().quality().health(progress, cancellation),
                found -> state.set(new State(found, null)), thrown -> {
                    asked = -1;
                    state.set(new State(null, Failure.of(title, thrown)));
                });
    }

    /// Open ones first, then the newest.
    static List<QualityEvent> events(DataHealth health) {
        return health.events().stream().sorted(OPEN_FIRST).toList();
    }

    /// Leads to the event among the anomalies.
    void open(QualityEvent event) {
        context.show(AnomaliesScreen.ID, event.id());
    }

    static Page<DatasetHealth> page(List<DatasetHealth> datasets, PageRequest request) {
        return Page.sorted(datasets, request, ORDERS);
    }
}
