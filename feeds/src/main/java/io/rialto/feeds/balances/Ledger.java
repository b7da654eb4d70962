package io.rialto.feeds.balances;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All holdings, found by account number and asset number without hashing: both are counted without gaps. */
final class Ledger {
    private static final Holding[] NONE = {};

    private Holding[][] byAccount = new Holding[128][];

    Holding holding(int account, int asset) {
        if (account >= byAccount.length) byAccount = Arrays.copyOf(byAccount, Math.max(account + 1, account * 2));
        Holding[] ofAccount = byAccount[account];
        if (ofAccount == null || asset >= ofAccount.length) {
            ofAccount = Arrays.copyOf(ofAccount == null ? NONE : ofAccount, asset + 1);
            byAccount[account] = ofAccount;
        }
        if (ofAccount[asset] == null) ofAccount[asset] = new Holding(account, asset);
        return ofAccount[asset];
    }

    Balance balance(int account, int asset) {
        Holding[] ofAccount = ofAccount(account);
        boolean isTouched = asset > 0 && asset < ofAccount.length && ofAccount[asset] != null;
        return isTouched ? ofAccount[asset].balance() : new Balance(asset, 0, 0, 0);
    }

    List<Balance> balances(int account) {
        List<Balance> balances = new ArrayList<>();
        for (Holding holding : ofAccount(account)) {
            if (holding != null) balances.add(holding.balance());
        }
        return balances;
    }

    private Holding[] ofAccount(int account) {
        boolean isTouched = account > 0 && account < byAccount.length && byAccount[account] != null;
        return isTouched ? byAccount[account] : NONE;
    }
}
