package dev.tidegate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The one place where what a handler throws becomes an answer. */
@RestControllerAdvice
public final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    public ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (thrown instanceof EofException) {
            log.debug("the caller went away", thrown);
            return;
        }
        if (response.isCommitted()) {
            throw thrown; // the connection breaks: half an answer must not look whole
        }
        var problem = problemOf(thrown);
        if (problem.status() >= 500) {
            log.error("{} answered: {}", problem.code(), thrown.toString(), thrown);
        }
        writer.write(problem, request, response);
    }

    /** What a handler threw, as a refusal that teaches. */
    public static Problem problemOf(Exception thrown) {
        return switch (thrown) {
            case ProblemException known -> known.problem();
            case HttpMessageNotReadableException unreadable -> JsonProblems.of(unreadable);
            default -> SpringProblems.of(thrown);
        };
    }
}
