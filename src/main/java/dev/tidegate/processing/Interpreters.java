package dev.tidegate.processing;

import dev.tidegate.contract.CanonicalEvent;
import dev.tidegate.contract.Interpreter;
import dev.tidegate.contract.RawMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Some interpreters for many callers: a command doesn't wait behind the trace of a large file. More
 * callers than there are interpreters wait their turn.
 */
final class Interpreters implements Interpreter {
    private final BlockingQueue<Interpreter> idle;

    Interpreters(int count, Supplier<Interpreter> made) {
        this.idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            idle.add(made.get());
        }
    }

    @Override
    public List<CanonicalEvent> interpret(RawMessage message, Optional<String> mapping) {
        Interpreter interpreter;
        try {
            interpreter = idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an interpreter", e);
        }
        try {
            return interpreter.interpret(message, mapping);
        } finally {
            idle.add(interpreter);
        }
    }
}
