package dev.stoa.localstack.bench.signaling;

import java.util.ArrayDeque;

/** Who speaks next: as many pairs as fit negotiate at once, each one step behind the other. */
final class Turns {
    private final ArrayDeque<Pair> idle;
    private final Slot[] slots;
    private int next = -1;

    /** @param atOnce how many pairs negotiate at the same time, if there are so many */
    Turns(ArrayDeque<Pair> idle, int atOnce) {
        this.idle = idle;
        slots = new Slot[Math.max(1, Math.min(atOnce, idle.size()))];
        // Not all begin with their offer in the same moment.
        for (int i = 0; i < slots.length; i++) slots[i] = new Slot(idle.remove(), i % Negotiation.STEPS.size());
    }

    /** A pair and the step that it is to take now. */
    record Turn(Pair pair, Negotiation.Step step) {}

    Turn next() {
        next = (next + 1) % slots.length;
        var slot = slots[next];
        if (slot.step == Negotiation.STEPS.size()) {
            idle.add(slot.pair);
            slot.pair = idle.remove();
            slot.step = 0;
        }
        return new Turn(slot.pair, Negotiation.STEPS.get(slot.step++));
    }

    private static final class Slot {
        private Pair pair;
        private int step;

        Slot(Pair pair, int step) {
            this.pair = pair;
            this.step = step;
        }
    }
}
