package io.plimsoll.app.chart;

import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.chart.ChartSpec.Kind;
import io.plimsoll.app.chart.ChartSpec.Span;

/// The mouse and the arrow keys over a chart: read-out, brush, pick. Draws on nodes above the canvas, so that moving the
/// mouse never repaints the data.
final class Pointer {
    private static final double CLICK = 4;

    private final ChartView chart;
    private final Line cross = new Line();
    private final Rectangle brush = new Rectangle();
    private final ReadoutBox box = new ReadoutBox();
    private Consumer<@Nullable Span> brushed = span -> {};
    private Consumer<Double> picked = at -> {};
    private boolean brushing;
    private boolean zooming;
    private double pressedAt = Double.NaN;
    private @Nullable Span marked;
    private double readAt = Double.NaN;
    private double left;
    private double top;

    Pointer(ChartView chart) {
        this.chart = chart;
        cross.getStyleClass().add("pl-chart-cross");
        brush.getStyleClass().add("pl-chart-brush");
        for (Node node : new Node[]{cross, brush, box}) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            node.setVisible(false);
        }
    }

    void install(Canvas canvas) {
        chart.addOverlay(brush, cross, box);
        canvas.setOnMouseMoved(event -> read(event.getX(), event.getY()));
        canvas.setOnMouseExited(event -> hide());
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        chart.setOnKeyPressed(this::key);
    }

    void onBrush(Consumer<@Nullable Span> consumer) {
        brushed = consumer;
        brushing = true;
    }

    void onPick(Consumer<Double> consumer) {
        picked = consumer;
    }

    void mark(@Nullable Span span) {
        marked = span;
        placeBrush();
    }

    void hide() {
        cross.setVisible(false);
        box.setVisible(false);
        readAt = Double.NaN;
    }

    /// Called after the canvas was drawn anew.
    void layout(double leftInset, double topInset) {
        left = leftInset;
        top = topInset;
        placeBrush();
    }

    private void read(double px, double py) {
        Plot plot = chart.plot();
        if (plot == null || !plot.area().contains(px, py) && plot.spec().kind() != Kind.ROWS) {
            hide();
            return;
        }
        show(plot, switch (plot.spec().kind()) {
            case ROWS -> plot.y().value(py);
            case TREEMAP -> Treemap.at(plot.spec().tiles(), plot.area(), px, py);
            case SCATTER -> ScatterPainter.at(plot, px, py);
            default -> plot.x().value(px);
        });
    }

    private void show(Plot plot, double x) {
        Readout readout = Readout.at(plot.spec(), x);
        if (readout == null || readout.lines().isEmpty()) {
            hide();
            return;
        }
        readAt = readout.at();
        if (plot.spec().kind() == Kind.TREEMAP) {
            Rectangle2D cell = Treemap.cells(plot.spec().tiles(), plot.area()).get((int) readAt).at();
            cross.setVisible(false);
            box.show(readout, left + cell.getMinX() + cell.getWidth() / 2, top + cell.getMinY() + cell.getHeight() / 2,
                    chart.getWidth(), chart.getHeight());
            return;
        }
        if (plot.spec().kind() == Kind.SCATTER) {
            Marker marker = plot.spec().markers().get((int) readAt);
            cross.setVisible(false);
            box.show(readout, left + ScatterPainter.x(plot, marker), top + ScatterPainter.y(plot, marker),
                    chart.getWidth(),
                    chart.getHeight());
            return;
        }
        boolean rows = plot.spec().kind() == Kind.ROWS;
        double px = left + (rows ? plot.x().pixel(0) : Plot.sharp(plot.x().pixel(readAt)));
        cross.setVisible(!rows);
        cross.setStartX(px);
        cross.setEndX(px);
        cross.setStartY(top + plot.area().getMinY());
        cross.setEndY(top + plot.area().getMaxY());
        box.show(readout, px, top + (rows ? plot.y().pixel(readAt + 1) : plot.area().getMinY()), chart.getWidth(),
                chart.getHeight());
    }

    private void pressed(MouseEvent event) {
        chart.requestFocus();
        pressedAt = event.getButton() == MouseButton.PRIMARY ? event.getX() : Double.NaN;
        Plot plot = chart.plot();
        zooming = chart.zoom().applies() && (event.isShiftDown() || plot == null || !brushes(plot));
    }

    private void dragged(MouseEvent event) {
        Plot plot = chart.plot();
        if (plot != null && zooming && Math.abs(event.getX() - pressedAt) > CLICK) {
            place(plot, span(plot, pressedAt, event.getX()));
        } else if (plot != null && brushes(plot) && Math.abs(event.getX() - pressedAt) > CLICK) {
            marked = span(plot, pressedAt, event.getX());
            placeBrush();
        }
    }

    private void released(MouseEvent event) {
        Plot plot = chart.plot();
        if (plot == null || Double.isNaN(pressedAt)) {
            return;
        }
        boolean brushes = brushes(plot);
        if (zooming && Math.abs(event.getX() - pressedAt) > CLICK) {
            chart.zoom().set(span(plot, pressedAt, event.getX()));
        } else if (event.getClickCount() == 2 && chart.zoomProperty().get() != null) {
            chart.zoom().set(null);
        } else if (brushes && Math.abs(event.getX() - pressedAt) > CLICK) {
            brushed.accept(marked);
        } else if (brushes && marked != null) {
            clearBrush();
        } else if (!Double.isNaN(readAt)) {
            picked.accept(readAt);
        }
        pressedAt = Double.NaN;
    }

    /// Areas and points have no axis along which something could be marked.
    private boolean brushes(Plot plot) {
        return brushing && plot.spec().kind() != Kind.TREEMAP && plot.spec().kind() != Kind.SCATTER;
    }

    private void clearBrush() {
        mark(null);
        brushed.accept(null);
    }

    private void key(KeyEvent event) {
        Plot plot = chart.plot();
        if (plot == null) {
            return;
        }
        KeyCode code = event.getCode();
        boolean rows = plot.spec().kind() == Kind.ROWS;
        if (chart.zoom().key(event, readAt, marked)) {
            event.consume();
            return;
        }
        if (code == KeyCode.ESCAPE && marked != null) {
            clearBrush();
        } else if (code == KeyCode.ENTER && !Double.isNaN(readAt)) {
            picked.accept(readAt);
        } else if (code == (rows ? KeyCode.DOWN : KeyCode.RIGHT)) {
            step(plot, 1);
        } else if (code == (rows ? KeyCode.UP : KeyCode.LEFT)) {
            step(plot, -1);
        } else {
            return;
        }
        event.consume();
    }

    /// A chart that is narrowed starts within what it shows, and goes along.
    private void step(Plot plot, int direction) {
        Span zoomed = chart.zoomProperty().get();
        double next = Double.isNaN(readAt) && zoomed != null && chart.zoom().applies()
                ? Readout.nearest(plot.spec(), zoomed.from())
                : Steps.next(plot.spec(), readAt, direction);
        chart.zoom().show(next);
        Plot now = chart.plot();
        show(now == null ? plot : now, next);
    }

    private static Span span(Plot plot, double from, double to) {
        double low = Math.max(plot.area().getMinX(), Math.min(from, to));
        double high = Math.min(plot.area().getMaxX(), Math.max(from, to));
        return new Span(plot.x().value(low), plot.x().value(Math.max(high, low + 1)));
    }

    private void placeBrush() {
        Plot plot = chart.plot();
        Span span = marked;
        if (span == null || plot == null || !brushes(plot)) {
            brush.setVisible(false);
        } else {
            place(plot, span);
        }
    }

    private void place(Plot plot, Span span) {
        double from = Math.max(plot.area().getMinX(), plot.x().pixel(span.from()));
        double to = Math.min(plot.area().getMaxX(), plot.x().pixel(span.to()));
        brush.setVisible(to > from);
        brush.setX(left + from);
        brush.setWidth(Math.max(0, to - from));
        brush.setY(top + plot.area().getMinY());
        brush.setHeight(plot.area().getHeight());
    }
}
