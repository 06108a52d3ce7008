package io.plimsoll.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.chart.ChartSpec;
import io.plimsoll.app.chart.ChartView;
import io.plimsoll.app.command.Commands;
import io.plimsoll.app.control.Card;
import io.plimsoll.app.control.Condition;
import io.plimsoll.app.control.CurrencyChoice;
import io.plimsoll.app.control.DiffView;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.FilterBar;
import io.plimsoll.app.control.FilterChoices;
import io.plimsoll.app.control.Metric;
import io.plimsoll.app.control.ParameterForm;
import io.plimsoll.app.control.Pill;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.control.ProvenanceView;
import io.plimsoll.app.control.Segments;
import io.plimsoll.app.control.Sheet;
import io.plimsoll.app.control.ValueSlider;
import io.plimsoll.app.session.SessionFile;
import io.plimsoll.app.shell.Badge;
import io.plimsoll.app.shell.Screen;
import io.plimsoll.app.shell.ScreenGroup;
import io.plimsoll.app.shell.Shell;
import io.plimsoll.app.shell.StatusFacts;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.theme.Tone;

/// The frame with made-up content that uses every control and chart, for pictures.
final class Gallery {
    private static final FilterChoices CHOICES = new FilterChoices() {
        @Override
        public List<CurrencyChoice> currencies() {
            return List.of(new CurrencyChoice("USD", false, "USD"), new CurrencyChoice("EUR", false, "EUR"));
        }

        @Override
        public String currencyHint() {
            return "";
        }

        @Override
        public List<String> dimensions() {
            return List.of("Provider", "Service", "Region", "tag:project");
        }

        @Override
        public boolean isInCube(String dimension) {
            return true;
        }

        @Override
        public LocalDate lastDay() {
            return LocalDate.of(2026, 9, 29);
        }

        @Override
        public List<String> values(String dimension, String containing, Cancellation cancellation) {
            return List.of("AWS", "Azure", "GCP").stream().filter(each -> each.contains(containing)).toList();
        }
    };

    private final Tasks tasks = Tasks.atOnce();
    private final GalleryTables tables = new GalleryTables(tasks);
    private final Path folder;

    Gallery(Path folder) {
        this.folder = folder;
    }

    Parent shell(String current) {
        Shell shell = makeShell();
        shell.setScreens(screens());
        shell.setFilterBar(filterBar());
        shell.setWorkspaceName("multimodal-lake.plimsoll");
        shell.setFacts(new StatusFacts(StatusFacts.loaded(18_402_116, 96_000_000), "Fresh to 29 Sep, 2 days incomplete",
                "platform-gitops \u2387 main \u2713 clean"));
        shell.show(current);
        return shell.root();
    }

    FilterBar filterBar() {
        return new FilterBar(tasks, filter(), CHOICES);
    }

    Shell makeShell() {
        return new Shell(new Commands(), tasks, new SessionFile(folder));
    }

