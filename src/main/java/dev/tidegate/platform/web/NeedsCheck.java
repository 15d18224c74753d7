package dev.tidegate.platform.web;

import java.util.ArrayList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Refuses the start when a handler of ours does not say what it {@link Needs}. */
final class NeedsCheck implements SmartInitializingSingleton {
    private static final String OURS = "dev.tidegate.";

    private final RequestMappingHandlerMapping handlers;

    NeedsCheck(RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var open = new ArrayList<String>();
        for (HandlerMethod handler : handlers.getHandlerMethods().values()) {
            if (handler.getBeanType().getName().startsWith(OURS)
                    && handler.getMethodAnnotation(Needs.class) == null) {
                open.add(handler.getShortLogMessage());
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "start refused: these handlers don't say which scope they need (@Needs): "
                            + String.join(", ", open));
        }
    }
}
