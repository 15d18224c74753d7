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

/** No body that becomes an object is read beyond a bound, announced or not. */
@ControllerAdvice
public final class BodyBound extends RequestBodyAdviceAdapter {
    private final long bytesMax;

    public BodyBound(WebSettings settings) {
        this.bytesMax = settings.bodySizeMax().toBytes();
    }

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage input,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (input.getHeaders().getContentLength() > bytesMax) {
            throw tooLarge();
        }
        var body = new Bounded(input.getBody());
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return input.getHeaders();
            }
        };
    }

    private ProblemException tooLarge() {
        return Problem.of(
                        413,
                        "body_too_large",
                        "The body is too large",
                        "A JSON body has at most " + bytesMax + " bytes.",
                        "Send less at a time; messages go to /v1/sources/{source}/messages.")
                .asException();
    }

    private final class Bounded extends FilterInputStream {
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count(got);
            return got;
        }

        private void count(int got) {
            read += Math.max(got, 0);
            if (read > bytesMax) {
                throw tooLarge();
            }
        }
    }
}
