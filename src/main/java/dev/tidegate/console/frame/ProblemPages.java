package dev.tidegate.console.frame;

import dev.tidegate.platform.web.ProblemAdvice;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the API answers as {@code application/problem+json}, the console shows as a page. */
@ControllerAdvice(basePackages = "dev.tidegate.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemPages {
    private static final Logger log = LoggerFactory.getLogger(ProblemPages.class);

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    /**
     * Null where the answer is on its way already and can't be changed: a stream whose page went.
     */
    @ExceptionHandler
    @Nullable ModelAndView problem(Exception thrown, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null;
        }
        var problem = ProblemAdvice.problemOf(thrown);
        if (problem.status() >= 500) {
            log.error("{} shown: {}", problem.code(), thrown.toString(), thrown);
        }
        var status = HttpStatus.valueOf(problem.status());
        return new ModelAndView(pages.page(status, "problem", problem));
    }
}
