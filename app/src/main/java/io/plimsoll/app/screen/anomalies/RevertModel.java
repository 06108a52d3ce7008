package io.plimsoll.app.screen.anomalies;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.RevertPreview;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.Failure;
import io.plimsoll.app.task.RunningTask;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// What undoing the chosen commit would save. Nothing is written. On the FX thread; the answer is worked out beside it.
final class RevertModel {
    private final ScreenContext context;
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper(this, "answer", "");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(this, "asking");
    private @Nullable RunningTask running;

    RevertModel(ScreenContext context) {
        this.context = context;
    }

    void ask(CommitRow row) {
        reset();
        asking.set(true);
        String title = Messages.text("anomalies.revert.asking", row.fact().shortId());
        RunningTask task = context.tasks().latest(List.of(this, "revert"), title,
                (progress, cancellation) -> context.workbench().changes().whatIf().revert(row.fact().id(),
                        cancellation),
                found -> answered(text(found)), thrown -> answered(Failure.of(title, thrown).sentence()));
        running = asking.get() ? task : null;
    }

    /// Asks no longer and forgets the answer.
    void reset() {
        RunningTask asked = running;
        running = null;
        if (asked != null) {
            asked.cancel();
        }
        asking.set(false);
        answer.set("");
    }

    private void answered(String text) {
        running = null;
        asking.set(false);
        answer.set(text);
    }

    /// `Undoing it would save $803 a month.`, or why that can't be told; then what later commits stand in the way.
    static String text(RevertPreview preview) {
        String unread = preview.unread().isEmpty() ? "" : "\n" + preview.unread();
        String conflicts = unread + preview.conflicts().stream().map(each -> "\n"
                + Messages.text("anomalies.revert.stays", each.sentence())).collect(Collectors.joining());
        List<Money> monthly = preview.monthly();
        if (monthly.isEmpty()) {
            boolean said = preview.effect().values().isEmpty();
            return Messages.text("anomalies.revert.unknown", preview.unknown()) + (said ? "" : conflicts);
        }
        return monthly.stream().map(each -> Messages.text(
                each.signum() > 0 ? "anomalies.revert.costs" : "anomalies.revert.saves",
                MoneyFormat.brief(new Money(each.amount().abs(), each.currency()))))
                .collect(Collectors.joining("\n")) + conflicts;
    }

    /// Empty until there is one.
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }
}
