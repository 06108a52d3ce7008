package io.plimsoll.app.chart;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import io.plimsoll.app.chart.ChartSpec.Kind;
import io.plimsoll.app.chart.ChartSpec.Span;
import io.plimsoll.app.text.Messages;

/// Which stretch of time a chart is narrowed (or widened) to. It snaps to the chart's own days, is never shorter than two of them,
/// and stays while the chart shows the same stretch of other data. On the FX thread.
final class Zoom {
    private static final double PAN = 0.25;
    private static final double EDGE = 8;

    private final ChartView chart;
    private final Button back = new Button(Messages.text("chart.zoomBack"));
    private final ReadOnlyObjectWrapper<@Nullable Span> span = new ReadOnlyObjectWrapper<>(this, "zoom");
    private boolean enabled;

    Zoom(ChartView chart) {
        this.chart = chart;
        back.getStyleClass().add("pl-chart-back");
        back.setManaged(false);
        back.setVisible(false);
        back.setFocusTraversable(false);
        back.setOnAction(event -> set(null));
    }

    void enable() {
        if (!enabled) {
            enabled = true;
            chart.addOverlay(back);
        }
    }

    ReadOnlyObjectProperty<@Nullable Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /// Whether there is a stretch of time that could be narrowed.
    boolean applies() {
        Kind kind = chart.spec().kind();
        return enabled && (kind == Kind.LINE || kind == Kind.STEP || kind == Kind.STACKED_BARS)
                && chart.spec().x().kind() == Axis.Kind.TIME && !chart.spec().isEmpty();
    }

    /// What is drawn.
    ChartSpec applied(ChartSpec spec) {
        Span now = span.get();
        return now == null || !applies() ? spec : spec.within(now);
    }

    /// To be called before another chart is shown.
    void next(ChartSpec before, ChartSpec now) {
        if (span.get() != null && (before.isEmpty() || now.isEmpty() || before.kind() != now.kind()
                || !Domains.x(before).equals(Domains.x(now)))) {
            span.set(null);
        }
    }

    /// Narrows to a stretch that was dragged over, in either direction; null takes it back.
    void set(@Nullable Span wanted) {
        Span now = wanted == null ? null : snapped(wanted);
        span.set(now == null || now.equals(Domains.x(chart.spec())) ? null : now);
        chart.zoomed();
    }

    void place(Plot plot, double left, double top) {
        boolean shown = span.get() != null && applies();
        back.setVisible(shown);
        if (shown) {
            back.autosize();
            back.relocate(left + plot.area().getMaxX() - back.getWidth() - EDGE,
                    top + plot.area().getMinY() + EDGE / 2);
        }
    }

    /// @param around  position that keeps its place, `NaN` for the middle
    /// @param marked  stretch that was marked, which plus narrows to, or null
    /// @return whether the key was for the zoom
    boolean key(KeyEvent event, double around, @Nullable Span marked) {
        if (!applies()) {
            return false;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE && span.get() != null) {
            set(null);
        } else if (code == KeyCode.PLUS || code == KeyCode.EQUALS || code == KeyCode.ADD) {
            if (marked != null && !marked.equals(span.get())) {
                set(marked);
            } else {
                scale(0.5, around);
            }
        } else if (code == KeyCode.MINUS || code == KeyCode.SUBTRACT) {
            scale(2, around);
        } else if (event.isShiftDown() && (code == KeyCode.LEFT || code == KeyCode.RIGHT)) {
            pan(code == KeyCode.LEFT ? -PAN : PAN);
        } else {
            return false;
        }
        return true;
    }

    /// Moves along so that a position that is read out is in view.
    void show(double x) {
        Span now = span.get();
        if (now != null && applies() && (x < now.from() || x > now.to())) {
            double by = x < now.from() ? x - now.from() : x - now.to();
            move(now, by);
        }
    }

    private void scale(double factor, double around) {
        Span now = Domains.x(applied(chart.spec()));
        double middle = Double.isNaN(around) ? (now.from() + now.to()) / 2 : around;
        set(new Span(middle - (middle - now.from()) * factor, middle + (now.to() - middle) * factor));
    }

    private void pan(double share) {
        Span now = Domains.x(applied(chart.spec()));
        double step = Domains.barStep(chart.spec());
        double by = Math.max(step, Math.round(Math.abs(share) * (now.to() - now.from()) / step) * step);
        move(now, Math.copySign(by, share));
    }

    private void move(Span now, double by) {
        Span whole = Domains.x(chart.spec().within(null));
        double bounded = Math.clamp(by, Math.min(0, whole.from() - now.from()), Math.max(0, whole.to() - now.to()));
        span.set(new Span(now.from() + bounded, now.to() + bounded));
        chart.zoomed();
    }

    /// Bars stand around their day, so half a step more is shown on both sides.
    private Span snapped(Span wanted) {
        ChartSpec all = chart.spec().within(null);
        Span whole = Domains.x(all);
        double step = Domains.barStep(all);
        double half = all.kind() == Kind.STACKED_BARS ? step / 2 : 0;
        double from = Readout.nearest(all, Math.max(whole.from(), wanted.from()));
        double to = Readout.nearest(all, Math.min(whole.to(), wanted.to()));
        if (to - from < step) {
            from -= step;
            to += step;
        }
        return new Span(Math.max(whole.from(), from - half), Math.min(whole.to(), to + half));
    }
}
