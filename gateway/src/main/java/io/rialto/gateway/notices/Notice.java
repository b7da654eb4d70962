package io.rialto.gateway.notices;

import java.util.ArrayList;
import java.util.List;

/**
 * A notification: what one frame caused of one type for one reader. Several happenings of that kind are one, so that it is
 * known again by frame, type and reader. Immutable.
 *
 * @param reader the account whose owner is told; 0 for the venue's administrators by key
 * @param first what it is about
 * @param priority of the most important one
 * @param count how many it stands for
 * @param lines what happened, of the first ones
 */
public record Notice(
        int reader, Happening first, Priority priority, boolean isSecurity, int count, List<String> lines) {
    /** Happenings that are told word for word. */
    public static final int MOST_LINES = 10;

    /** A first one. */
    public static Notice of(int reader, Happening happening) {
        return new Notice(
                reader, happening, happening.priority(), happening.isSecurity(), 1, List.of(happening.words()));
    }

    /** The same with one more. */
    public Notice and(Happening more) {
        List<String> all = new ArrayList<>(lines);
        if (all.size() < MOST_LINES) all.add(more.words());
        return new Notice(
                reader,
                first,
                priority.or(more.priority()),
                isSecurity || more.isSecurity(),
                count + 1,
                List.copyOf(all));
    }

    public long sequence() {
        return first.sequence();
    }

    public NoticeType type() {
        return first.type();
    }

    public long expiresNanos() {
        return first.expiresNanos();
    }

    /** Neither kept waiting nor held back at night. */
    public boolean isUrgent() {
        return priority == Priority.CRITICAL || isSecurity;
    }

    /** By which everybody knows it: frame, type, reader. */
    public String id() {
        return sequence() + "-" + type() + "-" + reader;
    }
}
