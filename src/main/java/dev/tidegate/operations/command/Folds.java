package dev.tidegate.operations.command;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One turn at a time for each subject, and everyone who waits for a turn shares the next one: a hot
 * subject costs one transaction for many callers, and holds one database connection rather than one
 * for each who waits.
 *
 * @param <K> what a turn is about
 * @param <A> what is asked
 * @param <R> the answer
 */
final class Folds<K, A, R> {
    /** Answers all of one turn, in their order. */
    interface Turn<K, A, R> {
        List<R> serve(K subject, List<A> asked);
    }

    /** A waiter is told either that it leads the next turn, or its answer. */
    private sealed interface Told<R> {
        record Lead<R>() implements Told<R> {}

        record Answered<R>(R answer) implements Told<R> {}
    }

    private record Waiting<A, R>(A asked, CompletableFuture<Told<R>> told) {
        Waiting(A asked) {
            this(asked, new CompletableFuture<>());
        }
    }

    /** Longer than any turn: its transaction has a timeout of its own. */
    private static final Duration TURN_MAX = Duration.ofMinutes(2);

    private final Turn<K, A, R> turn;
    private final int foldMax;
    private final int waitingMax;
    private final Duration waitTimeout;
    private final Map<K, Deque<Waiting<A, R>>> lines = new HashMap<>();

    /**
     * @param foldMax requests of one turn at most
     * @param waitingMax requests that may wait for one subject
     * @param waitTimeout how long one waits before it is refused
     */
    Folds(Turn<K, A, R> turn, int foldMax, int waitingMax, Duration waitTimeout) {
        this.turn = turn;
        this.foldMax = foldMax;
        this.waitingMax = waitingMax;
        this.waitTimeout = waitTimeout;
    }

    /** Empty when too many wait, or the turn didn't come in time: then nothing was done. */
    Optional<R> ask(K subject, A asked) {
        var mine = new Waiting<A, R>(asked);
        boolean first;
        synchronized (lines) {
            var line = lines.get(subject);
            first = line == null;
            if (line == null) {
                line = new ArrayDeque<>();
                lines.put(subject, line);
            } else if (line.size() >= waitingMax) {
                return Optional.empty();
            }
            if (!first) {
                line.addLast(mine);
            }
        }
        return first ? Optional.of(lead(subject, mine)) : await(subject, mine);
    }

    private Optional<R> await(K subject, Waiting<A, R> mine) {
        try {
            return Optional.of(follow(subject, mine, waitTimeout));
        } catch (TimeoutException e) {
            return leave(subject, mine);
        }
    }

    /** Steps out of the line; whoever was told meanwhile does as it was told. */
    private Optional<R> leave(K subject, Waiting<A, R> mine) {
        if (stepOut(subject, mine)) {
            return Optional.empty();
        }
        try {
            return Optional.of(follow(subject, mine, TURN_MAX));
        } catch (TimeoutException e) {
            throw new IllegalStateException("a turn does not end", e);
        }
    }

    private R follow(K subject, Waiting<A, R> mine, Duration wait) throws TimeoutException {
        try {
            return switch (mine.told().get(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                case Told.Lead<R> _ -> lead(subject, mine);
                case Told.Answered<R>(var answer) -> answer;
            };
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!stepOut(subject, mine)) {
                mine.told().thenAccept(told -> handOnIfLead(subject, told));
            }
            throw new IllegalStateException("interrupted while waiting for a turn", e);
        }
    }

    int waiting(K subject) {
        synchronized (lines) {
            var line = lines.get(subject);
            return line == null ? 0 : line.size();
        }
    }

    private boolean stepOut(K subject, Waiting<A, R> mine) {
        synchronized (lines) {
            var line = lines.get(subject);
            return line != null && line.remove(mine);
        }
    }

    private void handOnIfLead(K subject, Told<R> told) {
        if (told instanceof Told.Lead<R>) {
            handOn(subject);
        }
    }

    private R lead(K subject, Waiting<A, R> mine) {
        var together = new ArrayList<Waiting<A, R>>();
        together.add(mine);
        synchronized (lines) {
            var line = lines.get(subject);
            while (line != null && together.size() < foldMax && !line.isEmpty()) {
                together.add(line.removeFirst());
            }
        }
        try {
            var answers = turn.serve(subject, together.stream().map(Waiting::asked).toList());
            for (int i = 1; i < together.size(); i++) {
                together.get(i).told().complete(new Told.Answered<>(answers.get(i)));
            }
            return answers.getFirst();
        } catch (RuntimeException | Error e) {
            together.forEach(waiting -> waiting.told().completeExceptionally(e));
            throw e;
        } finally {
            handOn(subject);
        }
    }

    private void handOn(K subject) {
        Waiting<A, R> next = null;
        synchronized (lines) {
            var line = lines.get(subject);
            if (line == null || line.isEmpty()) {
                lines.remove(subject);
            } else {
                next = line.removeFirst();
            }
        }
        if (next != null) {
            next.told().complete(new Told.Lead<>());
        }
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case RuntimeException thrown -> thrown;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failed);
        };
    }
}
