package io.rialto.engine.giveup;

import static io.rialto.protocol.frame.FrameLayout.PART_HEADER_LENGTH;

import io.rialto.engine.giveup.PendingGiveUps.Pending;
import io.rialto.engine.listing.Accounts;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.listing.Instruments;
import io.rialto.engine.matching.Fills;
import io.rialto.engine.roles.Roles;
import io.rialto.engine.settlement.KeptTrades;
import io.rialto.engine.settlement.KeptTrades.Trade;
import io.rialto.engine.settlement.SettlementRoom;
import io.rialto.protocol.AnswerGiveUpDecoder;
import io.rialto.protocol.GiveUpAnswer;
import io.rialto.protocol.GiveUpDecoder;
import io.rialto.protocol.GiveUpEnding;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Reason;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.Frame;
import org.agrona.DirectBuffer;

/**
 * Takes offers and answers. Each answers NONE when it was done, else why nothing was: an offer that cannot be taken up stays.
 *
 * <p>Threading: the core's thread only.
 */
final class GiveUpDesk {
    private static final int BUY = Side.BUY.value();
    private static final int SELL = Side.SELL.value();
    private static final int EITHER = 0xFF;

    private final Accounts accounts;
    private final Instruments instruments;
    private final Fills fills;
    private final SettlementRoom settlement;
    private final KeptTrades kept;
    private final Roles roles;
    private final Takers takers;
    private final PendingGiveUps pending;
    private final Passing passing;
    private final ContractGiveUps contracts;
    private final GiveUpEvents events;
    private Trade trade; // at hand

