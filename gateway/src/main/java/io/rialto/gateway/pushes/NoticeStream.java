package io.rialto.gateway.pushes;

import io.rialto.gateway.fanout.Fanout;
import io.rialto.gateway.fanout.OwnTopics;
import io.rialto.gateway.fanout.Topic;
import io.rialto.gateway.inbox.Letter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is told over sockets: the newest messages of all readers, and the topic of each who listens.
 *
 * <p>Threading: {@link #tell} by any thread; all else on the publishing thread, where what is told is put behind what was told.
 */
public final class NoticeStream implements OwnTopics {
    /** Messages of all readers that can be told again. */
    public static final int MOST = 20_000;

    private final Deque<Message> newest = new ArrayDeque<>();
    private final Map<Integer, NoticeTopic> topics = new HashMap<>();
    private Optional<Fanout> fanout = Optional.empty();
    private volatile Watch watch = causedNanos -> {};
    private long forgottenSequence;
    private long sequence;

    /**
     * Some notifications that are told together.
     *
     * @param sequence up to which its reader has been told everything with it
     * @param isDigest of what was held in quiet hours
     */
    public record Message(int reader, long sequence, List<Letter> letters, boolean isDigest) {
        /** Whether somebody who was told up to its frame may not have been told it. */
        private boolean isInDoubt() {
            return isDigest || letters.stream().anyMatch(letter -> letter.cause() != 0);
        }
    }

    /** Hears of what was handed to sockets; on the publishing thread. */
    @FunctionalInterface
    public interface Watch {
        /** @param causedNanos when what it is about happened, by the line's clock */
        void told(long causedNanos);
    }

    /** What had been told before this start, oldest first. */
    public synchronized void recall(List<Letter> letters, boolean isAll) {
        if (!isAll && !letters.isEmpty()) forgottenSequence = letters.get(0).sequence();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            boolean isLast = letters.subList(i + 1, letters.size()).stream()
                    .takeWhile(later -> later.sequence() == letter.sequence())
                    .noneMatch(later -> later.reader() == letter.reader());
            put(new Message(letter.reader(), letter.sequence() - (isLast ? 0 : 1), List.of(letter), false));
        }
    }

    /** In their order. */
    void tell(List<Message> messages) {
        if (messages.isEmpty()) return;
        Optional<Fanout> by;
        synchronized (this) {
            by = fanout;
            if (by.isEmpty()) messages.forEach(this::put);
        }
        by.ifPresent(publishing -> publishing.later(() -> messages.forEach(this::deliver)));
    }

    private void deliver(Message message) {
        put(message);
        NoticeTopic topic = topics.get(message.reader());
        if (topic == null || !topic.hasReaders()) return;
        if (!message.isDigest()) message.letters().forEach(letter -> watch.told(letter.causedNanos()));
        topic.on(message);
    }

    /** From now on it hears of each notification that was handed to sockets as soon as it could be. */
    public void watchedBy(Watch whom) {
        watch = whom;
    }

    private synchronized void put(Message message) {
        newest.addLast(message);
        sequence = Math.max(sequence, message.sequence());
        if (newest.size() <= MOST) return;
        forgottenSequence = Math.max(forgottenSequence, newest.removeFirst().sequence());
    }

    @Override
    public synchronized void publishedBy(Fanout publishing) {
        fanout = Optional.of(publishing);
    }

    @Override
    public Topic topic(int account) {
        Fanout publishing;
        synchronized (this) {
            publishing = fanout.orElseThrow();
        }
        return topics.computeIfAbsent(account, reader -> new NoticeTopic(publishing, this, reader));
    }

    @Override
    public void tidy() {
        topics.values().removeIf(topic -> !topic.hasReaders());
    }

    /** What a reader was told last, newest first. */
    synchronized List<Letter> letters(int reader, int most) {
        List<Letter> letters = new ArrayList<>();
        for (var each = newest.descendingIterator(); each.hasNext() && letters.size() < most; ) {
            Message message = each.next();
            if (message.reader() != reader) continue;
            for (int i = message.letters().size() - 1; i >= 0 && letters.size() < most; i--) {
                letters.add(message.letters().get(i));
            }
        }
        return letters;
    }

    /** Of the newest message, whoever's. */
    synchronized long sequence() {
        return sequence;
    }

    /** What he was told behind that frame; empty when some of it is not known any more. What is in doubt is told again. */
    public synchronized Optional<List<Message>> since(int reader, long from) {
        if (from < forgottenSequence) return Optional.empty();
        return Optional.of(newest.stream()
                .filter(each -> each.reader() == reader)
                .filter(each -> each.sequence() > from || each.isInDoubt() && each.sequence() == from)
                .toList());
    }
}
