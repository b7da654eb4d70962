package io.rialto.engine.reference;

import static io.rialto.engine.reference.Refusal.refuseIf;
import static io.rialto.protocol.Reason.*;
import static java.math.BigDecimal.valueOf;

import io.rialto.engine.reference.Command.*;
import io.rialto.protocol.*;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.*;

/** The venue by the rulebook, as slow and as obvious as can be; it shares nothing with the core but the vocabulary. */
public final class ReferenceVenue {
    private static final int FIRST_USER = 100;
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000;

    private record Asset(String code, int scale) {}

    /** The key of a request or fence, kept for a day and for as long as its order is open. */
    private record Kept(Asked asked, boolean isFence, long sequence, long timeNanos) {}

    /** By number: assets and instruments count from 1, user accounts, here with their self-trade prevention, from 100. */
    public final List<Asset> assets = new ArrayList<>();

    public final List<ReferenceInstrument> instruments = new ArrayList<>();
    public final List<SelfTradePrevention> accounts = new ArrayList<>();
    private final Map<Long, BeginTransfer> pending = new HashMap<>();
    private final List<Kept> kept = new ArrayList<>();
    private final ReferenceMatching matching = new ReferenceMatching();
    private final ReferenceTrading trading = new ReferenceTrading(matching, instruments);
    private final ReferenceAuction auction = new ReferenceAuction(matching, instruments);
    private final ReferenceBatch batch = new ReferenceBatch(matching, trading, this::apply, this::judged);
    private final ReferenceControl control = matching.control;
    public final ReferenceLedger ledger = matching.ledger;

    {
        control.assets = assets::size;
        control.risk.outlook = batch::outlook;
    }

    private EventLines events;
    private long transfers, sequence, nowNanos;

    /** Decides one command; answers its events, a line each. */
    public List<String> decide(Command command, Asked asked, long timeNanos) {
        sequence++;
        nowNanos = Math.max(nowNanos, timeNanos);
        events = new EventLines();
        matching.events = events;
        matching.nowNanos = nowNanos;
        matching.sequence = sequence;
        matching.isCallerKnown = false; // what falls due is nobody's
        matching.caller = new Asked(0, 0, 0, 0);
        int before = 0;
        try {
            boolean isReady = control.isDueDone();
            matching.isCallerKnown = asked != null;
            if (asked != null) matching.caller = asked;
            if (isReady) auction.indicate();
            before = events.size();
            refuseIf(!isReady, WORK_PENDING);
            kept.removeIf(one -> nowNanos - one.timeNanos >= DAY_NANOS
                    && matching.open().stream().noneMatch(order -> order.acceptedSequence == one.sequence));
            if (asked != null && (asked.keyHigh() != 0 || asked.keyLow() != 0)) keep(asked, false);
            apply(command);
            control.liquidation.retry();
            if (control.follow()) auction.indicate();
        } catch (Refusal refusal) {
            if (events.size() > before) throw new IllegalStateException("a refusal after events", refusal);
            events.add("CommandRejected", refusal.reason, refusal.originalSequence);
            refusal.operations.forEach(one -> events.add("OperationRefused", one));
        }
        control.risk.tell();
        matching.contracts.verify(instruments);
        control.settlement.debts.verify(assets.size());
        return events.lines();
    }

    private void keep(Asked asked, boolean isFence) {
        for (Kept one : kept) {
            boolean sameKey = one.asked.keyHigh() == asked.keyHigh() && one.asked.keyLow() == asked.keyLow();
            if (!sameKey || one.asked.actor() != asked.actor()) continue;
            boolean sameBody = isFence || one.asked.bodyHash() == asked.bodyHash();
            Reason again = sameBody ? DUPLICATE_REQUEST : REQUEST_KEY_REUSED;
            throw new Refusal(one.isFence ? REQUEST_FENCED : again, one.sequence);
        }
        kept.add(new Kept(asked, isFence, sequence, nowNanos));
    }