    GiveUpDesk(
            Accounts accounts,
            Instruments instruments,
            Fills fills,
            SettlementRoom settlement,
            Roles roles,
            Takers takers,
            PendingGiveUps pending,
            Passing passing,
            ContractGiveUps contracts,
            GiveUpEvents events) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.fills = fills;
        this.settlement = settlement;
        this.kept = settlement.kept();
        this.roles = roles;
        this.takers = takers;
        this.pending = pending;
        this.passing = passing;
        this.contracts = contracts;
        this.events = events;
    }

    Reason offer(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        long number = buffer.getLong(at + GiveUpDecoder.tradeEncodingOffset());
        long lots = buffer.getLong(at + GiveUpDecoder.quantityLotsEncodingOffset());
        int giver = buffer.getInt(at + GiveUpDecoder.accountEncodingOffset());
        int taker = buffer.getInt(at + GiveUpDecoder.takerEncodingOffset());
        int side = buffer.getByte(at + GiveUpDecoder.sideEncodingOffset()) & 0xFF;
        if (!accounts.isOpen(giver) || !accounts.isOpen(taker)) return Reason.UNKNOWN_ACCOUNT;
        if (side != BUY && side != SELL && side != EITHER) return Reason.INVALID_COMBINATION;
        if (giver == taker) return Reason.GIVE_UP_TO_ITSELF;
        if (lots <= 0) return Reason.QUANTITY_BELOW_MINIMUM;
        Reason refusal = find(frame, number);
        if (refusal != Reason.NONE) return refusal;
        boolean isBuy = side == BUY || side == EITHER && passing.lotsOf(trade, true, giver) > 0;
        long has = passing.lotsOf(trade, isBuy, giver);
        if (has == 0) return Reason.NOT_IN_THE_TRADE;
        boolean isEither = side == EITHER && isBuy && passing.lotsOf(trade, false, giver) > 0;
        if (isEither) return Reason.INVALID_COMBINATION;
        if (lots > has - pending.offeredLots(number, isBuy, giver)) return Reason.GIVE_UP_ABOVE_TRADE;
        refusal = takers.stops(taker, instruments.get(trade.instrument));
        if (refusal != Reason.NONE) return refusal;
        offer(frame, isBuy, giver, taker, lots);
        return Reason.NONE;
    }

    private void offer(Frame frame, boolean isBuy, int giver, int taker, long lots) {
        Pending offer = pending.add();
        offer.trade = trade.number;
        offer.lots = lots;
        offer.instrument = trade.instrument;
        offer.giver = giver;
        offer.taker = taker;
        offer.isBuy = isBuy;
        if (instruments.get(trade.instrument).isContract()) pending.isTaped(offer);
        events.requested(frame, offer, trade);
    }

    /** NONE: the trade can be given up, and is at hand. */
    private Reason find(Frame frame, long number) {
        if (number < 1 || number > fills.lastTrade()) return Reason.UNKNOWN_TRADE;
        int place = kept.find(number);
        if (place == KeptTrades.NONE) {
            trade = contracts.trade();
            return contracts.find(frame, number);
        }
        trade = kept.at(place);
        if (trade.isBusted) return Reason.TRADE_BUSTED;
        if (isSettled()) return Reason.TRADE_SETTLED;
        return isInOtherSteps() ? Reason.TRADE_IN_OTHER_STEPS : Reason.NONE;
    }

    private boolean isSettled() {
        return !trade.isNovated || trade.day <= settlement.novations().lastSettledDay();
    }

    private boolean isInOtherSteps() {
        Instrument market = instruments.get(trade.instrument);
        return market.parameter(InstrumentParameter.TICK) != trade.tickStep
                || market.parameter(InstrumentParameter.LOT) != trade.lotStep;
    }

    Reason answer(Frame frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.commandOffset() + PART_HEADER_LENGTH;
        long number = buffer.getLong(at + AnswerGiveUpDecoder.giveUpEncodingOffset());
        int account = buffer.getInt(at + AnswerGiveUpDecoder.accountEncodingOffset());
        int answer = buffer.getByte(at + AnswerGiveUpDecoder.answerEncodingOffset()) & 0xFF;
        if (!accounts.isOpen(account)) return Reason.UNKNOWN_ACCOUNT;
        boolean isAnswer = answer >= GiveUpAnswer.ACCEPT.value() && answer <= GiveUpAnswer.WITHDRAW.value();
        if (!isAnswer) return Reason.INVALID_COMBINATION;
        if (!pending.wasGiven(number)) return Reason.UNKNOWN_GIVE_UP;
        int place = pending.find(number);
        if (place == PendingGiveUps.NONE) return Reason.GIVE_UP_NOT_PENDING;
        Pending offer = pending.at(place);
        boolean withdraws = answer == GiveUpAnswer.WITHDRAW.value();
        if (!speaksFor(account, withdraws ? offer.giver : offer.taker)) return Reason.GIVE_UP_OF_OTHERS;
        if (answer == GiveUpAnswer.ACCEPT.value()) return accept(frame, place, account);
        events.ended(frame, offer, withdraws ? GiveUpEnding.WITHDRAWN : GiveUpEnding.REFUSED, account);
        pending.remove(place);
        return Reason.NONE;
    }

    private boolean speaksFor(int account, int party) {
        int firm = accounts.firm(account);
        return account == party || firm != 0 && firm == accounts.firm(party);
    }

    private Reason accept(Frame frame, int place, int account) {
        Pending offer = pending.at(place);
        Instrument market = instruments.get(offer.instrument);
        if (roles.onlyExecutes(account)) return Reason.ROLE_FORBIDS;
        if (offer.isTaped) return acceptContract(frame, place, account);
        trade = kept.at(kept.find(offer.trade));
        if (isInOtherSteps()) return Reason.TRADE_IN_OTHER_STEPS;
        Reason refusal = takers.stops(offer.taker, market);
        if (refusal != Reason.NONE) return refusal;
        passing.measure(market, trade, offer.isBuy, offer.giver, offer.taker, offer.lots);
        refusal = takers.credit(offer.giver, offer.taker, market, passing.notionalMinor());
        if (refusal == Reason.NONE) refusal = passing.refusal();
        if (refusal != Reason.NONE) return refusal;
        passing.pass();
        passing.verify();
        takers.took(offer.giver, offer.taker, market, passing.notionalMinor());
        events.accepted(frame, offer, trade, passing, account);
        pending.remove(place);
        return Reason.NONE;
    }

    private Reason acceptContract(Frame frame, int place, int account) {
        Pending offer = pending.at(place);
        Instrument market = instruments.get(offer.instrument);
        Reason refusal = find(frame, offer.trade);
        if (refusal == Reason.NONE) refusal = takers.stops(offer.taker, market);
        if (refusal != Reason.NONE) return refusal;
        long notional = contracts.notionalMinor(market, offer.lots);
        refusal = takers.credit(offer.giver, offer.taker, market, notional);
        if (refusal == Reason.NONE) refusal = contracts.refusal(market, offer);
        if (refusal != Reason.NONE) return refusal;
        events.contractAccepted(frame, offer, trade, notional, account);
        contracts.pass(frame, market, offer);
        takers.took(offer.giver, offer.taker, market, notional);
        pending.remove(place);
        return Reason.NONE;
    }
}
