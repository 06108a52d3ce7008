package io.plimsoll.app.screen.anomalies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.GivenLabel;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.LabelPlace;
import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.SampleWorkspace;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesModel.Known;

import static org.assertj.core.api.Assertions.assertThat;

/// What the screen shows once an answer is there that was not when it was made.
class KnownLaterTest extends FxTest {
    @Test
    void anEventThatAnotherScreenAsksForBeforeTheAnswerIsThereIsLookedAtWhenItComes() {
        List<Verdict> all = SampleWorkspace.shared().anomalies().feedback().all(Progress.NONE, Cancellation.never());
        Verdict wanted = all.get(2);
        ScreenContext context = SampleWorkspace.context();
        AnomaliesModel model = fx(() -> new AnomaliesModel(context));
        fx(() -> {
            context.show(AnomaliesScreen.ID, wanted.id());
            return new AnomaliesView(context, model);
        });
        assertThat(fx(() -> model.selectedProperty().get())).isNull();
        fx(() -> model.take(new Known(all, null, List.of(), List.of())));
        assertThat(fx(() -> model.selectedProperty().get())).isEqualTo(wanted.anomaly());
    }

    @Test
    void whatIsChosenMeanwhileStays() {
        List<Verdict> all = SampleWorkspace.shared().anomalies().feedback().all(Progress.NONE, Cancellation.never());
        AnomaliesModel model = fx(() -> new AnomaliesModel(SampleWorkspace.context()));
        fx(() -> model.take(new Known(all.subList(0, 2), null, List.of(), List.of())));
        fx(() -> model.select(all.get(2).id()));
        fx(() -> model.select(all.get(1).id()));
        fx(() -> model.take(new Known(all, null, List.of(), List.of())));
        assertThat(fx(() -> model.selectedProperty().get())).isEqualTo(all.get(1).anomaly());
    }

    @Test
    void anEventThatNobodyKnowsChangesNothing() {
        AnomaliesModel model = fx(() -> new AnomaliesModel(SampleWorkspace.context()));
        fx(model::refresh);
        Anomaly before = fx(() -> model.selectedProperty().get());
        fx(() -> model.select("no such id"));
        assertThat(fx(() -> model.selectedProperty().get())).isNotNull().isSameAs(before);
        fx(model::refresh);
        assertThat(fx(() -> model.selectedProperty().get())).isEqualTo(before);
    }

    @Test
    void whatOnlyGotAnotherNameIsSaidBelowTheListAndOpensInSentences() {
        Rename rename = new Rename(new SeriesKey(Map.of("ServiceName", "Amazon EC2", "ResourceName", "web-a")),
                new SeriesKey(Map.of("ServiceName", "Amazon EC2", "ResourceName", "web-b")),
                LocalDate.of(2026, 9, 1), new Money(new BigDecimal("12.30"), "USD"));
        ScreenContext context = SampleWorkspace.context();
        AnomaliesModel model = fx(() -> new AnomaliesModel(context));
        Parent root = fx(() -> new AnomaliesView(context, model));
        Stage stage = show(root, 1000, 700);
        try {
            Hyperlink link = (Hyperlink) fx(() -> root.lookup("#anomalies-renames"));
            assertThat(fx(link::isVisible)).as("while there is none").isFalse();
            fx(() -> model.take(new Known(List.of(), null, List.of(rename), List.of())));
            await("the link", () -> link.isVisible() && link.getText().equals("1 renamed, not counted"));
            fx(link::fire);
            await("the sentence", () -> Window.getWindows().stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll("#anomalies-renames-said .label").stream())
                    .anyMatch(each -> each instanceof Labeled label && label.getText()
                            .equals("web-a is called web-b from 2026-09-01 on (Amazon EC2): the same 12.30 USD a day.")));
        } finally {
            fx(stage::close);
        }
    }

    @Test
    void aLabelWhoseEventIsNotFoundIsSaidBelowTheListAndOpensInASentence() {
        LabelPlace place = new LabelPlace(
                new GivenLabel("abc", Label.EXPECTED, LocalDate.of(2026, 12, 31), Instant.EPOCH),
                "ServiceName=Amazon EC2", LocalDate.of(2026, 9, 1), null, "Nothing like it is found.");
        AnomaliesModel model = fx(() -> new AnomaliesModel(SampleWorkspace.context()));
        Parent root = fx(() -> new AnomaliesView(SampleWorkspace.context(), model));
        Stage stage = show(root, 1000, 700);
        try {
            Hyperlink link = (Hyperlink) fx(() -> root.lookup("#anomalies-waiting"));
            assertThat(fx(link::isVisible)).as("while there is none").isFalse();
            fx(() -> model.take(new Known(List.of(), null, List.of(), List.of(place))));
            await("the link", () -> link.isVisible() && link.getText().equals("Labels that wait for their event: 1"));
            fx(link::fire);
            await("the sentence", () -> Window.getWindows().stream()
                    .flatMap(window -> window.getScene().getRoot().lookupAll("#anomalies-waiting-said .label").stream())
                    .anyMatch(each -> each instanceof Labeled label
                            && label.getText().startsWith("Expected until 31 Dec 2026 \u00b7 ServiceName=Amazon EC2, "
                                    + "from 1 Sep 2026 on. Nothing like it is found.")));
        } finally {
            fx(stage::close);
        }
    }
}
