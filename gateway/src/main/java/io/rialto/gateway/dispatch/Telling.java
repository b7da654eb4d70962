package io.rialto.gateway.dispatch;

import io.rialto.feeds.bus.EventHandler;
import io.rialto.feeds.business.BusinessEvent;
import io.rialto.feeds.offsets.Offsets.Place;
import io.rialto.gateway.causes.Statement;
import io.rialto.gateway.pricealerts.PriceAlerts;
import io.rialto.gateway.pushes.Counts;
import io.rialto.gateway.pushes.Counts.Kind;
import io.rialto.gateway.pushes.NoticeStream.Message;
import io.rialto.gateway.pushes.SocketPushing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tells readers what business events mean to them. Sockets are told at once, out of memory; the database keeps it behind that, with
 * how far all is told, so what a stop finds unkept is told again from the journal: to sockets perhaps twice, in each inbox once.
 *
 * <p>What comes again while it runs, to be kept at last, is not told to sockets again.
 *
 * <p>Thread-safe: one at a time, and none waits for a database. Time is handed in: {@code now} by the wall, {@code nanoTime} for what
 * waits for company.
 */
final class Telling {
    private final Causation causation;
    private final Profiles profiles;
    private final PriceAlerts alerts;
    private final SocketPushing sockets;
    private final NoticeStore store;
    private final BooleanSupplier isAllKept;
    private final Counts counts;
    private long newestNumber;
    private Place told = Place.START;
    private boolean isSound = true;

    /** @param isAllKept whether the database has all that was told */
    Telling(
            Causation causation,
            Profiles profiles,
            PriceAlerts alerts,
            SocketPushing sockets,
            NoticeStore store,
            BooleanSupplier isAllKept,
            Counts counts) {
        this.causation = causation;
        this.profiles = profiles;
        this.alerts = alerts;
        this.sockets = sockets;
        this.store = store;
        this.isAllKept = isAllKept;
        this.counts = counts;
    }

    /** From where the database says. */
    synchronized Place begin(long lastSequence, long nanoTime) {
        told = store.begin(lastSequence, nanoTime);
        newestNumber = store.newestNumber();
        alerts.reload();
        return told;
    }

    /** @param frame what happened in one, or some of it */
    synchronized Told tell(List<BusinessEvent> frame, Place after, Instant now, long nanoTime) {
        beginRound();
        Round round = new Round(profiles, counts, now, newestNumber);
        causation.plan(frame, round);
        newestNumber = round.newestNumber();
        isSound = true;
        BusinessEvent last = frame.get(frame.size() - 1);
        if (told.isBefore(last.sequence(), last.index())) {
            sockets.tell(round.pushes, nanoTime);
            told = after;
        }
        return new Told(round, frame, Optional.of(after));
    }

    /** What the venue says of itself, as of the frame up to which everything has been told. */
    synchronized Told say(List<Statement> statements, Instant now, long nanoTime) {
        Round round = new Round(profiles, counts, now, newestNumber);
        long at = Round.nanos(now);
        causation.planSaid(
                statements.stream().map(each -> each.asOf(told.sequence(), at)).toList(), round);
        newestNumber = round.newestNumber();
        sockets.tell(round.pushes, nanoTime);
        return new Told(round, List.of(), Optional.empty());
    }

    /** After a frame that failed, alerts in memory were changed by what was not told: they are read again, when all else is kept. */
    private void beginRound() {
        if (!isSound) {
            if (!isAllKept.getAsBoolean())
                throw new EventHandler.Unavailable("what was told before is not kept yet", null);
            counts.add(Kind.FAILED_ROUNDS, 1);
            alerts.reload();
        }
        isSound = false;
    }

    /** Of the newest frame of which sockets have been told. */
    synchronized long sequence() {
        return told.sequence();
    }

    synchronized void tellDue(long nanoTime) {
        sockets.tellDue(nanoTime);
    }

    synchronized void tellDigests(List<Message> digests) {
        sockets.tellDigests(digests);
    }
}
