package io.rialto.engine.correction;

import io.rialto.engine.auction.Auctions;
import io.rialto.engine.expiry.Settlement;
import io.rialto.engine.ledger.Balances;
import io.rialto.engine.ledger.Treasury;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.position.Positions;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.engine.tape.Tape;
import io.rialto.engine.tape.TapeSearch;
import io.rialto.engine.tape.TapedTrade;
import io.rialto.engine.trading.TradingDesk;
import io.rialto.protocol.BustTradeDecoder;
import io.rialto.protocol.BuyInDecoder;
import io.rialto.protocol.CorrectTradeDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Everything about settlement that is done by hand: buy-ins, busts, corrections. Threading: the core's thread only. */
public final class CorrectionRoom {
    private final SettlementRoom settlement;
    private final PositionMoves moves;
    private final BuyInDesk buyIns;
    private final BustDesk busts;
    private final TapedBusts taped;
    private final ContractSides sides;
    private final Settlement expiry;
    private final Tape tape;

    /** @param expiry of contracts */
    public CorrectionRoom(
            Accounts accounts,
            Instruments instruments,
            Balances balances,
            Treasury treasury,
            TradingDesk trading,
            Positions positions,
            Auctions auctions,
            SettlementRoom settlement,
            Settlement expiry,
            Tape tape) {
        this.settlement = settlement;
        this.expiry = expiry;
        this.tape = tape;
        moves = new PositionMoves(positions, auctions);
        buyIns = new BuyInDesk(accounts, instruments, balances, moves, settlement);
        BustEvents events = new BustEvents();
        sides = new ContractSides(balances, treasury, positions, trading.margins(), auctions);
        ContractBusts contracts = new ContractBusts(sides, expiry, trading.fills(), tape, events);
        TapeSearch search = new TapeSearch(instruments, trading.fills(), tape);
        taped = new TapedBusts(instruments, search, tape, contracts);
        busts = new BustDesk(instruments, balances, treasury, trading.fills(), moves, settlement, taped, events);
        trading.fills().tells(settlement.novations(), tape);
    }

    /** Its parameter is known from now on. */
    public static void makeKnown(ParameterDesk desk) {
        TapeSearch.makeKnown(desk);
    }

    /** The venue's last trades. */
    public Tape tape() {
        return tape;
    }

    /** Who has a say in trades that are taken back. */
    public void asks(TradesTakenBack other) {
        busts.asks(other);
    }

    /** Of how many contracts the final price is known. */
    public int settledContracts() {
        return expiry.settledCount();
    }

    /** Reads a trade of a contract that stands and may still be changed; else says why it may not. */
    public Reason findContract(Frame frame, long number, Trade into) {
        return taped.findContract(frame, number, into);
    }

    /** Whether it is a contract's trade that was neither taken back nor settled, and is still kept. */
    public boolean stands(long number) {
        return taped.stands(number);
    }

    /** Why a contract's position cannot go from one account to another as by a trade; NONE when it can. Changes nothing. */
    public Reason checkPassing(Instrument market, TapedTrade passed) {
        return sides.checkPassing(market, passed);
    }

    /** The position goes, as it was checked. */
    public void pass(Frame frame, Instrument market, TapedTrade passed) {
        sides.pass(frame, market, passed);
    }

    /** What moves positions by hand. */
    public PositionMoves moves() {
        return moves;
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
