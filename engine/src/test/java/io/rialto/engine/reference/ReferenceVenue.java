package io.rialto.engine.reference;

import static io.rialto.engine.reference.ReferenceInstrument.big;

import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The venue by the rulebook, as slow and as obvious as can be: what the core is compared with. It shares nothing with
 * the core but the vocabulary.
 */
public final class ReferenceVenue {
    private static final int FIRST_USER = 100;

    private record Asset(String code, int scale) {}

    private final List<Asset> assets = new ArrayList<>();
    private final List<ReferenceInstrument> instruments = new ArrayList<>();
    private final List<SelfTradePrevention> accounts = new ArrayList<>();
    private final List<Command.BeginTransfer> transfers = new ArrayList<>();
    private final Set<Long> pending = new HashSet<>();
    private final ReferenceLedger ledger = new ReferenceLedger();
    private final ReferenceMatching matching = new ReferenceMatching(ledger);
    private final ReferenceTrading trading = new ReferenceTrading(matching);
    private final ReferenceRequests requests = new ReferenceRequests();
    private EventLines events;
    private long sequence;
    private long nowNanos;

    /** Decides one command; answers its events, a line each. */
    public List<String> decide(Command command, Command.Asked asked, long timeNanos) {
        sequence++;
        nowNanos = Math.max(nowNanos, timeNanos);
        events = new EventLines();
        matching.events = events;
        requests.forget(nowNanos, number -> matching.resting.stream().anyMatch(order -> order.number == number));
        boolean hasKey = asked != null && (asked.keyHigh() != 0 || asked.keyLow() != 0);
        try {
            if (hasKey) {
                requests.refuseSeen(asked, false);
                requests.keep(asked, false, sequence, nowNanos);
            }
            long order = apply(command);
            if (hasKey) requests.madeOrder(order);
        } catch (Refusal refusal) {
            if (events.size() > 0) throw new IllegalStateException("a refusal after events", refusal);
            events.add("CommandRejected", refusal.reason, refusal.originalSequence);
        }
        return events.lines();
    }

    /** Answers the number of a new order, else 0. */
    private long apply(Command command) {
        if (command instanceof Command.NewOrder asked) {
            SelfTradePrevention setting = account(asked.account());
            return trading.submit(asked, instrument(asked.instrument()), setting, sequence);
        } else if (command instanceof Command.CancelOrder cancel) {
            account(cancel.account());
            trading.cancel(cancel);
        } else if (command instanceof Command.AmendOrder amend) {
            account(amend.account());
            trading.amend(amend, sequence);
        } else if (command instanceof Command.CancelAll all) {
            account(all.account());
            if (all.instrument() != 0) instrument(all.instrument());
            trading.cancelAll(all);
        } else {
            administer(command);
        }
        return 0;
    }

    private void administer(Command command) {
        if (command instanceof Command.BeginTransfer begin) begin(begin);
        else if (command instanceof Command.EndTransfer end) end(end);
        else if (command instanceof Command.ListAsset asset) list(asset);
        else if (command instanceof Command.ListInstrument instrument) list(instrument);
        else if (command instanceof Command.OpenAccount account) open(account);
        else if (command instanceof Command.Fence fence) fence(fence);
        else Refusal.when(command instanceof Command.Unknown, Reason.UNKNOWN_COMMAND);
    }

    private void list(Command.ListAsset asset) {
        boolean isListed = assets.stream().anyMatch(one -> one.code.equals(asset.code()));
        Refusal.when(isListed, Reason.ASSET_ALREADY_LISTED);
        Refusal.when(!asset.code().matches("[!-~]+") || asset.scale() > 18, Reason.INVALID_ASSET);
        assets.add(new Asset(asset.code(), asset.scale()));
        events.add("AssetListed", assets.size(), asset.code(), asset.scale());
    }

    private void list(Command.ListInstrument terms) {
        int baseScale = asset(terms.baseAsset()).scale;
        int quoteScale = asset(terms.quoteAsset()).scale;
        boolean isListed =
                instruments.stream().anyMatch(one -> one.terms.symbol().equals(terms.symbol()));
        Refusal.when(isListed, Reason.INSTRUMENT_ALREADY_LISTED);
        instruments.add(new ReferenceInstrument(instruments.size() + 1, terms, baseScale, quoteScale));
        events.add("InstrumentListed", instruments.size(), terms.symbol());
    }

    private void open(Command.OpenAccount asked) {
        boolean isWrong = asked.firm() < 0 || asked.tradeGroup() < 0 || asked.selfTradePrevention() > 5;
        Refusal.when(isWrong, Reason.INVALID_COMBINATION);
        int number = FIRST_USER + accounts.size();
        int setting = asked.selfTradePrevention();
        accounts.add(setting == 0 ? SelfTradePrevention.CANCEL_NEWEST : SelfTradePrevention.get((short) setting));
        int group = asked.tradeGroup();
        matching.owners.put(number, group == 0 ? "account " + number : "group " + group);
        events.add("AccountOpened", number, asked.firm(), group, account(number));
    }