    static Filter filter() {
        return Filter.of(new Days(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)), "USD")
                .with(Condition.keep("Provider", "AWS", "Azure")).with(Condition.keep("tag:project", "MultimodalAI"))
                .withGroupBy(List.of("Modality", "Service"));
    }

    List<Screen> screens() {
        return List.of(Screen.of("overview", ScreenGroup.LOOK, "Overview", this::overview),
                Screen.of("explore", ScreenGroup.LOOK, "Explore", this::explore),
                Screen.of("anomalies", ScreenGroup.LOOK, "Anomalies", this::overview)
                        .withBadge(new SimpleObjectProperty<>(Badge.alarm(7))),
                Screen.of("rightsizing", ScreenGroup.DECIDE, "Rightsizing", this::rightsizing)
                        .withBadge(new SimpleObjectProperty<>(Badge.plain("42"))),
                Screen.of("changes", ScreenGroup.CHANGE, "Changes", this::changes)
                        .withBadge(new SimpleObjectProperty<>(Badge.plain("5"))),
                Screen.of("drift", ScreenGroup.CHANGE, "Drift", this::changes)
                        .withBadge(new SimpleObjectProperty<>(new Badge("2", Tone.WARN))),
                Screen.of("imports", ScreenGroup.DATA, "Imports", this::explore));
    }

    Node overview() {
        Region tiles = Sheet.tiles(metric("Effective cost, Sep", "$178\u202f420", "\u25b2 5.2\u202f% vs Aug", Tone.BAD),
                metric("Forecast, month end", "$186\u202f900", "80\u202f% in 182\u2013193\u202fk", Tone.NEUTRAL),
                metric("Budget", "$180\u202f000", "96\u202f% chance to exceed", Tone.BAD),
                metric("Open anomalies", "7", "$8\u202f730 impact", Tone.NEUTRAL),
                metric("Savings found", "$31\u202f240 /mo", "42 workloads, 9 buckets", Tone.GOOD),
                metric("Savings realised", "$12\u202f870 /mo", "91\u202f% of predicted", Tone.GOOD));
        Card daily = new Card("Daily cost, expected band and forecast",
                "dots are anomalies \u00b7 triangles are Git commits that touched the workload",
                new ChartView(GalleryContent.daily()));
        Card moved = new Card("What moved", "Sep vs Aug", new ChartView(GalleryContent.moved()));
        Region bottom = Sheet.equal(new Card("Replicas", "step line", new ChartView(GalleryContent.replicas())),
                new Card("Cost per unit, by modality", "per 1 000 assets processed", tables.units()),
                new Card("Can these numbers be trusted?", "data quality", pills()));
        return new Sheet().add(tiles).add(Sheet.beside(daily, moved, 330), 306).add(bottom, 210);
    }

    Node explore() {
        Segments<String> kinds = new Segments<>(List.of("Stacked", "Lines", "Share", "Table"), each -> each);
        ChartView chart = new ChartView(GalleryContent.stacked());
        chart.onBrush(span -> {});
        chart.mark(new ChartSpec.Span(GalleryContent.AUGUST + 46.5 * GalleryContent.DAY,
                GalleryContent.AUGUST + 49.5 * GalleryContent.DAY));
        Card bars = new Card("Effective cost by modality, daily", "", chart).withActions(kinds);
        Card rows = new Card("Modality \u203a Service \u203a Workload",
                "100.00\u202f% of the invoice explained \u00b7 residual $0.00", tables.groups()).flush()
                .withActions(new Button("Rows"), new Button("SQL"), new Button("Copy"), new Button("Export\u2026"));
        return new Sheet().add(bars, 312).fill(rows);
    }

    Node rightsizing() {
        Card cpu = new Card("feature-extraction \u00b7 CPU, 14 days at 5 min", "cores per replica",
                new ChartView(GalleryContent.telemetry()));
        VBox sliders = new VBox(slider("CPU request", 0, 4, 0.1, 4, 2, " cores"),
                slider("Memory request", 0, 16, 0.5, 16, 8, " Gi"), slider("Replicas", 1, 9, 1, 9, 3, ""),
                slider("Traffic growth", -50, 100, 5, 0, 15, " %"));
        Card whatIf = new Card("What if", "answers as you drag", sliders);
        Card hangs = new Card("What the answer hangs on", "12-month cost, \u00b1",
                new ChartView(GalleryContent.tornado()));
        Card method = new Card("Strategy", "Replay",
                new ParameterForm(List.of(
                        Parameter.number("risk", "Risk", "Share of hours that may throttle, in percent.", 0.5, 0, 10),
                        Parameter.whole("days", "Days", "Days of telemetry to replay.", 14, 1, 90),
                        Parameter.choice("round", "Round to", "Step of the proposed size.", "100m",
                                List.of("50m", "100m", "250m")))));
        Region middle = Sheet.equal(whatIf, hangs, method);
        Card table = new Card("42 workloads", "$31\u202f240 /mo", tables.workloads()).flush();
        return new Sheet().add(cpu, 230).add(middle, 190).fill(table);
    }

    Node changes() {
        DiffView unified = new DiffView();
        unified.show(GalleryContent.diff());
        DiffView split = new DiffView();
        split.sideBySideProperty().set(true);
        split.show(GalleryContent.diff());
        ProvenanceInfo info = new ProvenanceInfo("Effective cost, Sep: $178\u202f420.11",
                "Sum of EffectiveCost over the charges whose ChargePeriod starts in September 2026.\nCredits and refunds are included; tax is not.",
                "SELECT sum(EffectiveCost) FROM charges WHERE day BETWEEN ? AND ?", null,
                List.of(Path.of("aws-focus/part-0001.parquet")));
        Card left = new Card("data-pipelines/vision/application.yaml", "3 lines change, every other byte stays",
                unified)
                .flush();
        Card right = new Card("Side by side", "", split).flush();
        Region top = Sheet.equal(left, right);
        Button commit = new Button("Commit");
        commit.getStyleClass().add("accent");
        Segments<String> label = new Segments<>(List.of("Expected", "Useless", "Real issue"), each -> each);
        label.valueProperty().set("Real issue");
        Card buttons = new Card("Commit", "",
                new HBox(8, new Button("Save patch\u2026"), commit, new Button("Push\u2026")), label);
        Region bottom = Sheet.equal(new Card("Provenance", "", new ProvenanceView(tasks, info)), buttons);
        return new Sheet().add(top, 300).fill(bottom);
    }

    private static Metric metric(String label, String value, String note, Tone tone) {
        Metric metric = new Metric(label);
        metric.show(value, note, tone);
        return metric.onClick(() -> {});
    }

    private static ValueSlider slider(String name, double low, double high, double step, double today, double value,
            String unit) {
        ValueSlider slider = new ValueSlider(name, low, high, step, at -> Formats.number(at, step < 1 ? 1 : 0) + unit);
        slider.setToday(today);
        slider.valueProperty().set(value);
        return slider;
    }

    private static Node pills() {
        GridPane grid = new GridPane(8, 9);
        grid.addRow(0, new Label("Residual to the invoices"), new Pill("$0.00", Tone.GOOD));
        grid.addRow(1, new Label("Tag coverage, by cost"), new Pill("87\u202f%", Tone.WARN));
        grid.addRow(2, new Label("Telemetry matched to cost"), new Pill("94\u202f%", Tone.GOOD));
        grid.addRow(3, new Label("Workloads without telemetry"), new Pill("6 blind spots", Tone.BAD));
        grid.addRow(4, new Label("Alert precision"), new Pill("0.74", Tone.NEUTRAL));
        grid.getColumnConstraints().addAll(grow(), new ColumnConstraints());
        return grid;
    }

    private static ColumnConstraints grow() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
