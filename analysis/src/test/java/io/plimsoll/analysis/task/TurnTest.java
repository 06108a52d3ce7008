package io.plimsoll.analysis.task;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnTest {
    private final Turn turn = new Turn();

    @Test
    @Timeout(30)
    void whoWaitsIsStoppedWhileTheOtherGoesOn() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> turn.take(() -> {
            started.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "done";
        }, Cancellation.never()));
        started.await();
        Cancellation cancellation = new Cancellation();
        CompletableFuture<String> second = CompletableFuture
                .supplyAsync(() -> turn.take(() -> "never", cancellation));
        cancellation.request();
        assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        assertThat(first).isNotDone();
        goOn.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void aFailureGivesTheTurnBack() {
        assertThatThrownBy(() -> turn.take(() -> {
            throw new IllegalStateException();
        }, Cancellation.never())).isInstanceOf(IllegalStateException.class);
        assertThat(turn.take(() -> turn.take(() -> 1, Cancellation.never()), Cancellation.never())).isEqualTo(1);
    }
}
