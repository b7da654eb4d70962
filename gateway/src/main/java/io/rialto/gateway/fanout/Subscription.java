package io.rialto.gateway.fanout;

/**
 * One reader's part in a topic.
 *
 * <p>Who cannot keep up is told the newest state anew as soon as he can, where the topic is one of states; where every
 * message counts he is let go.
 *
 * <p>Threading: the publishing thread.
 */
public final class Subscription {
    private final Reader reader;
    private final Topic topic;
    private long seenSequence;
    private boolean isBehind;

    Subscription(Reader reader, Topic topic) {
        this.reader = reader;
        this.topic = topic;
    }

    public Reader reader() {
        return reader;
    }

    public Topic topic() {
        return topic;
    }

    /** What he is told from now on is newer: his snapshot was of this frame. */
    public void hasSeen(long sequence) {
        seenSequence = sequence;
    }

    /** A message for him alone. */
    public void tell(byte[] utf8) {
        if (isBehind || reader.offer(this, utf8)) return;
        if (topic.everyMessageCounts()) {
            topic.lost(this);
            reader.end("messages of " + topic.name() + " are not read");
        } else {
            isBehind = true;
            reader.forget(this, () -> topic.caughtUp(this));
        }
    }

    void tell(byte[] utf8, long sequence) {
        if (sequence > seenSequence) tell(utf8);
    }

    /** @return whether he was behind */
    boolean comesBack() {
        boolean wasBehind = isBehind;
        isBehind = false;
        return wasBehind;
    }
}
