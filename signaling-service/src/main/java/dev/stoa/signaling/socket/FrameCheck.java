package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a WebSocket whose text is not UTF-8 (RFC 6455, 8.1) or whose frames have reserved bits set (5.2), both of which
 * Vert.x would overlook.
 */
final class FrameCheck extends Utf8FrameValidator {

    private static final boolean CLOSES_WITHOUT_A_CODE = false;

    FrameCheck() {
        super(CLOSES_WITHOUT_A_CODE);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof WebSocketFrame frame && frame.rsv() != 0) {
            ReferenceCountUtil.release(message);
            var why = WebSocketCloseStatus.PROTOCOL_ERROR;
            close(context.channel(), why.code(), why.reasonText());
            return;
        }
        try {
            super.channelRead(context, message);
        } catch (CorruptedWebSocketFrameException notUtf8) {
            close(context.channel(), CloseReason.NOT_UTF8.code(), CloseReason.NOT_UTF8.text());
        }
    }

    /** From the end of the pipeline, for the encoder stands behind this. */
    private static void close(Channel channel, int code, String why) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, why)).addListener(ChannelFutureListener.CLOSE);
    }
}
