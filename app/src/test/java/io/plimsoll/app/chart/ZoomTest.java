package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.plimsoll.app.FxTest;
import io.plimsoll.app.chart.ChartSpec.Span;

import static org.assertj.core.api.Assertions.assertThat;

class ZoomTest extends FxTest {
    private static final double DAY = 86_400;
    private static final int DAYS = 60;

    private @Nullable Stage stage;

    @AfterEach
    void close() {
        Stage shown = stage;
        if (shown != null) {
            fx(shown::close);
        }
    }

    @Test
    void draggingNarrowsToWholeDaysInEitherDirectionAndADoubleClickShowsAllAgain() {
        ChartView chart = chart(line("cost", DAYS));
        drag(chart, 300, 180, false);
        Span zoom = zoom(chart);
        assertThat(zoom).isNotNull();
        assertThat(zoom.from() % DAY).isZero();
        assertThat(zoom.to() % DAY).isZero();
        assertThat(zoom.to()).isGreaterThan(zoom.from()).isLessThan(DAYS * DAY);
        assertThat(fx(() -> chart.plot().x().low())).isEqualTo(zoom.from());
        assertThat(fx(() -> chart.plot().x().high())).isEqualTo(zoom.to());
        assertThat(fx(chart::getAccessibleText)).contains("Narrowed to");
        click(chart, 200, 2);
        assertThat(zoom(chart)).isNull();
        assertThat(fx(() -> chart.plot().x().high())).isEqualTo((DAYS - 1) * DAY);
    }

    @Test
    void valuesBesideTheStretchDoNotSetTheHeight() {
        double[] y = new double[DAYS];
        Arrays.fill(y, 10);
        y[50] = 1000;
        ChartView chart = chart(ChartSpec.line("cost").add(Series.of("cost", days(DAYS), y, ChartColor.C1)).build());
        assertThat(fx(() -> chart.plot().y().high())).isGreaterThan(1000);
        fx(() -> chart.zoom(new Span(0, 20 * DAY)));
        assertThat(fx(() -> chart.plot().y().high())).isLessThan(30);
    }

    @Test
    void theKeyboardNarrowsMovesWidensAndTakesBack() {
        ChartView chart = chart(line("cost", DAYS));
        assertThat(fx(chart::getAccessibleHelp)).contains("plus and minus");
        press(chart, KeyCode.PLUS, false);
        Span half = zoom(chart);
        assertThat(half.to() - half.from()).isBetween(28 * DAY, 31 * DAY);
        press(chart, KeyCode.RIGHT, true);
        assertThat(zoom(chart).from()).isGreaterThan(half.from());
        assertThat(zoom(chart).to() - zoom(chart).from()).isEqualTo(half.to() - half.from());
        for (int i = 0; i < 10; i++) {
            press(chart, KeyCode.RIGHT, true);
        }
        assertThat(zoom(chart).to()).isEqualTo((DAYS - 1) * DAY);
        press(chart, KeyCode.MINUS, false);
        press(chart, KeyCode.MINUS, false);
        assertThat(zoom(chart)).isNull();
        press(chart, KeyCode.PLUS, false);
        press(chart, KeyCode.ESCAPE, false);
        assertThat(zoom(chart)).isNull();
    }

    @Test
    void noFewerThanThreeDaysAreShownHoweverOftenOneNarrows() {
        ChartView chart = chart(line("cost", DAYS));
        for (int i = 0; i < 20; i++) {
            press(chart, KeyCode.ADD, false);
        }
        assertThat(zoom(chart).to() - zoom(chart).from()).isBetween(DAY, 3 * DAY);
    }

    @Test
    void theReadOutTakesTheNarrowedChartAlong() {
        ChartView chart = chart(line("cost", DAYS));
        fx(() -> chart.zoom(new Span(20 * DAY, 22 * DAY)));
        for (int i = 0; i < 4; i++) {
            press(chart, KeyCode.RIGHT, false);
        }
        assertThat(zoom(chart)).isEqualTo(new Span(21 * DAY, 23 * DAY));
        assertThat(fx(() -> chart.lookup(".pl-chart-readout").isVisible())).isTrue();
    }

    @Test
    void aChartThatStartsNarrowCanBeWidenedToAllItsDays() {
        ChartView chart = chart(line("cost", DAYS).within(new Span(20 * DAY, 40 * DAY)));
        press(chart, KeyCode.MINUS, false);
        assertThat(zoom(chart)).isEqualTo(new Span(10 * DAY, 50 * DAY));
        press(chart, KeyCode.MINUS, false);
        assertThat(zoom(chart)).isEqualTo(new Span(0, (DAYS - 1) * DAY));
    }

