package dev.stoa.identity.problem;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection over which a request does not come whole in time, counted from its first byte; of the first request, from the
 * connection's beginning. First in the pipeline of a connection. How long the answer goes on is none of its business.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private final Duration within;
    private @Nullable ScheduledFuture<?> end;

    RequestDeadline(Duration within) {
        this.within = within;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        var pipeline = context.pipeline();
        var decoder = pipeline.context(HttpRequestDecoder.class);
        // There is none yet while TLS is being agreed upon, which is to be done in time, too.
        if (decoder != null && pipeline.get(Whole.class) == null) {
            pipeline.addAfter(decoder.name(), null, new Whole());
        }
        begin(context);
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void begin(ChannelHandlerContext context) {
        if (end == null) {
            end = context.executor().schedule(() -> context.close(), within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void cancel() {
        if (end != null) {
            end.cancel(false);
            end = null;
        }
    }

    /** Behind the decoder: sees when a request is whole. */
    private final class Whole extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof LastHttpContent) {
                cancel();
            }
            context.fireChannelRead(part);
        }
    }
}
