package io.plimsoll.app.session;

import java.util.List;

import javafx.geometry.Rectangle2D;

/// Where a window stands, in screen units.
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 600;
    private static final double GRIP = 80;

    /// A negative place lets the system choose.
    public static WindowBounds initial() {
        return new WindowBounds(-1, -1, 1440, 900, false);
    }

    /// Made to fit: at least a grip of the title bar lies on one of the screens, else it is centred on the first; never
    /// larger than the screen, never smaller than can be used. A screen that was unplugged can't swallow the window.
    ///
    /// @param screens visible bounds, the first one is the main screen; not empty
    public WindowBounds inside(List<Rectangle2D> screens) {
        Rectangle2D home = screens.stream().filter(this::reachable).findFirst().orElse(null);
        Rectangle2D screen = home == null ? screens.getFirst() : home;
        double w = Math.min(Math.max(width, SMALLEST_WIDTH), screen.getWidth());
        double h = Math.min(Math.max(height, SMALLEST_HEIGHT), screen.getHeight());
        if (home == null) {
            return new WindowBounds(screen.getMinX() + (screen.getWidth() - w) / 2,
                    screen.getMinY() + (screen.getHeight() - h) / 2, w, h, maximized);
        }
        double left = Math.clamp(x, screen.getMinX(), screen.getMaxX() - w);
        double top = Math.clamp(y, screen.getMinY(), screen.getMaxY() - h);
        return new WindowBounds(left, top, w, h, maximized);
    }

    private boolean reachable(Rectangle2D screen) {
        boolean placed = x >= 0 || y >= 0 || screen.getMinX() < 0 || screen.getMinY() < 0;
        return placed && x + width - GRIP >= screen.getMinX() && x + GRIP <= screen.getMaxX()
                && y >= screen.getMinY() && y + GRIP / 2 <= screen.getMaxY();
    }
}
