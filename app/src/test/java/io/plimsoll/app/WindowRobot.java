package io.plimsoll.app;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;

import static org.assertj.core.api.Assertions.assertThat;

/// Hands on the window: presses with the mouse and types, as a user does. What it presses must stand in view and get the press. It
/// waits for what is shown, never for time.
final class WindowRobot {
    /// A page is laid out again as its answers arrive: what has stood still for so long is taken to stay.
    private static final int STILL_PULSES = 15;

    private final FxRobot robot = new FxRobot();

    /// The node with this id once it is shown.
    Node shown(String id) {
        return shown("#" + id, id, node -> true);
    }

    /// The first text in the node with this id that says `part`, once it is shown. Typographic spaces and signs count as the
    /// ones on the keyboard.
    Node text(String id, String part) {
        return shown(".label", "\"" + part + "\" in " + id,
                node -> says(node, part) && ways(node).anyMatch(each -> id.equals(each.getId())));
    }

    /// A button anywhere, once it is shown and enabled.
    Node button(String title) {
        return shown(".button", "the button " + title, node -> says(node, title) && !node.isDisabled());
    }

    /// A link anywhere, once it is shown.
    Node link(String title) {
        return shown(".hyperlink", "the link " + title, node -> says(node, title));
    }

    /// The first node that a selector finds and that fits, once it is shown.
    Node shown(String selector, String what, Predicate<Node> fits) {
        FxTest.await(what + " is shown", () -> find(selector, fits) != null);
        return FxTest.fx(() -> Objects.requireNonNull(find(selector, fits)));
    }

    private static @Nullable Node find(String selector, Predicate<Node> fits) {
        return Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene).filter(Objects::nonNull)
                .flatMap(scene -> scene.getRoot().lookupAll(selector).stream())
                .filter(node -> ways(node).allMatch(Node::isVisible) && node.getLayoutBounds().getWidth() > 0)
                .filter(fits).findFirst().orElse(null);
    }

    private static boolean says(Node node, String part) {
        return node instanceof Labeled labeled && plain(labeled.getText()).contains(part);
    }

    static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u2009\\u202f]", " ").replace('\u2212', '-').replace("\u2192", "->");
    }

    /// Presses the node with this id once it is shown and enabled.
    void click(String id) {
        click(shown("#" + id, id + ", enabled,", node -> !node.isDisabled()));
    }

    void click(Node node) {
        Scene scene = FxTest.fx(node::getScene);
        Point2D place = middle(node);
        Node[] hit = new Node[1];
        EventHandler<MouseEvent> watch = event -> hit[0] = (Node) event.getTarget();
        FxTest.fx(() -> scene.addEventFilter(MouseEvent.MOUSE_PRESSED, watch));
        robot.clickOn(place);
        FxTest.fx(() -> scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, watch));
        assertThat(ways(hit[0])).as("The press on %s arrived at %s", node, hit[0]).contains(node);
    }

    /// Waits for a notice; it goes after a while.
    void notice(String part) {
        shown(".notification-bar .label", "the notice \"" + part + "\"", node -> says(node, part));
    }

    /// Drags a node by so many pixels to the right. The headless platform gives a drag to whatever is below the pointer, so the node
    /// has to follow closely.
    void drag(Node node, double distance) {
        Point2D from = middle(node);
        robot.drag(from).dropTo(from.add(distance, 0));
    }

    void press(KeyCode... keys) {
        robot.push(keys);
    }

    void type(String text) {
        robot.write(text, 0);
    }

    /// The middle of a node on the screen, once all of it is in view and stands still.
    private static Point2D middle(Node node) {
        Bounds[] last = new Bounds[1];
        int[] still = new int[1];
        FxTest.await(node + " stands in view", () -> {
            Bounds now = node.localToScene(node.getLayoutBounds());
            still[0] = now.equals(last[0]) ? still[0] + 1 : 0;
            last[0] = now;
            return still[0] >= STILL_PULSES && node.getScene() != null && now.getMinX() >= 0 && now.getMinY() >= 0
                    && now.getMaxX() <= node.getScene().getWidth() && now.getMaxY() <= node.getScene().getHeight();
        });
        return FxTest.fx(() -> {
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /// The node and all that it stands in.
    private static Stream<Node> ways(@Nullable Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent);
    }
}
