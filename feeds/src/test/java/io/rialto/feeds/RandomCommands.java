package io.rialto.feeds;

import io.rialto.protocol.AmendOrderEncoder;
import io.rialto.protocol.BeginDepositEncoder;
import io.rialto.protocol.BeginWithdrawalEncoder;
import io.rialto.protocol.CancelAllOrdersEncoder;
import io.rialto.protocol.CancelDepositEncoder;
import io.rialto.protocol.CancelOrderEncoder;
import io.rialto.protocol.CancelWithdrawalEncoder;
import io.rialto.protocol.CompleteDepositEncoder;
import io.rialto.protocol.CompleteWithdrawalEncoder;
import io.rialto.protocol.DepositEncoder;
import io.rialto.protocol.Door;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FenceRequestEncoder;
import io.rialto.protocol.ListAssetEncoder;
import io.rialto.protocol.ListInstrumentEncoder;
import io.rialto.protocol.MarketRemainder;
import io.rialto.protocol.NewOrderEncoder;
import io.rialto.protocol.OpenAccountEncoder;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.RequestEncoder;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Commands as clients and administrators might send them, good and bad, written into a frame; the same for one seed. */
final class RandomCommands {
    static final int ACCOUNTS = 5;
    static final int ASSETS = 3;
    static final int INSTRUMENTS = 3;
    private static final int FIRST_ACCOUNT = 100;

    /** EUR-USD has lots of 0.01 EUR: the value of one is less than a cent, so that roundings show. */
    private static final int FINE_LOT_SCALE = 2;

    final Frame frame = new Frame(1024);
    private final Random random;
    private final List<Runnable> opening = new ArrayList<>();
    private long[] openOrders = {};
    private long timeNanos;
    private int written;

    RandomCommands(long seed) {
        random = new Random(seed);
        opening.add(() -> listAsset("BTC", 8));
        opening.add(() -> listAsset("USD", 2));
        opening.add(() -> listAsset("EUR", 2));
        opening.add(() -> listInstrument("BTC-USD", 1, 2, 100_00, 4, 1_000, 2_000, FeePolicy.RECEIVED));
        opening.add(() -> listInstrument("BTC-EUR", 1, 3, 100_00, 4, -500, 2_500, FeePolicy.QUOTE));
        opening.add(() -> listInstrument("EUR-USD", 3, 2, 1, FINE_LOT_SCALE, -300, 700, FeePolicy.RECEIVED));
        for (int i = 0; i < ACCOUNTS; i++) {
            int tradeGroup = i < 2 ? 7 : 0;
            opening.add(() -> openAccount(tradeGroup));
        }
        for (int account = FIRST_ACCOUNT; account < FIRST_ACCOUNT + ACCOUNTS; account++) {
            for (int asset = 1; asset <= ASSETS; asset++) {
                int owner = account;
                int owned = asset;
                opening.add(() -> deposit(owner, owned, owned == 1 ? 200_000_000L : 5_000_000L));
            }
        }
    }

    /** @param open numbers of orders that are open, so that some commands find one */
    void next(long[] open) {
        openOrders = open;
        timeNanos += 1_000_000L * random.nextInt(50);
        frame.clear();
        if (written < opening.size()) {
            opening.get(written).run();
        } else {
            if (random.nextInt(4) == 0) request();
            anything(random.nextInt(100));
        }
        written++;
        frame.stampTime(timeNanos);
    }

    private void anything(int dice) {
        if (dice < 50) newOrder();
        else if (dice < 58) RandomSpecials.order(frame, random, account(), instrument());
        else if (dice < 60) RandomSpecials.markPrice(frame, random, instrument());
        else if (dice < 72) cancel();
        else if (dice < 84) amend();
        else if (dice < 86) cancelAll();
        else if (dice < 90) deposit(account(), asset(), random.nextInt(100_000) - 100);
        else if (dice < 98) transfer(random.nextInt(6));
        else if (dice < 99) fence();
        else listAsset("X" + random.nextInt(3), random.nextInt(20));
    }

    private int account() {
        return FIRST_ACCOUNT + random.nextInt(ACCOUNTS) + random.nextInt(50) / 49;
    }

    private int asset() {
        return 1 + random.nextInt(ASSETS) + random.nextInt(50) / 49;
    }

    private int instrument() {
        return 1 + random.nextInt(INSTRUMENTS) + random.nextInt(100) / 99;
    }

    private long someOrder() {
        return openOrders.length == 0 || random.nextInt(20) == 0
                ? random.nextInt()
                : openOrders[random.nextInt(openOrders.length)];
    }

