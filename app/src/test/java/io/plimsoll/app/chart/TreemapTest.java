package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import io.plimsoll.app.FxTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TreemapTest extends FxTest {
    private static final List<Tile> TILES = List.of(
            new Tile("Compute", 60, ChartColor.C1, "$60", List.of(Tile.of("web", 45, ChartColor.C1, "$45"),
                    Tile.of("batch", 15, ChartColor.C1, "$15"))),
            Tile.of("Storage", 40, ChartColor.C2, "$40"));

    private static double area(Rectangle2D at) {
        return at.getWidth() * at.getHeight();
    }

    private static double ratio(Rectangle2D at) {
        return Math.max(at.getWidth() / at.getHeight(), at.getHeight() / at.getWidth());
    }

    @Test
    void theExampleOfThePaperComesOutAsPrinted() {
        List<Rectangle2D> places = Squarified.divide(new Rectangle2D(0, 0, 6, 4), new double[]{6, 6, 4, 3, 2, 2, 1});
        assertThat(places.get(0)).isEqualTo(new Rectangle2D(0, 0, 3, 2));
        assertThat(places.get(1)).isEqualTo(new Rectangle2D(0, 2, 3, 2));
        assertThat(places.get(2).getWidth()).isCloseTo(12.0 / 7, within(1e-9));
        assertThat(places.get(2).getHeight()).isCloseTo(7.0 / 3, within(1e-9));
    }

    @Test
    void areasAreAsTheAmountsAndDontOverlapAndStayNearSquares() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            double[] amounts = random.doubles(1 + random.nextInt(60), 0.01, 100).toArray();
            Rectangle2D whole = new Rectangle2D(10, 20, 900, 300);
            List<Rectangle2D> places = Squarified.divide(whole, amounts);
            double sum = java.util.Arrays.stream(amounts).sum();
            for (int i = 0; i < amounts.length; i++) {
                assertThat(area(places.get(i))).isCloseTo(amounts[i] / sum * area(whole), within(1e-6 * area(whole)));
                assertThat(places.get(i).getMaxX()).isLessThanOrEqualTo(910 + 1e-6);
                assertThat(places.get(i).getMaxY()).isLessThanOrEqualTo(320 + 1e-6);
                for (int j = 0; j < i; j++) {
                    assertThat(overlap(places.get(i), places.get(j))).isLessThan(1e-6);
                }
            }
            double middle = places.stream().mapToDouble(TreemapTest::ratio).sorted().skip(places.size() / 2).findFirst()
                    .orElseThrow();
            assertThat(middle).isLessThan(3.5);
        }
    }

    private static double overlap(Rectangle2D a, Rectangle2D b) {
        double width = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        double height = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return Math.max(0, width) * Math.max(0, height);
    }

    @Test
    void nothingAtOrBelowZeroBecomesAnArea() {
        assertThatThrownBy(() -> Tile.of("credit", -1, ChartColor.C1, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tile.of("none", 0, ChartColor.C1, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReadoutNamesThePartAndWhatItLiesIn() {
        ChartSpec spec = ChartSpec.treemap("Cost").add(TILES.toArray(Tile[]::new)).build();
        Readout batch = Readout.at(spec, 1);
        assertThat(batch).isNotNull();
        assertThat(batch.heading()).isEqualTo("batch");
        assertThat(batch.lines()).extracting(Readout.Line::name).containsExactly("", "Compute");
        assertThat(batch.lines().getFirst().value()).startsWith("$15").contains("15.0");
        assertThat(Readout.at(spec, -1)).isNull();
        assertThat(Readout.at(spec, 3)).isNull();
        assertThat(ChartCsv.of(spec)).isEqualTo("""
                                                group,part,value
                                                Compute,web,45.0
                                                Compute,batch,15.0
                                                Storage,,40.0
                                                """);
    }

    @Test
    void aClickPicksTheCellBelowThePointer() {
        List<Double> picked = new ArrayList<>();
        ChartView chart = fx(() -> new ChartView(
                ChartSpec.treemap("Cost").add(TILES.toArray(Tile[]::new)).build()));
        Stage stage = show(chart, 500, 200);
        fx(() -> chart.onBrush(span -> picked.add(Double.NaN)));
        fx(() -> chart.onPick(picked::add));
        Canvas canvas = (Canvas) fx(() -> chart.lookup("Canvas"));
        Rectangle2D storage = Treemap.cells(TILES, new Rectangle2D(0, 0, canvas.getWidth(), canvas.getHeight())).get(2)
                .at();
        double x = storage.getMinX() + 9;
        double y = storage.getMinY() + 9;
        // In one turn: between two the window may notice that the machine's own pointer is elsewhere, and say that it left.
        boolean read = fx(() -> {
            for (var type : List.of(MouseEvent.MOUSE_MOVED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                Event.fireEvent(canvas, new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false,
                        false, true, false, false, true, false, true, null));
            }
            return chart.lookup(".pl-chart-readout").isVisible();
        });
        assertThat(picked).containsExactly(2.0);
        assertThat(read).isTrue();
        fx(stage::close);
    }
}
