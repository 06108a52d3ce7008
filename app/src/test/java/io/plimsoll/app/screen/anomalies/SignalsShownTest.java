package io.plimsoll.app.screen.anomalies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Reading;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.FxTest;
import io.plimsoll.app.Screenshots;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.screen.anomalies.AnomaliesModel.Known;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

/// Events outside the bill, made by hand, in a workspace without data.
class SignalsShownTest extends FxTest {
    private static final Instant DAY = Instant.parse("2026-09-18T00:00:00Z");
    @TempDir
    static Path folder;
    private static Workbench workbench;

    @BeforeAll
    static void open() {
        workbench = Workbench.openOrCreate(folder.resolve("empty.plimsoll"));
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @Test
    void sizesAreToldAsTheyWereMeasured() {
        assertThat(EventText.size(signal("a", Domain.LATENCY, "p95 latency", "s", 4.1, 1))).isEqualTo("4.1\u00d7");
        assertThat(EventText.size(signal("b", Domain.QUALITY, "null rate", "share", 0.061, 0.002)))
                .isEqualTo("0.2 \u2192 6.1\u202f%");
        assertThat(EventText.size(signal("c", Domain.USE, "replicas", "", 3, 9))).isEqualTo("9 \u2192 3");
        assertThat(EventText.size(signal("d", Domain.USE, "replicas", "", 3, Double.NaN))).isEqualTo("3");
        assertThat(EventText.datesAndKind(signal("b", Domain.QUALITY, "null rate", "share", 0.061, 0.002)))
                .isEqualTo("18 Sep \u00b7 Data quality, spike");
    }

    @Test
    void domainsNarrowTheListApartFromKindsAndTheFootSaysWhatIsNotHeard() {
        AnomaliesModel model = model(Tasks.atOnce(), verdicts());
        assertThat(model.domains()).containsExactly(Optional.empty(), Optional.of(Domain.LATENCY),
                Optional.of(Domain.QUALITY));
        assertThat(model.listed()).hasSize(1);
        assertThat(model.openProperty().get()).isEqualTo(1);
        assertThat(EventText.unheard(model.knownProperty().get().verdicts()))
                .isEqualTo("1 muted by your labels \u00b7 1 planned \u00b7 1 below the alert budget");
        model.showAll();
        assertThat(model.listed()).hasSize(4);
        model.domainProperty().set(Optional.of(Domain.QUALITY));
        assertThat(model.listed()).extracting(Verdict::id).containsExactly("q1", "q2", "q3");
        assertThat(EventText.standing(model.find("q2").orElseThrow())).isEqualTo("planned until 1 Oct");
        assertThat(EventText.standing(model.find("q1").orElseThrow())).isEqualTo("Expected until 31 Dec");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theReadingsStandInPlaceOfMoney(Theme theme) {
        WritableImage image = Screenshots.take("anomalies-signal", theme, 1000, 700, () -> {
            ScreenContext context = context(Tasks.atOnce());
            AnomaliesModel model = new AnomaliesModel(context);
            model.take(new Known(verdicts(), 5, List.of(), List.of()));
            return new AnomaliesView(context, model);
        });
        assertThat(Screenshots.colours(image)).isGreaterThan(100);
    }

    @Test
    void aSignalsReadingsAreDrawnAndSaved() throws Exception {
        Tasks tasks = Tasks.atOnce();
        AnomaliesModel model = fx(() -> model(tasks, verdicts()));
        ScreenContext context = context(tasks);
        Parent root = fx(() -> new AnomaliesView(context, model));
        Stage stage = show(root, 1000, 700);
        try {
            await("its headline is shown", () -> root.lookup("#anomalies-signal-headline") instanceof Labeled label
                    && label.getText().contains("instead of"));
            ChartView chart = (ChartView) fx(() -> root.lookup("#anomalies-signal-chart"));
            assertThat(chart.spec().series()).hasSize(2);
            assertThat(chart.spec().bands()).hasSize(1);
            assertThat(fx(() -> root.lookup("#anomalies-headline"))).isNull();
            Path file = folder.resolve("days.csv");
            new AnomalyFiles(context, model, new ComparedModel(context), root).days(file);
            assertThat(Files.readString(file)).startsWith("time,value,unit").hasLineCount(32);
            Path list = folder.resolve("list.json");
            new AnomalyFiles(context, model, new ComparedModel(context), root).json(list);
            assertThat(Files.readString(list)).contains("\"p95 latency\"");
        } finally {
            fx(stage::close);
        }
    }

    /// The list makes cells for what is in view only, whatever its length.
    @Test
    void twoThousandEventsAreListedAndAllChosenWithoutWaiting() {
        List<Verdict> many = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            many.add(new Verdict(signal("n" + i, Domain.USE, "cpu " + i, "cores", 4, 1), Status.OPEN, true, null, "",
                    null,
                    ""));
        }
        AnomaliesModel model = fx(() -> model(Tasks.atOnce(), many));
        Parent root = fx(() -> new AnomaliesView(context(Tasks.atOnce()), model));
        Stage stage = show(root, 1000, 700);
        try {
            @SuppressWarnings("unchecked")
            ListView<Verdict> list = (ListView<Verdict>) fx(() -> root.lookup("#anomalies-list"));
            await("they are listed", () -> list.getItems().size() == 2000 && !list.lookupAll(".pl-finding").isEmpty());
            assertThat(fx(() -> list.lookupAll(".pl-finding").size())).isLessThan(60);
            AtomicInteger told = new AtomicInteger();
            fx(() -> model.chosenProperty().addListener((property, before, now) -> told.incrementAndGet()));
            fx(() -> list.getSelectionModel().selectAll());
            assertThat(model.chosenProperty().get()).hasSize(2000);
            assertThat(told.get()).as("how often the screen looks at the choice anew").isLessThan(10);
        } finally {
            fx(stage::close);
        }
    }

    private static List<Verdict> verdicts() {
        return List.of(
                new Verdict(signal("l1", Domain.LATENCY, "p95 latency", "s", 4.1, 1), Status.OPEN, true, null, "", null,
                        ""),
                new Verdict(signal("q1", Domain.QUALITY, "null rate", "share", 0.061, 0.002), Status.LABELLED, false,
                        Label.EXPECTED, "q1", LocalDate.of(2026, 12, 31), "You said so."),
                new Verdict(signal("q2", Domain.QUALITY, "rows", "", 10, 90), Status.PLANNED, false, null, "p1",
                        LocalDate.of(2026, 10, 1), "Inside a planned activity."),
                new Verdict(signal("q3", Domain.QUALITY, "age", "h", 10, 9), Status.BELOW, false, null, "budget", null,
                        "Below the budget."));
    }

    private static Signal signal(String id, Domain domain, String metric, String unit, double value, double expected) {
        List<Reading> readings = new ArrayList<>();
        for (int i = -20; i <= 10; i++) {
            double usual = Double.isNaN(expected) ? value : expected;
            readings.add(
                    new Reading(DAY.plusSeconds(i * 86_400L), i == 0 ? value : usual * (1 + 0.02 * (i % 3)), expected,
                            usual * 0.8, usual * 1.2, i == 0));
        }
        return new Signal(id, domain, new SeriesKey(Map.of("workload", "default/Deployment/ocr")), metric, unit,
                AnomalyKind.SPIKE, DAY, DAY, DAY, false, value, expected, Severity.HIGH, 0.95, false,
                new Explanation("It left its usual range.", List.of()), readings);
    }

    private static AnomaliesModel model(Tasks tasks, List<Verdict> verdicts) {
        AnomaliesModel model = new AnomaliesModel(context(tasks));
        model.take(new Known(verdicts, null, List.of(), List.of()));
        return model;
    }

    private static ScreenContext context(Tasks tasks) {
        return new ScreenContext(workbench, tasks, new Commands(), new SimpleObjectProperty<>(
                Filter.of(new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)), "USD")),
                ScreenContext.Frame.NONE);
    }
}