    private void apply(Command command) {
        if (command instanceof NewOrder asked) {
            trading.submit(asked, null, account(asked.account()), instrument(asked.instrument()), sequence);
        } else if (command instanceof NewSpecialOrder special) {
            NewOrder asked = special.order();
            trading.submit(asked, special.terms(), account(asked.account()), instrument(asked.instrument()), sequence);
        } else if (command instanceof CancelAll asked) {
            account(asked.account());
            if (asked.instrument() != 0) instrument(asked.instrument());
            trading.cancelAll(asked);
        } else if (command instanceof CancelOrder asked) trading.cancel(asked);
        else if (command instanceof AmendOrder asked) trading.amend(asked);
        else if (command instanceof AmendDisplay asked) trading.amendDisplay(asked);
        else if (command instanceof AmendTrigger asked) trading.amend(asked);
        else if (command instanceof SetMarkPrice asked)
            trading.triggers().mark(instrument(asked.instrument()), asked.priceTicks());
        else if (command instanceof BeginTransfer asked) begin(asked);
        else if (command instanceof EndTransfer asked) end(asked);
        else if (command instanceof ListAsset asked) list(asked);
        else if (command instanceof ListInstrument asked) list(asked, null);
        else if (command instanceof OpenAccount asked) open(asked);
        else if (command instanceof Fence asked) fence(asked);
        else if (command instanceof ReplaceOrder asked) batch.replace(asked);
        else if (command instanceof OrderBatch asked) batch.decide(asked);
        else if (command instanceof TestOrder asked) batch.test(asked);
        else if (command instanceof MassQuote asked) quote(asked);
        else if (isOfQuotes(command)) protectQuotes(command);
        else if (command instanceof NewOrderList asked) batch.accept(asked);
        else if (command instanceof ChangeInstrument asked)
            control.desk.change(instrument(asked.instrument()), asked.parameter(), asked.value());
        else if (command instanceof ControlCommand asked) control.decide(asked);
        else if (command instanceof MarginCommand asked) margin(asked);
        else if (command instanceof ClearingCommand asked) control.settlement.decide(asked);
        else if (command instanceof ChangePhase asked) auction.change(instrument(asked.instrument()), asked);
        else if (command instanceof StartCall asked) auction.start(instrument(asked.instrument()), asked, nowNanos);
        else if (command instanceof RevealSeed asked) auction.reveal(instrument(asked.instrument()), asked, nowNanos);
        else if (command instanceof AssignLead asked) {
            ReferenceInstrument instrument = instrument(asked.instrument());
            account(asked.account());
            control.desk.assign(instrument, asked.account(), asked.shareBps());
        } else if (command instanceof RecordSignal asked) record(asked);
        else refuseIf(command instanceof Unknown, UNKNOWN_COMMAND);
    }

    private void record(RecordSignal asked) {
        if (asked.instrument() != 0) instrument(asked.instrument());
        refuseIf(asked.score() < -10_000 || asked.score() > 10_000, INVALID_SIGNAL);
        refuseIf(asked.type() < 1 || asked.type() > 6, INVALID_SIGNAL);
        refuseIf(asked.observedNanos() < 1 || asked.observedNanos() > nowNanos, INVALID_SIGNAL);
        refuseIf(!asked.source().matches("[!-~]+") || !asked.words().matches("[ -~]*"), INVALID_SIGNAL);
        events.add(
                "SignalRecorded",
                asked.observedNanos(),
                asked.instrument(),
                asked.score(),
                SignalType.get((short) asked.type()),
                asked.source(),
                asked.words());
    }

    private static boolean isOfQuotes(Command command) {
        return command instanceof SetQuoteProtection
                || command instanceof ProtectQuotes
                || command instanceof AssignQuoteGroup
                || command instanceof ResetQuotes;
    }

    private void protectQuotes(Command command) {
        if (command instanceof SetQuoteProtection asked) {
            account(asked.account());
            trading.quotes().protect(asked, instrument(asked.instrument()));
        } else if (command instanceof ProtectQuotes asked) {
            account(asked.account());
            var instrument = asked.instrument() == 0 ? null : instrument(asked.instrument());
            ReferenceQuoteLimits.refuseUnknown(asked.group());
            if (asked.valueAsset() != 0) asset(asked.valueAsset());
            trading.quotes().protect(asked, instrument);
        } else if (command instanceof AssignQuoteGroup asked) {
            account(asked.account());
            trading.quotes().assign(asked, instrument(asked.instrument()));
        } else if (command instanceof ResetQuotes asked) {
            account(asked.account());
            trading.quotes().reset(asked.account());
        }
    }

    private void quote(MassQuote asked) {
        account(asked.account());
        refuseIf(asked.quotes().isEmpty() || asked.quotes().size() > 20, WRONG_NUMBER_OF_PARTS);
        trading.quotes().accept(asked, instruments, order -> judged(order, SpecialTerms.PLAIN, false));
    }

    /** What would be accepted if the funds were there. */
    private ReferenceOrder judged(NewOrder asked, SpecialTerms terms, boolean isPending) {
        var setting = account(asked.account());
        return trading.judged(asked, terms, setting, instrument(asked.instrument()), sequence, isPending);
    }

