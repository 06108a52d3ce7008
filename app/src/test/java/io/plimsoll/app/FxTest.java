package io.plimsoll.app;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.BeforeAll;

import io.plimsoll.app.theme.Theme;

/// A test that needs the toolkit. The headless screen is 1000 by 1000, so stages stand at 0,0 and are no larger than that;
/// larger pictures are taken from a scene without a stage, see `Screenshots`. Nothing sleeps: `await` looks once a pulse.
public abstract class FxTest {
    /// More than the slowest machine needs; only what never happens takes so long.
    private static final long PATIENCE_SECONDS = 300;
    private static boolean started;

    @BeforeAll
    static void startToolkit() {
        synchronized (FxTest.class) {
            if (!started) {
                CompletableFuture<Void> up = new CompletableFuture<>();
                Platform.startup(() -> up.complete(null));
                up.join();
                Platform.setImplicitExit(false);
                started = true;
            }
        }
        fx(Theme.LIGHT::apply);
    }

    /// Runs on the FX thread and waits for the answer; what it throws is thrown here.
    public static <T> T fx(Callable<T> action) {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("The FX thread did not answer", e);
        }
    }

    public static void fx(Runnable action) {
        fx(() -> {
            action.run();
            return true;
        });
    }

    /// Waits until `condition`, looked at on the FX thread once a pulse, holds.
    public static void await(String what, BooleanSupplier condition) {
        CompletableFuture<Boolean> met = new CompletableFuture<>();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    stop();
                    met.complete(true);
                }
            }
        };
        fx(timer::start);
        try {
            met.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Never happened: " + what, e);
        } finally {
            fx(timer::stop);
        }
    }

    /// Shows `root` in a stage of its own at 0,0; close it with `fx(stage::close)`.
    public static Stage show(Parent root, double width, double height) {
        if (width > 1000 || height > 1000) {
            throw new IllegalArgumentException("The headless screen is 1000 by 1000");
        }
        return fx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(root, width, height));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return stage;
        });
    }
}
