package dev.stoa.signaling.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which primary has which slots, put together from what several nodes say (CLUSTER NODES). Of two that claim a slot the
 * one with the higher configuration epoch has it: that is the cluster's own rule, and a node that was cut off has a lower one.
 */
final class ClusterView {

    private static final int ADDRESS = 1;
    private static final int FLAGS = 2;
    private static final int EPOCH = 6;
    private static final int FIRST_SLOTS = 8;

    private final @Nullable RedisAddress[] owners = new @Nullable RedisAddress[Slots.COUNT];
    private final long[] epochs = new long[Slots.COUNT];
    private final Set<RedisAddress> primaries = new LinkedHashSet<>();
    private final Set<RedisAddress> nodes = new LinkedHashSet<>();

    ClusterView() {
        Arrays.fill(epochs, -1);
    }

    /** Adds what the node at that host says. */
    void add(String clusterNodes, String host) {
        clusterNodes.lines().map(line -> line.split(" ")).forEach(fields -> add(fields, host));
    }

    /** Who has the slot, if anybody is known to. */
    @Nullable
    RedisAddress owner(int slot) {
        return owners[slot];
    }

    /** Those that have slots, and those that are primaries without any yet. */
    Set<RedisAddress> primaries() {
        var all = new LinkedHashSet<>(primaries);
        for (var owner : owners) {
            if (owner != null) {
                all.add(owner);
            }
        }
        return all;
    }

    /** All that may be asked. */
    Set<RedisAddress> nodes() {
        return nodes;
    }

    /** The same with one slot elsewhere, as a node has just said. */
    ClusterView with(int slot, RedisAddress owner) {
        var changed = new ClusterView();
        System.arraycopy(owners, 0, changed.owners, 0, owners.length);
        changed.primaries.addAll(primaries);
        changed.nodes.addAll(nodes);
        changed.owners[slot] = owner;
        return changed;
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    boolean saysTheSameAs(ClusterView other) {
        return Arrays.equals(owners, other.owners) && primaries().equals(other.primaries());
    }

    private void add(String[] fields, String host) {
        if (fields.length < FIRST_SLOTS) {
            return;
        }
        var flags = List.of(fields[FLAGS].split(","));
        var address = RedisAddress.of(fields[ADDRESS].split("[@,]", 2)[0], host);
        if (address.isEmpty() || flags.contains("noaddr") || flags.contains("handshake")) {
            return;
        }
        nodes.add(address.get());
        if (flags.contains("master")) {
            var ranges = new ArrayList<>(Arrays.asList(fields).subList(FIRST_SLOTS, fields.length));
            ranges.removeIf(range -> range.startsWith("["));
            ranges.forEach(range -> claim(range, address.get(), Long.parseLong(fields[EPOCH])));
            if (!flags.contains("fail") && ranges.isEmpty()) {
                primaries.add(address.get());
            }
        }
    }

    private void claim(String range, RedisAddress address, long epoch) {
        var ends = range.split("-");
        for (var slot = Integer.parseInt(ends[0]); slot <= Integer.parseInt(ends[ends.length - 1]); slot++) {
            if (epoch > epochs[slot]) {
                epochs[slot] = epoch;
                owners[slot] = address;
            }
        }
    }
}
