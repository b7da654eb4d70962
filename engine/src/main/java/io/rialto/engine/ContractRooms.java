package io.rialto.engine;

import io.rialto.engine.closing.ClosingLine;
import io.rialto.engine.closing.ClosingOrders;
import io.rialto.engine.expiry.ExpiryDesk;
import io.rialto.engine.expiry.Settlement;
import io.rialto.engine.funding.FundingDesk;
import io.rialto.engine.insurance.InsuranceDesk;
import io.rialto.engine.isolated.MarginModeDesk;
import io.rialto.engine.lifecycle.ParameterDesk;
import io.rialto.engine.lifecycle.ParameterRule;
import io.rialto.engine.liquidation.LiquidationState;
import io.rialto.engine.liquidation.Liquidations;
import io.rialto.engine.listing.Instrument;
import io.rialto.engine.margin.MarginCalls;
import io.rialto.engine.margin.MarginDesk;
import io.rialto.engine.pricing.Fees;
import io.rialto.engine.stress.StressDesk;
import io.rialto.protocol.AssignPositionMarginDecoder;
import io.rialto.protocol.FundInsuranceDecoder;
import io.rialto.protocol.FundPositionsDecoder;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.MoveMarginDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SetLeverageDecoder;
import io.rialto.protocol.SetMarginModeDecoder;
import io.rialto.protocol.SetMarginTiersDecoder;
import io.rialto.protocol.SettleContractDecoder;
import io.rialto.protocol.StressMarginDecoder;
import io.rialto.protocol.frame.Frame;
import java.util.function.LongConsumer;

/** The rooms that only contracts have: margin and its calls, funding, expiry, the insurance fund. */
final class ContractRooms {
    final MarginCalls calls;
    private final MarginDesk margin;
    private final MarginModeDesk modes;
    private final FundingDesk funding;
    final Settlement settlement;
    private final ExpiryDesk expiry;
    private final InsuranceDesk insurance;
    final ClosingOrders closing;
    final Liquidations liquidations;
    final ClosingLine line;
    private final StressDesk stress;

    /** All other rooms but what follows trades are there. */
    ContractRooms(Rooms rooms) {
        var positions = rooms.positions();
        var cancels = rooms.control.cancels();
        calls = new MarginCalls(rooms.accounts, rooms.instruments, rooms.balances, positions, rooms.margins());
        rooms.parameters.tells(calls::revalued);
        rooms.triggers.tells(calls::revalued);
        margin = new MarginDesk(
                rooms.accounts,
                rooms.assets,
                rooms.instruments,
                rooms.balances,
                positions,
                rooms.margins(),
                calls,
                rooms.refusals);
        modes = new MarginModeDesk(
                rooms.accounts, rooms.instruments, rooms.orders, rooms.balances, positions, rooms.margins());
        stress =
                new StressDesk(rooms.accounts, rooms.assets, rooms.instruments, rooms.margins(), calls, rooms.refusals);
        funding = new FundingDesk(
                rooms.accounts,
                rooms.instruments,
                rooms.balances,
                positions,
                rooms.margins(),
                rooms.parameters,
                rooms.requests.caller());
        insurance = new InsuranceDesk(rooms.assets, rooms.balances, rooms.treasury, rooms.margins());
        settlement =
                new Settlement(rooms.accounts, rooms.balances, positions, rooms.margins(), rooms.control.delisting());
        expiry = new ExpiryDesk(rooms.instruments, rooms.agenda, cancels, settlement, rooms.parameters);
        rooms.listing.tells(expiry::listed);
        rooms.trading.gate().addFirst(expiry);
        rooms.consequences.addAll(funding.round(), settlement);
        closing = new ClosingOrders(
                rooms.accounts, rooms.orders, rooms.balances, rooms.trading.walk(), rooms.trading.arrival());
        liquidations = new Liquidations(
                rooms.accounts,
                rooms.instruments,
                rooms.balances,
                positions,
                rooms.margins(),
                closing,
                market -> trades(rooms, market));
        line = new ClosingLine(rooms.instruments, positions, rooms.margins(), closing, market -> trades(rooms, market));
        calls.tells(new LiquidationState(rooms.instruments, rooms.balances, positions, cancels, liquidations));
        makeKnown(rooms.parameters);
    }

    private static void makeKnown(ParameterDesk parameters) {
        ParameterRule rate = ParameterRule.noneOrBetween(0, Fees.WHOLE);
        ParameterRule flag = ParameterRule.noneOrBetween(0, 1);
        parameters.knows(
                InstrumentParameter.LIQUIDATION_BUFFER_RATE, (market, value) -> contracts(rate, market, value));
        parameters.knows(InstrumentParameter.LOSS_SHARING, (market, value) -> contracts(flag, market, value));
    }

    private static Reason contracts(ParameterRule rule, Instrument market, long value) {
        return market.isContract() ? rule.check(market, value) : Reason.NOT_A_CONTRACT;
    }

    /** Continuously, and not for the last time ago. */
    private boolean trades(Rooms rooms, Instrument market) {
        return market.isContinuous() && !settlement.isExpired(market.number()) && rooms.control.trades(market.number());
    }

    /** UNKNOWN_COMMAND for a command of others. */
    Reason decide(Frame frame, int type) {
        switch (type) {
            case MoveMarginDecoder.TEMPLATE_ID:
                return margin.move(frame);
            case SetLeverageDecoder.TEMPLATE_ID:
                return margin.lever(frame);
            case SetMarginModeDecoder.TEMPLATE_ID:
                return modes.setMode(frame);
            case AssignPositionMarginDecoder.TEMPLATE_ID:
                return modes.assign(frame);
            case SetMarginTiersDecoder.TEMPLATE_ID:
                return margin.setTiers(frame);
            case FundPositionsDecoder.TEMPLATE_ID:
                return funding.fund(frame);
            case FundInsuranceDecoder.TEMPLATE_ID:
                return insurance.fund(frame);
            case SettleContractDecoder.TEMPLATE_ID:
                return expiry.settle(frame);
            case StressMarginDecoder.TEMPLATE_ID:
                return stress.stress(frame);
            default:
                return Reason.UNKNOWN_COMMAND;
        }
    }

    /** For audits: what of a contract that is being settled is closed while the other side still stands, in lots. */
    long closedLots(Instrument contract) {
        return settlement.closedLots(contract);
    }

    /** For audits: what it was worth, in minor units. */
    long closedMinor(Instrument contract) {
        return settlement.closedMinor(contract);
    }

    /** Everything that can change a later decision, in a fixed order. */
    void visit(LongConsumer state) {
        calls.visit(state);
        funding.visit(state);
        expiry.visit(state);
        liquidations.visit(state);
        line.visit(state);
    }
}
