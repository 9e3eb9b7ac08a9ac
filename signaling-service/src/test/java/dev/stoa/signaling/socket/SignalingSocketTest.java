package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.smallrye.common.annotation.NonBlocking;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalingSocketTest {

    private static final List<Class<? extends Annotation>> CALLBACKS = List.of(
            OnOpen.class,
            OnTextMessage.class,
            OnBinaryMessage.class,
            OnPongMessage.class,
            OnClose.class,
            OnError.class);

    /** Without the annotation each message would take a worker thread, and half as much again of the CPU. */
    @Test
    void everyCallbackRunsOnTheEventLoop() {
        var callbacks = Arrays.stream(SignalingSocket.class.getDeclaredMethods())
                .filter(SignalingSocketTest::isCallback)
                .toList();

        assertTrue(callbacks.size() >= CALLBACKS.size());
        callbacks.forEach(method -> assertTrue(method.isAnnotationPresent(NonBlocking.class), method.getName()));
    }

    private static boolean isCallback(Method method) {
        return CALLBACKS.stream().anyMatch(method::isAnnotationPresent);
    }
}
