package dev.stoa.signaling.redis;

import java.nio.charset.StandardCharsets;

/** The slots over which a Redis Cluster spreads its keys: CRC16 (XMODEM) of the key, or of its hash tag, modulo 16384. */
final class Slots {

    static final int COUNT = 16_384;

    private static final int POLYNOMIAL = 0x1021;
    private static final int[] TABLE = table();

    private Slots() {}

    static int of(String key) {
        var crc = 0;
        for (var octet : tag(key).getBytes(StandardCharsets.UTF_8)) {
            crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ octet) & 0xFF]) & 0xFFFF;
        }
        return crc % COUNT;
    }

    /** The part of a key that says its slot. */
    static String tag(String key) {
        var open = key.indexOf('{');
        var close = key.indexOf('}', open + 1);
        return open >= 0 && close > open + 1 ? key.substring(open + 1, close) : key;
    }

    private static int[] table() {
        var table = new int[256];
        for (var octet = 0; octet < table.length; octet++) {
            var crc = octet << 8;
            for (var bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            table[octet] = crc & 0xFFFF;
        }
        return table;
    }
}
