package io.rialto.engine.correction;

import io.rialto.engine.listing.Instrument;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.protocol.Reason;
import io.rialto.protocol.frame.Frame;

/** Who has a say in trades that are taken back: parts of them may be with others than those who executed them. */
public interface TradesTakenBack {
    /** Whether somebody who did not execute it has a part of it. */
    boolean isGivenUp(long trade);

    /** A contract's trade is taken back now; nobody has a part of it who did not execute it. */
    void takenBack();

    /** Why it cannot be busted, or NONE. Changes nothing. */
    Reason refusal(Instrument market, Trade trade);

    /** It is busted, corrected or reversed now: what others have of it goes back first. Balances are verified behind. */
    void takeBack(Frame frame, Instrument market, Trade trade);
}
