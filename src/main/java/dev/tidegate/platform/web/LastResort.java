package dev.tidegate.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the container sends what no handler and no filter has answered. */
@RestController
public final class LastResort implements ErrorController {
    private final ProblemWriter writer;

    public LastResort(ProblemWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("/error")
    @Needs(Needs.NOTHING)
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int code = status instanceof Integer known ? known : 404;
        writer.write(
                code == 404
                        ? SpringProblems.notFound(String.valueOf(path))
                        : SpringProblems.ofStatus(code),
                request,
                response);
    }
}
