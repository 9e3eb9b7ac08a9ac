package dev.stoa.signaling.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads no faster from a page than one that keeps its limits could need, and nothing while much waits to be read by it. Else who
 * floods would have most of the loop that all share until it is cut, and who sends pings without reading could make this
 * process pile up pongs, which Vert.x writes by itself. What is not read waits at the page, by TCP's flow control.
 */
final class PacedReading extends ChannelInboundHandlerAdapter {

    /** How much of a burst is read at once: 50 messages, as many as one call to Redis takes. */
    private static final double SHARE_OF_BURST = 0.25;

    /** How much faster than its rate in the long run a page is read: the rest of a burst takes 150 ms. */
    private static final double TIMES_THE_RATE = 20;

    /** So many bytes count as one message more. */
    private static final double BYTES_OF_A_MESSAGE = 4_096;

    /** What a frame counts that ends no message: no room gets anything of it. */
    private static final double PART = 1.0 / 32;

    /** Nobody is read slower than at twice its rate in the long run. */
    private static final double MOST_SHARES = TIMES_THE_RATE / 2;

    private final Bucket bucket;
    private final AtomicInteger aheadHere;
    private boolean ahead;
    private boolean unread;

    /** @param aheadHere how many pages of this instance are ahead of their pace, which share what one of them may have */
    PacedReading(SocketConfig config, AtomicInteger aheadHere, long now) {
        this.aheadHere = aheadHere;
        bucket = new Bucket((int) Math.ceil(config.burst() * SHARE_OF_BURST), config.perSecond() * TIMES_THE_RATE, now);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof WebSocketFrame frame) {
            bucket.owe(cost(frame), System.nanoTime());
            if (!ahead) {
                goOnInTime(context);
            }
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        unread = !context.channel().isWritable();
        apply(context);
        context.fireChannelWritabilityChanged();
    }

    private void goOnInTime(ChannelHandlerContext context) {
        var wait = bucket.untilNothingIsOwed(System.nanoTime());
        if (wait > 0) {
            context.executor().schedule(() -> goOnInTime(context), wait, TimeUnit.NANOSECONDS);
        }
        if (ahead != wait > 0) {
            ahead = wait > 0;
            aheadHere.addAndGet(ahead ? 1 : -1);
            apply(context);
        }
    }

    private double shares() {
        return Math.min(aheadHere.get(), MOST_SHARES);
    }

    private void apply(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(!ahead && !unread);
    }

    private double cost(WebSocketFrame frame) {
        var bytes = frame.content().readableBytes() / BYTES_OF_A_MESSAGE;
        return endsAMessage(frame) ? (1 + bytes) * (ahead ? shares() : 1) : PART + bytes;
    }

    private static boolean endsAMessage(WebSocketFrame frame) {
        return switch (frame) {
            case TextWebSocketFrame text -> text.isFinalFragment();
            case BinaryWebSocketFrame bytes -> bytes.isFinalFragment();
            case ContinuationWebSocketFrame rest -> rest.isFinalFragment();
            default -> false;
        };
    }
}
