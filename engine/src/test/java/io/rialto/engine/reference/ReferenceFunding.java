package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.isIn;
import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;

import io.rialto.engine.reference.MarginCommand.FundPositions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Positions in a perpetual pay each other at a rate of their value at mark, through the insurance fund. */
final class ReferenceFunding {
    static final int FUND = 4;
    static final int LIMIT = 63;
    private static final long USUAL_LIMIT = 100_000;
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(62);
    private static final int LAST_PAYMENT = ReferenceMatching.MAX_EVENTS - 8;

    /** Above zero it is paid. */
    private record Payment(int account, BigInteger amount, BigInteger lots) {}

    private final ReferenceMatching matching;
    private final Map<Integer, Long> lastPlanned = new HashMap<>();
    private final List<Payment> left = new ArrayList<>();
    private ReferenceInstrument market;
    private FundPositions asked;
    private BigInteger paid, received;
    private boolean isOn;

    ReferenceFunding(ReferenceMatching matching) {
        this.matching = matching;
    }

    static boolean isPerpetual(ReferenceInstrument market) {
        return market.isContract() && market.contract.isPerpetual;
    }

    void begin(ReferenceInstrument contract, FundPositions command) {
        refuseIf(!isPerpetual(contract), NOT_A_PERPETUAL);
        long limit = contract.parameter(LIMIT) == Command.NULL ? USUAL_LIMIT : contract.parameter(LIMIT);
        refuseIf(!isIn(-limit, command.rate(), limit), FUNDING_BEYOND_LIMIT);
        refuseIf(!isIn(1, command.plannedNanos(), matching.nowNanos), FUNDING_NOT_DUE);
        refuseIf(command.plannedNanos() <= lastPlanned.getOrDefault(contract.number, 0L), FUNDING_ALREADY_DONE);
        refuseIf(contract.contractMark() == 0, MARK_PRICE_MISSING);
        List<Payment> payments = payments(contract, BigDecimal.valueOf(command.rate(), 7));
        lastPlanned.put(contract.number, command.plannedNanos());
        market = contract;
        asked = command;
        left.addAll(payments);
        paid = BigInteger.ZERO;
        received = BigInteger.ZERO;
        isOn = true;
    }

    /** First those who pay, then those who receive, both by account. Everything has to fit. */
    private List<Payment> payments(ReferenceInstrument contract, BigDecimal rate) {
        List<Payment> payers = new ArrayList<>();
        List<Payment> others = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        BigInteger receipts = BigInteger.ZERO;
        int asset = contract.terms.quoteAsset();
        for (var position : matching.positions.in(contract).entrySet()) {
            BigInteger lots = position.getValue();
            if (position.getKey() == FUND) continue; // it would pay itself
            BigInteger value = contract.value(contract.contractMark(), lots.abs());
            refuseIf(value.compareTo(MOST) > 0, VALUE_OVERFLOW);
            BigDecimal exact = new BigDecimal(value).multiply(rate).multiply(BigDecimal.valueOf(lots.signum()));
            BigInteger amount = exact.setScale(0, RoundingMode.CEILING).toBigIntegerExact();
            var purse = matching.margin.isolated.purse(contract, position.getKey());
            BigInteger after = matching.margin.isolated.margin(purse).subtract(amount);
            boolean goesTooFar = amount.signum() > 0
                    ? after.compareTo(MOST.negate()) < 0
                    : amount.signum() < 0 && after.compareTo(MOST) > 0;
            refuseIf(goesTooFar, VALUE_OVERFLOW);
            (amount.signum() > 0 ? payers : others).add(new Payment(position.getKey(), amount, lots));
            sum = sum.add(amount.max(BigInteger.ZERO));
            receipts = receipts.add(amount.negate().max(BigInteger.ZERO));
        }
        refuseIf(sum.max(sum.add(margin(FUND, asset))).compareTo(MOST) > 0, VALUE_OVERFLOW);
        refuseIf(receipts.max(receipts.subtract(margin(FUND, asset))).compareTo(MOST) > 0, VALUE_OVERFLOW);
        payers.sort((one, other) -> one.account - other.account);
        others.sort((one, other) -> one.account - other.account);
        payers.addAll(others);
        payers.removeIf(payment -> payment.amount.signum() == 0);
        return payers;
    }

    /** The venue's own money, into the fund or out of it. The asset is listed. */
    void insure(MarginCommand.FundInsurance command) {
        BigDecimal amount = BigDecimal.valueOf(command.amountMinor());
        refuseIf(amount.signum() == 0, INVALID_AMOUNT);
        int asset = command.asset();
        BigDecimal fund = matching.ledger.margin(FUND, asset);
        BigInteger kept = matching.control.calls.maintenance(FUND, asset);
        BigDecimal free =
                fund.min(new BigDecimal(matching.margin.equity(FUND, asset).subtract(kept)));
        BigDecimal giver = amount.signum() > 0 ? matching.ledger.total(ReferenceLedger.FEE_INCOME, asset) : free;
        refuseIf(amount.abs().compareTo(giver.max(BigDecimal.ZERO)) > 0, INSUFFICIENT_FUNDS);
        BigDecimal after = fund.add(amount);
        refuseIf(amount.signum() > 0 && after.compareTo(new BigDecimal(MOST)) > 0, VALUE_OVERFLOW);
        matching.ledger.insure(asset, amount);
        matching.events.add("InsuranceFunded", amount, after, asset);
    }

    private BigInteger margin(int account, int asset) {
        return matching.ledger.margin(account, asset).toBigIntegerExact();
    }

    /** False when the frame has no room for all of it. */
    boolean isDone() {
        while (isOn) {
            if (matching.events.size() >= LAST_PAYMENT) return false;
            if (left.isEmpty()) end();
            else settle(left.remove(0));
        }
        return true;
    }

    private void settle(Payment payment) {
        matching.ledger.moveMargin(payment.account, FUND, market.terms.quoteAsset(), new BigDecimal(payment.amount));
        paid = paid.add(payment.amount.max(BigInteger.ZERO));
        received = received.add(payment.amount.negate().max(BigInteger.ZERO));
        matching.events.add("FundingPaid", payment.amount, payment.lots, payment.account, market.number);
        var purse = matching.margin.isolated.purse(market, payment.account);
        if (!purse.isIsolated()) return;
        matching.ledger.toPosition(purse, new BigDecimal(payment.amount.negate()));
        matching.margin.isolated.tell(market, payment.account, payment.amount.negate());
    }

    private void end() {
        boolean isAlone = matching.positions
                        .in(market)
                        .getOrDefault(FUND, BigInteger.ZERO)
                        .signum()
                == 0;
        if (isAlone && received.compareTo(paid) > 0)
            throw new IllegalStateException("more received than paid: " + market.number);
        var what = List.of(asked.plannedNanos(), market.contractMark(), paid, received);
        matching.events.add("PositionsFunded", what, market.number, asked.rate());
        isOn = false;
    }
}
