package dev.stoa.signaling.socket;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PacedReadingTest {

    private final AtomicInteger ahead = new AtomicInteger();
    private final EmbeddedChannel page = page();

    @Test
    void asManyMessagesAsGoInOneCallAreReadAtOnce() {
        receive(50, () -> new TextWebSocketFrame("{}"));

        assertTrue(isRead());
    }

    @Test
    void whoSendsMoreIsNotReadForAMoment() {
        receive(60, () -> new TextWebSocketFrame("{}"));

        assertFalse(isRead());
        untilReadAgain();
        assertEquals(0, ahead.get());
    }

    @Test
    void manyWhoSendMoreShareTheTimeOfOne() {
        for (var i = 0; i < 9; i++) {
            var other = page();
            other.writeInbound(new TextWebSocketFrame("v".repeat(300_000)));
            assertFalse(other.config().isAutoRead());
        }

        receive(100, () -> new TextWebSocketFrame("{}"));

        var since = System.nanoTime();
        untilReadAgain();
        assertTrue(System.nanoTime() - since > Duration.ofMillis(300).toNanos());
    }

    @Test
    void whatWasReadAlreadyIsHandedOn() {
        receive(300, () -> new TextWebSocketFrame("{}"));

        assertEquals(300, page.inboundMessages().size());
    }

    @Test
    void aLongMessageCountsAsMany() {
        receive(10, () -> new TextWebSocketFrame("v".repeat(60_000)));

        assertFalse(isRead());
    }

    @Test
    void pingsAndPartsCountLittleButCount() {
        receive(500, () -> new ContinuationWebSocketFrame(false, 0, Unpooled.EMPTY_BUFFER));
        receive(500, PingWebSocketFrame::new);
        assertTrue(isRead());

        receive(5_000, PingWebSocketFrame::new);

        assertFalse(isRead());
    }

    @Test
    void whoDoesNotReadIsNotReadEither() {
        page.config().setWriteBufferWaterMark(new WriteBufferWaterMark(10, 20));

        page.write(Unpooled.wrappedBuffer(new byte[100]));
        assertFalse(isRead());

        page.flush();
        assertTrue(isRead());
    }

    private EmbeddedChannel page() {
        return new EmbeddedChannel(new PacedReading(SocketDefaults.CONFIG, ahead, System.nanoTime()));
    }

    private void untilReadAgain() {
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            page.runScheduledPendingTasks();
            return isRead();
        });
    }

    private void receive(int times, Supplier<WebSocketFrame> frame) {
        for (var i = 0; i < times; i++) {
            page.writeInbound(frame.get());
        }
    }

    private boolean isRead() {
        return page.config().isAutoRead();
    }
}
