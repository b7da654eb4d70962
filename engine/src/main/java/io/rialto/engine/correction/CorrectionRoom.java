package io.rialto.engine.correction;

import io.rialto.engine.auction.Auctions;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.position.Positions;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.BustTradeDecoder;
import io.rialto.protocol.BuyInDecoder;
import io.rialto.protocol.CorrectTradeDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Everything about settlement that is done by hand: buy-ins, busts, corrections. Threading: the core's thread only. */
public final class CorrectionRoom {
    private final SettlementRoom settlement;
    private final BuyInDesk buyIns;
    private final BustDesk busts;

    public CorrectionRoom(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            Treasury treasury,
            TradingDesk trading,
            Positions positions,
            Auctions auctions,
            SettlementRoom settlement) {
        this.settlement = settlement;
        PositionMoves moves = new PositionMoves(positions, auctions);
        buyIns = new BuyInDesk(accounts, instruments, balances, moves, settlement);
        busts = new BustDesk(instruments, balances, treasury, trading.fills(), moves, settlement);
        trading.fills().novatesBy(settlement.novations());
    }

    /** Commands of settlement, by hand or not; UNKNOWN_COMMAND for a command of others. */
    public Reason decide(Frame frame, int type) {
        switch (type) {
            case BuyInDecoder.TEMPLATE_ID:
                return buyIns.buyIn(frame);
            case BustTradeDecoder.TEMPLATE_ID:
                return busts.bust(frame);
            case CorrectTradeDecoder.TEMPLATE_ID:
                return busts.correct(frame);
            default:
                return settlement.decide(frame, type);
        }
    }
}
