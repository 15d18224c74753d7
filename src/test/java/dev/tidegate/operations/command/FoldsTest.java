package dev.tidegate.operations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<List<Integer>> turns = Collections.synchronizedList(new ArrayList<>());

    private List<Integer> doubled(String subject, List<Integer> asked) {
        turns.add(List.copyOf(asked));
        return asked.stream().map(i -> i * 2).toList();
    }

    @Test
    void everyoneGetsTheirOwnAnswer() throws Exception {
        var folds = new Folds<String, Integer, Integer>(this::doubled, 16, 1_000, LONG);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Optional<Integer>>>();
            for (int i = 0; i < 1_000; i++) {
                int asked = i;
                answers.add(threads.submit(() -> folds.ask("one", asked)));
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(answers.get(i).get()).contains(i * 2);
            }
        }
        assertThat(turns.stream().mapToInt(List::size).sum()).isEqualTo(1_000);
        assertThat(turns).allSatisfy(turn -> assertThat(turn.size()).isLessThanOrEqualTo(16));
    }

    @Test
    void whoWaitsSharesTheNextTurn() throws Exception {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var folds =
                new Folds<String, Integer, Integer>(
                        (subject, asked) -> {
                            entered.countDown();
                            hold(go);
                            return doubled(subject, asked);
                        },
                        16,
                        1_000,
                        LONG);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> folds.ask("one", 0));
            entered.await();
            var waiting = new ArrayList<Future<Optional<Integer>>>();
            for (int i = 1; i <= 10; i++) {
                int asked = i;
                waiting.add(threads.submit(() -> folds.ask("one", asked)));
            }
            await().until(() -> folds.waiting("one") == 10);
            go.countDown();
            assertThat(first.get()).contains(0);
            for (Future<Optional<Integer>> one : waiting) {
                assertThat(one.get()).isPresent();
            }
        }
        assertThat(turns).hasSize(2);
        assertThat(turns.getLast()).hasSize(10);
    }

    @Test
    void aFailureIsTheFailureOfItsTurnOnly() {
        var calls = new AtomicInteger();
        var folds =
                new Folds<String, Integer, Integer>(
                        (subject, asked) -> {
                            if (calls.getAndIncrement() == 0) {
                                throw new IllegalStateException("lost");
                            }
                            return doubled(subject, asked);
                        },
                        16,
                        1_000,
                        LONG);

        assertThatThrownBy(() -> folds.ask("one", 1)).hasMessage("lost");
        assertThat(folds.ask("one", 2)).contains(4);
    }

    @Test
    void whoeverDoesNotGetATurnInTimeIsTurnedAwayWithNothingDone() throws Exception {
        var entered = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var folds =
                new Folds<String, Integer, Integer>(
                        (subject, asked) -> {
                            entered.countDown();
                            hold(go);
                            return doubled(subject, asked);
                        },
                        16,
                        1,
                        Duration.ofMillis(50));
        var first = CompletableFuture.supplyAsync(() -> folds.ask("one", 1));
        entered.await();

        var late = folds.ask("one", 2);
        go.countDown();

        assertThat(late).isEmpty();
        assertThat(first.get()).contains(2);
        assertThat(folds.ask("one", 3)).contains(6);
        assertThat(turns).containsExactly(List.of(1), List.of(3));
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