    @Test
    void itStaysForOtherDataOfTheSameDaysAndGoesWithOtherDays() {
        ChartView chart = chart(line("cost", DAYS));
        fx(() -> chart.zoom(new Span(20 * DAY, 30 * DAY)));
        fx(() -> chart.show(line("with commits", DAYS)));
        assertThat(zoom(chart)).isEqualTo(new Span(20 * DAY, 30 * DAY));
        fx(() -> chart.show(line("another", DAYS + 5)));
        assertThat(zoom(chart)).isNull();
    }

    @Test
    void whereDraggingMarksDaysShiftNarrowsAndPlusTakesTheMarkedDays() {
        List<Span> marked = new ArrayList<>();
        double[] y = new double[DAYS];
        Arrays.fill(y, 3);
        ChartView chart = chart(
                ChartSpec.stackedBars("cost").add(Series.of("cost", days(DAYS), y, ChartColor.C1)).build());
        fx(() -> chart.onBrush(marked::add));
        drag(chart, 180, 300, false);
        assertThat(marked).hasSize(1);
        assertThat(zoom(chart)).isNull();
        press(chart, KeyCode.PLUS, false);
        Span zoom = zoom(chart);
        assertThat(zoom.from() % DAY).isEqualTo(DAY / 2);
        press(chart, KeyCode.ESCAPE, false);
        assertThat(zoom(chart)).isNull();
        assertThat(marked).hasSize(1);
        drag(chart, 180, 300, true);
        assertThat(zoom(chart)).isNotNull();
        assertThat(marked).hasSize(1);
    }

    @Test
    void theButtonInTheCornerShowsAllAgain() {
        ChartView chart = chart(line("cost", DAYS));
        Button back = (Button) fx(() -> chart.lookup(".pl-chart-back"));
        assertThat(fx(back::isVisible)).isFalse();
        fx(() -> chart.zoom(new Span(20 * DAY, 30 * DAY)));
        assertThat(fx(back::isVisible)).isTrue();
        fx(back::fire);
        assertThat(zoom(chart)).isNull();
        assertThat(fx(back::isVisible)).isFalse();
    }

    @Test
    void chartsWithoutTimeAreLeftAlone() {
        ChartView chart = chart(ChartSpec.line("curve").x(Axis.number(""))
                .add(Series.of("c", days(5), new double[]{1, 2, 3, 4, 5}, ChartColor.C1)).build());
        press(chart, KeyCode.PLUS, false);
        drag(chart, 180, 300, false);
        assertThat(zoom(chart)).isNull();
        assertThat(fx(chart::getAccessibleHelp)).isNull();
    }

    private ChartView chart(ChartSpec spec) {
        ChartView chart = fx(() -> new ChartView(spec).zoomable());
        stage = show(chart, 500, 200);
        return chart;
    }

    private static ChartSpec line(String title, int days) {
        double[] y = new double[days];
        Arrays.setAll(y, i -> 100 + i % 7);
        return ChartSpec.line(title).add(Series.of(title, days(days), y, ChartColor.C1)).build();
    }

    private static double[] days(int count) {
        double[] x = new double[count];
        Arrays.setAll(x, i -> i * DAY);
        return x;
    }

    private static Span zoom(ChartView chart) {
        return fx(() -> chart.zoomProperty().get());
    }

    private static void press(Node node, KeyCode code, boolean shift) {
        fx(() -> Event.fireEvent(node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }

    private static void drag(ChartView chart, double from, double to, boolean shift) {
        Canvas canvas = (Canvas) fx(() -> chart.lookup("Canvas"));
        mouse(canvas, MouseEvent.MOUSE_PRESSED, from, shift, 1);
        mouse(canvas, MouseEvent.MOUSE_DRAGGED, to, shift, 1);
        mouse(canvas, MouseEvent.MOUSE_RELEASED, to, shift, 1);
    }

    private static void click(ChartView chart, double x, int count) {
        Canvas canvas = (Canvas) fx(() -> chart.lookup("Canvas"));
        mouse(canvas, MouseEvent.MOUSE_PRESSED, x, false, count);
        mouse(canvas, MouseEvent.MOUSE_RELEASED, x, false, count);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x, boolean shift, int clicks) {
        fx(() -> Event.fireEvent(node, new MouseEvent(type, x, 80, x, 80, MouseButton.PRIMARY, clicks, shift, false,
                false, false, true, false, false, true, false, true, null)));
    }
}
