package io.rialto.engine.pricing;

/**
 * What trades cost in one market: its own rates, or those that accounts have there.
 *
 * <p>Rates in parts per 10^7, below zero a rebate; fees per lot in minor units of the quote asset. Threading: the core's
 * thread only.
 */
public final class Charges {
    private int makerRate;
    private int takerRate;
    private int largestRate;
    private long perLot;
    private boolean mayBeCut;
    private boolean hasTariff;
    private Tariff tariff;

    /** The market's own, from now on. */
    public void change(int newMakerRate, int newTakerRate, long newPerLot) {
        makerRate = newMakerRate;
        takerRate = newTakerRate;
        largestRate = Math.max(0, Math.max(makerRate, takerRate));
        perLot = newPerLot;
        settle();
    }

    /** From now on accounts may pay by other rates than the market's own. */
    public void chargeBy(Tariff accountRates) {
        tariff = accountRates;
        hasTariff = true;
        settle();
    }

    private void settle() {
        mayBeCut = makerRate < 0 || takerRate < 0 || perLot > 0 || hasTariff;
    }

    public int makerRate() {
        return makerRate;
    }

    public int takerRate() {
        return takerRate;
    }

    /** What a buyer's hold has to foresee when fees are in the quote asset; never below zero. */
    public int largestRate() {
        return largestRate;
    }

    /** For each lot, beside the rate; the most that anybody pays. 0 for none. */
    public long perLot() {
        return perLot;
    }

    /** Whether a fill's fee can be other than its rate says: a rebate, a fee per lot, a schedule. */
    public boolean mayBeCut() {
        return mayBeCut;
    }

    /** Whether accounts pay by rates of their own. */
    public boolean hasTariff() {
        return hasTariff;
    }

    /** Where there is one. */
    public Tariff tariff() {
        return tariff;
    }

    public int makerRate(int account) {
        return hasTariff ? tariff.makerRate(account) : makerRate;
    }

    public int takerRate(int account) {
        return hasTariff ? tariff.takerRate(account) : takerRate;
    }

    public long perLot(int account) {
        return hasTariff ? tariff.feePerLot(account) : perLot;
    }
}
