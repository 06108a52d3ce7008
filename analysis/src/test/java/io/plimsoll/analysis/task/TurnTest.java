package io.plimsoll.analysis.task;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnTest {
    private final Turn turn = new Turn();

    @Test
    @Timeout(300)
    void whoWaitsIsStoppedWhileTheOtherGoesOn() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> first = threads.submit(() -> turn.take(() -> {
                started.countDown();
                return waited(goOn);
            }, Cancellation.never()));
            started.await();
            Cancellation cancellation = new Cancellation();
            Future<String> second = threads.submit(() -> turn.take(() -> "never", cancellation));
            cancellation.request();
            assertThatThrownBy(() -> second.get()).hasCauseInstanceOf(CancelledException.class);
            assertThat(first.isDone()).isFalse();
            goOn.countDown();
            assertThat(first.get()).isEqualTo("done");
        }
    }

    private static String waited(CountDownLatch latch) {
        try {
            latch.await();
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailureGivesTheTurnBack() {
        assertThatThrownBy(() -> turn.take(() -> {
            throw new IllegalStateException();
        }, Cancellation.never())).isInstanceOf(IllegalStateException.class);
        assertThat(turn.take(() -> turn.take(() -> 1, Cancellation.never()), Cancellation.never())).isEqualTo(1);
    }
}
