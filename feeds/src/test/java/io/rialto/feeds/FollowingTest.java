package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC_USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.market.Level;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.journal.Durability;
import io.rialto.journal.Journal;
import io.rialto.journal.JournalOptions;
import io.rialto.journal.JournalReader;
import io.rialto.protocol.frame.FrameView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FollowingTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Journal journal;
    private final History history = new History(FeedsOptions.defaults());
    private final Feeds feeds = history.feeds;

    @BeforeEach
    void openJournal() {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) continue;
            journal = Journal.open(JournalOptions.in(directory).durability(Durability.JOURNALED), reader.end());
        }
        history.into(frame -> journal.append(frame)).lists();
        journal.commit();
    }

    @AfterEach
    void close() {
        feeds.close();
        journal.close();
    }

    @Test
    void whatTheJournalPromisesIsAnswered() {
        feeds.follow(journal.tail(0));
        history.rests(history.buys(ALICE, 5, 100));
        journal.commit();

        assertThat(feeds.awaitPosition(history.sequence(), LONG)).isTrue();
        assertThat(feeds.books().book(BTC_USD, 1).bids()).containsExactly(new Level(100, 5, 1));
        assertThat(feeds.health()).isEqualTo(new FeedsHealth(true, 5, history.timeNanos(), Set.of(), Optional.empty()));
    }

    @Test
    void historyIsReadThroughTheSameDoorAndThenFollowed() {
        try (JournalReader reader = JournalReader.open(directory)) {
            while (reader.next()) feeds.onFrame(reader.frame());
        }
        assertThat(feeds.position()).isEqualTo(4);
        feeds.follow(journal.tail(4));
        history.rests(history.buys(ALICE, 5, 100));
        journal.commit();
        assertThat(feeds.awaitPosition(5, LONG)).isTrue();
    }

    @Test
    void aTailThatStandsElsewhereIsRefused() {
        assertThatThrownBy(() -> feeds.follow(journal.tail(4)))
                .hasMessage("tail must stand at the feeds' position 0: was 4");
    }

    @Test
    void aWaiterWhoseFrameDoesNotComeIsToldSo() {
        feeds.follow(journal.tail(0));
        assertThat(feeds.awaitPosition(4, LONG)).isTrue();
        assertThat(feeds.awaitPosition(5, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void everyWaiterIsWokenByItsOwnFrame() throws Exception {
        feeds.follow(journal.tail(0));
        CompletableFuture<?>[] waiting = new CompletableFuture<?>[20];
        for (int i = 0; i < waiting.length; i++) {
            long awaited = 5 + i;
            waiting[i] = CompletableFuture.runAsync(() -> {
                assertThat(feeds.awaitPosition(awaited, LONG)).isTrue();
                assertThat(feeds.position()).isGreaterThanOrEqualTo(awaited);
            });
        }
        for (int i = 0; i < waiting.length; i++) {
            history.rests(history.buys(ALICE, 5, 100 - i));
            journal.commit();
        }
        CompletableFuture.allOf(waiting).get(30, TimeUnit.SECONDS);
    }

    @Test
    void aFrameThatCannotFollowStopsTheFeedsAndEveryoneIsTold() throws Exception {
        feeds.follow(journal.tail(0));
        CompletableFuture<Throwable> waiting = CompletableFuture.supplyAsync(() -> feeds.awaitPosition(1_000, LONG))
                .handle((reached, fault) -> fault.getCause());
        history.rests(history.sells(ALICE, 5, 100));
        history.rests(history.buys(BOB, 5, 101));
        history.rests(history.buys(BOB, 5, 99));
        journal.commit();

        assertThat(waiting.get(30, TimeUnit.SECONDS))
                .isInstanceOf(FeedsStopped.class)
                .hasMessageContaining("book must not be crossed")
                .hasMessageContaining("at sequence=6");
        assertThat(feeds.health().isHealthy()).isFalse();
        assertThat(feeds.position()).isEqualTo(5);
        assertThatThrownBy(() -> feeds.awaitPosition(5, LONG)).isInstanceOf(FeedsStopped.class);
        assertThatThrownBy(() -> feeds.listings().assets()).isInstanceOf(FeedsStopped.class);
    }

    @Test
    void closingWakesEveryoneWhoWaits() throws Exception {
        feeds.follow(journal.tail(0));
        CompletableFuture<Throwable> waiting = CompletableFuture.supplyAsync(() -> feeds.awaitPosition(1_000, LONG))
                .handle((reached, fault) -> fault.getCause());
        feeds.close();
        assertThat(waiting.get(30, TimeUnit.SECONDS)).hasMessageContaining("feeds were closed");
        assertThat(feeds.health().isFollowing()).isFalse();
    }

    @Test
    void aGapStopsTheFeeds() {
        History elsewhere = new History(FeedsOptions.defaults());
        elsewhere.into(frame -> {}).lists();
        elsewhere.into(frame -> feeds.onFrame(new FrameView().wrap(frame.buffer(), 0)));
        assertThatThrownBy(() -> elsewhere.rests(elsewhere.buys(ALICE, 1, 1)))
                .hasMessageContaining("frames must come without gaps: position=0: at sequence=5");
    }

    @Test
    void anEventThatIsNotKnownIsPassedOverAndTold() {
        History straight = History.listed();
        long sequence = straight.tick(Told::somethingNew);
        assertThat(straight.feeds.position()).isEqualTo(sequence);
        assertThat(straight.feeds.health().isHealthy()).isTrue();
        assertThat(straight.feeds.health().unknownEvents()).containsExactly(999);
    }
}
