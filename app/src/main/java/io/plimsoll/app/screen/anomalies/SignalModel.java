package io.plimsoll.app.screen.anomalies;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

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

    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final CommitsModel commits;

    SignalModel(ScreenContext context) {
        this.context = context;
        this.commits = new CommitsModel(context);
    }

    /// Looks at another one, or at none.
    void look(@Nullable Signal wanted) {
        failure.set(null);
        detail.set(null);
        remark.set("");
        commits.ask();
        signal.set(wanted);
        if (wanted != null) {
            String title = Messages.text("anomalies.explaining", EventText.title(wanted));
            context.tasks().latest(List.of(this, "detail"), title,
                    (progress, cancellation) -> context.workbench().anomalies().explain(wanted, cancellation),
                    detail::set, thrown -> failure.set(Failure.of(title, thrown)));
            context.tasks().latest(List.of(this, "commits"), Messages.text("anomalies.commits.asking"),
                    (progress, cancellation) -> context.workbench().anomalies().nearby(wanted, cancellation),
                    found -> {
                        commits.show(CommitRow.of(found.scores().getOrDefault(wanted.id(), List.of()),
                                found.commits()));
                        remark(wanted);
                    }, thrown -> commits.fail());
        }
    }

    /// Nobody waits for it, so a failure stays silent.
    private void remark(Signal wanted) {
        context.tasks().latest(List.of(this, "opinion"), Messages.text("anomalies.opinion.asking"),
                (progress, cancellation) -> context.workbench().anomalies().secondOpinions(wanted, progress,
                        cancellation),
                found -> remark.set(Remark.ofReadings(found)), thrown -> {});
    }

    ReadOnlyObjectProperty<@Nullable Signal> signalProperty() {
        return signal.getReadOnlyProperty();
    }

    /// Null while it is looked into.
    ReadOnlyObjectProperty<@Nullable SignalDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// The commits just before.
    CommitsModel commits() {
        return commits;
    }

    /// The second opinions, empty until there are some.
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /// Why it could not be looked into, or null.
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
