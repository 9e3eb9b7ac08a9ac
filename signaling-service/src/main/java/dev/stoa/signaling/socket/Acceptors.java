package dev.stoa.signaling.socket;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.ServerChannelRecvByteBufAllocator;
import io.netty.channel.SingleThreadEventLoop;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link RequestDeadline} before each connection that comes in, and bounds what it may bring in one turn of the loop,
 * and how many come in with one turn. Vert.x knows only how long a connection may be idle, which one that brings a byte now
 * and then never is, and lets nobody near it before a request is whole; so this is done where Netty accepts.
 */
@Singleton
final class Acceptors {

    /** About as many as a loop shakes hands with in 50 ms; with Netty's 16, a storm took longer to come in. */
    private static final RecvByteBufAllocator A_FEW_AT_ONCE =
            new ServerChannelRecvByteBufAllocator().maxMessagesPerRead(64);

    private final Vertx vertx;
    private final SocketConfig config;

    Acceptors(Vertx vertx, SocketConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    void started(@ObservesAsync HttpServerStart started) {
        for (var acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> ((SingleThreadEventLoop) acceptor)
                    .registeredChannelsIterator()
                    .forEachRemaining(this::watch));
        }
    }

    private void watch(Channel channel) {
        if (channel instanceof ServerChannel && channel.pipeline().get(Accepted.class) == null) {
            channel.pipeline().addFirst(new Accepted(config.requestWithin()));
            channel.config().setRecvByteBufAllocator(A_FEW_AT_ONCE);
        }
    }

    /** What happens on one door. Lives on the loop that accepts. */
    private static final class Accepted extends ChannelInboundHandlerAdapter {

        /** A dozen short messages, from each connection in turn; Netty's own bound of a turn is a mebibyte. */
        private static final RecvByteBufAllocator LITTLE_AT_ONCE =
                new AdaptiveRecvByteBufAllocator(64, 1_024, 1_024).maxMessagesPerRead(1);

        private final Duration within;
        private @Nullable EventLoop newcomersLoop;

        Accepted(Duration within) {
            this.within = within;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            if (accepted instanceof Channel connection) {
                connection.pipeline().addFirst(new RequestDeadline(within));
                connection.config().setRecvByteBufAllocator(LITTLE_AT_ONCE);
            }
            context.fireChannelRead(accepted);
            if (accepted instanceof Channel connection) {
                newcomersLoop = connection.eventLoop();
            }
        }

        /**
         * Takes in no more until the loop has come to these few: thousands that come back together would else be shaken
         * hands with in one turn, of seconds, in which nobody else is served. They wait with the operating system.
         */
        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (newcomersLoop != null) {
                var door = context.channel().config().setAutoRead(false);
                newcomersLoop.execute(() -> door.setAutoRead(true));
                newcomersLoop = null;
            }
            context.fireChannelReadComplete();
        }
    }
}
