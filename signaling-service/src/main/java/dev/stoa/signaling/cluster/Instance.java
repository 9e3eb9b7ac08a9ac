package dev.stoa.signaling.cluster;

import jakarta.inject.Singleton;

/** This process: its name, and an id that no other run of the same name has. */
@Singleton
public final class Instance {

    private final String name;
    private final String id;

    Instance(InstanceConfig config) {
        name = config.name()
                .map(given -> given.replaceAll("[^\\w.:-]", "-"))
                .filter(given -> !given.isEmpty())
                .orElseGet(() -> "signaling-" + Secrets.hex(6));
        id = name + "/" + Secrets.hex(8);
    }

    /** What people see. */
    public String name() {
        return name;
    }

    /** What Redis knows it by. */
    public String id() {
        return id;
    }
}
