package io.rialto.feeds.business;

import io.rialto.feeds.business.BusinessEvent.PositionClosed;
import io.rialto.feeds.costs.CostBook;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.PositionChangedDecoder;
import io.rialto.protocol.PositionSettledDecoder;
import io.rialto.protocol.PositionTransferredDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.frame.FrameView;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Tells when a position has come to zero or to the other side, and what it realised.
 *
 * <p>Of contracts the journal says what each trade realised. Of assets themselves it is worked out by average cost, in which a
 * fee in base counts as sold at the price of its trade, and what is taken back or given up as the opposite trade at its price.
 */
final class Positions {
    private static final int FIRST_ACCOUNT = 100;

    private final EventReader reader;
    private final BitSet contracts = new BitSet();
    private final Long2ObjectHashMap<CostBook> assets = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<Running> positions = new Long2ObjectHashMap<>();
    private final InstrumentListedDecoder listed = new InstrumentListedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final PositionChangedDecoder changed = new PositionChangedDecoder();
    private final PositionSettledDecoder settled = new PositionSettledDecoder();
    private final PositionTransferredDecoder transferred = new PositionTransferredDecoder();

    /** Of a contract: on which side it is, and what it has realised. */
    private record Running(int sign, BigInteger realisedMinor) {
        static final Running FLAT = new Running(0, BigInteger.ZERO);
    }

    Positions(EventReader reader) {
        this.reader = reader;
    }

    Positions(EventReader reader, Positions other) {
        this.reader = reader;
        contracts.or(other.contracts);
        other.assets.forEach((key, book) -> assets.put(key, book.copy()));
        positions.putAll(other.positions);
    }

    void read(FrameView frame) {
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case InstrumentListedDecoder.TEMPLATE_ID -> {
                boolean isContract = frame.commandType() == ListContractDecoder.TEMPLATE_ID;
                contracts.set(listed.wrap(frame.buffer(), at, length, version).instrument(), isContract);
            }
            case TradeExecutedDecoder.TEMPLATE_ID -> onTrade(trade.wrap(frame.buffer(), at, length, version));
            case PositionChangedDecoder.TEMPLATE_ID -> {
                changed.wrap(frame.buffer(), at, length, version);
                became(changed.account(), changed.instrument(), changed.positionLots(), changed.realisedMinor());
            }
            case PositionTransferredDecoder.TEMPLATE_ID -> {
                var event = transferred.wrap(frame.buffer(), at, length, version);
                became(event.account(), event.instrument(), event.positionLots(), event.realisedMinor());
            }
            case PositionSettledDecoder.TEMPLATE_ID -> {
                settled.wrap(frame.buffer(), at, length, version);
                became(settled.account(), settled.instrument(), 0, settled.realisedMinor());
            }
            default -> {}
        }
    }

    private void onTrade(TradeExecutedDecoder event) {
        if (contracts.get(event.instrument()) || event.takerAccount() == event.makerAccount()) return;
        boolean takerBuys = event.takerSide() == Side.BUY;
        fill(event, event.takerAccount(), takerBuys, event.takerFeeMinor());
        fill(event, event.makerAccount(), !takerBuys, event.makerFeeMinor());
    }

    private void fill(TradeExecutedDecoder event, int account, boolean buys, long feeMinor) {
        long by = buys ? event.baseMinor() : -event.baseMinor();
        long feeInBase = buys && event.feePolicy() == FeePolicy.RECEIVED ? feeMinor : 0;
        traded(account, event.instrument(), by, feeInBase, event.notionalMinor());
    }

    /**
     * So much base bought, below zero sold, for so much quote; with a fee in base.
     *
     * @param feeInBase below zero was received
     */
    void traded(int account, int instrument, long by, long feeInBase, long notionalMinor) {
        if (account < FIRST_ACCOUNT || by == 0) return;
        trade(account, instrument, by, BigInteger.valueOf(notionalMinor));
        if (feeInBase == 0) return;
        BigInteger worth = BigInteger.valueOf(notionalMinor)
                .multiply(BigInteger.valueOf(Math.abs(feeInBase)))
                .divide(BigInteger.valueOf(Math.abs(by)));
        trade(account, instrument, -feeInBase, worth);
    }

    private void trade(int account, int instrument, long by, BigInteger valueMinor) {
        long key = key(account, instrument);
        CostBook book = assets.computeIfAbsent(key, any -> new CostBook(CostMethod.AVERAGE));
        int before = book.quantity().signum();
        book.trade(BigDecimal.valueOf(by), valueMinor);
        int after = book.quantity().signum();
        if (after == 0) assets.remove(key);
        if (before == 0 || before == after) return;
        if (after != 0) {
            CostBook next = new CostBook(CostMethod.AVERAGE);
            next.open(book.quantity(), book.costMinor());
            assets.put(key, next);
        }
        closed(account, instrument, before, book.realisedMinor());
    }

    private void became(int account, int instrument, long positionLots, long realisedMinor) {
        if (account < FIRST_ACCOUNT) return;
        long key = key(account, instrument);
        Running before = positions.getOrDefault(key, Running.FLAT);
        BigInteger realised = before.realisedMinor.add(BigInteger.valueOf(realisedMinor));
        int sign = Long.signum(positionLots);
        boolean isOther = before.sign != 0 && before.sign != sign;
        if (sign == 0) positions.remove(key);
        else positions.put(key, new Running(sign, isOther ? BigInteger.ZERO : realised));
        if (isOther) closed(account, instrument, before.sign, realised);
    }

    private void closed(int account, int instrument, int sign, BigInteger realisedMinor) {
        Side side = sign > 0 ? Side.BUY : Side.SELL;
        reader.tell(new PositionClosed(reader.origin(), account, instrument, side, realisedMinor));
    }

    private static long key(int account, int instrument) {
        return (long) account << 32 | instrument;
    }
}
