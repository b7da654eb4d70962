package io.rialto.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is committed is kept, in order, and found again. */
class KeepingTest {
    @TempDir
    Path directory;

    @Test
    void anEmptyDirectoryIsAnEmptyHistory() {
        JournalEnd end = History.end(directory.resolve("absent"));

        assertThat(end.state()).isEqualTo(JournalEnd.State.CLEAN);
        assertThat(end.lastSequence()).isZero();
    }

    @Test
    void everyCommittedFrameIsReadBackInOrder() {
        History.write(JournalOptions.in(directory), 5000, 7);

        assertThat(History.sequences(directory)).isEqualTo(oneTo(5000));
        assertThat(History.end(directory).state()).isEqualTo(JournalEnd.State.CLEAN);
        assertThat(History.end(directory).durableSequence()).isEqualTo(5000);
    }

    @Test
    void aJournalGoesOnWhereItStoppedInALaterEpoch() {
        for (int life = 1; life <= 4; life++) History.write(JournalOptions.in(directory), 100, 9);

        assertThat(History.sequences(directory)).isEqualTo(oneTo(400));
        assertThat(History.end(directory).tip().epoch()).isEqualTo(4);
    }

    @Test
    void aTailShowsWhatIsPromisedAndNothingElse() {
        List<Long> seen = new ArrayList<>();
        try (Journal journal = History.open(JournalOptions.in(directory));
                JournalTail tail = journal.tail(0)) {
            History history = new History();
            history.append(journal, 100, 10);
            journal.append(history.frame(101, 2));

            assertThat(tail.poll(frame -> seen.add(frame.sequence()), 60)).isEqualTo(60);
            assertThat(tail.poll(frame -> seen.add(frame.sequence()), 60)).isEqualTo(40);
            assertThat(tail.poll(frame -> seen.add(frame.sequence()), 60)).isZero();

            journal.commit();
            assertThat(tail.poll(frame -> seen.add(frame.sequence()), 60)).isEqualTo(1);
        }
        assertThat(seen).isEqualTo(oneTo(101));
    }

    @Test
    void aTailMayBeginAnywhere() {
        History.write(JournalOptions.in(directory), 5000, 7);
        try (Journal journal = History.open(JournalOptions.in(directory));
                JournalTail tail = journal.tail(4321)) {
            new History().append(journal, 100, 3);
            List<Long> seen = new ArrayList<>();
            tail.poll(frame -> seen.add(frame.sequence()), Integer.MAX_VALUE);
            assertThat(seen)
                    .isEqualTo(LongStream.rangeClosed(4322, 5100).boxed().toList());
        }
    }

    @Test
    void everyFrameIsFoundByItsSequence() {
        History.write(JournalOptions.in(directory), 5000, 7);
        try (Journal journal = History.open(JournalOptions.in(directory))) {
            new History().append(journal, 3000, 5);
            FrameLookup lookup = journal.lookup();
            for (long sequence = 1; sequence <= 8000; sequence += 37) {
                List<Long> seen = new ArrayList<>();
                assertThat(lookup.find(sequence, frame -> seen.add(frame.sequence())))
                        .isTrue();
                assertThat(seen).containsExactly(sequence);
            }
            assertThat(lookup.find(8001, frame -> {})).isFalse();
            assertThat(lookup.find(0, frame -> {})).isFalse();
        }
    }

    @Test
    void aFrameLargerThanAnExcerptIsKeptToo() {
        History history = new History();
        try (Journal journal = History.open(JournalOptions.in(directory).excerptBytes(4096))) {
            journal.append(history.frame(1, 1));
            journal.append(history.frame(2, 4000));
            journal.append(history.frame(3, 1));
            journal.commit();
        }
        assertThat(History.sequences(directory)).containsExactly(1L, 2L, 3L);
    }

    static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