    private void list(ListAsset asked) {
        refuseIf(assets.stream().anyMatch(one -> one.code.equals(asked.code())), ASSET_ALREADY_LISTED);
        refuseIf(!asked.code().matches("[!-~]+") || asked.scale() > 18, INVALID_ASSET);
        assets.add(new Asset(asked.code(), asked.scale()));
        events.add("AssetListed", assets.size(), asked.code(), asked.scale());
    }

    private void margin(MarginCommand command) {
        if (command instanceof MarginCommand.ListContract asked)
            list(ReferenceContract.market(asked), new ReferenceContract(asked));
        else if (command instanceof MarginCommand.MoveMargin asked) {
            account(asked.account());
            asset(asked.asset());
            matching.margin.move(asked);
        } else if (command instanceof MarginCommand.SetLeverage asked) {
            account(asked.account());
            matching.margin.lever(instrument(asked.instrument()), asked);
        } else if (command instanceof MarginCommand.SetMarginMode asked) {
            account(asked.account());
            matching.margin.isolated.set(instrument(asked.instrument()), asked);
        } else if (command instanceof MarginCommand.AssignPositionMargin asked) {
            account(asked.account());
            matching.margin.isolated.assign(instrument(asked.instrument()), asked);
        } else if (command instanceof MarginCommand.SetMarginTiers asked)
            matching.margin.set(instrument(asked.instrument()), asked);
        else if (command instanceof MarginCommand.SetSourcedMark asked) mark(asked);
        else if (command instanceof MarginCommand.FundPositions asked)
            control.funding.begin(instrument(asked.instrument()), asked);
        else if (command instanceof MarginCommand.FundInsurance asked) {
            asset(asked.asset());
            control.funding.insure(asked);
        } else if (command instanceof MarginCommand.SettleContract asked)
            control.expiry.settle(instrument(asked.instrument()), asked);
        else if (command instanceof MarginCommand.StressMargin asked) {
            account(asked.account());
            asset(asked.asset());
            new ReferenceStress(matching).stress(asked);
        } else if (command instanceof FirmCommand.SetAccountState asked) control.standings.set(asked);
        else if (command instanceof FirmCommand asked) control.credit.decide(asked);
        else refuseIf(true, UNKNOWN_COMMAND);
    }

    /** @param contract null for an instrument whose assets themselves change hands */
    private void mark(MarginCommand.SetSourcedMark asked) {
        refuseIf(asked.source() > 3, INVALID_COMBINATION);
        trading.triggers().mark(instrument(asked.instrument()), asked.priceTicks());
        events.add("MarkSourceTold", asked.instrument(), MarkSource.get((short) asked.source()));
    }

    private void list(ListInstrument terms, ReferenceContract contract) {
        int baseScale = asset(terms.baseAsset()).scale;
        int quoteScale = asset(terms.quoteAsset()).scale;
        var symbols = instruments.stream().map(one -> one.terms.symbol());
        refuseIf(symbols.anyMatch(terms.symbol()::equals), INSTRUMENT_ALREADY_LISTED);
        var listed = new ReferenceInstrument(instruments.size() + 1, terms, contract, baseScale, quoteScale);
        boolean isOver = ReferenceExpiry.isFuture(listed) && contract.expiryNanos <= matching.nowNanos;
        refuseIf(isOver, EXPIRY_PASSED);
        instruments.add(listed);
        control.listed(instruments.get(instruments.size() - 1));
        events.add("InstrumentListed", instruments.size(), terms.symbol());
    }

    private void open(OpenAccount asked) {
        int setting = asked.selfTradePrevention();
        refuseIf(asked.firm() < 0 || asked.tradeGroup() < 0 || setting > 5, INVALID_COMBINATION);
        int number = FIRST_USER + accounts.size();
        accounts.add(SelfTradePrevention.get((short) (setting == 0 ? 2 : setting)));
        control.opened(number, asked.firm());
        int group = asked.tradeGroup();
        matching.owners.put(number, group == 0 ? "account " + number : "group " + group);
        events.add("AccountOpened", number, asked.firm(), group, account(number));
    }

