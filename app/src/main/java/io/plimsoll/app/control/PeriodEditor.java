package io.plimsoll.app.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;

import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter.Compare;
import io.plimsoll.app.text.Messages;

/// Chooses the days and what they are held against.
final class PeriodEditor extends VBox {
    /// A named period that ends with the data.
    record Preset(String key, Days days) {}

    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Segments<Compare> compare = new Segments<>(List.of(Compare.PREVIOUS, Compare.YEAR, Compare.NONE),
            PeriodEditor::title);
    private final Button apply = new Button(Messages.text("filter.apply"));

    /// @param lastDay last day with data
    PeriodEditor(Filter filter, LocalDate lastDay, Consumer<Filter> chosen) {
        getStyleClass().add("pl-pop");
        FlowPane presets = new FlowPane(6, 6);
        presets.setPrefWrapLength(330);
        for (Preset preset : presets(lastDay)) {
            Button button = new Button(Messages.text(preset.key()));
            button.setOnAction(event -> chosen.accept(filter.withPeriod(preset.days(), compare.valueProperty().get())));
            presets.getChildren().add(button);
        }
        from.setValue(filter.period().from());
        to.setValue(filter.period().to());
        for (DatePicker picker : List.of(from, to)) {
            picker.setConverter(new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, null));
            picker.setPrefWidth(140);
        }
        compare.valueProperty().set(filter.compare());
        GridPane grid = new GridPane(8, 8);
        grid.addRow(0, new Label(Messages.text("filter.from")), from);
        grid.addRow(1, new Label(Messages.text("filter.to")), to);
        apply.getStyleClass().add("accent");
        apply.setOnAction(event -> chosen.accept(
                filter.withPeriod(new Days(from.getValue(), to.getValue()), compare.valueProperty().get())));
        from.valueProperty().addListener((property, before, now) -> check());
        to.valueProperty().addListener((property, before, now) -> check());
        check();
        getChildren().addAll(presets, grid, new Label(Messages.text("filter.compare")), compare, apply);
    }

    static List<Preset> presets(LocalDate last) {
        LocalDate month = last.withDayOfMonth(1);
        return List.of(new Preset("filter.thisMonth", new Days(month, last)),
                new Preset("filter.lastMonth", new Days(month.minusMonths(1), month.minusDays(1))),
                new Preset("filter.last30", new Days(last.minusDays(29), last)),
                new Preset("filter.last90", new Days(last.minusDays(89), last)),
                new Preset("filter.thisYear", new Days(last.withDayOfYear(1), last)));
    }

    private void check() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        apply.setDisable(first == null || last == null || last.isBefore(first));
    }

    private static String title(Compare compare) {
        return Messages.text(switch (compare) {
            case PREVIOUS -> "filter.comparePrevious";
            case YEAR -> "filter.compareYear";
            case NONE -> "filter.compareNone";
        });
    }
}
