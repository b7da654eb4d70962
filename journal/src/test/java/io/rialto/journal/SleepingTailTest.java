package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the journal may sleep for as long as he likes: he is woken by what is promised, and misses nothing. */
@Timeout(60)
class SleepingTailTest {
    private static final long FOREVER = TimeUnit.DAYS.toNanos(1);
    private static final int FRAMES = 20_000;

    @TempDir
    Path directory;

    private final History history = new History();
    private Journal journal;

    @BeforeEach
    void open() {
        journal = History.open(JournalOptions.in(directory).durability(Durability.JOURNALED));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void nobodyWhoSleepsMissesAFrameHoweverTheyCome() {
        CompletableFuture<Long> one = CompletableFuture.supplyAsync(this::follow);
        CompletableFuture<Long> other = CompletableFuture.supplyAsync(this::follow);

        for (int sequence = 1; sequence <= FRAMES; sequence++) {
            journal.append(history.frame(sequence, 1));
            journal.commit();
            journal.wakeTails();
        }

        assertThat(one.join()).isEqualTo(FRAMES);
        assertThat(other.join()).isEqualTo(FRAMES);
    }

    /** @return of the last frame */
    private long follow() {
        try (JournalTail tail = journal.tail(0)) {
            while (tail.position() < FRAMES) {
                if (tail.poll(frame -> {}, 256) == 0) tail.sleep(FOREVER);
            }
            return tail.position();
        }
    }

    @Test
    void whoIsBehindDoesNotSleep() {
        try (JournalTail tail = journal.tail(0)) {
            history.append(journal, 1, 1);

            assertThat(tail.sleep(FOREVER)).isFalse();
        }
    }

    @Test
    void whoIsNotWokenSleepsForAsLongAsHeSaid() {
        try (JournalTail tail = journal.tail(0)) {
            assertThat(tail.sleep(1)).isFalse();
        }
    }

    @Test
    void whoHasLeftIsNotLookedFor() {
        journal.tail(0).close();
        history.append(journal, 1, 1);

        journal.wakeTails();

        assertThat(journal.promisedSequence()).isEqualTo(1);
    }
}
