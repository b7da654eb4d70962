package io.rialto.feeds.records;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.FeedsOptions;
import io.rialto.feeds.MarketKept;
import io.rialto.feeds.candles.CandlesKept;
import io.rialto.feeds.candles.Interval;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.events.EventIndexer;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.statements.Movement;
import io.rialto.protocol.AccountOpenedDecoder;
import io.rialto.protocol.FundingPaidDecoder;
import io.rialto.protocol.PositionChangedDecoder;
import io.rialto.protocol.PositionSettledDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import io.rialto.protocol.frame.FrameView;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Turns frames into rows. What an event leaves to its reader (how much of an order is open, what a balance is then) is
 * known by feeds of its own that keep as little as feeds can: open orders, balances, costs.
 *
 * <p>Threading: one thread.
 */
final class Projection {
    private static final int FIRST_ACCOUNT = 100;
    private static final Set<Integer> OF_POSITIONS = Set.of(
            PositionChangedDecoder.TEMPLATE_ID,
            PositionSettledDecoder.TEMPLATE_ID,
            PositionTransferredDecoder.TEMPLATE_ID,
            FundingPaidDecoder.TEMPLATE_ID);

    private final Feeds feeds = new Feeds(little(), new MarketKept(1, noCandles()));
    private final EventIndexer indexer = new EventIndexer();
    private final AccountOpenedDecoder opened = new AccountOpenedDecoder();
    private final Long2ObjectHashMap<Batch.Held> positions = new Long2ObjectHashMap<>(); // as they were written last
    private long told;

    private static FeedsOptions little() {
        return new FeedsOptions(1, 0, 1, 0, 1, 2, false, Duration.ofSeconds(1), Duration.ofNanos(500_000));
    }

    private static CandlesKept noCandles() {
        return new CandlesKept(Interval.all().stream().collect(Collectors.toMap(Function.identity(), any -> 1)));
    }

    /** Of the last frame that was read. */
    long sequence() {
        return feeds.position();
    }

    /** A frame whose rows are there already. */
    void pass(FrameView frame) {
        feeds.onFrame(frame);
        told = feeds.changes().end();
    }

    /** A frame and its rows. */
    void read(FrameView frame, Batch batch) {
        feeds.onFrame(frame);
        long end = feeds.changes().end();
        if (end > told) feeds.changes().at(end - 1).ifPresent(change -> add(change, batch));
        told = end;
        indexer.read(frame, row -> {
            batch.events.add(row);
            if (!OF_POSITIONS.contains(row.type())) return;
            batch.touched.add(row.account());
            batch.touched.add(row.otherAccount());
        });
        while (frame.nextEvent()) {
            if (frame.eventType() == AccountOpenedDecoder.TEMPLATE_ID) open(frame, batch);
        }
        batch.sequence = frame.sequence();
        batch.timeNanos = frame.timeNanos();
        batch.crc = frame.crc();
    }

    private void open(FrameView frame, Batch batch) {
        opened.wrap(frame.buffer(), frame.eventOffset(), frame.eventBlockLength(), frame.eventVersion());
        batch.accounts.add(new Batch.Opened(
                opened.account(),
                opened.firm(),
                opened.tradeGroup(),
                opened.selfTradePrevention().name(),
                frame.timeNanos(),
                frame.sequence()));
    }

    private static void add(FrameChange change, Batch batch) {
        for (OrderView order : change.orders()) {
            batch.orders.put(order.order(), order);
            batch.states.add(order);
        }
        batch.fills.addAll(change.fills());
        batch.movements.addAll(change.movements());
        batch.equity.addAll(change.equity());
        for (Fill fill : change.fills()) batch.touched.add(fill.account());
        for (Movement movement : change.movements()) batch.touched.add(movement.account());
    }

    /** Once at the end of a batch: where those whose positions may have changed stand, as far as that is new. */
    void endBatch(Batch batch) {
        for (int account : batch.touched) {
            if (account < FIRST_ACCOUNT) continue;
            feeds.portfolios().costs(account, (instrument, costs) -> {
                Batch.Held held = Batch.Held.of(account, instrument, costs);
                if (!held.equals(positions.put(held.key(), held))) batch.positions.add(held);
            });
        }
        batch.touched.clear();
    }
}
