package io.plimsoll.app.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;

/// Where the tiles of a treemap lie. Its cells are numbered in reading order: a tile without parts is one cell, another has one a
/// part; pointer and keys walk along these numbers.
final class Treemap {
    /// Height of the line with the name of a tile that has parts.
    static final double HEAD = 17;
    private static final double LOWEST_WITH_HEAD = 48;
    private static final double NARROWEST_WITH_HEAD = 54;
    private static final double GAP = 3;

    /// A rectangle that stands for an amount.
    ///
    /// @param outer the tile of the first level
    /// @param part  the tile of the second level, or `outer` if that is not divided
    /// @param at    where it lies
    record Cell(Tile outer, Tile part, Rectangle2D at) {}

    /// A tile of the first level.
    ///
    /// @param head  where its name stands, or null if there is no room for it
    /// @param cells what it is divided into, at least one
    record Group(Tile tile, Rectangle2D at, @Nullable Rectangle2D head, List<Cell> cells) {}

    private Treemap() {
    }

    static List<Group> groups(List<Tile> tiles, Rectangle2D area) {
        if (tiles.isEmpty()) {
            return List.of();
        }
        List<Rectangle2D> places = Squarified.divide(area, tiles.stream().mapToDouble(Tile::value).toArray());
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            groups.add(group(tiles.get(i), inside(places.get(i), GAP / 2)));
        }
        return groups;
    }

    private static Group group(Tile tile, Rectangle2D at) {
        if (tile.parts().isEmpty()) {
            return new Group(tile, at, null, List.of(new Cell(tile, tile, at)));
        }
        boolean headed = at.getHeight() >= LOWEST_WITH_HEAD && at.getWidth() >= NARROWEST_WITH_HEAD;
        Rectangle2D head = headed ? new Rectangle2D(at.getMinX(), at.getMinY(), at.getWidth(), HEAD) : null;
        Rectangle2D rest = headed
                ? new Rectangle2D(at.getMinX(), at.getMinY() + HEAD, at.getWidth(), at.getHeight() - HEAD)
                : at;
        List<Rectangle2D> places = Squarified.divide(rest, tile.parts().stream().mapToDouble(Tile::value).toArray());
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            cells.add(new Cell(tile, tile.parts().get(i), places.get(i)));
        }
        return new Group(tile, at, head, cells);
    }

    private static Rectangle2D inside(Rectangle2D place, double gap) {
        return new Rectangle2D(place.getMinX() + gap, place.getMinY() + gap, Math.max(0, place.getWidth() - 2 * gap),
                Math.max(0, place.getHeight() - 2 * gap));
    }

    static List<Cell> cells(List<Tile> tiles, Rectangle2D area) {
        return groups(tiles, area).stream().flatMap(group -> group.cells().stream()).toList();
    }

    /// The number of the cell below a point; for the line with a name that of the group's first cell; -1 between them.
    static int at(List<Tile> tiles, Rectangle2D area, double x, double y) {
        int number = 0;
        for (Group group : groups(tiles, area)) {
            for (Cell cell : group.cells()) {
                if (cell.at().contains(x, y)) {
                    return number;
                }
                number++;
            }
            Rectangle2D head = group.head();
            if (head != null && head.contains(x, y)) {
                return number - group.cells().size();
            }
        }
        return -1;
    }

    static int count(List<Tile> tiles) {
        return tiles.stream().mapToInt(tile -> Math.max(1, tile.parts().size())).sum();
    }
}
