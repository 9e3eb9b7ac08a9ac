package dev.stoa.localstack.doctor;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A message to a STUN (RFC 8489) or TURN (RFC 8656) server, as far as the self-test needs it. */
final class StunMessage {
    static final int BINDING = 0x0001;
    static final int ALLOCATE = 0x0003;
    static final int REFRESH = 0x0004;
    static final int CREATE_PERMISSION = 0x0008;
    static final int SEND_INDICATION = 0x0016;
    static final int DATA_INDICATION = 0x0017;

    static final int USERNAME = 0x0006;
    static final int ERROR_CODE = 0x0009;
    static final int LIFETIME = 0x000d;
    static final int XOR_PEER_ADDRESS = 0x0012;
    static final int DATA = 0x0013;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int XOR_RELAYED_ADDRESS = 0x0016;
    static final int REQUESTED_TRANSPORT = 0x0019;
    static final int XOR_MAPPED_ADDRESS = 0x0020;

    static final int HEADER = 20;

    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int INTEGRITY_SIZE = 24;
    private static final int MAGIC_COOKIE = 0x2112a442;

    private final int type;
    private final byte[] transaction = new byte[12];
    private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

    StunMessage(int type) {
        this.type = type;
        ThreadLocalRandom.current().nextBytes(transaction);
    }

    StunMessage with(int attribute, byte... value) {
        attributes.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) attribute)
                .putShort((short) value.length)
                .array());
        attributes.writeBytes(value);
        attributes.writeBytes(new byte[-value.length & 3]);
        return this;
    }

    StunMessage withPeer(InetSocketAddress peer) {
        var address = peer.getAddress().getAddress();
        var mask = mask(transaction);
        var value = ByteBuffer.allocate(4 + address.length)
                .putShort((short) (address.length == 4 ? 1 : 2))
                .putShort((short) (peer.getPort() ^ MAGIC_COOKIE >>> 16));
        for (var i = 0; i < address.length; i++) value.put((byte) (address[i] ^ mask[i]));
        return with(XOR_PEER_ADDRESS, value.array());
    }

    /** Signs with a long-term credential (RFC 8489, 9.2); nothing can be added afterwards. */
    byte[] signed(String username, String credential, String realm, byte[] nonce) {
        with(USERNAME, username.getBytes(StandardCharsets.UTF_8));
        with(REALM, realm.getBytes(StandardCharsets.UTF_8));
        with(NONCE, nonce);
        try {
            var key = MessageDigest.getInstance("MD5")
                    .digest((username + ":" + realm + ":" + credential).getBytes(StandardCharsets.UTF_8));
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return with(MESSAGE_INTEGRITY, mac.doFinal(bytes(attributes.size() + INTEGRITY_SIZE)))
                    .bytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] bytes() {
        return bytes(attributes.size());
    }

    private byte[] bytes(int length) {
        return ByteBuffer.allocate(HEADER + attributes.size())
                .putShort((short) type)
                .putShort((short) length)
                .putInt(MAGIC_COOKIE)
                .put(transaction)
                .put(attributes.toByteArray())
                .array();
    }

    boolean isAnsweredBy(byte[] message) {
        return message.length >= HEADER && ByteBuffer.wrap(message, 8, 12).equals(ByteBuffer.wrap(transaction));
    }

    static int type(byte[] message) {
        return ByteBuffer.wrap(message).getShort();
    }

    /** @throws Sickness when it is no such message */
    static Map<Integer, byte[]> attributes(byte[] message) {
        var found = new HashMap<Integer, byte[]>();
        try {
            var in = ByteBuffer.wrap(message).position(HEADER);
            while (in.remaining() >= 4) {
                var attribute = Short.toUnsignedInt(in.getShort());
                var value = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(value);
                in.position(Math.min(in.limit(), in.position() + (-value.length & 3)));
                found.put(attribute, value);
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new Sickness("Something else than a STUN server has answered.");
        }
        return found;
    }

    /** The error code of a received message; 0 if it tells of success. */
    static int error(byte[] message) {
        var code = attributes(message).get(ERROR_CODE);
        return code == null ? 0 : code[2] * 100 + code[3];
    }

    /** An address of a received message. */
    static InetSocketAddress address(byte[] message, int attribute) {
        var value = attributes(message).get(attribute);
        if (value == null || value.length < 8) throw new Sickness("The answer names no address.");
        var mask = mask(Arrays.copyOfRange(message, 8, HEADER));
        var port = Short.toUnsignedInt(ByteBuffer.wrap(value).getShort(2)) ^ MAGIC_COOKIE >>> 16;
        var address = Arrays.copyOfRange(value, 4, value.length);
        for (var i = 0; i < address.length; i++) address[i] ^= mask[i];
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw new Sickness("The answer names an address of %d bytes.", address.length);
        }
    }

    private static byte[] mask(byte[] transaction) {
        return ByteBuffer.allocate(16).putInt(MAGIC_COOKIE).put(transaction).array();
    }
}
