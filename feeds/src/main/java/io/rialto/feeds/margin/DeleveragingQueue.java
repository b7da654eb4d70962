package io.rialto.feeds.margin;

import io.rialto.feeds.listing.Instrument;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Who would be closed first against a position that nobody takes, as the core ranks them: by return on cost, in parts per 10^7,
 * times leverage, in hundredths, each rounded down.
 *
 * <p>Threading: whoever holds the position's gate.
 */
final class DeleveragingQueue {
    private static final int FIRST_ACCOUNT = 100;
    private static final int LIQUIDATED = 100;
    private static final int FIFTHS = 5;
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000_000);
    private static final BigInteger HUNDREDTHS = BigInteger.valueOf(100);
    private static final BigInteger NONE = BigInteger.ONE.negate();

    private final Map<Integer, AccountState> accounts;
    private final IntFunction<Instrument> instruments;

    DeleveragingQueue(Map<Integer, AccountState> accounts, IntFunction<Instrument> instruments) {
        this.accounts = accounts;
        this.instruments = instruments;
    }

    /** 5 for the first fifth of those in profit on the account's side, 1 for the last; 0 when it is none of them. */
    int place(int account, int instrument) {
        if (!accounts.containsKey(account)) return 0;
        Instrument market = instruments.apply(instrument);
        boolean isLong = accounts.get(account).position(instrument).lots() > 0;
        BigInteger own = rank(account, market, isLong);
        if (own.signum() < 0) return 0;
        int ahead = 0;
        int all = 0;
        for (int other : accounts.keySet()) {
            BigInteger rank = rank(other, market, isLong);
            if (rank.signum() < 0) continue;
            all++;
            int order = rank.compareTo(own);
            if (order > 0 || order == 0 && other < account) ahead++;
        }
        return FIFTHS - ahead * FIFTHS / all;
    }

    /** Below zero for who is not in profit on that side, or is being liquidated himself. */
    private BigInteger rank(int number, Instrument market, boolean areLong) {
        AccountState account = accounts.get(number);
        ContractPosition position = account.position(market.number());
        boolean isMeant = number >= FIRST_ACCOUNT
                && position.lots() != 0
                && position.lots() > 0 == areLong
                && account.calledPercent(market) != LIQUIDATED;
        if (!isMeant) return NONE;
        long value = AccountState.valueMinor(position, market);
        long gained = position.unrealisedMinor(value);
        if (gained <= 0) return NONE;
        BigInteger equity = account.equityMinor(market, instruments);
        BigInteger cost = BigInteger.valueOf(position.costMinor());
        return part(gained, WHOLE, cost).multiply(part(value, HUNDREDTHS, equity));
    }

    private static BigInteger part(long minor, BigInteger times, BigInteger of) {
        if (of.signum() <= 0) return MOST;
        return BigInteger.valueOf(minor).multiply(times).divide(of).min(MOST);
    }
}
