package io.rialto.engine.reference;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What every account owes to the clearing account, and has to receive from it, by instrument and date. */
final class ReferenceDebts {
    /** Of what a cycle left open. */
    static final int CARRIED = 0;

    static final int CLEARING = 3;

    /** One account in one instrument for one date. */
    static final class Debt {
        final ReferenceInstrument instrument;
        final int account, day;
        BigDecimal baseIn = ZERO, baseOut = ZERO, quoteIn = ZERO, quoteOut = ZERO;
        BigDecimal baseHeld = ZERO, quoteHeld = ZERO;
        long oldest;
        int cycles;

        Debt(ReferenceInstrument instrument, int account, int day, long oldest) {
            this.instrument = instrument;
            this.account = account;
            this.day = day;
            this.oldest = oldest;
        }

        BigDecimal base() {
            return baseIn.subtract(baseOut);
        }

        BigDecimal quote() {
            return quoteIn.subtract(quoteOut);
        }

        BigDecimal promised() {
            return baseOut.subtract(baseHeld).max(ZERO);
        }

        boolean isNothing() {
            return baseIn.add(baseOut).add(quoteIn).add(quoteOut).signum() == 0;
        }
    }

    final List<Debt> open = new ArrayList<>();
    private final ReferenceLedger ledger;

    ReferenceDebts(ReferenceLedger ledger) {
        this.ledger = ledger;
        ledger.promised = this::promised;
    }

    private BigDecimal promised(int asset) {
        return open.stream()
                .filter(debt -> debt.instrument.terms.baseAsset() == asset)
                .map(Debt::promised)
                .reduce(ZERO, BigDecimal::add);
    }

    /** Null for none. */
    Debt find(ReferenceInstrument instrument, int account, int day) {
        return open.stream()
                .filter(debt -> debt.instrument == instrument && debt.account == account && debt.day == day)
                .findFirst()
                .orElse(null);
    }

    Debt of(ReferenceInstrument instrument, int account, int day, long trade) {
        Debt found = find(instrument, account, day);
        if (found == null) open.add(found = new Debt(instrument, account, day, trade));
        return found;
    }

    void hold(Debt debt, BigDecimal base, BigDecimal quote) {
        ledger.hold(debt.account, debt.instrument.terms.baseAsset(), base);
        ledger.hold(debt.account, debt.instrument.terms.quoteAsset(), quote);
        debt.baseHeld = debt.baseHeld.add(base);
        debt.quoteHeld = debt.quoteHeld.add(quote);
    }

    /** By account: all that is due on the day, or before, netted into one. */
    List<Debt> netted(ReferenceInstrument instrument, int day) {
        TreeSet<Integer> accounts = new TreeSet<>();
        for (Debt debt : due(instrument, day)) accounts.add(debt.account);
        List<Debt> members = new ArrayList<>();
        for (int account : accounts) {
            Debt sum = new Debt(instrument, account, CARRIED, Long.MAX_VALUE);
            for (Debt debt : due(instrument, day)) if (debt.account == account) add(debt, sum);
            BigDecimal base = sum.base(), quote = sum.quote();
            sum.baseIn = base.max(ZERO);
            sum.baseOut = base.negate().max(ZERO);
            sum.quoteIn = quote.max(ZERO);
            sum.quoteOut = quote.negate().max(ZERO);
            members.add(sum);
        }
        open.removeAll(due(instrument, day));
        open.addAll(members);
        return members;
    }

    List<Debt> due(ReferenceInstrument instrument, int day) {
        return open.stream()
                .filter(debt -> debt.instrument == instrument && debt.day <= day)
                .toList();
    }

    private static void add(Debt debt, Debt sum) {
        sum.baseIn = sum.baseIn.add(debt.baseIn);
        sum.baseOut = sum.baseOut.add(debt.baseOut);
        sum.quoteIn = sum.quoteIn.add(debt.quoteIn);
        sum.quoteOut = sum.quoteOut.add(debt.quoteOut);
        sum.baseHeld = sum.baseHeld.add(debt.baseHeld);
        sum.quoteHeld = sum.quoteHeld.add(debt.quoteHeld);
        sum.oldest = Math.min(sum.oldest, debt.oldest);
        sum.cycles += debt.cycles;
    }

    /** What members are to receive less what they are to deliver is with the clearing account. */
    void verify(int assets) {
        for (int asset = 1; asset <= assets; asset++) {
            BigDecimal owed = ZERO;
            for (Debt debt : open) {
                if (debt.instrument.terms.baseAsset() == asset) owed = owed.add(debt.base());
                if (debt.instrument.terms.quoteAsset() == asset) owed = owed.add(debt.quote());
            }
            if (owed.compareTo(ledger.total(CLEARING, asset)) != 0)
                throw new IllegalStateException("the clearing account has not what is owed: asset=" + asset);
        }
    }
}
