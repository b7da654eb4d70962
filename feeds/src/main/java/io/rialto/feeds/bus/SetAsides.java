package io.rialto.feeds.bus;

import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.business.EventKind;
import io.rialto.feeds.offsets.Offsets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The events that one consumer could not handle, in a small text file, oldest first. Events themselves are read out of the journal
 * again, so only their places are written.
 *
 * <p>Threading: any thread.
 */
final class SetAsides {
    static final int MOST = 1_000;
    private static final int LONGEST_REASON = 300;

    private final Path file;
    private final TreeMap<Offsets.Place, Kept> kept = new TreeMap<>();

    /** @param event empty until the bus has come by its place again after a restart */
    private record Kept(EventKind kind, int attempts, String reason, Optional<BusinessEvent> event) {}

    SetAsides(Path directory, String consumer) {
        file = directory.resolve(consumer + ".set-aside");
        try {
            Files.createDirectories(directory);
            if (Files.exists(file)) Files.readAllLines(file).forEach(this::read);
        } catch (IOException fault) {
            throw new UncheckedIOException("set-aside events cannot be read: " + file, fault);
        }
    }

    private void read(String line) {
        String[] parts = line.split(" ", 5);
        Offsets.Place place = new Offsets.Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
        kept.put(place, new Kept(EventKind.valueOf(parts[2]), Integer.parseInt(parts[3]), parts[4], Optional.empty()));
    }

    synchronized boolean isFull() {
        return kept.size() >= MOST;
    }

    synchronized int count() {
        return kept.size();
    }

    synchronized void add(BusinessEvent event, int attempts, Throwable cause) {
        Kept known = kept.get(place(event));
        int before = known == null ? 0 : known.attempts;
        kept.put(place(event), new Kept(event.kind(), before + attempts, words(cause), Optional.of(event)));
        write();
    }

    /** The event is there again. */
    synchronized void recall(BusinessEvent event) {
        kept.computeIfPresent(
                place(event), (place, known) -> new Kept(known.kind, known.attempts, known.reason, Optional.of(event)));
    }

    synchronized Optional<BusinessEvent> event(Offsets.Place place) {
        Kept known = kept.get(place);
        return known == null ? Optional.empty() : known.event;
    }

    synchronized void remove(BusinessEvent event) {
        if (kept.remove(place(event)) != null) write();
    }

    /** Oldest first. */
    synchronized List<SetAside> list() {
        List<SetAside> all = new ArrayList<>(kept.size());
        kept.forEach((place, known) ->
                all.add(new SetAside(place, known.kind, known.attempts, known.reason, known.event.isPresent())));
        return all;
    }

    private void write() {
        List<String> lines = new ArrayList<>();
        kept.forEach((place, known) -> lines.add(
                place.sequence() + " " + place.index() + " " + known.kind + " " + known.attempts + " " + known.reason));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("set-aside events cannot be kept: " + file, fault);
        }
    }

    private static Offsets.Place place(BusinessEvent event) {
        return new Offsets.Place(event.sequence(), event.index());
    }

    private static String words(Throwable cause) {
        String said = cause.toString().replaceAll("\\p{C}+", " ");
        return said.substring(0, Math.min(said.length(), LONGEST_REASON));
    }
}