    private void begin(BeginTransfer asked) {
        account(asked.account());
        asset(asked.asset());
        refuseIf(asked.amountMinor() <= 0, INVALID_AMOUNT);
        if (asked.kind() == Begin.BEGIN_WITHDRAWAL) control.roles.refuseIfItOnlyExecutes(asked.account());
        BigDecimal amount = valueOf(asked.amountMinor());
        if (asked.kind() == Begin.DEPOSIT) ledger.deposit(asked.account(), asked.asset(), amount);
        if (asked.kind() == Begin.BEGIN_WITHDRAWAL) ledger.hold(asked.account(), asked.asset(), amount);
        transfers++;
        if (asked.kind() != Begin.DEPOSIT) pending.put(transfers, asked);
        String[] names = {"FundsDeposited", "DepositBegun", "WithdrawalBegun"};
        events.add(names[asked.kind().ordinal()], transfers, asked.account(), asked.asset(), amount);
    }

    private void end(EndTransfer asked) {
        refuseIf(asked.transfer() < 1 || asked.transfer() > transfers, UNKNOWN_TRANSFER);
        BeginTransfer begun = pending.get(asked.transfer());
        boolean isDeposit = asked.kind() == End.COMPLETE_DEPOSIT || asked.kind() == End.CANCEL_DEPOSIT;
        refuseIf(begun == null || isDeposit != (begun.kind() == Begin.BEGIN_DEPOSIT), TRANSFER_NOT_PENDING);
        int account = begun.account();
        BigDecimal amount = valueOf(begun.amountMinor());
        if (asked.kind() == End.COMPLETE_DEPOSIT) ledger.deposit(account, begun.asset(), amount);
        if (!isDeposit) ledger.hold(account, begun.asset(), amount.negate());
        if (asked.kind() == End.COMPLETE_WITHDRAWAL) ledger.move(account, ReferenceLedger.WORLD, begun.asset(), amount);
        pending.remove(asked.transfer());
        String[] names = {"DepositCompleted", "DepositCancelled", "WithdrawalCompleted", "WithdrawalCancelled"};
        events.add(names[asked.kind().ordinal()], asked.transfer(), account, begun.asset(), amount);
    }

    private void fence(Fence asked) {
        if (asked.account() != 0) account(asked.account());
        refuseIf(asked.keyHigh() == 0 && asked.keyLow() == 0, INVALID_COMBINATION);
        keep(new Asked(asked.keyHigh(), asked.keyLow(), 0, asked.account()), true);
        events.add("RequestFenced", asked.account(), asked.keyHigh(), asked.keyLow());
    }

    private SelfTradePrevention account(int number) {
        return numbered(accounts, number - FIRST_USER + 1, UNKNOWN_ACCOUNT);
    }

    private Asset asset(int number) {
        return numbered(assets, number, UNKNOWN_ASSET);
    }

    private ReferenceInstrument instrument(int number) {
        return numbered(instruments, number, UNKNOWN_INSTRUMENT);
    }

    private static <T> T numbered(List<T> listed, int number, Reason unknown) {
        refuseIf(number < 1 || number > listed.size(), unknown);
        return listed.get(number - 1);
    }

    /** 0 when the side is empty. */
    public long bestTicks(int instrument, Side side) {
        return matching.bestTicks(instrument(instrument), side);
    }

    /** The best price that each waiting trailing stop has seen since it became active, by its number; else 0. */
    public Map<Long, Long> extremes() {
        return trading.triggers().extremes();
    }

    /** Bought less sold. */
    public long positionLots(int account, int instrument) {
        var positions = matching.positions.in(instrument(instrument));
        return positions.getOrDefault(account, BigInteger.ZERO).longValueExact();
    }

    /** What a position in a contract cost in all; 0 elsewhere. */
    public BigInteger costMinor(int account, int instrument) {
        ReferenceInstrument market = instrument(instrument);
        return market.isContract() ? market.contract.cost(account) : BigInteger.ZERO;
    }

    public BigInteger equityMinor(int account, int asset) {
        return matching.margin.equity(account, asset);
    }

    /** Of an isolated position; 0 of every other. */
    public BigInteger positionMarginMinor(int account, int instrument) {
        ReferenceInstrument market = instrument(instrument);
        boolean isOwn = market.isContract() && matching.margin.isolated.is(market, account);
        return isOwn
                ? matching.margin.isolated.margin(matching.margin.isolated.purse(market, account))
                : BigInteger.ZERO;
    }

    public BigInteger requiredMinor(int account, int asset) {
        return matching.margin.required(account, asset);
    }

    /** One side of a book in priority order, a line an order. */
    public List<String> openOrders(int instrument, Side side) {
        return matching.side(instrument(instrument), side).stream()
                .map(one -> one.number + " of " + one.account + ": " + one.openLots + "@" + one.priceTicks)
                .toList();
    }
}
