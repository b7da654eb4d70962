package io.rialto.replay.reconciliation;

import io.rialto.protocol.BoughtInDecoder;
import io.rialto.protocol.ContractTradeBustedDecoder;
import io.rialto.protocol.ContractTradeCorrectedDecoder;
import io.rialto.protocol.DepositCompletedDecoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.GiveUpAcceptedDecoder;
import io.rialto.protocol.GiveUpReversedDecoder;
import io.rialto.protocol.InstrumentListedDecoder;
import io.rialto.protocol.InsuranceFundedDecoder;
import io.rialto.protocol.ListContractDecoder;
import io.rialto.protocol.MarginMovedDecoder;
import io.rialto.protocol.ObligationSettledDecoder;
import io.rialto.protocol.SettlementTermsSetDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.TradeBustedDecoder;
import io.rialto.protocol.TradeCorrectedDecoder;
import io.rialto.protocol.TradeExecutedDecoder;
import io.rialto.protocol.TradeNovatedDecoder;
import io.rialto.protocol.TradeReversedDecoder;
import io.rialto.protocol.WithdrawalCompletedDecoder;
import io.rialto.protocol.frame.FrameView;
import io.rialto.replay.words.Terms;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.DirectBuffer;

/**
 * Sums what the journal's events say moved, account by account, without asking the core. Balances only: margins are apart.
 *
 * <p>Money in minor units. One thread.
 */
final class LedgerSums {
    private static final int OUTSIDE_WORLD = 1;
    private static final int FEE_INCOME = 2;
    private static final int CLEARING = 3;

    private final Terms terms;
    private final Map<Purse, Long> sums = new TreeMap<>();
    private final Set<Purse> touched = new TreeSet<>();
    private final Set<Integer> contracts = new HashSet<>();
    private final Set<Integer> later = new HashSet<>();
    private final InstrumentListedDecoder listed = new InstrumentListedDecoder();
    private final FundsDepositedDecoder funds = new FundsDepositedDecoder();
    private final MarginMovedDecoder margin = new MarginMovedDecoder();
    private final InsuranceFundedDecoder insurance = new InsuranceFundedDecoder();
    private final TradeExecutedDecoder trade = new TradeExecutedDecoder();
    private final SettlementTermsSetDecoder settlement = new SettlementTermsSetDecoder();
    private final TradeNovatedDecoder novated = new TradeNovatedDecoder();
    private final TradeBustedDecoder busted = new TradeBustedDecoder();
    private final TradeCorrectedDecoder corrected = new TradeCorrectedDecoder();
    private final TradeReversedDecoder reversed = new TradeReversedDecoder();
    private final ContractTradeBustedDecoder contractBusted = new ContractTradeBustedDecoder();
    private final ContractTradeCorrectedDecoder contractCorrected = new ContractTradeCorrectedDecoder();
    private final ObligationSettledDecoder settled = new ObligationSettledDecoder();
    private final GiveUpAcceptedDecoder givenUp = new GiveUpAcceptedDecoder();
    private final GiveUpReversedDecoder givenBack = new GiveUpReversedDecoder();
    private final BoughtInDecoder boughtIn = new BoughtInDecoder();

    /** @param terms which has seen the frame before */
    LedgerSums(Terms terms) {
        this.terms = terms;
    }

    long sum(Purse purse) {
        return sums.getOrDefault(purse, 0L);
    }

    /** By account and asset; all that ever moved. */
    Set<Purse> purses() {
        return sums.keySet();
    }

    /** Answers whose balances the frame has moved. */
    Set<Purse> onFrame(FrameView frame) {
        touched.clear();
        frame.rewind();
        while (frame.nextEvent()) onEvent(frame);
        frame.rewind();
        return touched;
    }

    private void onEvent(FrameView frame) {
        DirectBuffer buffer = frame.buffer();
        int at = frame.eventOffset();
        int length = frame.eventBlockLength();
        int version = frame.eventVersion();
        switch (frame.eventType()) {
            case InstrumentListedDecoder.TEMPLATE_ID -> {
                listed.wrap(buffer, at, length, version);
                if (frame.commandType() == ListContractDecoder.TEMPLATE_ID) contracts.add(listed.instrument());
            }
            case FundsDepositedDecoder.TEMPLATE_ID, DepositCompletedDecoder.TEMPLATE_ID -> { // one layout
                funds.wrap(buffer, at, length, version);
                post(OUTSIDE_WORLD, funds.account(), funds.asset(), funds.amountMinor());
            }
            case WithdrawalCompletedDecoder.TEMPLATE_ID -> {
                funds.wrap(buffer, at, length, version);
                post(funds.account(), OUTSIDE_WORLD, funds.asset(), funds.amountMinor());
            }
            case MarginMovedDecoder.TEMPLATE_ID -> {
                margin.wrap(buffer, at, length, version);
                add(margin.account(), margin.asset(), -margin.amountMinor());
            }
            case InsuranceFundedDecoder.TEMPLATE_ID -> {
                insurance.wrap(buffer, at, length, version);
                add(FEE_INCOME, insurance.asset(), -insurance.amountMinor());
            }
            case TradeExecutedDecoder.TEMPLATE_ID -> onTrade(trade.wrap(buffer, at, length, version));
            default -> onClearing(frame.eventType(), buffer, at, length, version);
        }
    }

