package dev.tidegate.console.frame;

import dev.tidegate.platform.web.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/** What the API answers as {@code application/problem+json}, the console shows as a page. */
@ControllerAdvice(basePackages = "dev.tidegate.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemPages {
    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View problem(ProblemException refused) {
        var problem = refused.problem();
        return pages.page(HttpStatus.valueOf(problem.status()), "problem", problem);
    }
}
