package dev.stoa.signaling.socket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Reads nothing from a page while much waits to be read by it. Else who does not read could make this process pile up
 * pongs, which Vert.x writes by itself, by sending pings.
 */
final class ReadsWhileWritten extends ChannelInboundHandlerAdapter {

    private boolean held;

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        var channel = context.channel();
        if (!channel.isWritable() && channel.config().isAutoRead()) {
            held = true;
            channel.config().setAutoRead(false);
        } else if (channel.isWritable() && held) {
            held = false;
            channel.config().setAutoRead(true);
        }
        context.fireChannelWritabilityChanged();
    }
}
