package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;

/** Closes a WebSocket whose text is not UTF-8 (RFC 6455, 8.1), which Vert.x would mend without a word. */
final class TextCheck extends Utf8FrameValidator {

    private static final boolean CLOSES_WITHOUT_A_CODE = false;

    TextCheck() {
        super(CLOSES_WITHOUT_A_CODE);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) throws Exception {
        try {
            super.channelRead(context, frame);
        } catch (CorruptedWebSocketFrameException notUtf8) {
            var why = CloseReason.NOT_UTF8;
            // From the end of the pipeline, for the encoder stands behind this.
            context.channel()
                    .writeAndFlush(new CloseWebSocketFrame(why.code(), why.text()))
                    .addListener(ChannelFutureListener.CLOSE);
        }
    }
}
