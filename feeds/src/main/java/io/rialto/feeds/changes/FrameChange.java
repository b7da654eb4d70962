package io.rialto.feeds.changes;

import io.rialto.feeds.busts.Bust;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.market.Trade;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.statements.Movement;
import java.util.List;

/**
 * All that one frame changed, as it was when the frame had been applied whole. Immutable; in integer units.
 *
 * @param timeNanos journal time, UTC
 * @param levels in the order of the changes: of one level the last counts
 * @param queues order by order, in the order of the changes: of one place the last counts
 * @param trades in the order in which they were made
 * @param busts trades that were taken back: of one trade of the tape the last counts
 * @param instruments whose terms, phase or mark price changed
 * @param orders each as the frame left it
 * @param fills oldest first
 * @param movements oldest first
 * @param equity points that came onto the curves of accounts, as of the frame before
 */
public record FrameChange(
        long sequence,
        long timeNanos,
        List<LevelChange> levels,
        List<QueueChange> queues,
        List<Trade> trades,
        List<Bust> busts,
        List<Instrument> instruments,
        List<AuctionChange> auctions,
        List<OrderView> orders,
        List<Fill> fills,
        List<BalanceChange> balances,
        List<Movement> movements,
        List<EquityChange> equity) {}
