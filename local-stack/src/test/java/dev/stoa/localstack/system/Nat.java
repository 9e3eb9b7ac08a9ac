package dev.stoa.localstack.system;

/** What a home's router does with what leaves the home, as a rule of nftables. */
enum Nat {
    /** Keeps ports where it can: what STUN was told is where the other home finds this one. */
    CONE("masquerade", ""),
    /** A new port for each destination: what STUN was told is worth nothing to anybody else. */
    SYMMETRIC("masquerade fully-random", ""),
    /** A school's or an office's: no UDP at all. */
    NO_UDP("masquerade", "ip protocol udp drop"),
    /** The strictest: nothing but the site and what looks like another one, on the port of https. */
    WEB_ONLY("masquerade", "tcp dport 3478 drop; ip protocol udp drop");

    private final String leaving;
    private final String kept;

    Nat(String leaving, String kept) {
        this.leaving = leaving;
        this.kept = kept;
    }

    /**
     * The router's rules. What nobody asked for is dropped outside: if the kernel answered it, the mapping of that port
     * would be taken, and what leaves for the same peer a moment later would get another port.
     */
    String rules() {
        return """
                table ip router {
                  chain outside {
                    type nat hook postrouting priority srcnat;
                    oifname "wan" %s
                  }
                  chain own {
                    type filter hook input priority filter; policy drop;
                    iifname { "lan", "lo" } accept
                    ct state established,related accept
                  }
                  chain through {
                    type filter hook forward priority filter; policy drop;
                    %s
                    iifname "lan" oifname "wan" accept
                    ct state established,related accept
                  }
                }
                """.formatted(leaving, kept);
    }
}
