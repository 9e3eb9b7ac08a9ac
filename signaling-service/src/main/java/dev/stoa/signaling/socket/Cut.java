package dev.stoa.signaling.socket;

import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import org.jspecify.annotations.Nullable;

/** Ends a connection whose page does not read. */
final class Cut {

    private Cut() {}

    static void now(@Nullable HttpConnection http) {
        if (http instanceof ConnectionBase below && below.channel().isActive()) {
            var channel = below.channel();
            // From the head of the pipeline: Vert.x would first write what waits, which is what does not work.
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.pipeline().firstContext().close();
        }
    }
}