    private void begin(Command.BeginTransfer begin) {
        account(begin.account());
        asset(begin.asset());
        Refusal.when(begin.amountMinor() <= 0, Reason.INVALID_AMOUNT);
        BigInteger amount = big(begin.amountMinor());
        if (begin.kind() == Command.Begin.DEPOSIT) ledger.deposit(begin.account(), begin.asset(), amount);
        if (begin.kind() == Command.Begin.BEGIN_WITHDRAWAL) ledger.hold(begin.account(), begin.asset(), amount);
        transfers.add(begin);
        long number = transfers.size();
        if (begin.kind() != Command.Begin.DEPOSIT) pending.add(number);
        String[] names = {"FundsDeposited", "DepositBegun", "WithdrawalBegun"};
        events.add(names[begin.kind().ordinal()], number, begin.account(), begin.asset(), amount);
    }

    private void end(Command.EndTransfer end) {
        long number = end.transfer();
        Refusal.when(number < 1 || number > transfers.size(), Reason.UNKNOWN_TRANSFER);
        Command.BeginTransfer begun = transfers.get((int) number - 1);
        boolean isDeposit = end.kind() == Command.End.COMPLETE_DEPOSIT || end.kind() == Command.End.CANCEL_DEPOSIT;
        boolean wasDeposit = begun.kind() != Command.Begin.BEGIN_WITHDRAWAL;
        Refusal.when(isDeposit != wasDeposit || !pending.contains(number), Reason.TRANSFER_NOT_PENDING);
        BigInteger amount = big(begun.amountMinor());
        if (end.kind() == Command.End.COMPLETE_DEPOSIT) ledger.deposit(begun.account(), begun.asset(), amount);
        if (!isDeposit) ledger.hold(begun.account(), begun.asset(), amount.negate());
        if (end.kind() == Command.End.COMPLETE_WITHDRAWAL) {
            ledger.move(begun.account(), ReferenceLedger.WORLD, begun.asset(), amount);
        }
        pending.remove(number);
        String[] names = {"DepositCompleted", "DepositCancelled", "WithdrawalCompleted", "WithdrawalCancelled"};
        events.add(names[end.kind().ordinal()], number, begun.account(), begun.asset(), amount);
    }

    private void fence(Command.Fence fence) {
        if (fence.account() != 0) account(fence.account());
        Command.Asked key = new Command.Asked(fence.keyHigh(), fence.keyLow(), 0, fence.account());
        Refusal.when(fence.keyHigh() == 0 && fence.keyLow() == 0, Reason.INVALID_COMBINATION);
        requests.refuseSeen(key, true);
        requests.keep(key, true, sequence, nowNanos);
        events.add("RequestFenced", fence.account(), fence.keyHigh(), fence.keyLow());
    }

    private SelfTradePrevention account(int number) {
        Refusal.when(number < FIRST_USER || number >= FIRST_USER + accounts.size(), Reason.UNKNOWN_ACCOUNT);
        return accounts.get(number - FIRST_USER);
    }

    private Asset asset(int number) {
        Refusal.when(number < 1 || number > assets.size(), Reason.UNKNOWN_ASSET);
        return assets.get(number - 1);
    }

    private ReferenceInstrument instrument(int number) {
        Refusal.when(number < 1 || number > instruments.size(), Reason.UNKNOWN_INSTRUMENT);
        return instruments.get(number - 1);
    }

    /** User accounts count from 100 on, assets and instruments from 1. */
    public int accounts() {
        return accounts.size();
    }

    public int assets() {
        return assets.size();
    }

    public int instruments() {
        return instruments.size();
    }

    /** In minor units of the asset; accounts 1 and 2 are the venue's own. */
    public BigInteger totalMinor(int account, int asset) {
        return ledger.total(account, asset);
    }

    public BigInteger heldMinor(int account, int asset) {
        return ledger.held(account, asset);
    }

    public BigInteger sumMinor(int asset) {
        return ledger.sum(asset);
    }

    /** 0 when the side is empty. */
    public long bestTicks(int instrument, Side side) {
        return matching.bestTicks(instrument(instrument), side);
    }

    /** One side of a book in priority order, a line an order. */
    public List<String> openOrders(int instrument, Side side) {
        return matching.side(instrument(instrument), side).stream()
                .map(one -> one.number + " of " + one.account + ": " + one.openLots + "@" + one.priceTicks)
                .toList();
    }
}
