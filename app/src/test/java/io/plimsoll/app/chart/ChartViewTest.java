package io.plimsoll.app.chart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.app.FxTest;
import io.plimsoll.app.chart.ChartSpec.Span;
import io.plimsoll.app.task.Tasks;
import io.plimsoll.app.theme.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class ChartViewTest extends FxTest {
    private static final ChartSpec SPEC = ChartSpec.line("Cost").x(Axis.number("")).add(Series.of("cost",
            new double[]{0, 1, 2, 3, 4}, new double[]{5, 6, 9, 6, 5}, ChartColor.C1)).build();

    private static void press(Node node, KeyCode code) {
        fx(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x) {
        fx(() -> Event.fireEvent(node, new MouseEvent(type, x, 80, x, 80, MouseButton.PRIMARY, 1, false, false, false,
                false, true, false, false, true, false, true, null)));
    }

    @Test
    void theArrowKeysReadOutAndEnterPicks() {
        List<Double> picked = new ArrayList<>();
        ChartView chart = fx(() -> new ChartView(SPEC));
        Stage stage = show(chart, 500, 200);
        fx(() -> chart.onPick(picked::add));
        press(chart, KeyCode.RIGHT);
        press(chart, KeyCode.RIGHT);
        press(chart, KeyCode.ENTER);
        assertThat(picked).containsExactly(1.0);
        assertThat(fx(() -> chart.lookup(".pl-chart-readout").isVisible())).isTrue();
        assertThat(chart.getAccessibleText()).contains("Cost", "5 points");
        fx(stage::close);
    }

    @Test
    void draggingMarksAStretchAndEscapeClearsIt() {
        List<Span> brushed = new ArrayList<>();
        ChartView chart = fx(() -> new ChartView(SPEC));
        Stage stage = show(chart, 500, 200);
        fx(() -> chart.onBrush(brushed::add));
        Canvas canvas = (Canvas) fx(() -> chart.lookup("Canvas"));
        mouse(canvas, MouseEvent.MOUSE_PRESSED, 150);
        mouse(canvas, MouseEvent.MOUSE_DRAGGED, 260);
        mouse(canvas, MouseEvent.MOUSE_RELEASED, 260);
        assertThat(brushed).singleElement().satisfies(span -> assertThat(span.from()).isBetween(0.8, 1.5)
                .isLessThan(span.to()));
        press(chart, KeyCode.ESCAPE);
        assertThat(brushed).hasSize(2).last().isNull();
        fx(stage::close);
    }

    @Test
    void theLineFollowsTheThemesColours() {
        ChartView chart = fx(() -> new ChartView(SPEC));
        Stage stage = show(chart, 500, 200);
        await("light colours", () -> chart.inks().of(ChartColor.C1).equals(Color.web("#2457d6")));
        fx(Theme.DARK::apply);
        await("dark colours", () -> chart.inks().of(ChartColor.C1).equals(Color.web("#7da2ff")));
        fx(Theme.LIGHT::apply);
        fx(stage::close);
    }

    @Test
    void everyKindDrawsSomethingAndSurvivesHavingNothing() {
        for (ChartSpec.Kind kind : ChartSpec.Kind.values()) {
            ChartSpec full = new ChartSpec(kind, "t", Axis.number(""), Axis.number(""), SPEC.series(), List.of(),
                    List.of(), List.of(), List.of(), List.of(BarRow.moved("a", -2, "-2")),
                    List.of(Tile.of("a", 2, ChartColor.C1, "2")), Double.NaN, null);
            ChartSpec empty = new ChartSpec(kind, "t", Axis.number(""), Axis.number(""), List.of(), List.of(),
                    List.of(), List.of(), List.of(), List.of(), List.of(), Double.NaN, null);
            assertThat(inked(full)).as(kind.name()).isTrue();
            assertThat(inked(empty)).as(kind.name()).isFalse();
        }
    }

    private static boolean inked(ChartSpec spec) {
        return fx(() -> {
            ChartView chart = new ChartView(spec);
            new Scene(chart, 300, 120);
            chart.applyCss();
            chart.resize(300, 120);
            WritableImage picture = chart.picture();
            int paper = picture.getPixelReader().getArgb(0, 0);
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    if (picture.getPixelReader().getArgb(x, y) != paper) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Test
    void aMillionPointsAreDrawnWithinTheBudget() {
        Random random = new Random(1);
        double[] x = IntStream.range(0, 1_000_000).asDoubleStream().toArray();
        double[] y = random.doubles(1_000_000).toArray();
        ChartSpec million = ChartSpec.line("many").x(Axis.number("")).add(Series.of("y", x, y, ChartColor.C1)).build();
        ChartView chart = fx(() -> new ChartView(million));
        Stage stage = show(chart, 900, 400);
        long cpu = fx(() -> {
            chart.layoutChildren();
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < 5; i++) {
                chart.layoutChildren();
            }
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 5;
        });
        assertThat(cpu / 1_000_000).as("CPU ms to draw a million points").isLessThan(100);
        fx(stage::close);
    }

    @Test
    void aPictureSurvivesTheWayThroughPng() throws IOException {
        WritableImage image = fx(() -> {
            WritableImage made = new WritableImage(3, 2);
            made.getPixelWriter().setArgb(0, 0, 0xff112233);
            made.getPixelWriter().setArgb(2, 1, 0x80ffffff);
            return made;
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(image, out);
        Image read = new Image(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.isError()).isFalse();
        assertThat(read.getWidth()).isEqualTo(3);
        assertThat(read.getPixelReader().getArgb(0, 0)).isEqualTo(0xff112233);
        assertThat(read.getPixelReader().getArgb(2, 1) >>> 24).isEqualTo(0x80);
        assertThat(read.getPixelReader().getArgb(1, 1) >>> 24).isZero();
    }

    @Test
    void chartsAreSavedAsPictureAndAsNumbers(@TempDir Path folder) throws IOException {
        ChartView chart = fx(() -> new ChartView(SPEC));
        Stage stage = show(chart, 500, 200);
        ChartExport export = new ChartExport(Tasks.atOnce());
        fx(() -> export.png(chart, folder.resolve("a.png")));
        fx(() -> export.csv(chart, folder.resolve("a.csv")));
        assertThat(Files.readAllBytes(folder.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("a.csv")).hasContent("x,cost\n0.0,5.0\n1.0,6.0\n2.0,9.0\n3.0,6.0\n4.0,5.0");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        fx(stage::close);
    }
}
