package dev.stoa.signaling.socket;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has to be done below Vert.x, at the channel of a connection. */
final class Channels {

    private Channels() {}

    /** Lets no frame through that breaks the protocol, and bounds what a page can make this process do and hold. */
    static void checkFrames(@Nullable HttpConnection connection, PacedReading pace) {
        of(connection).ifPresent(channel -> {
            var decoder = channel.pipeline().context(WebSocketFrameDecoder.class);
            if (decoder != null) {
                channel.pipeline()
                        .addAfter(decoder.name(), "check", new FrameCheck())
                        .addAfter(decoder.name(), "pace", pace);
            }
        });
    }

    /** Writes a text frame, in its order with what Vert.x writes. The way through WebSockets Next costs twice as much. */
    static Future<Void> write(@Nullable HttpConnection connection, String text) {
        var channel = of(connection).filter(Channel::isActive).orElse(null);
        if (channel == null) {
            return Future.failedFuture("the connection is gone");
        }
        Promise<Void> written = Promise.promise();
        channel.writeAndFlush(new TextWebSocketFrame(ByteBufUtil.writeUtf8(channel.alloc(), text)))
                .addListener(done -> {
                    if (done.isSuccess()) {
                        written.complete();
                    } else {
                        written.fail(done.cause());
                    }
                });
        return written.future();
    }

    /** Ends a connection whose page does not read. */
    static void cut(@Nullable HttpConnection connection) {
        of(connection).filter(Channel::isActive).ifPresent(channel -> {
            // From the head of the pipeline: Vert.x would first write what waits, which is what does not work.
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.pipeline().firstContext().close();
        });
    }

    private static Optional<Channel> of(@Nullable HttpConnection connection) {
        return connection instanceof ConnectionBase below ? Optional.of(below.channel()) : Optional.empty();
    }
}
