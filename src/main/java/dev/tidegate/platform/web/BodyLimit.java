package dev.tidegate.platform.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** A bound on JSON bodies that are read whole; the door for messages has bounds of its own. */
@ControllerAdvice
public final class BodyLimit extends RequestBodyAdviceAdapter {
    private final long bodySizeMax;

    public BodyLimit(long bodySizeMax) {
        this.bodySizeMax = bodySizeMax;
    }

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var bounded = new Bounded(message.getBody());
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return bounded;
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    /** Refuses to give more than it may. */
    private final class Bounded extends FilterInputStream {
        private long given;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int some = super.read(bytes, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            given += more;
            if (given > bodySizeMax) {
                throw Problem.of(
                                413,
                                "body_too_large",
                                "The body is too large",
                                "A body of this API has at most " + bodySizeMax + " bytes.",
                                "Send many or large documents as messages: POST"
                                        + " /v1/sources/{source}/messages.")
                        .asException();
            }
        }
    }
}
