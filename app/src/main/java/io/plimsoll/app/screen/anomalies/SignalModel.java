package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalDetail;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.text.Messages;

/// The event outside the bill that is looked at, with what is found out about it. Looking at another one cancels what was asked about the
/// one before. On the FX thread.
final class SignalModel {
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable Signal> signal = new ReadOnlyObjectWrapper<>(this, "signal");
    private final ReadOnlyObjectWrapper<@Nullable SignalDetail> detail = new ReadOnlyObjectWrapper<>(this, "detail");
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>(this, "failure");

    SignalModel(ScreenContext context) {
        this.context = context;
    }

    /// Looks at another one, or at none.
    void look(@Nullable Signal wanted) {
        failure.set(null);
        detail.set(null);
        signal.set(wanted);
        if (wanted != null) {
            String title = Messages.text("anomalies.explaining", EventText.title(wanted));
            context.tasks().latest(List.of(this, "detail"), title,
                    (progress, cancellation) -> context.workbench().anomalies().explain(wanted, cancellation),
                    detail::set, thrown -> failure.set(Failure.of(title, thrown)));
        }
    }

    ReadOnlyObjectProperty<@Nullable Signal> signalProperty() {
        return signal.getReadOnlyProperty();
    }

    /// Null while it is looked into.
    ReadOnlyObjectProperty<@Nullable SignalDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Why it could not be looked into, or null.
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
