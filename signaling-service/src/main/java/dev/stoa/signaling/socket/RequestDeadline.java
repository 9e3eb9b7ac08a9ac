package dev.stoa.signaling.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a connection over which a request does not come whole in time, counted from its first byte; of the first request, from the
 * connection's beginning. First in the pipeline of a connection, until that has become a WebSocket.
 */
final class RequestDeadline extends ChannelInboundHandlerAdapter {

    private static final String WHOLE = "whole request";

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
        var decoder = context.pipeline().context(HttpRequestDecoder.class);
        if (decoder == null) {
            retire(context.pipeline());
        } else {
            if (context.pipeline().get(WHOLE) == null) {
                context.pipeline().addAfter(decoder.name(), WHOLE, new Whole());
            }
            begin(context);
        }
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

    /** It is a WebSocket now, or another protocol. */
    private void retire(ChannelPipeline pipeline) {
        cancel();
        if (pipeline.get(WHOLE) != null) {
            pipeline.remove(WHOLE);
        }
        pipeline.remove(this);
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