    /** A few keys and bodies only, so that they come again. */
    private void request() {
        RequestEncoder request = new RequestEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.requestOffset(), frame.partHeader())
                .keyHigh(random.nextInt(400))
                .keyLow(random.nextInt(2))
                .bodyHash(random.nextInt(2))
                .correlationHigh(0)
                .correlationLow(0)
                .actor(random.nextInt(3) == 0 ? 0 : account())
                .door(Door.HTTP)
                .trader(0)
                .key(0)
                .session(0);
        frame.requestEncoded(request.encodedLength());
    }

    private void listAsset(String code, int scale) {
        new ListAssetEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .code(code)
                .scale((short) scale);
        frame.commandEncoded(ListAssetEncoder.TEMPLATE_ID, ListAssetEncoder.BLOCK_LENGTH);
    }

    private void listInstrument(
            String symbol,
            int base,
            int quote,
            long tickMantissa,
            int lotScale,
            int maker,
            int taker,
            FeePolicy policy) {
        boolean rests = random.nextBoolean();
        boolean hasCollar = rests || random.nextBoolean();
        boolean mayPayMore = policy == FeePolicy.RECEIVED || random.nextBoolean();
        new ListInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .symbol(symbol)
                .baseAsset(base)
                .quoteAsset(quote)
                .tickMantissa(tickMantissa)
                .lotMantissa(1)
                .minQuantityLots(1)
                .maxQuantityLots(10_000)
                .minNotionalMinor(0)
                .collarTicks(hasCollar ? 10 : ListInstrumentEncoder.collarTicksNullValue())
                .referencePriceTicks(100)
                .makerFeeRate(maker)
                .takerFeeRate(taker)
                .tickScale((short) 2)
                .lotScale((short) lotScale)
                .feePolicy(policy)
                .marketRemainder(rests ? MarketRemainder.REST_AT_LIMIT : MarketRemainder.EXPIRE)
                .feeIncomeMayBeNegative((short) (mayPayMore ? 1 : 0));
        frame.commandEncoded(ListInstrumentEncoder.TEMPLATE_ID, ListInstrumentEncoder.BLOCK_LENGTH);
    }

    private void openAccount(int tradeGroup) {
        new OpenAccountEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .firm(1)
                .tradeGroup(tradeGroup)
                .selfTradePrevention(SelfTradePrevention.ACCOUNT_DEFAULT);
        frame.commandEncoded(OpenAccountEncoder.TEMPLATE_ID, OpenAccountEncoder.BLOCK_LENGTH);
    }

    private void newOrder() {
        OrderType type = random.nextInt(5) == 0 ? OrderType.MARKET : OrderType.LIMIT;
        boolean isByAmount = type == OrderType.MARKET && random.nextBoolean();
        NewOrderEncoder order = new NewOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account())
                .instrument(instrument())
                .priceTicks(type == OrderType.MARKET ? 0 : 88 + random.nextInt(24))
                .quantityLots(isByAmount ? 0 : 1 + random.nextInt(3_000))
                .quoteAmountMinor(isByAmount ? 1 + random.nextInt(3_000) : 0)
                .side(random.nextBoolean() ? Side.BUY : Side.SELL)
                .orderType(type)
                .timeInForce(TimeInForce.get((short) (random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1)))
                .postOnly(PostOnly.get((short) (random.nextInt(5) == 0 ? random.nextInt(3) : 0)))
                .selfTradePrevention(SelfTradePrevention.get((short) random.nextInt(6)))
                .clientOrderId(random.nextBoolean() ? "" : "c" + random.nextInt(60));
        frame.commandEncoded(NewOrderEncoder.TEMPLATE_ID, order.encodedLength());
    }

    private void cancel() {
        new CancelOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account())
                .order(someOrder());
        frame.commandEncoded(CancelOrderEncoder.TEMPLATE_ID, CancelOrderEncoder.BLOCK_LENGTH);
    }

    private void cancelAll() {
        new CancelAllOrdersEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account())
                .instrument(random.nextInt(INSTRUMENTS + 1))
                .side(random.nextBoolean() ? Side.BUY : Side.NULL_VAL);
        frame.commandEncoded(CancelAllOrdersEncoder.TEMPLATE_ID, CancelAllOrdersEncoder.BLOCK_LENGTH);
    }

    private void amend() {
        boolean keepsPrice = random.nextBoolean();
        boolean keepsQuantity = random.nextInt(3) == 0;
        new AmendOrderEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account())
                .order(someOrder())
                .priceTicks(keepsPrice ? AmendOrderEncoder.priceTicksNullValue() : 88 + random.nextInt(24))
                .quantityLots(keepsQuantity ? AmendOrderEncoder.quantityLotsNullValue() : 1 + random.nextInt(4_000));
        frame.commandEncoded(AmendOrderEncoder.TEMPLATE_ID, AmendOrderEncoder.BLOCK_LENGTH);
    }

    private void deposit(int account, int asset, long amountMinor) {
        money(DepositEncoder.TEMPLATE_ID, account, asset, amountMinor);
    }

    private void transfer(int kind) {
        long number = 1 + random.nextInt(written);
        switch (kind) {
            case 0 -> money(BeginDepositEncoder.TEMPLATE_ID, account(), asset(), random.nextInt(1_000));
            case 1 -> transfer(CompleteDepositEncoder.TEMPLATE_ID, number);
            case 2 -> transfer(CancelDepositEncoder.TEMPLATE_ID, number);
            case 3 -> money(BeginWithdrawalEncoder.TEMPLATE_ID, account(), asset(), random.nextInt(100_000));
            case 4 -> transfer(CompleteWithdrawalEncoder.TEMPLATE_ID, number);
            default -> transfer(CancelWithdrawalEncoder.TEMPLATE_ID, number);
        }
    }

    /** Deposit, BeginDeposit and BeginWithdrawal share one layout. */
    private void money(int templateId, int account, int asset, long amountMinor) {
        DepositEncoder money = new DepositEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account)
                .asset(asset)
                .amountMinor(amountMinor);
        frame.partHeader().wrap(frame.buffer(), frame.commandOffset()).templateId(templateId);
        frame.commandEncoded(templateId, money.encodedLength());
    }

    /** The four commands on a begun transfer share one layout. */
    private void transfer(int templateId, long number) {
        CompleteDepositEncoder transfer = new CompleteDepositEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .transfer(number);
        frame.partHeader().wrap(frame.buffer(), frame.commandOffset()).templateId(templateId);
        frame.commandEncoded(templateId, transfer.encodedLength());
    }

    private void fence() {
        new FenceRequestEncoder()
                .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                .account(account())
                .keyHigh(random.nextInt(400))
                .keyLow(random.nextInt(2));
        frame.commandEncoded(FenceRequestEncoder.TEMPLATE_ID, FenceRequestEncoder.BLOCK_LENGTH);
    }
}