    private void onClearing(int type, DirectBuffer buffer, int at, int length, int version) {
        switch (type) {
            case SettlementTermsSetDecoder.TEMPLATE_ID -> {
                settlement.wrap(buffer, at, length, version);
                if (settlement.days() > 0) later.add(settlement.instrument());
                else later.remove(settlement.instrument());
            }
            case TradeNovatedDecoder.TEMPLATE_ID -> {
                var event = novated.wrap(buffer, at, length, version);
                long quote = event.buyerOwesMinor() - event.sellerReceivesMinor();
                fees(event.instrument(), quote, event.sellerOwesMinor() - event.buyerReceivesMinor());
            }
            case TradeBustedDecoder.TEMPLATE_ID -> {
                var event = busted.wrap(buffer, at, length, version);
                long quote = event.sellerReceivesMinor() - event.buyerOwesMinor();
                fees(event.instrument(), quote, event.buyerReceivesMinor() - event.sellerOwesMinor());
            }
            case TradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = corrected.wrap(buffer, at, length, version);
                long quote = event.buyerOwesMinor() - event.sellerReceivesMinor();
                fees(event.instrument(), quote, event.sellerOwesMinor() - event.buyerReceivesMinor());
            }
            case TradeReversedDecoder.TEMPLATE_ID -> {
                var event = reversed.wrap(buffer, at, length, version);
                exchange(event.seller(), event.buyer(), event.instrument(), event.baseMinor(), event.quoteMinor());
            }
            case BoughtInDecoder.TEMPLATE_ID -> {
                var event = boughtIn.wrap(buffer, at, length, version);
                exchange(event.supplier(), event.account(), event.instrument(), event.baseMinor(), event.quoteMinor());
            }
            case ObligationSettledDecoder.TEMPLATE_ID -> {
                var event = settled.wrap(buffer, at, length, version);
                post(CLEARING, event.account(), base(event.instrument()), event.baseMinor());
                post(CLEARING, event.account(), quote(event.instrument()), event.quoteMinor());
            }
            default -> onPassed(type, buffer, at, length, version);
        }
    }

    /** Contracts' trades that are taken back, and trades that others take up. */
    private void onPassed(int type, DirectBuffer buffer, int at, int length, int version) {
        switch (type) {
            case ContractTradeBustedDecoder.TEMPLATE_ID -> {
                var event = contractBusted.wrap(buffer, at, length, version);
                long fees = Math.addExact(event.buyerFeeMinor(), event.sellerFeeMinor());
                add(FEE_INCOME, quote(event.instrument()), -fees);
            }
            case ContractTradeCorrectedDecoder.TEMPLATE_ID -> {
                var event = contractCorrected.wrap(buffer, at, length, version);
                long fees = Math.addExact(event.buyerFeeMinor(), event.sellerFeeMinor());
                add(FEE_INCOME, quote(event.instrument()), fees);
            }
            case GiveUpAcceptedDecoder.TEMPLATE_ID -> {
                var event = givenUp.wrap(buffer, at, length, version);
                int asset = received(event.instrument(), event.side());
                post(event.account(), CLEARING, asset, event.giverFeeMinor());
                post(CLEARING, event.taker(), asset, event.takerFeeBackMinor());
            }
            case GiveUpReversedDecoder.TEMPLATE_ID -> {
                var event = givenBack.wrap(buffer, at, length, version);
                post(CLEARING, event.taker(), received(event.instrument(), event.side()), event.takerFeeBackMinor());
            }
            default -> {} // moves no balance
        }
    }

    private void onTrade(TradeExecutedDecoder event) {
        int instrument = event.instrument();
        if (contracts.contains(instrument)) {
            add(FEE_INCOME, quote(instrument), Math.addExact(event.makerFeeMinor(), event.takerFeeMinor()));
            return;
        }
        if (later.contains(instrument)) return; // its novation tells
        boolean takerBuys = event.takerSide() == Side.BUY;
        int buyer = takerBuys ? event.takerAccount() : event.makerAccount();
        int seller = takerBuys ? event.makerAccount() : event.takerAccount();
        long buyerFee = takerBuys ? event.takerFeeMinor() : event.makerFeeMinor();
        long sellerFee = takerBuys ? event.makerFeeMinor() : event.takerFeeMinor();
        boolean isInQuote = event.feePolicy() == FeePolicy.QUOTE;
        exchange(seller, buyer, instrument, event.baseMinor(), event.notionalMinor());
        post(buyer, FEE_INCOME, isInQuote ? quote(instrument) : base(instrument), buyerFee);
        post(seller, FEE_INCOME, quote(instrument), sellerFee);
    }

    private int base(int instrument) {
        return terms.instrument(instrument).orElseThrow().baseAsset();
    }

    private int received(int instrument, Side side) {
        return side == Side.BUY ? base(instrument) : quote(instrument);
    }

    private int quote(int instrument) {
        return terms.instrument(instrument).orElseThrow().quoteAsset();
    }

    private void exchange(int seller, int buyer, int instrument, long baseMinor, long quoteMinor) {
        post(seller, buyer, base(instrument), baseMinor);
        post(buyer, seller, quote(instrument), quoteMinor);
    }

    private void fees(int instrument, long quoteMinor, long baseMinor) {
        post(CLEARING, FEE_INCOME, quote(instrument), quoteMinor);
        post(CLEARING, FEE_INCOME, base(instrument), baseMinor);
    }

    private void post(int from, int to, int asset, long amountMinor) {
        add(from, asset, -amountMinor);
        add(to, asset, amountMinor);
    }

    private void add(int account, int asset, long amountMinor) {
        if (amountMinor == 0) return;
        Purse purse = new Purse(account, asset);
        sums.merge(purse, amountMinor, (before, amount) -> before + amount);
        touched.add(purse);
    }
}
