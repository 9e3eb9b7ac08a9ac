package dev.stoa.matchmaking.records.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network in CIDR notation.
 *
 * @param bits length of the prefix
 */
record Network(InetAddress address, int bits) {

    private static final Pattern SHAPE = Pattern.compile("([0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*)/(\\d{1,3})");

    /** Reads {@code 10.0.0.0/8} or {@code fd00::/8}; fails for anything else. */
    static Network of(String cidr) {
        Matcher matcher = SHAPE.matcher(cidr.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + cidr + "' is no network in CIDR notation");
        }
        try {
            InetAddress address = InetAddress.getByName(matcher.group(1));
            int bits = Integer.parseInt(matcher.group(2));
            if (bits > address.getAddress().length * 8) {
                throw new IllegalArgumentException("'" + cidr + "' has too long a prefix");
            }
            return new Network(address, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + cidr + "' is no network in CIDR notation", e);
        }
    }

    /** Whether an address is in it. */
    boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
