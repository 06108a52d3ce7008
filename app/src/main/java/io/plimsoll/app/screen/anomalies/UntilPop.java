package io.plimsoll.app.screen.anomalies;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.app.control.Pop;
import io.plimsoll.app.text.Messages;

/// Asks up to which day (UTC) a label holds. Days on which the chosen events still lasted can't be taken.
final class UntilPop extends VBox {
    private UntilPop(Label label, LocalDate earliest, LocalDate proposed, Consumer<LocalDate> taken) {
        getStyleClass().add("pl-pop");
        setId("anomalies-until");
        javafx.scene.control.Label words = new javafx.scene.control.Label(
                Messages.text("anomalies.untilWords", EventText.label(label)));
        DatePicker day = new DatePicker(proposed);
        day.setId("anomalies-until-day");
        day.setAccessibleText(words.getText());
        day.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, null));
        day.setPrefWidth(150);
        day.setDayCellFactory(picker -> new DateCell() {
            @Override
            public void updateItem(@Nullable LocalDate item, boolean empty) {
                super.updateItem(item, empty);
                setDisable(empty || item == null || item.isBefore(earliest));
            }
        });
        Button apply = new Button(Messages.text("filter.apply"));
        apply.setId("anomalies-until-apply");
        apply.getStyleClass().add("accent");
        apply.setDefaultButton(true);
        apply.setOnAction(event -> taken.accept(day.getValue()));
        day.valueProperty()
                .addListener((property, before, now) -> apply.setDisable(now == null || now.isBefore(earliest)));
        getChildren().addAll(words, day, apply);
    }

    static void open(Node owner, Label label, AnomaliesModel model, Judgement judgement) {
        List<Verdict> chosen = model.chosenProperty().get();
        LocalDate last = chosen.stream().map(each -> each.anomaly().end()).max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        LocalDate given = chosen.stream().map(Verdict::until).filter(each -> each != null && !each.isBefore(last))
                .findFirst().orElse(last.plusMonths(1));
        Pop[] pop = new Pop[1];
        pop[0] = Pop.below(owner, new UntilPop(label, last, given, day -> {
            pop[0].hide();
            judgement.label(label, day);
        }));
    }
}
