package io.plimsoll.app.chart;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.chart.ChartSpec.Kind;
import io.plimsoll.app.chart.ChartSpec.Span;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Shows a chart: grows with its place, follows the theme, reads out under the pointer or with the arrow keys, and lets a
/// stretch be brushed. On the FX thread.
public final class ChartView extends Region {
    private final Canvas canvas = new Canvas();
    private final Inks inks = new Inks(this, this::requestLayout);
    private final Pointer pointer = new Pointer(this);
    private final Sign sign = new Sign();
    private final Zoom zoom = new Zoom(this);
    private ChartSpec spec;
    private boolean brushable;
    private @Nullable Plot plot;

    public ChartView(ChartSpec spec) {
        this.spec = spec;
        getStyleClass().add("pl-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        boolean small = spec.kind() == Kind.SPARKLINE;
        setPrefSize(small ? 190 : 480, small ? 18 : 220);
        setMinSize(small ? 20 : 120, small ? 12 : 60);
        getChildren().add(canvas);
        if (small) {
            setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        } else {
            setFocusTraversable(true);
            pointer.install(canvas);
            sign.install(this);
        }
        show(spec);
    }

    /// Small bars for a table cell; can't be focused.
    public static ChartView sparkline(String title, double[] values, ChartColor color) {
        return new ChartView(ChartSpec.sparkline(title, values, color));
    }

    /// Shows something else; of the same kind or another.
    public void show(ChartSpec changed) {
        zoom.next(spec, changed);
        this.spec = changed;
        pointer.hide();
        canvas.setCursor(cursor());
        describe();
        requestLayout();
    }

    private void describe() {
        int points = spec.series().stream().mapToInt(series -> series.x().length).max().orElse(0);
        String described = Messages.text("chart.described", spec.title(),
                Formats.count(Math.max(spec.series().size(),
                        spec.rows().isEmpty() && spec.tiles().isEmpty() ? 0 : 1)),
                Formats.count(Math.max(points, Math.max(spec.rows().size(), Treemap.count(spec.tiles())))));
        Span shown = zoom.spanProperty().get();
        setAccessibleText(shown == null
                ? described
                : described + " " + Messages.text("chart.zoomed", spec.x().reading().apply(shown.from()),
                        spec.x().reading().apply(shown.to())));
        setAccessibleHelp(zoom.applies() ? Messages.text("chart.zoomHelp") : null);
    }

    /// Lets a chart over time be narrowed to a stretch: by dragging over it (with Shift where dragging marks), by plus and minus, moved with
    /// Shift and the arrow keys, and taken back by a double click, Escape or the button that then stands in its corner.
    public ChartView zoomable() {
        zoom.enable();
        canvas.setCursor(cursor());
        describe();
        return this;
    }

    /// The stretch that the user has narrowed or widened the chart to, whole steps of its data; null while it shows what its spec says.
    public ReadOnlyObjectProperty<@Nullable Span> zoomProperty() {
        return zoom.spanProperty();
    }

    /// Narrows the chart as the user would; null takes it back.
    public void zoom(@Nullable Span wanted) {
        zoom.set(wanted);
    }

    Zoom zoom() {
        return zoom;
    }

    void zoomed() {
        pointer.hide();
        describe();
        // At once, as the read-out that goes along needs the new positions.
        layoutChildren();
    }

    private Cursor cursor() {
        return spec.kind() == Kind.TREEMAP || spec.kind() == Kind.SCATTER
                ? Cursor.HAND
                : brushable || zoom.applies() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
    }

    public ChartSpec spec() {
        return spec;
    }

    /// Lets a stretch be marked with the mouse: `brushed` gets it when the button is let go, and null when it is cleared by
    /// a click or the Escape key.
    public void onBrush(Consumer<@Nullable Span> brushed) {
        pointer.onBrush(brushed);
        brushable = true;
        canvas.setCursor(cursor());
    }

    /// Marks a stretch as brushed, or none; does not call back.
    public void mark(@Nullable Span brushed) {
        pointer.mark(brushed);
    }

    /// A click on a position of the x axis (or a row of horizontal bars, or a cell of a treemap or a marker of a scatter chart by its number), snapped to the nearest value.
    public void onPick(Consumer<Double> picked) {
        pointer.onPick(picked);
    }

    /// Puts a sign above the chart, which moves without a repaint: a ring at (`x`, `y`), or a line across at `y` if `x` is `NaN`. What
    /// lies outside stands at the edge.
    ///
    /// @param y `NaN` takes the sign away
    public void sign(double x, double y) {
        sign.move(x, y);
        placeSign();
    }

    private void placeSign() {
        Plot drawn = plot;
        if (drawn != null) {
            sign.place(drawn, getInsets().getLeft(), getInsets().getTop());
        }
    }

    /// The picture as it stands, at twice its size, on the panel's colour.
    public WritableImage picture() {
        layoutChildren();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(inks.of(ChartColor.PANEL));
        parameters.setTransform(Transform.scale(2, 2));
        return canvas.snapshot(parameters, null);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = Math.max(1, Math.floor(getWidth() - insets.getLeft() - insets.getRight()));
        double height = Math.max(1, Math.floor(getHeight() - insets.getTop() - insets.getBottom()));
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(insets.getLeft(), insets.getTop());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, height);
        Painter painter = Painters.of(spec.kind());
        Plot drawn = painter.layout(g, zoom.applied(spec), width, height, this::ink);
        plot = drawn;
        if (!spec.isEmpty()) {
            painter.paint(drawn);
        }
        pointer.layout(insets.getLeft(), insets.getTop());
        placeSign();
        zoom.place(drawn, insets.getLeft(), insets.getTop());
    }

    private Color ink(ChartColor color) {
        return inks.of(color);
    }

    Inks inks() {
        return inks;
    }

    @Nullable
    Plot plot() {
        return plot;
    }

    void addOverlay(Node... nodes) {
        getChildren().addAll(nodes);
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return Inks.metaData();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }
}
