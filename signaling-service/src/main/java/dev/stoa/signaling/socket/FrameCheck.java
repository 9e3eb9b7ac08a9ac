package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/**
 * Closes a WebSocket whose text is not UTF-8 (RFC 6455, 8.1) or whose frames have reserved bits set (5.2), both of which
 * Vert.x would overlook.
 */
final class FrameCheck extends Utf8FrameValidator {

    private static final long NOT_ASCII = 0x8080808080808080L;
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
            if (isWholeAscii(message)) {
                context.fireChannelRead(message);
            } else {
                super.channelRead(context, message);
            }
        } catch (CorruptedWebSocketFrameException notUtf8) {
            close(context.channel(), CloseReason.NOT_UTF8.code(), CloseReason.NOT_UTF8.text());
        }
    }

    /** Whether it needs no look at each byte: as almost all do not. */
    private static boolean isWholeAscii(Object message) {
        return message instanceof TextWebSocketFrame frame && frame.isFinalFragment() && isAscii(frame.content());
    }

    private static boolean isAscii(ByteBuf bytes) {
        var at = bytes.readerIndex();
        var end = bytes.writerIndex();
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            if ((bytes.getLong(at) & NOT_ASCII) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (bytes.getByte(at) < 0) {
                return false;
            }
        }
        return true;
    }

    /** From the end of the pipeline, for the encoder stands behind this. */
    private static void close(Channel channel, int code, String why) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, why)).addListener(ChannelFutureListener.CLOSE);
    }
}
